import type { Lowering } from './lowering.ts';
import type { Leaf } from './tree.ts';

/*
 * What the parser reads and nobody means. A command line loads it with the first of them.
 */

/** A range of at most 16 addresses as a list of them, which it is written as. */
export function listOfRange(text: string): string | null {
    const [, net, first, net2, last] = /^((?:\d+\.){3})(\d+)-((?:\d+\.){3})(\d+)$/.exec(text) ?? [];
    const count = Number(last) - Number(first) + 1;
    if (net === undefined || net !== net2 || !(count > 1 && count <= 16)) return null;
    return Array.from({ length: count }, (_, index) => `${net}${Number(first) + index}`).join(', ');
}

/** Says of an amount what it is, and offers both that it may be. */
export function reportOpenAmount(lowering: Lowering, cost: Leaf, subject: string): void {
    const [whole, read] = [cost.text.replace('.', ''), String(Number(cost.text))];
    const message = `${cost.text} is ${read}, not ${whole}: write one of them.`;
    const fixes = [whole, read].map(text => lowering.replacement(`Write ${text}`, cost, text, false));
    lowering.problem('invalid-value', cost, message, subject, fixes);
}
