import type { Difference } from '../../syntax/index.ts';

/** How many letters are compared at once, from coarse to fine. */
const strides = [16_384, 256, 1];

/** The smallest stretch in which two texts differ. */
export function differenceOf(before: string, after: string): Difference {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    let tail = 0;
    for (const stride of strides) {
        while (start + stride <= shorter && isSame(before, start, after, start, stride)) start += stride;
    }
    for (const stride of strides) {
        while (
            tail + stride <= shorter - start &&
            isSame(before, before.length - tail - stride, after, after.length - tail - stride, stride)
        )
            tail += stride;
    }
    return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

function isSame(before: string, at: number, after: string, other: number, length: number): boolean {
    return length === 1
        ? before.charCodeAt(at) === after.charCodeAt(other)
        : before.slice(at, at + length) === after.slice(other, other + length);
}
