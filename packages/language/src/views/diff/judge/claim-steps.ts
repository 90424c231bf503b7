import type { Verb } from '../../../model/index.ts';
import { plural } from '../../../model/index.ts';
import { some } from './reason.ts';

/** Met above compensated above excluded above missed; the assessment of zones and conduits says the same of theirs. */
export const ranks: Readonly<Record<Verb, number>> = { meets: 4, compensates: 3, excludes: 2, misses: 1 };

/** What follows for some requirements that are not excluded any more. */
export const askedAgain = (count: number): string => `so ${plural(count, 'it is', 'they are')} asked for again`;

/** Requirements with the same step, reported once. */
export class Steps {
    private readonly groups = new Map<string, { readonly say: (several: boolean) => string; readonly ids: string[] }>();

    /** @param said a sentence, or one for a requirement and one for several */
    note(said: string | ((several: boolean) => string), requirement: string): void {
        const say = typeof said === 'string' ? (): string => said : said;
        const group = this.groups.get(say(false)) ?? { say, ids: [] };
        this.groups.set(say(false), group);
        group.ids.push(requirement);
    }

    /** What is said, of which requirements, and of how many. */
    *grouped(): Iterable<readonly [string, string, number]> {
        for (const { say, ids } of this.groups.values()) yield [say(ids.length > 1), some(ids, 6), ids.length];
    }
}
