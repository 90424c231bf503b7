import { knowledge } from './knowledge.ts';
import { librarySources } from './library/index.ts';
import type { Library } from './syntax/index.ts';
import { lowerLibrary, parse } from './syntax/index.ts';

let builtIn: Library | undefined;

/**
 * The built-in asset types and protocols, parsed once. The bundle of a check has it as data in the place of this module
 * (`library/packed.ts`).
 */
export function library(): Library {
    builtIn ??= lowerLibrary(
        librarySources.map(({ uri, text }) => parse(uri, text)),
        knowledge,
    );
    return builtIn;
}
