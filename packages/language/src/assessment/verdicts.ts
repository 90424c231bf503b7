import { requirementById, requirements, requirementsOfFr } from '../catalogue/index.ts';
import type { Conduit, Countermeasure, Lookup, Origin, RequirementMention, Statement, Zone } from '../model/index.ts';
import type { State } from './assessment.ts';

/** Who speaks of a requirement at a subject, and what it says. */
export interface Verdict {
    readonly state: Exclude<State, 'capable' | 'not-assessed'>;
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    readonly due: string | null;
    readonly inheritedFrom: string | null;
    readonly origin: Origin;
}

/** One place for each requirement, in the order of the catalogue; empty where nobody speaks. */
export type Verdicts = readonly (Verdict | undefined)[];

/** True when a verdict counts for SL-A. */
export function holds(verdict: Verdict | undefined): boolean {
    return verdict !== undefined && (verdict.state === 'met' || verdict.state === 'compensated' || verdict.state === 'excluded');
}

/** True when a countermeasure works today. */
export function works(measure: Countermeasure): boolean {
    return measure.status === 'implemented' || measure.status === 'verified';
}

const nobody: Verdicts = requirements.map(() => undefined);

/**
 * The verdicts of a zone or conduit: its own, over those of the zone around it. On one subject a statement that names the requirement comes
 * first, then one for the whole FR, then a countermeasure that works, then a planned one; of two alike the first in the text.
 */
export function verdictsOf(lookup: Lookup, subject: Zone | Conduit, known: Map<string, Verdicts>): Verdicts {
    const ready = known.get(subject.id);
    if (ready) return ready;
    const around = subject.kind === 'zone' && subject.parent !== null ? lookup.zone(subject.parent) : undefined;
    const inherited = around ? verdictsOf(lookup, around, known).map(verdict => inheritedVerdict(verdict, around.id)) : nobody;
    const says = subject.statements.length > 0 || subject.applies.length > 0;
    const verdicts = says ? overlay(inherited, ownVerdicts(lookup, subject)) : inherited;
    known.set(subject.id, verdicts);
    return verdicts;
}

function inheritedVerdict(verdict: Verdict | undefined, from: string): Verdict | undefined {
    return verdict && verdict.inheritedFrom === null ? { ...verdict, inheritedFrom: from } : verdict;
}

function overlay(below: Verdicts, above: ReadonlyMap<number, Verdict>): Verdicts {
    return below.map((verdict, index) => above.get(index) ?? verdict);
}

function ownVerdicts(lookup: Lookup, subject: Zone | Conduit): Map<number, Verdict> {
    const verdicts = new Map<number, Verdict>();
    const say = (index: number, verdict: Verdict): void => {
        if (!verdicts.has(index)) verdicts.set(index, verdict);
    };
    for (const kind of ['requirement', 'fr'] as const) {
        for (const statement of subject.statements) {
            for (const mention of statement.requirements) {
                if (mention.kind === kind) for (const index of indexesOf(mention)) say(index, statementVerdict(lookup, statement));
            }
        }
    }
    const measures = subject.applies.map(mention => lookup.measure(mention.id)).filter(measure => measure !== undefined);
    for (const working of [true, false]) {
        const spoken = new Map<number, Countermeasure[]>();
        for (const measure of measures) {
            if (works(measure) !== working) continue;
            for (const index of measure.meets.flatMap(indexesOf)) {
                const others = spoken.get(index);
                if (!others) spoken.set(index, [measure]);
                else if (!others.includes(measure)) others.push(measure);
            }
        }
        for (const [index, speakers] of spoken) say(index, measureVerdict(speakers, working));
    }
    return verdicts;
}

function indexesOf(mention: RequirementMention): number[] {
    if (mention.kind === 'requirement') {
        const requirement = requirementById(mention.id);
        return requirement ? [requirement.index] : [];
    }
    return requirementsOfFr(mention.fr).filter(requirement => requirement.level <= mention.level).map(requirement => requirement.index);
}

const stateOfVerb = { meets: 'met', misses: 'missed', excludes: 'excluded', compensates: 'compensated' } as const;

/** `meets` or `compensates … by M` with nothing but planned measures is planned. */
function statementVerdict(lookup: Lookup, statement: Statement): Verdict {
    const measures = statement.by.map(mention => lookup.measure(mention.id)).filter(measure => measure !== undefined);
    const positive = statement.verb === 'meets' || statement.verb === 'compensates';
    const planned = positive && measures.length > 0 && !measures.some(works);
    return {
        state: planned ? 'planned' : stateOfVerb[statement.verb],
        by: measures.map(measure => measure.id),
        because: statement.because,
        evidence: [...statement.evidence, ...measures.flatMap(measure => measure.evidence.map(({ text }) => text))],
        due: statement.due?.date ?? (planned ? latestDue(measures) : null),
        inheritedFrom: null,
        origin: statement.origin,
    };
}

function measureVerdict(measures: readonly Countermeasure[], working: boolean): Verdict {
    return {
        state: working ? 'met' : 'planned',
        by: measures.map(measure => measure.id),
        because: null,
        evidence: measures.flatMap(measure => measure.evidence.map(({ text }) => text)),
        due: working ? null : latestDue(measures),
        inheritedFrom: null,
        origin: measures[0]!.origin,
    };
}

function latestDue(measures: readonly Countermeasure[]): string | null {
    return measures.map(measure => measure.due?.date).filter(date => date !== undefined).sort().at(-1) ?? null;
}
