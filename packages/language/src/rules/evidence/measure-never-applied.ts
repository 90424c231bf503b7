import type { State } from '../../assessment/index.ts';
import type { Conduit, Countermeasure, Fix, Zone } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';
import { plantFiles, usedCountermeasures, withAbsent } from '../ask/uses.ts';
import { worksAt } from '../fix/claim.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

/** States in which a countermeasure would change something. */
const open: readonly State[] = ['not-assessed', 'capable', 'missed'];

function works({ status }: Countermeasure): boolean {
    return status === 'implemented' || status === 'verified';
}

/**
 * The zones and conduits in which a countermeasure would close something that is required and open; where it closes
 * most first, three at most.
 */
function closing({ model, assessment }: Context, countermeasure: Countermeasure): readonly (Zone | Conduit)[] {
    const met = new Set(countermeasure.meets.flatMap(each => (each.kind === 'requirement' ? [each.id] : [])));
    const whole = countermeasure.meets.filter(each => each.kind === 'fr');
    const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
    return subjects
        .map(subject => ({
            subject,
            closes:
                assessment
                    .of(subject.id)
                    ?.requirements.filter(
                        ({ id, fr, level, required, state }) =>
                            required &&
                            open.includes(state) &&
                            (met.has(id) || whole.some(each => each.fr === fr && level <= each.level)),
                    ).length ?? 0,
        }))
        .filter(({ closes }) => closes > 0)
        .sort((a, b) => b.closes - a.closes)
        .slice(0, 3)
        .map(({ subject }) => subject);
}

/** Applies a countermeasure that is still a plan, or of which nobody said whether it is one. */
function planned({ id }: Countermeasure, { name, origin }: Zone | Conduit): Fix {
    return {
        kind: 'claim',
        title: `Plan ${id} for ${name}…`,
        fill: [id],
        edits: [{ kind: 'add', into: origin, text: `applies ${id}`, where: 'last' }],
    };
}

export default {
    id: 'measure-never-applied',
    severity: 'info',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'A countermeasure is declared but not applied.',
    why: 'It meets no requirement anywhere. Either a zone forgot to apply it, or it is no longer needed.',
    falsePositives:
        'A countermeasure for the whole site. Apply it to the zones that it protects. Countermeasures in a ' +
        'library file (a file without zones and assets) are not reported.',
    restsOnAll: true,
    check(context, report) {
        const { model, whole } = context;
        const used = usedCountermeasures(withAbsent(model, whole));
        const inPlant = plantFiles(model);
        lacking(context.lookup, {
            rule: 'measure-never-applied',
            elements: model.countermeasures.filter(
                countermeasure => !used.has(countermeasure.id) && inPlant(countermeasure.origin),
            ),
            noun: 'countermeasure',
            clause: [
                'is not applied anywhere, so it meets no requirement',
                'are not applied anywhere, so they meet no requirement',
            ],
            advice: [
                'Add `applies` where it is in place, or remove it.',
                'Add `applies` where they are in place, or remove them.',
            ],
            fixes: countermeasure => [
                ...closing(context, countermeasure).map(place =>
                    works(countermeasure) ? worksAt(countermeasure.id, place) : planned(countermeasure, place),
                ),
                {
                    kind: 'fix',
                    title: `Remove ${countermeasure.id}`,
                    edits: [{ kind: 'remove', at: wholeOf(countermeasure.origin) }],
                },
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
countermeasure Backup "Nightly images" { meets SR 7.3 status implemented }
               ^^^^^^
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  applies Backup
  evidence "TODO: what shows that Backup works in Control"
}
countermeasure Backup "Nightly images" { meets SR 7.3 status implemented }
`,
        },
        {
            title: 'A plan without a location',
            fix: 'Plan Tokens for Remote…',
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
zone Remote {
  SL-T 3
  asset Jump : jump-host
}
countermeasure Tokens "One-time codes" { meets SR 1.1 RE 2 status planned due 2027-03-31 }
               ^^^^^^
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
zone Remote {
  SL-T 3
  asset Jump : jump-host
  applies Tokens
}
countermeasure Tokens "One-time codes" { meets SR 1.1 RE 2 status planned due 2027-03-31 }
`,
        },
    ],
} satisfies Rule;
