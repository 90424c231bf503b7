import type { Seen } from './seen.ts';
import { sorted } from './seen.ts';
import type { Session } from './session.ts';
import { TrafficError } from './session.ts';

/** So many different hosts and ports within an hour are a scan. */
const scanned = 20;
/** Half an hour, in seconds. */
const slot = 1800;
/** More than a plant has; beyond it something else was given. */
const mostTargets = 500_000;
const mostSlots = 2_000_000;

/** A host and a port that one source tried. */
interface Target {
    readonly key: string;
    readonly session: Session;
    /** In how many half hours it is among the tries. */
    uses: number;
}

/** What one source tried in half an hour: up to the number that makes a scan. */
interface Tries {
    /** Days since 1970; `null` where the clock of the source was wrong. */
    readonly day: number | null;
    readonly targets: Target[];
    many: boolean;
}

interface Source {
    readonly targets: Map<string, Target>;
    readonly slots: Map<number, Tries>;
}

/**
 * What sources only tried, and which of them scan. Of a source no more is kept in half an hour than makes a scan, and
 * each target once.
 */
export class Scans {
    readonly #sources = new Map<string, Source>();
    #targets = 0;
    #slots = 0;

    /**
     * @param session one with a time
     * @param day days since 1970; `null` where the clock of the source is wrong
     * @throws {@link TrafficError} where there is more than memory should hold
     */
    add(session: Session, day: number | null): void {
        const source = this.#sources.get(session.from) ?? { targets: new Map(), slots: new Map() };
        this.#sources.set(session.from, source);
        const at = Math.floor(session.time / slot);
        let tries = source.slots.get(at);
        if (!tries) {
            tries = { day, targets: [], many: false };
            source.slots.set(at, tries);
            this.#slots += 1;
        }
        if (tries.many) return;
        const key = `${session.to} ${session.transport} ${session.toPort}`;
        let target = source.targets.get(key);
        if (target && tries.targets.includes(target)) return;
        if (!target) {
            target = { key, session, uses: 0 };
            source.targets.set(key, target);
            this.#targets += 1;
        }
        target.uses += 1;
        tries.targets.push(target);
        if (tries.targets.length >= scanned) this.#settled(source, tries);
        if (this.#targets > mostTargets || this.#slots > mostSlots)
            throw new TrafficError(
                'There are more than 500,000 different attempts without an answer: take a shorter time with --since ' +
                    'and --until, or the log of one place.',
            );
    }

    /** A scan for certain: its targets are not written. */
    #settled(source: Source, tries: Tries): void {
        tries.many = true;
        for (const target of tries.targets.splice(0)) {
            target.uses -= 1;
            if (target.uses > 0) continue;
            source.targets.delete(target.key);
            this.#targets -= 1;
        }
    }

    /**
     * A source that tries many targets within an hour scans, counted in steps of half an hour; all else that it tried
     * is a conversation.
     * @param add takes a conversation, once for each of its days
     * @returns the scans, one for each source that scans
     */
    settle(add: (session: Session, day: number | null) => void): readonly Seen[] {
        const scans: Seen[] = [];
        for (const [source, { slots }] of this.#sources) {
            const days = new Set<number>();
            let isOne = false;
            const isScan = (at: number, next: number): boolean => {
                const [one, two] = [slots.get(at), slots.get(next)];
                if (!one || !two) return false;
                return one.many || two.many || new Set([...one.targets, ...two.targets]).size >= scanned;
            };
            for (const [at, tries] of slots) {
                if (tries.many || isScan(at, at + 1) || isScan(at - 1, at)) {
                    isOne = true;
                    if (tries.day !== null) days.add(tries.day);
                } else for (const { session } of tries.targets) add(session, tries.day);
            }
            if (isOne)
                scans.push({
                    from: source,
                    to: 'any',
                    arrow: '->',
                    service: 'any',
                    protocol: '',
                    outcome: 'scanned',
                    days: sorted(days),
                    access: null,
                });
        }
        return scans;
    }
}
