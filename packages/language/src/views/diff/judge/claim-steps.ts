import type { Verb } from '../../../model/index.ts';
import { some } from './reason.ts';

/** Met above compensated above excluded above missed; the assessment of zones and conduits says the same of theirs. */
export const ranks: Readonly<Record<Verb, number>> = { meets: 4, compensates: 3, excludes: 2, misses: 1 };

/** Requirements with the same step, reported once. */
export class Steps {
    private readonly groups = new Map<string, string[]>();

    note(text: string, requirement: string): void {
        this.groups.set(text, [...(this.groups.get(text) ?? []), requirement]);
    }

    *grouped(): Iterable<readonly [string, string]> {
        for (const [text, requirements] of this.groups) yield [text, some(requirements, 6)];
    }
}
