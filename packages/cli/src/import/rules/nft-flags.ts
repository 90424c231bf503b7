import { intersect } from 'iacs-language/filter';
import type { Condition } from './nft-condition.ts';
import { isFlags, isObject } from './nft-values.ts';
import { servicesFrom } from './reading.ts';

/**
 * A condition narrowed by `tcp flags syn`: a session that is opened has that flag and no other of those that answer.
 * @returns `null` where the flags are not in the export
 */
export function byFlags(
    condition: Condition,
    op: string,
    elements: readonly unknown[] | null,
): readonly Condition[] | null {
    if (!elements) return null;
    const opens = elements.includes('syn');
    return [opens === (op !== '!=') ? overTcp(condition) : { ...condition, trait: condition.trait ?? 'invalid' }];
}

/**
 * A condition narrowed by `tcp flags & (syn | ack) == syn`.
 * @param sides what is masked, and the mask
 * @returns `null` where it is written in another form
 */
export function byMaskedFlags(
    condition: Condition,
    sides: readonly unknown[],
    op: string,
    right: unknown,
): readonly Condition[] | null {
    const [left] = sides;
    if (!isFlags(left)) return null;
    const [mask, wanted] = [flagNames(sides[1]), flagNames(right)];
    if (!mask || !wanted) return null;
    // The packet that opens a session has SYN alone.
    const opens = mask.has('syn') === wanted.has('syn') && ![...wanted].some(flag => flag !== 'syn');
    return [opens === (op !== '!=') ? overTcp(condition) : { ...condition, trait: condition.trait ?? 'invalid' }];
}

/** The flags of TCP in a mask or a value; none for 0, `null` where they are written in another form. */
function flagNames(value: unknown): ReadonlySet<string> | null {
    if (value === 0 || value === '0' || value === '0x0') return new Set();
    const all = Array.isArray(value) ? value : isObject(value) ? (value['|'] ?? value['set']) : [value];
    if (!Array.isArray(all)) return null;
    const nested = all.map(each => (typeof each === 'string' ? new Set([each]) : flagNames(each)));
    return nested.every(each => each !== null) ? new Set(nested.flatMap(each => [...each])) : null;
}

function overTcp(condition: Condition): Condition {
    return { ...condition, services: intersect(condition.services, servicesFrom([{ transport: 'tcp', ranges: [] }])) };
}
