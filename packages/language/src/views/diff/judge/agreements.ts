import { agreementText, type Agreement, type Flow } from '../../../model/index.ts';
import { namedKinds, type Listed, type NamedKind } from '../kinds.ts';
import type { AgreementFact, Change, DiffSide } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';

interface Holder {
    readonly about: string;
    readonly now: readonly Agreement[];
    /** Those of the same element before. */
    readonly old: readonly Agreement[];
}

/** What may hold agreements, with what it held before. */
function* holders({ model: old }: DiffSide, { model: now }: DiffSide, pairing: Pairing): Iterable<Holder> {
    if (now.system)
        yield { about: `system ${now.system.id}`, now: now.system.agreements, old: old.system?.agreements ?? [] };
    for (const element in namedKinds) {
        const { of, pairs } = namedKinds[element as NamedKind] as Listed<NamedKind>;
        const held = of(now).filter(({ agreements }) => agreements.length > 0);
        if (held.length === 0) continue;
        const before = new Map(of(old).map(each => [pairs(pairing).get(each.id), each]));
        for (const each of held)
            yield {
                about: `${element} ${each.id}`,
                now: each.agreements,
                old: before.get(each.id)?.agreements ?? [],
            };
    }
    const flows = now.flows.filter(({ agreements }) => agreements.length > 0);
    if (flows.length === 0) return;
    const before = new Map<Flow, Flow>([...pairing.flows].map(([was, is]) => [is, was]));
    for (const flow of flows)
        yield { about: `flow ${flow.id}`, now: flow.agreements, old: before.get(flow)?.agreements ?? [] };
}

/**
 * The agreements that have to do with a change. One counts for the change that it came with. One that was there before
 * was given to another state: it has lapsed where its element has changed, and says nothing where it has not.
 */
export function agreementFacts(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
    changes: readonly Change[],
): readonly AgreementFact[] {
    const touched = new Set(
        changes
            .filter(({ agreement, kind }) => agreement !== true && kind !== 'renamed')
            .map(({ element, id }) => `${element} ${id}`),
    );
    return [...holders(before, after, pairing)].flatMap(({ about, now, old }) => {
        const known = new Set(old.map(agreementText));
        return now.flatMap((agreement): AgreementFact[] => {
            const { what, by, until } = agreement;
            const fresh = !known.has(agreementText(agreement));
            if (!fresh && !touched.has(about)) return [];
            const over = until !== null && until.date < after.today;
            return [
                { about, what, by, until: until?.date ?? null, state: over ? 'expired' : fresh ? 'counts' : 'lapsed' },
            ];
        });
    });
}
