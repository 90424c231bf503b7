import type { RequirementState } from '../../../assessment/index.ts';
import type { Conduit, Model, RequirementMention, Statement, Zone } from '../../../model/index.ts';
import { namesFrom } from '../pairing.ts';
import { saysTheSame } from '../same-said.ts';
import { notKnown } from './evidence.ts';
import { pairsOf, some, type Compared, type Reasons } from './reason.ts';
import type { Proof } from './shown.ts';

/** The countermeasures of which evidence is named, by themselves or where they are counted on. */
export function documented({ zones, conduits, assets, countermeasures }: Model): ReadonlySet<string> {
    const counting = [...zones, ...conduits, ...assets]
        .flatMap(({ statements }) => statements)
        .filter(({ evidence }) => evidence.length > 0);
    return new Set([
        ...countermeasures.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id),
        ...counting.flatMap(({ by }) => by.map(({ id }) => id)),
    ]);
}

/** True for a statement that names evidence, or rests on countermeasures of which all have some. */
export const isDocumented = ({ evidence, by }: Statement, measures: ReadonlySet<string>): boolean =>
    evidence.length > 0 || (by.length > 0 && by.every(({ id }) => measures.has(id)));

const isAchieved = ({ required, state }: RequirementState): boolean =>
    required && (state === 'met' || state === 'compensated');

/** What a block itself says of a requirement that is met. */
function statementsOn({ statements }: Zone | Conduit, { id, fr, level }: RequirementState): readonly Statement[] {
    const isMentioned = (each: RequirementMention): boolean =>
        each.kind === 'fr' ? each.fr === fr && each.level >= level : each.id === id;
    return statements.filter(({ verb, requirements }) => verb !== 'misses' && requirements.some(isMentioned));
}

/** True for a requirement that is met with evidence: of a statement, or of every countermeasure that it rests on. */
function isEvidenced(block: Zone | Conduit, state: RequirementState, measures: ReadonlySet<string>): boolean {
    if (statementsOn(block, state).some(({ evidence }) => evidence.length > 0)) return true;
    return state.by.length > 0 ? state.by.every(id => measures.has(id)) : state.evidence.length > 0;
}

/** Some countermeasures as what requirements rest on: those without evidence, where that is what is said of them. */
export const withoutEvidence = (by: readonly string[], measures: ReadonlySet<string>): string =>
    some(by.filter(id => !measures.has(id)));

/** What meets requirements, and did not: by which countermeasures, before and now. */
interface Step {
    /** `replaced`: shown by evidence on both sides, by that of something else. */
    readonly to: 'lost' | 'given' | 'replaced';
    readonly was: string;
    readonly is: string;
    readonly kind: 'zone' | 'conduit';
    readonly subject: string;
    readonly id: string;
}

const namedIn = (measures: readonly string[]): string => (measures.length === 0 ? 'a statement' : some(measures));

/**
 * Requirements that are met as before, by something else: what was shown by evidence and is only said now, and the
 * other way round, or is shown by evidence of something else. Evidence of the same statement or countermeasure is
 * judged there.
 */
export function judgeReplaced(compared: Compared, proof: Proof, reasons: Reasons): void {
    const { before, asked, pairing } = compared;
    const { countermeasure } = namesFrom(pairing);
    let read: { readonly documents: ReadonlySet<string>; readonly measures: ReadonlySet<string> } | undefined;
    const steps: Step[] = [];
    for (const list of ['zones', 'conduits'] as const) {
        for (const [old, now] of pairsOf<Zone | Conduit>(before.model[list], asked.model[list], pairing.elements)) {
            if (saysTheSame(old.applies, now.applies) && saysTheSame(old.statements, now.statements)) continue;
            read ??= { documents: documented(before.model), measures: documented(asked.model) };
            const { documents, measures } = read;
            const states = new Map(before.assessment.of(old.id)?.requirements.map(each => [each.id, each]));
            for (const is of asked.assessment.of(now.id)?.requirements ?? []) {
                const was = states.get(is.id);
                if (!was || !isAchieved(was) || !isAchieved(is) || is.inheritedFrom !== null) continue;
                if (statementsOn(old, was).length > 0 && statementsOn(now, is).length > 0) continue;
                const [had, has] = [was.by.map(countermeasure), is.by];
                if (had.length > 0 && some([...had].sort(), 99) === some([...has].sort(), 99)) continue;
                const [wasShown, isShown] = [isEvidenced(old, was, documents), isEvidenced(now, is, measures)];
                if (!wasShown && (!isShown || !has.every(each => proof.at(now.id, each)))) continue;
                // What it rests on besides takes no proof away.
                if (isShown && had.length > 0 && had.every(each => has.includes(each))) continue;
                const { kind, id: subject } = now;
                // Of those that have no evidence, only these are named.
                const by = wasShown && !isShown ? has.filter(each => !measures.has(each)) : has;
                const from = wasShown ? had : was.by.filter(each => !documents.has(each)).map(countermeasure);
                const to = !wasShown ? 'given' : isShown ? 'replaced' : 'lost';
                steps.push({ to, was: namedIn(from), is: namedIn(by), kind, subject, id: is.id });
            }
        }
    }
    const groups = Map.groupBy(steps, ({ to, was, is }) => JSON.stringify([to, was, is]));
    for (const group of groups.values()) {
        const [{ to, was, is }] = group as [Step];
        const where = `${some(group.map(({ id }) => id))} of ${some(
            group.map(({ subject }) => subject),
            3,
        )}`;
        const about = group.map(({ kind, subject }) => `${kind} ${subject}`);
        if (to === 'replaced')
            reasons.neutral(
                'proof-lost',
                `${where}: met by ${is} with evidence, where it was ${was} with evidence: ${notKnown}`,
                about,
            );
        else if (to === 'lost')
            reasons.worse('proof-lost', `${where}: met by ${is} without evidence, where ${was} had some`, about);
        else reasons.better('proof-given', `${where}: met by ${is} with evidence, where ${was} had none`, about);
    }
}
