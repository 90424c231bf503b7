import type { Level } from '../../model/index.ts';
import type { Severity } from '../engine/rule.ts';

/**
 * How grave a lack is for a target level.
 * @param target SL-T of the foundational requirement; `null` where nobody said
 * @param wanted the lowest level that asks for what is lacking
 * @returns an error where it is asked for, a warning below that or where nobody said, `null` where SL-T is 0
 */
export function grade(target: Level | null | undefined, wanted: number): Severity | null {
    if (target === 0) return null;
    return (target ?? 0) >= wanted ? 'error' : 'warning';
}
