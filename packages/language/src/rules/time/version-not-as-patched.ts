import { isSameVersion } from '../../advisories/same-version.ts';
import type { Fix, Place } from '../../model/index.ts';
import { isDoneBy, nameOf, wholeOf, writeString } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'version-not-as-patched',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'The version of an asset differs from the one to which it is patched.',
    why:
        'One of the two is out of date, so a search for published vulnerabilities by it gives the wrong ones. ' +
        '`V3.1`, `v3.1` and `3.1` are one version.',
    falsePositives: 'None. Write the installed version in both; a patch of a day to come is not installed.',
    check({ model, today }, report) {
        for (const asset of model.assets) {
            const { version, patchedTo } = asset;
            if (!patchedTo || version === null) continue;
            const isToCome = isDoneBy(patchedTo, today) === false;
            // Until its day comes, another version is the one that is installed.
            if (isToCome !== isSameVersion(version, patchedTo.version)) continue;
            if (isToCome) {
                report({
                    at: nameOf(patchedTo.origin),
                    subject: asset.id,
                    message:
                        `${asset.id} is of version ${version}, and patched to it on ${patchedTo.on!.date}, a day to ` +
                        'come. Write the version that is installed today.',
                });
                continue;
            }
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
                    // The day is that of the patch that was not installed.
                    says(
                        `Write that it is patched to ${version}`,
                        { ...nameOf(origin), end: wholeOf(origin).end },
                        version,
                    ),
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
        {
            title: 'The patch is for a day to come',
            before: `system Plant
zone Control {
  asset Plc1 : plc {
    version "V3.0"
    patched to "V3.1" on 2099-04-11
  }
}
`,
        },
    ],
} satisfies Rule;
