import type { Ranges } from 'iacs-language/filter';
import { all4, all6, everyAddress } from 'iacs-language/filter';

/** A base chain. */
export interface Chain {
    readonly key: string;
    readonly name: string;
    readonly family: string;
    readonly hook: string | null;
    readonly type: string | null;
    readonly priority: number;
    readonly policy: 'accept' | 'drop';
}

/** The addresses of the families of which chains are read. */
export const families: Readonly<Record<string, Ranges>> = { ip: all4, ip6: all6, inet: everyAddress };
