import type { TolerantParser } from './tolerant-parser.ts';

/** The name of the bundle with Langium in it, which the builds of the shells write beside their own; see their `build.mjs`. */
declare const IACS_TOLERANT_PARSER: string | undefined;

let parser: TolerantParser | undefined;

/**
 * The parser of texts with mistakes. It stands on Langium, which is half of all code that a check would load: so it is loaded when the
 * first such text is met, in the middle of a call that gives its answer at once. That is what `require` is for.
 */
export function tolerantParser(): TolerantParser {
    if (parser) return parser;
    const here = import.meta.url;
    const file = typeof IACS_TOLERANT_PARSER === 'string' ? IACS_TOLERANT_PARSER : `./tolerant-parser${here.endsWith('.ts') ? '.ts' : '.js'}`;
    const { createTolerantParser } = process.getBuiltinModule('node:module').createRequire(here)(file) as typeof import('./tolerant-parser.ts');
    parser = createTolerantParser();
    return parser;
}
