import type { SubjectAssessment } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Conduit, Fix, Lookup, Zone } from '../../model/index.ts';
import { isSilent, nameOf, writeVector } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import { isSafetyTarget } from '../ask/safety-targets.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * Writes the suggestion where it is higher than what is said; what else is said stays. The target of a safety zone is
 * left to people.
 */
function raise(subject: Zone | Conduit, levels: readonly (number | null)[]): Fix {
    const text = writeVector(levels);
    const edit = subject.slT
        ? { kind: 'replace' as const, at: nameOf(subject.slT.origin), text }
        : { kind: 'add' as const, into: subject.origin, text: `SL-T ${text}`, where: 'first' as const };
    return {
        kind: 'fix',
        title: `${subject.slT ? 'Raise SL-T to' : 'Add SL-T'} ${text}`,
        edits: [edit],
        preferred: true,
    };
}

/** True for what stands outside of the plant and says no target of its own. */
function isOutside(kind: string | null, assessed: SubjectAssessment): boolean {
    return (kind === 'enterprise' || kind === 'external') && isSilent(assessed.slT);
}

/** True where a target that is stated here, or that would be inherited or derived, cannot be read. */
function isTargetUnread(lookup: Lookup, subject: Zone | Conduit): boolean {
    const zones = subject.kind === 'zone' ? [subject] : subject.slT === null ? subject.between : [];
    return [subject, ...zones.flatMap(({ id }) => lookup.chain(id))].some(({ id }) => lookup.isUnread(id, 'SL-T'));
}

/** The levels that are suggested in some FRs: `3`, `3 in IAC UC`, `{ IAC 2 UC 3 }`. */
function suggestedText(levels: readonly (number | null)[], frs: readonly number[]): string {
    const [first] = frs;
    if (!frs.every(fr => levels[fr] === levels[first!]))
        return writeVector(levels.map((level, fr) => (frs.includes(fr) ? level : null)));
    const where = frs.length === frAbbreviations.length ? '' : ` in ${frs.map(fr => frAbbreviations[fr]).join(' ')}`;
    return `${levels[first!]}${where}`;
}

const rule: Rule = {
    id: 'sl-t-below-risk',
    severity: 'warning',
    basis: ['ZCR 5.6'],
    summary: 'The SL-T of a zone or conduit is below the level suggested by its threats.',
    why:
        'The SL-T follows from the risk of the threats against a zone or through it. How a level follows from a ' +
        'risk is a convention of the site (docs/risk.md); a level below its own rule means that the model and ' +
        'the risk assessment disagree.',
    falsePositives:
        'Countermeasures outside the scope of SL-T, for instance a mechanical interlock, lower the risk. Add ' +
        'them to the threat, or accept the finding with that reason.',
    steps: ({ assessment }) => assessment.risk.paths(),
    check(context, report) {
        const { model, lookup, assessment } = context;
        const { targets } = assessment.risk;
        for (const subject of [...model.zones, ...model.conduits]) {
            const suggestion = targets.get(subject.id);
            const assessed = assessment.of(subject.id);
            if (!suggestion || !assessed || isTargetUnread(lookup, subject)) continue;
            if (isOutside(subject.kind === 'zone' ? lookup.kindOf(subject.id) : null, assessed)) continue;
            const low = suggestion.levels.flatMap((level, fr) =>
                level !== null && level > (assessed.slT[fr] ?? 0) ? [fr] : [],
            );
            if (low.length === 0) continue;
            const levels = suggestion.levels.map((level, fr) =>
                low.includes(fr) ? level : (assessed.slT[fr] ?? null),
            );
            const behind = [...new Set(low.map(fr => suggestion.because[fr]!))];
            const stated = isSilent(assessed.slT)
                ? 'No SL-T is stated'
                : `SL-T ${writeVector(assessed.slT)} is stated or derived`;
            report({
                at: nameOf(subject.origin),
                subject: subject.id,
                message:
                    `${stated}, but ` +
                    listed(behind.map(each => `${each.threat.name} (unmitigated risk ${each.unmitigated!.label})`)) +
                    ` ${behind.length === 1 ? 'suggests' : 'suggest'} ` +
                    `${suggestedText(suggestion.levels, low)}. ${isSilent(assessed.slT) ? 'Add it' : 'Raise it'}, ` +
                    'or accept this with the reason why a lower level is sufficient.',
                fixes: isSafetyTarget(context, subject.id, low) ? [] : [raise(subject, levels)],
                related: behind.map(each => ({
                    message: `Suggests SL-T ${each.suggests}`,
                    at: nameOf(each.threat.origin),
                })),
            });
        }
    },
    examples: [
        {
            title: 'A level below the suggestion',
            before: `system Plant { tolerable-risk 6 }
zone Control {
     ^^^^^^^
  SL-T 2
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 4
  consequence 5
}
`,
            after: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 3
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 4
  consequence 5
}
`,
        },
        {
            title: 'The suggested level',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 3
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 4
  consequence 5
}
`,
        },
    ],
};

export default rule;
