import type { Assessment, RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import { foundationalRequirements, requirementById } from '../../catalogue/index.ts';
import type { Conduit, Zone } from '../../model/index.ts';
import { missedInPart } from './asset-misses.ts';
import type { Against } from './boundary-claims.ts';
import { againstBoundary, againstBypasses, againstRules, ofBoundary } from './boundary-claims.ts';
import { againstFound, againstNoAccess } from './found-claims.ts';
import { againstDay } from './contradictions.ts';
import { refutedExclusions } from './exclusions.ts';
import type { Refuted } from './refuted.ts';
import { decidedBy, refutedMeasures, refutedMention } from './refuted.ts';

/** What the model shows against states: clauses, by the place of a requirement in the catalogue. */
export type Contradicted = ReadonlyMap<number, readonly string[]>;

type ByRequirement = Map<number, string[]>;

/** What is shown against what somebody says, by who says it. */
class Shown {
    private readonly byKey = new Map<unknown, ByRequirement>();

    add(key: unknown, index: number, text: string): void {
        let own = this.byKey.get(key);
        if (!own) this.byKey.set(key, (own = new Map()));
        const known = own.get(index);
        if (!known) own.set(index, [text]);
        else if (!known.includes(text)) known.push(text);
    }

    get isEmpty(): boolean {
        return this.byKey.size === 0;
    }

    of(key: unknown, index: number): readonly string[] {
        return this.byKey.get(key)?.get(index) ?? [];
    }
}

/** The key of a countermeasure that is applied at a place. */
const appliedAt = (subject: string, countermeasure: string): string => `${countermeasure} at ${subject}`;

function noteExclusions(shown: Shown, assessment: Assessment, subject: Zone | Conduit): void {
    for (const found of refutedExclusions(assessment.lookup, subject)) {
        const { origin } = found.statement;
        if ('device' in found) {
            for (const mention of found.mentions) {
                const applies = `${foundationalRequirements[mention.fr]!.name.toLowerCase()} applies to`;
                for (const index of indexesOf(mention)) shown.add(origin, index, `${applies} ${found.device.id}`);
            }
            continue;
        }
        for (const { id, fact } of found.contradicted) shown.add(origin, requirementById(id)!.index, fact.text);
    }
    for (const statement of subject.statements) {
        if (statement.verb !== 'excludes') continue;
        const decided = statement.requirements.flatMap(each => decidedBy(assessment, subject, statement, each));
        const against = againstNoAccess(assessment, subject, decided);
        for (const index of against?.refuted ?? []) shown.add(statement.origin, index, against!.text);
    }
}

/**
 * What is shown against a claim, and what rules of their own report: as findings these would be the same cause twice.
 */
function* allAgainst(
    assessment: Assessment,
    subject: Zone | Conduit,
    { decided, against }: Pick<Refuted, 'decided' | 'against'>,
): Generator<Against> {
    yield* against;
    const round = againstBypasses(assessment.lookup, subject, decided);
    if (round) yield round;
    yield* againstFound(assessment, subject, decided);
}

/** The key of what a nested zone has from the one around it, about a boundary of its own. */
const inheritedBy = (zone: string): string => `inherited by ${zone}`;

/** What is shown against a claim of the zone around a nested one at the boundary of the nested one. */
function noteInherited(shown: Shown, assessment: Assessment, zone: Zone): void {
    const { lookup } = assessment;
    const decided = [...ofBoundary];
    const own = [againstBoundary, againstRules].flatMap(against => against(lookup, zone, decided) ?? []);
    for (const { refuted, text } of allAgainst(assessment, zone, { decided, against: own }))
        for (const index of refuted) shown.add(inheritedBy(zone.id), index, text);
}

function noteClaims(shown: Shown, assessment: Assessment, subject: Zone | Conduit): void {
    const note = (key: unknown, claim: Refuted): void => {
        for (const { refuted, text } of allAgainst(assessment, subject, claim))
            for (const index of refuted) shown.add(key, index, text);
    };
    for (const statement of subject.statements)
        for (const mention of statement.requirements) {
            const decided = decidedBy(assessment, subject, statement, mention);
            const claim = refutedMention(assessment, subject, statement, mention, decided);
            if (claim) note(statement.origin, claim);
        }
    for (const claim of refutedMeasures(assessment, subject)) note(appliedAt(subject.id, claim.mention.id), claim);
}

/** What the day of a statement says against it, where that is no reason to wait for it. */
function noteDays(shown: Shown, { today }: Assessment, subject: Zone | Conduit): void {
    for (const statement of subject.statements) {
        const text = statement.verb === 'misses' ? null : againstDay(statement, today);
        if (text === null) continue;
        for (const index of statement.requirements.flatMap(indexesOf)) shown.add(statement.origin, index, text);
    }
}

function shownAgainst(assessment: Assessment): Shown {
    const { zones, conduits, assets } = assessment.lookup.model;
    const shown = new Shown();
    for (const subject of [...zones, ...conduits]) {
        noteClaims(shown, assessment, subject);
        noteExclusions(shown, assessment, subject);
        noteDays(shown, assessment, subject);
        if (subject.kind === 'zone' && subject.parent !== null) noteInherited(shown, assessment, subject);
    }
    for (const part of [...assets, ...zones])
        for (const { around, settled } of missedInPart(assessment, part))
            for (const { index } of settled) shown.add(around, index, `${part.id} misses it`);
    return shown;
}

/** What is shown against a state at a zone or conduit, but for what it has of its requirement. */
function against(shown: Shown, subject: string, state: RequirementState): readonly string[] {
    const { index, origin, by, inheritedFrom } = state;
    const ofPart = shown.of(subject, index);
    if (state.state === 'compensated') return [...shown.of(origin, index), ...ofPart];
    if (state.state !== 'met' && state.state !== 'excluded') return [];
    const place = inheritedFrom ?? subject;
    const own = inheritedFrom === null || state.state !== 'met' ? [] : shown.of(inheritedBy(subject), index);
    return [
        ...shown.of(origin, index),
        ...own,
        ...by.flatMap(each => shown.of(appliedAt(place, each), index)),
        ...ofPart,
    ];
}

/**
 * What the model shows against the states of a zone or conduit. A state and the levels are those that were stated; this
 * has to be printed beside them, since a claim silences no fact.
 * @returns clauses such as `1 flow there has no authentication over Modbus/TCP`, by the place of the requirement in the
 * catalogue; of what nothing speaks against, nothing
 */
export function contradictedAt(
    assessment: Assessment,
    { id, requirements }: Pick<SubjectAssessment, 'id' | 'requirements'>,
): Contradicted {
    const shown = assessment.placed.once(shownAgainst);
    const found = new Map<number, readonly string[]>();
    if (shown.isEmpty) return found;
    for (const state of requirements) {
        const base = requirementById(state.id)?.base ?? null;
        const of = base === null ? undefined : requirements[requirementById(base)!.index];
        // An exclusion takes enhancements along.
        const along = of && state.state === 'excluded' && of.origin === state.origin ? found.get(of.index) : undefined;
        const texts = new Set([...against(shown, id, state), ...(along ?? [])]);
        if (texts.size > 0) found.set(state.index, [...texts]);
    }
    return found;
}

/**
 * The contradicted requirements that an SL-A rests on.
 * @returns for each FR their ids, in the order of the catalogue
 */
export function restingOnContradicted(
    { slA, requirements }: Pick<SubjectAssessment, 'slA' | 'requirements'>,
    contradicted: Contradicted,
): readonly (readonly string[])[] {
    return slA.map((level, fr) =>
        requirements
            .filter(each => each.fr === fr && each.level <= level && contradicted.has(each.index))
            .map(({ id }) => id),
    );
}

/**
 * What an SL-T asks for, is stated, and is contradicted.
 * @returns ids of requirements by zone and conduit, in the order of the text
 */
export function askedAndContradicted(assessment: Assessment): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, readonly string[]>();
    for (const subject of assessment.subjects) {
        const contradicted = contradictedAt(assessment, subject);
        const ids = subject.requirements
            .filter(({ required, index }) => required && contradicted.has(index))
            .map(({ id }) => id);
        if (ids.length > 0) found.set(subject.id, ids);
    }
    return found;
}
