/** Tries properties, and makes the input of a failure as small as it gets. */
import fc from 'fast-check';
import type { FoundFailure, Property } from './property.ts';

/** The message of a failure; `null` where the property holds. */
export async function failureOf({ holds }: Property, texts: readonly string[]): Promise<string | null> {
    try {
        await holds(texts);
        return null;
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

/** A text without a part of its lines, then of its characters, as long as the property still fails. */
async function smaller(text: string, fails: (text: string) => Promise<boolean>, by: RegExp): Promise<string> {
    let parts: string[] = text.match(by) ?? [];
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
        for (let at = 0; at < parts.length;) {
            const without = [...parts.slice(0, at), ...parts.slice(at + size)];
            if (await fails(without.join(''))) parts = without;
            else at += size;
        }
    return parts.join('');
}

/** The smallest input found on which the property fails. */
export async function minimised(property: Property, texts: readonly string[]): Promise<readonly string[]> {
    let all = [...texts];
    for (let index = all.length - 1; index >= 0 && all.length > 1; index--) {
        const without = all.filter((_, other) => other !== index);
        if ((await failureOf(property, without)) !== null) all = without;
    }
    for (const index of all.keys())
        for (const by of [/[^\n]*\n|[^\n]+$/g, /[\s\S]/gu]) {
            const fails = async (text: string): Promise<boolean> =>
                (await failureOf(property, all.with(index, text))) !== null;
            // One character after the other takes too long in a text that is still large.
            if (by.flags.includes('u') && all[index]!.length > 2000) continue;
            all = all.with(index, await smaller(all[index]!, fails, by));
        }
    return all;
}

/**
 * Tries a property on inputs of one seed.
 * @returns the first failure, minimised; `null` where there is none
 */
export async function tried(property: Property, seed: number, runs: number): Promise<FoundFailure | null> {
    const details = await fc.check(
        fc.asyncProperty(property.inputs, async texts => {
            await property.holds(texts);
        }),
        { seed, numRuns: runs, endOnFailure: true },
    );
    const [texts] = details.counterexample ?? [];
    if (!details.failed || !texts) return null;
    return { property: property.name, seed, texts: await minimised(property, texts) };
}
