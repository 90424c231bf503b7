import type { Seen } from './seen.ts';
import { sorted } from './seen.ts';
import type { Session } from './session.ts';

/** So many different hosts and ports within an hour are a scan. */
const scanned = 20;
/** Half an hour, in seconds. */
const slot = 1800;

/** What one source tried in half an hour: up to the number that makes a scan, each target with its row. */
interface Tries {
    readonly targets: Map<string, Session>;
    many: boolean;
    readonly days: Set<number>;
}

/**
 * What sources only tried, and which of them scan. Of a source no more is kept in half an hour than makes a scan.
 */
export class Scans {
    readonly #tries = new Map<string, Map<number, Tries>>();

    /** @param day days since 1970 */
    add(session: Session, day: number): void {
        const slots = this.#tries.get(session.from) ?? new Map<number, Tries>();
        this.#tries.set(session.from, slots);
        const at = Math.floor(session.time / slot);
        const tries = slots.get(at) ?? { targets: new Map<string, Session>(), many: false, days: new Set<number>() };
        slots.set(at, tries);
        tries.days.add(day);
        if (tries.many) return;
        const target = `${session.to} ${session.transport} ${session.toPort}`;
        if (!tries.targets.has(target)) tries.targets.set(target, session);
        if (tries.targets.size < scanned) return;
        tries.many = true;
        tries.targets.clear();
    }

    /**
     * A source that tries many targets within an hour scans, counted in steps of half an hour; all else that it tried
     * is a conversation.
     * @param add takes a conversation, once for each of its days
     * @returns the scans, one for each source that scans
     */
    settle(add: (session: Session, day: number) => void): readonly Seen[] {
        const scans: Seen[] = [];
        for (const [source, slots] of this.#tries) {
            const days = new Set<number>();
            const isScan = (at: number, next: number): boolean => {
                const [one, two] = [slots.get(at), slots.get(next)];
                if (!one || !two) return false;
                return one.many || two.many || new Set([...one.targets.keys(), ...two.targets.keys()]).size >= scanned;
            };
            for (const [at, tries] of slots) {
                if (tries.many || isScan(at, at + 1) || isScan(at - 1, at)) for (const day of tries.days) days.add(day);
                else for (const session of tries.targets.values()) for (const day of tries.days) add(session, day);
            }
            if (days.size > 0)
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
