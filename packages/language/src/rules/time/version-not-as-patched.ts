import type { Fix, Place } from '../../model/index.ts';
import { nameOf, writeString } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'version-not-as-patched',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'The version of an asset differs from the one to which it is patched.',
    why: 'One of the two is out of date, so a search for published vulnerabilities by it gives the wrong ones.',
    falsePositives: 'None. Write the installed version in both.',
    check({ model }, report) {
        for (const asset of model.assets) {
            const { version, patchedTo } = asset;
            if (!patchedTo || version === null || version === patchedTo.version) continue;
            const says = (title: string, at: Place, text: string): Fix => ({
                kind: 'claim',
                title,
                // Which of both is installed is the answer.
                fill: [],
                edits: [{ kind: 'replace', at, text: writeString(text) }],
            });
            const { besides, origin } = patchedTo;
            report({
                at: nameOf(origin),
                subject: asset.id,
                fixes: [
                    says(`Write that ${patchedTo.version} is installed`, nameOf(besides!), patchedTo.version),
                    says(`Write that it is patched to ${version}`, nameOf(origin), version),
                ],
                message:
                    `${asset.id} is of version ${version}, and patched to ` +
                    `${patchedTo.version}. Write which of them is true.`,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Plc1 : plc {
    version "V3.0"
    patched to "V3.1" on 2026-04-11
               ^^^^^^
  }
}
`,
            after: `system Plant
zone Control {
  asset Plc1 : plc {
    version "V3.1"
    patched to "V3.1" on 2026-04-11
  }
}
`,
        },
        {
            title: 'The patch was not installed',
            fix: 'Write that it is patched to V3.0',
            before: `system Plant
zone Control {
  asset Plc1 : plc {
    version "V3.0"
    patched to "V3.1"
               ^^^^^^
  }
}
`,
            after: `system Plant
zone Control {
  asset Plc1 : plc {
    version "V3.0"
    patched to "V3.0"
  }
}
`,
        },
    ],
} satisfies Rule;
