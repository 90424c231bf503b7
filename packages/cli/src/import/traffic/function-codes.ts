import type { Access } from 'iacs-language';
import type { AskedFunction } from './session.ts';

/** `null` for a function that shows neither reading nor writing, such as opening a file. */
type Codes = ReadonlyMap<number, Access | null>;

function codes(groups: readonly (readonly [Access | null, readonly number[]])[]): Codes {
    return new Map(groups.flatMap(([access, numbers]) => numbers.map(number => [number, access] as const)));
}

/** MODBUS Application Protocol 1.1b3, chapter 6. */
const modbus = codes([
    ['read', [1, 2, 3, 4, 7, 8, 11, 12, 17, 20, 24, 43]],
    ['write', [5, 6, 15, 16, 21, 22, 23]],
]);

/** IEEE 1815, functions of the application layer; restarts and programs count as programming. */
const dnp3 = codes([
    ['read', [0, 1, 28, 129, 130]],
    ['write', [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 21, 22, 31]],
    ['program', [13, 14, 15, 16, 17, 18, 19, 27]],
    [null, [23, 24, 25, 26, 29, 30, 32, 33, 131]],
]);

/**
 * What a function does, by its code in a protocol; `unknown` for a code that its standard does not have, and `null` for
 * one that shows nothing.
 */
export function accessOfCode(protocol: 'modbus' | 'dnp3', code: number): AskedFunction | null {
    const known = (protocol === 'modbus' ? modbus : dnp3).get(code);
    return known === undefined ? 'unknown' : known;
}
