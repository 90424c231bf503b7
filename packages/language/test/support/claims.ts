import type { Model } from '../../src/model/index.ts';
import type { Loaded } from './load.ts';

/**
 * What a model claims about security: what is met, applied, in service, secured, owned, watched, approved, accepted,
 * reasoned and shown; which device enforces a boundary, and who opens a session.
 * @returns how often each is said, by its words
 */
export function claimsOf(model: Model): ReadonlyMap<string, number> {
    const said: (string | null)[] = [];
    const say = (word: string, value: string | null | undefined): void =>
        void said.push(value == null ? null : `${word} ${value}`);
    for (const subject of [...model.zones, ...model.conduits, ...model.assets]) {
        for (const { id } of subject.applies) say('applies', id);
        for (const { verb, requirements } of subject.statements) {
            for (const each of requirements)
                if (verb !== 'misses')
                    say(verb, each.kind === 'requirement' ? each.id : `FR ${each.fr + 1} SL ${each.level}`);
        }
        for (const { because, evidence } of subject.statements) {
            say('because', because);
            for (const text of evidence) say('evidence', text);
        }
        for (const { text } of subject.notes.evidence) say('evidence', text);
        say('owner', subject.owner);
    }
    for (const subject of [...model.zones, ...model.conduits]) {
        say('because', subject.slT?.because);
        for (const [fr, level] of subject.slA?.levels.entries() ?? [])
            for (let each = 1; each <= (level ?? 0); each++) say(`SL-A ${subject.id} ${fr}`, String(each));
    }
    for (const conduit of model.conduits) {
        say('monitored by', conduit.monitoredBy);
        for (const { id } of conduit.via) say('enforces', `${conduit.name} ${lastOf(id)}`);
    }
    for (const asset of model.assets) say('SL-C', asset.slC?.levels.join(' '));
    for (const flow of model.flows) {
        for (const protection of flow.secured?.protections ?? []) say('secured', protection);
        say('approved by', flow.approvedBy);
        say('access', flow.access);
        say('until', flow.until?.date);
    }
    for (const each of model.countermeasures) {
        say('status', each.status === 'planned' ? null : each.status);
        say('owner', each.owner);
        say('due', each.due?.date);
    }
    for (const { id, exceptions } of model.invariants)
        for (const { from, to } of exceptions) say('except', `${id} ${from.id} ${to.id}`);
    for (const list of [
        model.zones,
        model.conduits,
        model.assets,
        model.flows,
        model.countermeasures,
        model.threats,
        model.invariants,
    ]) {
        for (const { accepts } of list) accepts.forEach(() => say('accept', 'a finding'));
    }
    return new Map(
        [
            ...Map.groupBy(
                said.filter(each => each !== null),
                each => each,
            ),
        ].map(([claim, all]) => [claim, all.length]),
    );
}

/** The last part of an id. */
const lastOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

const countOf = (list: readonly string[], wanted: string): number => list.filter(each => each === wanted).length;

/**
 * Sessions that another end opens alone than before, by the names of their ends: an asset may get another id, and a
 * flow other ends. Where all that was between two ends is left, one more has come to them from a whole zone.
 */
export function turnedSessions(before: Model, after: Model): readonly string[] {
    const openers = ({ flows }: Model) =>
        Map.groupBy(
            flows.map(({ from, to, arrow }) => ({
                pair: [lastOf(from.id), lastOf(to.id)].sort().join(' and '),
                opener: arrow === '->' ? lastOf(from.id) : arrow,
            })),
            ({ pair }) => pair,
        );
    const known = openers(before);
    return [...openers(after)].flatMap(([pair, all]) => {
        const said = known.get(pair)?.map(({ opener }) => opener);
        const left = all.map(({ opener }) => opener);
        const isLeft = (each: string): boolean => countOf(left, each) >= countOf(said!, each);
        if (said?.every(isLeft)) return [];
        return all.flatMap(({ opener }) => (said && !said.includes(opener) ? [`${opener} opens, of ${pair}`] : []));
    });
}

/** The kinds of zones that lie outside of what is assessed, by the ids of the zones. */
export function outsideZones({ model }: Loaded): ReadonlyMap<string, string | null> {
    return new Map(
        model.zones.map(({ id, zoneKind }) => [
            id,
            zoneKind === 'external' || zoneKind === 'enterprise' ? zoneKind : null,
        ]),
    );
}

/** The SL-T of the safety zones, by their ids. */
export function safetyTargets({ model, lookup, assessment }: Loaded): ReadonlyMap<string, string> {
    return new Map(
        model.zones
            .filter(zone => lookup.kindOf(zone.id) === 'safety')
            .map(zone => [zone.id, String(assessment.of(zone.id)?.slT)]),
    );
}
