import type { Flow } from '../../model/index.ts';
import type { Pairing } from './pairing.ts';
import type { Reason } from './model-diff.ts';

const accesses = ['read', 'write', 'program'] as const;

/** Positive when the second is more, negative when it is less, 0 where they are equal or one of them is not stated. */
function step(before: Flow['access'], after: Flow['access']): number {
    return before === null || after === null ? 0 : accesses.indexOf(after) - accesses.indexOf(before);
}

/** Days compare as text; a flow without an end lasts for ever. */
const lasting = (flow: Flow): string => flow.until?.date ?? '9999-12-31';

const sameProtocols = (a: Flow, b: Flow): boolean =>
    a.protocols.map(protocol => protocol.id).sort().join(' ') === b.protocols.map(protocol => protocol.id).sort().join(' ');

/** What a session has come to be able to do, and no longer, though it stands between the same ends. Turned round, each reason is the opposite one. */
export function sessionReasons({ flows }: Pairing): readonly Reason[] {
    const reasons: Reason[] = [];
    const say = (worse: boolean, text: string): void => {
        reasons.push({ direction: worse ? 'worse' : 'better', text });
    };
    for (const [old, now] of flows) {
        const more = step(old.access, now.access);
        if (more !== 0) say(more > 0, `${now.id} has access ${now.access}, where it was ${old.access}`);
        const [was, is] = [new Set(old.secured?.protections), new Set(now.secured?.protections)];
        // Another protocol may protect what was secured beside the old one.
        if (sameProtocols(old, now)) {
            const [lost, won] = [[...was].filter(each => !is.has(each)), [...is].filter(each => !was.has(each))];
            if (lost.length > 0) say(true, `${now.id} is no longer secured by ${lost.join(', ')}`);
            if (won.length > 0) say(false, `${now.id} is now secured by ${won.join(', ')}`);
        }
        const [first, last] = [lasting(old), lasting(now)];
        if (first !== last) say(last > first, `${now.id} lasts ${now.until ? `until ${last}` : 'without an end'}, where it was ${old.until ? `until ${first}` : 'without an end'}`);
    }
    return reasons;
}
