import { counted } from '../../../model/index.ts';
import type { Change, ModelDiff, ReasonKind } from '../model-diff.ts';

export { counted };

/** A change as one line, without its place: `asset Control.Plc1 renamed from Plc`. */
export function changeText({ kind, element, id, what }: Change): string {
    const said = kind === 'changed' ? what : `${kind}${what === '' ? '' : ` ${what}`}`;
    return `${element} ${id}${kind === 'changed' ? ':' : ''} ${said}`.trimEnd();
}

/** `3 zones`, `1 party`, `2 advisories`. */
export function countedOf(count: number, element: Change['element']): string {
    const many = element === 'settings' ? element : `${element.replace(/y$/, 'ie')}s`;
    return counted(count, element, many);
}

/** `3 added, 1 renamed`. */
export function countText(changes: readonly Change[]): string {
    const counts = Map.groupBy(changes, change => change.kind);
    return (['added', 'removed', 'moved', 'renamed', 'changed'] as const)
        .flatMap(kind => (counts.has(kind) ? [`${counts.get(kind)!.length} ${kind}`] : []))
        .join(', ');
}

/** Gains that count where they are shown. */
const gains: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
    'measure-raised',
    'protection-raised',
    'requirement-gained',
    'risk-lowered',
    'risk-tolerable',
    'sl-a-raised',
]);

/** One sentence for what a verdict says. */
export function verdictText({ changes, security }: ModelDiff): string {
    switch (security.verdict) {
        case 'incomplete':
            return 'No verdict: not everything was understood.';
        case 'worse':
            return 'Security gets worse.';
        case 'better':
            return 'Security gets better.';
        case 'mixed':
            return 'Some of it gets better, some gets worse.';
        case 'none': {
            if (changes.length === 0) return 'Nothing changes in meaning.';
            if (security.reasons.some(({ kind }) => gains.has(kind)))
                return 'Nothing gets worse by it, and nothing is shown to get better: what is only said is named.';
            if (security.reasons.length > 0)
                return 'Nothing gets better or worse by it; what has to be known of it is named.';
            const inside = security.reachability.opened.total + security.reachability.closed.total > 0;
            return inside
                ? 'Reachability changes inside zones alone; no other consequence for security was found.'
                : 'No consequence for security was found.';
        }
    }
}

/** What the reader has to know where a side was not understood as a whole; empty otherwise. */
export function doubtText({ doubts }: ModelDiff): string {
    const sides = doubts.map(({ side, problems }) => `${side} (${counted(problems.length, 'problem')})`);
    return sides.length === 0
        ? ''
        : `Not everything was understood in ${sides.join(' and ')}: compared as far as it was, so something may be ` +
              'missing here.';
}
