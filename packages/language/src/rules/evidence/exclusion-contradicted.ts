import { foundationalRequirements } from '../../catalogue/index.ts';
import type { Asset, Conduit, Zone } from '../../model/index.ts';
import { placeIn, wholeOf } from '../../model/index.ts';
import type { RefutedExclusion, WholeExclusion } from '../ask/exclusions.ts';
import { refutedExclusions } from '../ask/exclusions.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Answer, Rule } from '../engine/rule.ts';

type Subject = Zone | Conduit | Asset;

/** One answer for the whole FRs of one statement and level. */
function wholeFrs(subject: Subject, { statement, mentions, device }: WholeExclusion): Answer {
    const frs = mentions.map(({ fr }) => foundationalRequirements[fr]!);
    const own = device === subject;
    const what = frs.length === 1 ? `${frs[0]!.name.toLowerCase()} applies` : 'all of them apply';
    return {
        at: placeIn(statement.origin, mentions[0]!.at),
        subject: subject.id,
        severity: 'warning',
        basis: frs.map(({ id }) => id),
        message:
            `${subject.name} excludes all of ${listed(frs.map(({ id, abbr }) => `${id} (${abbr})`))} up to SL ` +
            `${mentions[0]!.level}, but ${own ? `${what} to it` : `contains ${device.name}, to which ${what}`}` +
            '. Exclude single requirements that do not apply, or compensate them.',
        related: own ? [] : related(`It is in this ${subject.kind}.`, [device]),
    };
}

/** One answer for the requirements of one mention, of which the model shows what they apply to. */
function single(subject: Subject, { statement, mention, contradicted }: RefutedExclusion): Answer {
    const facts = [...new Map(contradicted.map(({ fact }) => [fact.text, fact])).values()];
    return {
        at: placeIn(statement.origin, mention.at),
        subject: subject.id,
        basis: contradicted.map(({ id }) => id),
        message:
            `${subject.name} excludes ${listed(contradicted.map(({ id }) => id))}, but ` +
            `${listed(facts.map(({ text }) => text))}. State whether the requirement is met, or ` +
            'correct the model.',
        fixes:
            statement.requirements.length === 1
                ? [
                      {
                          kind: 'fix',
                          title: 'Remove the exclusion',
                          edits: [{ kind: 'remove', at: wholeOf(statement.origin) }],
                      },
                  ]
                : [],
        related: related('The requirement applies to this.', facts),
    };
}

export default {
    id: 'exclusion-contradicted',
    severity: 'error',
    basis: ['SR 1.6', 'SR 2.2', 'SR 2.3', 'SR 1.13', 'SR 5.2', 'SR 5.3'],
    summary:
        'A requirement, or a whole FR, is marked as not applicable, but the model contains something it applies to.',
    why:
        'An exclusion counts like a met requirement. Here the model contains the wireless device, the laptop or ' +
        'the remote access that is stated not to exist, so an open gap counts as closed. A whole foundational ' +
        'requirement applies as soon as there is a device with software; that is a warning, because only single ' +
        'requirements can be not applicable.',
    falsePositives:
        'The radio or the remote access of a device is permanently disabled. Remove `is wireless` or `is ' +
        'remote`, and say in its description how it was disabled.',
    check({ model, lookup }, report) {
        const subjects = [...model.zones, ...model.conduits, ...model.assets];
        for (const subject of subjects.filter(({ statements }) => statements.length > 0))
            for (const found of refutedExclusions(lookup, subject))
                report('device' in found ? wholeFrs(subject, found) : single(subject, found));
    },
    examples: [
        {
            before: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
  excludes SR 2.2 because "No wireless in this zone"
           ^^^^^^
}
`,
            after: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
}
`,
        },
        {
            title: 'A whole FR, of which two requirements apply',
            before: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
  asset Pad : mobile-device
  excludes FR 2 SL 1 because "Nobody uses anything here"
           ^^^^^^^^^
}
`,
            after: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
  asset Pad : mobile-device
}
`,
        },
        {
            title: 'An asset with the property itself',
            before: `system Plant
zone Tanks {
  SL-T 2
  asset Ap1 : access-point {
    excludes SR 1.6 because "No wireless here"
             ^^^^^^
  }
}
`,
            after: `system Plant
zone Tanks {
  SL-T 2
  asset Ap1 : access-point {}
}
`,
        },
        {
            title: 'A remote access',
            before: `system Plant
zone Vendor { kind external }
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
  excludes SR 1.13 because "Nobody comes in from outside"
           ^^^^^^^
}
conduit Support between Vendor and Dmz {
  flow Vendor -> Jump : rdp
}
`,
            after: `system Plant
zone Vendor { kind external }
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Support between Vendor and Dmz {
  flow Vendor -> Jump : rdp
}
`,
        },
    ],
} satisfies Rule;
