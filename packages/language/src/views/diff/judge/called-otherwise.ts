import type { Flow, Lookup, Naming, Protection, Protocol } from '../../../model/index.ts';
import { lookup as lookupOf, ownNames } from '../../../model/index.ts';
import { reconciliation } from '../../../reconcile/index.ts';
import { clearCounterpartsOf } from '../../../rules/ask/secure-counterparts.ts';

/** Traits of which more is asked: what is called so newly is believed, and judged as it is. */
const risky: ReadonlySet<string> = new Set([
    'cleartext-credentials',
    'engineering',
    'file-transfer',
    'management',
    'messaging',
    'outdated',
    'relayed',
    'remote-access',
    'tunnel',
    'wireless',
]);

const modes: readonly (string | null)[] = [null, 'none', 'optional', 'mandatory'];

/** What a flow says beside its protocols, as one text. */
function besides({ from, to, arrow, ports, secured, access, container }: Flow, name: Naming): string {
    return JSON.stringify([
        name.element(from.id),
        name.element(to.id),
        arrow,
        ports.map(({ transport, ranges }) => [transport, ranges]),
        secured && [secured.protections, secured.by.map(({ id }) => name.countermeasure(id))],
        access,
        container && name.element(container),
    ]);
}

/** True where what is said now protects no less, and nothing of it asks for more. */
function isHarmless(was: readonly Protocol[], is: readonly Protocol[]): boolean {
    const traits = new Set<string>(was.flatMap(each => each.traits));
    if (is.some(each => each.traits.some(trait => risky.has(trait) && !traits.has(trait)))) return false;
    const common = (some: readonly Protocol[]): readonly Protection[] =>
        some[0]!.provides.filter(each => some.every(({ provides }) => provides.includes(each)));
    const least = (some: readonly Protocol[]): number => Math.min(...some.map(each => modes.indexOf(each.security)));
    const now = common(is);
    return common(was).every(each => now.includes(each)) && least(is) >= least(was);
}

/** True where rules and traffic agree with a flow of a model. */
function agrees(lookup: Lookup, flow: Flow): boolean {
    return reconciliation(lookup).flows.some(each => each.flow === flow && each.class === 'healthy');
}

/** What was found of flows, by the protocols that were said before: it takes a comparison with all rules. */
const answers = (): WeakMap<Flow, Map<string, boolean>> => new WeakMap();

/** True where the rules and the traffic of HEAD agree with what is said now, and not with what was said. */
function isShown(after: Lookup, now: Flow, was: readonly string[]): boolean {
    const { model } = after;
    if (model.rulesets.length === 0 && model.observations.length === 0) return false;
    const all = after.once(answers);
    const known = all.get(now) ?? new Map<string, boolean>();
    all.set(now, known);
    const key = was.join(' ');
    const before = { ...now, protocols: was.map(id => ({ id, at: now.origin.name })) };
    const flows = model.flows.map(flow => (flow === now ? before : flow));
    const found = known.get(key) ?? (agrees(after, now) && !agrees(lookupOf({ ...model, flows }), before));
    known.set(key, found);
    return found;
}

/**
 * True for a session of which nothing but the word for its protocol has changed, for a harmless one, and that neither
 * rules nor traffic show. The word is no proof, so HEAD is judged by the session as it was. The protected counterpart
 * of a protocol is believed: to move to it is what one does, and the session stays what it is.
 */
export function isCalledOtherwise(before: Lookup, after: Lookup, old: Flow, now: Flow, names: Naming): boolean {
    const [was, is] = [old.protocols.map(({ id }) => names.protocol(id)), now.protocols.map(({ id }) => id)];
    const [gone, come] = [was.filter(id => !is.includes(id)), is.filter(id => !was.includes(id))];
    if (gone.length === 0 || come.length === 0) return false;
    if (come.some(id => clearCounterpartsOf(after, id).some(clear => gone.includes(clear.id)))) return false;
    const [first, last] = [
        old.protocols.flatMap(({ id }) => before.protocol(id) ?? []),
        now.protocols.flatMap(({ id }) => after.protocol(id) ?? []),
    ];
    // What HEAD has no word for cannot be asked of it.
    if (first.length === 0 || last.length === 0 || gone.some(id => !after.protocol(id))) return false;
    if (besides(old, names) !== besides(now, ownNames) || !isHarmless(first, last)) return false;
    return !isShown(
        after,
        now,
        was.filter(id => after.protocol(id) !== undefined),
    );
}
