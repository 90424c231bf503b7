import type { RequirementState, SubjectAssessment } from '../assessment/index.ts';
import { frAbbreviations, requirementById } from '../catalogue/index.ts';
import type { Conduit, Countermeasure, Fix, Lookup, Model, Zone } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import { isAssessed } from './queries/said.ts';
import { counted, listed } from './queries/wording.ts';
import type { Context, Rule } from './rule.ts';

/** The requirements that stop the next level of an FR, with what is known of them. */
function limitsOf(assessed: SubjectAssessment, fr: number): readonly RequirementState[] {
    return assessed.limits[fr]!.flatMap(id => assessed.requirements[requirementById(id)?.index ?? -1] ?? []);
}

/** True when somebody has promised to do it, by a day that is still to come. */
function isPlanned(state: RequirementState, today: string): boolean {
    return (state.state === 'planned' || state.state === 'missed') && state.due !== null && state.due >= today;
}

function isUnknown(limits: readonly RequirementState[]): boolean {
    return limits.every(limit => limit.state === 'not-assessed' || limit.state === 'capable');
}

/** What an FR reaches, and what was asked: `IAC 1 of 2`. */
function levelText(assessed: SubjectAssessment, fr: number): string {
    return `${frAbbreviations[fr]!} ${assessed.slA[fr]!} of ${assessed.slT[fr]!}`;
}

/** All of them where they are few; otherwise those that are known to be open, and how many nobody has assessed. */
function limitsText(limits: readonly RequirementState[]): string {
    const open = limits.filter(limit => !isUnknown([limit]));
    const [first] = limits;
    if (limits.length <= 5) return listed(limits.map(limit => limit.id), 5);
    if (open.length === limits.length && first) return `${limits.length} requirements of SL ${first.level} from ${first.id} on`;
    return `${listed(open.map(limit => limit.id), 6)}; ${limits.length - open.length} not assessed`;
}

/** `IAC 1 of 2 (SR 1.2 and SR 1.8); not assessed: SI 0 of 2, RA 0 of 2 (12 requirements)`. */
function gapsText(assessed: SubjectAssessment, frs: readonly number[]): string {
    const unknown = frs.filter(fr => isUnknown(limitsOf(assessed, fr)));
    const known = frs.filter(fr => !unknown.includes(fr));
    return [
        ...known.map(fr => `${levelText(assessed, fr)} (${limitsText(limitsOf(assessed, fr))})`),
        ...(unknown.length === 0 ? [] : [`not assessed: ${unknownText(assessed, unknown)}`]),
    ].join('; ');
}

function unknownText(assessed: SubjectAssessment, frs: readonly number[]): string {
    const open = frs.reduce((count, fr) => count + assessed.limits[fr]!.length, 0);
    return `${frs.map(fr => levelText(assessed, fr)).join(', ')} (${counted(open, 'requirement')})`;
}

/** True when the zone around has the same target and is stopped by the same requirements: then it is said there. */
function isSaidOutside(assessed: SubjectAssessment, outer: SubjectAssessment | undefined): boolean {
    return outer !== undefined && String(outer.slT) === String(assessed.slT) && String(outer.limits) === String(assessed.limits);
}

/** Countermeasures that work, meet some of the requirements and are not applied here, most useful first. */
function applicable(model: Model, lookup: Lookup, subject: Zone | Conduit, wanted: ReadonlySet<string>) {
    const applied = new Set((subject.kind === 'zone' ? lookup.chain(subject.id) : [subject]).flatMap(each => each.applies.map(mention => mention.id)));
    return model.measures
        .filter(measure => !applied.has(measure.id) && (measure.status === 'implemented' || measure.status === 'verified'))
        .map(measure => ({ measure, meets: met(measure).filter(id => wanted.has(id)) }))
        .filter(({ meets }) => meets.length > 0)
        .sort((a, b) => b.meets.length - a.meets.length)
        .slice(0, 3);
}

function met(measure: Countermeasure): readonly string[] {
    return measure.meets.flatMap(mention => (mention.kind === 'requirement' ? [mention.id] : []));
}

function fixesFor({ model, lookup }: Context, subject: Zone | Conduit, wanted: ReadonlySet<string>): readonly Fix[] {
    return applicable(model, lookup, subject, wanted).map(({ measure, meets }) => ({
        title: `State that ${measure.id} applies (${listed(meets)})`,
        edits: [{ kind: 'add', into: subject.origin, text: `applies ${measure.id}`, where: 'last' }],
    }));
}

export default {
    id: 'gap-below-target',
    severity: 'warning',
    basis: ['ZCR 5.12', 'ZCR 5.6'],
    summary: 'SL-A of a zone or conduit is below its SL-T.',
    why: 'The risk assessment asked for SL-T because of what may happen. Each level that is missing is an attacker who was meant to be '
        + 'stopped. The message names the requirements that stop the next level, which is the shortest way up. '
        + 'What is planned with a day, and what nobody has assessed, is information.',
    falsePositives: 'A gap that the owner has accepted: accept the finding with his reason and a day on which it is looked at again.',
    check(context, report) {
        const { model, lookup, assessment, today } = context;
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        for (const subject of subjects) {
            const assessed = assessment.of(subject.id);
            if (!assessed || !isAssessed(lookup, subject)) continue;
            const frs = assessed.gap.flatMap((gap, fr) => (gap !== null && gap > 0 ? [fr] : []));
            if (frs.length === 0) continue;
            if (subject.kind === 'zone' && isSaidOutside(assessed, assessment.of(subject.parent ?? ''))) continue;
            const limits = frs.flatMap(fr => limitsOf(assessed, fr));
            const planned = limits.every(limit => isPlanned(limit, today));
            const unknown = isUnknown(limits);
            report({
                at: nameOf(subject.origin),
                subject: subject.id,
                severity: planned || unknown ? 'info' : 'warning',
                message: unknown
                    ? `SL-A of ${subject.name} stays below SL-T because nobody has assessed what is asked: ${unknownText(assessed, frs)}. State what is known of it.`
                    : `SL-A of ${subject.name} is below SL-T: ${gapsText(assessed, frs)}. `
                        + (planned ? `Planned until ${limits.map(limit => limit.due!).sort().at(-1)!}.` : 'What stands in brackets stops the next level.'),
                fixes: planned ? [] : fixesFor(context, subject, new Set(limits.map(limit => limit.id))),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { RDF 1 TRE 1 }
  asset Plc1 : plc
  meets SR 5.1, SR 5.2, SR 5.3, SR 5.4 because "Own switches, one firewall, no mail"
}
countermeasure Collector "Log collector" { meets SR 6.1 status implemented }
`,
        after: `system Plant
zone Control {
  SL-T { RDF 1 TRE 1 }
  asset Plc1 : plc
  meets SR 5.1, SR 5.2, SR 5.3, SR 5.4 because "Own switches, one firewall, no mail"
  applies Collector
}
countermeasure Collector "Log collector" { meets SR 6.1 status implemented }
`,
    }, {
        title: 'A plan that closes the gap makes it information',
        before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { TRE 1 }
  asset Plc1 : plc
  misses SR 6.1 because "Logs stay on the devices" due 2099-06-30
}
`,
    }],
} satisfies Rule;
