import { commas } from './as-written/commas.ts';
import type { Token } from './lex.ts';
import type { Misread } from './misread.ts';
import { mistake } from './misread.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';

const [conduit, between, and] = ['conduit', 'between', 'and'].map(word => wordKinds.get(word)! & ~1) as [
    number,
    number,
    number,
];

/**
 * Reads the signs that people write between the zones of a conduit, `between A, B and C`, as `and`: without the zones
 * nothing in the conduit would be found.
 */
export class ConduitEnds {
    /** The words of `A, and B` that are one too many. */
    readonly rest = new Set<Token>();
    private inHead = false;
    /** True behind `between` in the head of a conduit. */
    private inEnds = false;
    /** True right behind a sign that was read as `and`. */
    private isJoined = false;

    /**
     * Takes the next token, and changes its kind where it joins two zones.
     * @param standsFirst true for the first token of a line
     */
    take(token: Token, standsFirst: boolean, errors: Misread[]): void {
        const kind = token.kind & ~1;
        if (standsFirst) [this.inHead, this.inEnds] = [kind === conduit, false];
        else if (token.kind === kinds['{']) this.inHead = this.inEnds = false;
        else if (this.inEnds && kind !== and && commas.has(token.image)) {
            errors.push(mistake(token, 'The zones of a conduit are joined by `and`.'));
            token.kind = and;
            token.image = 'and';
            this.isJoined = true;
            return;
        } else if (this.inEnds && kind === and && this.isJoined) this.rest.add(token);
        else if (this.inHead && kind === between) this.inEnds = true;
        this.isJoined = false;
    }
}
