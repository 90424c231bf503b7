import type {
    Duration,
    Evidence,
    EvidenceTime,
    Lifetime,
    LifetimeDay,
    Patch,
    Patched,
    Window,
} from '../model/index.ts';
import { patchStates, untimed } from '../model/index.ts';
import { flat } from './flat.ts';
import type { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerDuration } from './lower-duration.ts';
import { onceIn } from './lower-once.ts';
import type { Lowering } from './lowering.ts';
import type { Leaf, Tree } from './tree.ts';
import { readString, spanOf } from './values.ts';

const none: readonly never[] = [];

export function lowerLifetime(block: Block): Lifetime {
    let lifetimeUnread = false;
    const dayOf = (fact: (Tree<Ast.PlannedFact> | Tree<Ast.RetiredFact>) | undefined): LifetimeDay | null => {
        if (!fact) return null;
        const day = block.lastDay(fact.day, fact);
        if (day) return { ...day, statementAt: spanOf(fact) };
        lifetimeUnread = true;
        return null;
    };
    const planned = dayOf(block.of('PlannedFact', 'planned')[0]);
    const retired = dayOf(block.of('RetiredFact', 'retired')[0]);
    if (planned && retired && retired.date <= planned.date) {
        block.fault(
            retired.at,
            `This is retired on ${retired.date}, before it is there: it is planned for ${planned.date}.`,
        );
        // Which of the two is wrong, nobody knows.
        return { planned: null, retired: null, lifetimeUnread: true };
    }
    return { planned, retired, lifetimeUnread };
}

/** What is said of the time of some evidence: each of it once. */
export interface Timed {
    readonly author?: readonly Leaf[];
    readonly dated?: readonly Leaf[];
    readonly valid?: readonly Tree<Ast.Duration>[];
    readonly until?: readonly Leaf[];
    /** True where words of the statement could not be read. */
    readonly broken?: boolean;
}

export function lowerEvidenceTime(lowering: Lowering, block: Block, fact: Timed, subject: string | null): EvidenceTime {
    const author = onceIn(lowering, fact.author, 'author', subject);
    const dated = onceIn(lowering, fact.dated, 'dated', subject);
    const valid = onceIn(lowering, fact.valid, 'valid', subject);
    const until = onceIn(lowering, fact.until, 'until', subject);
    const unread = fact.broken === true;
    if (!author && !dated && !valid && !until && !unread) return untimed;
    const time = {
        author: author ? readString(author.text) : null,
        dated: block.day(dated),
        valid: lowerDuration(lowering, block, valid, subject),
        until: block.day(until),
    };
    const isLost = unread || (dated && !time.dated) || (valid && !time.valid) || (until && !time.until);
    return isLost ? { ...time, unread: true } : time;
}

export function lowerEvidence(lowering: Lowering, block: Block, subject: string | null): readonly Evidence[] {
    const facts = block.of('EvidenceFact', 'evidence');
    if (facts.length === 0) return none;
    return flat(facts, fact => {
        const time = lowerEvidenceTime(lowering, block, fact, subject);
        return (fact.evidence ?? []).map(value => ({
            text: readString(value.text),
            time,
            origin: lowering.origin(fact, value),
        }));
    });
}

export function lowerWindows(lowering: Lowering, block: Block, subject: string | null): readonly Window[] {
    const facts = block.of('WindowFact', 'window');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Window[] => {
        const [from, to] = [block.day(fact.first), block.day(fact.last)];
        if (!from || !to) return [];
        if (to.date < from.date) {
            lowering.problem('invalid-value', fact.last!, `The window ends on ${to.date}, before it begins.`, subject);
            return [];
        }
        const title = fact.title ? readString(fact.title.text) : '';
        return [{ title, from, to, origin: lowering.origin(fact, fact.title) }];
    });
}

export function lowerPatched(lowering: Lowering, block: Block): Patched | null {
    const fact = block.of('PatchedFact', 'patched')[0];
    if (!fact?.version) return null;
    const other = block.of('TextFact', 'version')[0];
    const value = other?.values?.[0];
    const on = block.lastDay(fact.day, fact);
    return {
        version: readString(fact.version.text),
        besides: other && value ? lowering.origin(other, value) : null,
        on: on ?? null,
        ...(on === undefined ? { unread: true as const } : {}),
        origin: lowering.origin(fact, fact.version),
    };
}

export function lowerPatches(lowering: Lowering, block: Block): readonly Patch[] {
    const facts = block.of('PatchFact', 'patch');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Patch[] => {
        const state = fact.state && block.oneOf(fact.state, patchStates, 'a state of a patch');
        if (!fact.version || !state) return [];
        const on = block.lastDay(fact.day, fact);
        return [
            {
                version: readString(fact.version.text),
                state,
                on: on ?? null,
                ...(on === undefined ? { unread: true as const } : {}),
                origin: lowering.origin(fact, fact.version),
            },
        ];
    });
}

export function lowerSupport(block: Block) {
    return block.day(block.of('SupportedFact', 'supported')[0]?.day);
}

/** The downtime that a block says; one that cannot be read is not none. */
export function lowerDowntime(
    lowering: Lowering,
    block: Block,
    subject: string | null,
): { readonly downtime: Duration | null; readonly downtimeUnread: boolean } {
    const fact = block.of('DowntimeFact', 'downtime')[0];
    const downtime = lowerDuration(lowering, block, fact?.duration, subject);
    const downtimeUnread = fact !== undefined && (downtime === null || fact.broken === true);
    return { downtime: downtimeUnread ? null : downtime, downtimeUnread };
}

/** How long evidence is good for. What cannot be read is no time at all: it must not make evidence last for ever. */
export function lowerEvidenceValid(lowering: Lowering, block: Block, subject: string | null): Duration | null {
    const fact = block.of('EvidenceValidFact', 'evidence-valid')[0];
    if (!fact) return null;
    return lowerDuration(lowering, block, fact.duration, subject) ?? { amount: 0, unit: 'days', at: spanOf(fact) };
}
