import type { Blamed } from './blamed.ts';
import type { Compared } from './reason.ts';

type Question = (compared: Compared['asked'], id: string) => boolean;

/**
 * What zones and conduits lack, by the rules that ask it of the outermost zone alone, or of those of which nothing at
 * all is said. True where it is lacking in HEAD.
 */
const lacks: Readonly<Record<string, Question>> = {
    // What is said of a few requirements speaks of those: it does not assess the rest.
    'not-assessed': ({ assessment }, id) =>
        assessment.of(id)?.requirements.some(({ required, state }) => required && state === 'not-assessed') ?? false,
    'zone-without-owner': ({ model, lookup }, id) => !model.system?.owner && lookup.ownerOf(id) === null,
    'zone-without-safety-designation': ({ lookup }, id) => lookup.kindOf(id) === null,
    'zone-without-flows': ({ model, lookup }, id) =>
        [
            ...lookup.chain(id),
            ...model.zones.filter(zone => lookup.within(zone.id, id)),
            ...lookup.assetsWithin(id),
            ...lookup.serving(id),
        ].every(each => lookup.flowsOf(each.id).length === 0),
};

/**
 * Answers for a finding that is no longer there whether what it says is so all the same: the zone around speaks for
 * one that was put into it, and one word more ends a finding that nothing is said.
 */
export function lackingStill({ asked, pairing }: Compared): (ended: Blamed) => boolean {
    return ({ finding, part }) => {
        const id = pairing.elements.get(finding.parts[part]!.subject ?? '');
        return id !== undefined && (lacks[finding.rule]?.(asked, id) ?? false);
    };
}
