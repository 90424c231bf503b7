import { isHardwired } from '../../../assessment/passing.ts';
import type { Flow, Lookup, Naming, Ports, Protection, Protocol } from '../../../model/index.ts';
import { ownNames } from '../../../model/index.ts';
import { clearCounterpartsOf } from '../../../rules/ask/secure-counterparts.ts';
import { readingOf, speaking } from './still-shown.ts';

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

/** What a flow says beside its protocols, its ports and what secures it, as one text. */
function besides({ from, to, arrow, access, container }: Flow, name: Naming): string {
    return JSON.stringify([
        name.element(from.id),
        name.element(to.id),
        arrow,
        access,
        container && name.element(container),
    ]);
}

const portText = (ports: readonly Ports[]): string =>
    JSON.stringify(ports.map(({ transport, ranges }) => [transport, ranges.map(({ from, to }) => [from, to])]).sort());

/** True where a flow uses the ports that it used: those of its protocols may be written at the flow now. */
function keepsPorts(old: Flow, was: readonly Protocol[], now: Flow): boolean {
    const before = portText(old.ports);
    const after = portText(now.ports);
    return after === before || (old.ports.length === 0 && after === portText(was.flatMap(({ ports }) => ports)));
}

/** True where what is said to secure a flow is as it was, or more: more of it is judged by itself. */
export function keepsSecuring(old: Flow, now: Flow, name: Naming): boolean {
    if (!old.secured) return true;
    const { protections, by } = old.secured;
    return (
        protections.every(each => now.secured?.protections.includes(each)) &&
        by.every(({ id }) => now.secured?.by.some(each => each.id === name.countermeasure(id)))
    );
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

/** True where the rules and the traffic of HEAD agree with what is said now, and not with what was said. */
function isShown(after: Lookup, now: Flow, was: readonly string[]): boolean {
    const isHealthy = (flow: Flow): boolean => readingOf(after, now, flow)?.class === 'healthy';
    return isHealthy(now) && !isHealthy(speaking(now, was));
}

/**
 * As what HEAD is judged for a session of which nothing but the word for its protocol has changed, and that neither
 * rules nor traffic show: the word is no proof. By a harmless word it is judged `before`, as it was. Where the word is
 * worse in one way and better in another, it is judged as `both`; one that is only worse is believed, which is `null`.
 * So is the protected counterpart of a protocol: to move to it is what one does, and the session stays what it is.
 */
export function judgedAs(before: Lookup, after: Lookup, old: Flow, now: Flow, names: Naming): 'before' | 'both' | null {
    const [was, is] = [old.protocols.map(({ id }) => names.protocol(id)), now.protocols.map(({ id }) => id)];
    const [gone, come] = [was.filter(id => !is.includes(id)), is.filter(id => !was.includes(id))];
    if (gone.length === 0 || come.length === 0) return null;
    if (come.some(id => clearCounterpartsOf(after, id).some(clear => gone.includes(clear.id)))) return null;
    const [first, last] = [
        old.protocols.flatMap(({ id }) => before.protocol(id) ?? []),
        now.protocols.flatMap(({ id }) => after.protocol(id) ?? []),
    ];
    // What HEAD has no word for cannot be asked of it.
    if (first.length === 0 || last.length === 0 || gone.some(id => !after.protocol(id))) return null;
    if (besides(old, names) !== besides(now, ownNames)) return null;
    if (!keepsPorts(old, first, now) || !keepsSecuring(old, now, names)) return null;
    const isNoWorse = isHarmless(first, last);
    if (!isNoWorse && isHarmless(last, first)) return null;
    // What is said to be a wire is judged by the session that it was.
    if (!isNoWorse && isHardwired(after, now)) return null;
    const known = was.filter(id => after.protocol(id) !== undefined);
    return isShown(after, now, known) ? null : isNoWorse ? 'before' : 'both';
}
