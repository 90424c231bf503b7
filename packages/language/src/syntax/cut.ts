import { leadingWords, topLevelWords } from '../statements/index.ts';
import { endOfComment, endOfString } from './literals.ts';
import { endOfName } from './name-shape.ts';

/**
 * Where a text can be cut into pieces that are read apart, and mean the same as the whole: before statements of the top level.
 *
 * What is sound about it. A piece begins behind the last sign or word of the piece before, so the comments before a statement are in its
 * piece. A cut is only made where the parser, too, takes the word for the beginning of a statement: at the very start of a line, behind
 * nothing that says its list or path goes on. Braces in a piece are balanced. A word at the start of a line that is inside of a block
 * makes no cut, as long as the block is closed; where it never is, the braces that are missing end with the piece, as the parser of texts
 * with mistakes has it (a declaration at the very start of a line ends the blocks around it). So a piece can be read without what is
 * around it, and an edit changes the pieces that it touches, and those whose braces it opens or closes.
 */

const quote = 34;
const slash = 47;
const star = 42;
const open = 123;
const close = 125;
const firstNonAscii = 0x80;

const words: ReadonlySet<string> = new Set(topLevelWords);
/** 1 for the letters with which a statement of the top level begins. */
const firstLetters = tableOf(topLevelWords.map(word => word.charCodeAt(0)));
/** 1 for the signs that are more than a part of a piece. */
const special = tableOf([quote, slash, open, close]);
const longestWord = Math.max(...topLevelWords.map(word => word.length));
const goingOn: ReadonlySet<string> = new Set([',', '.', ...leadingWords]);
const lastWord = /(?:[,.]|<?->|--|[\p{L}_][\p{L}\p{M}\p{N}_-]*)$/u;

function tableOf(codes: readonly number[]): Uint8Array {
    const table = new Uint8Array(firstNonAscii);
    for (const code of codes) table[code] = 1;
    return table;
}

/** A place before a statement at the very start of a line. */
interface Joint {
    /** The end of what is before it, comments left aside. */
    readonly at: number;
    /** How many braces are open there. */
    readonly depth: number;
}

/**
 * The offsets at which the pieces of a text begin, in their order; the first one is 0. Linear in the text.
 * @param text a whole file
 */
export function cut(text: string): number[] {
    const { joints, depth } = jointsIn(text);
    const depths = [0, ...joints.map(joint => joint.depth), depth];
    const ends = endsOf(depths);
    const starts = [0];
    for (let joint = ends[0]!; joint <= joints.length; joint = ends[joint]!) starts.push(joints[joint - 1]!.at);
    return starts;
}

/**
 * For each joint the one at which the piece that begins there ends: the next one at which as many braces are open, or fewer; simply the next
 * one where that never happens, because a brace is missing.
 * @param depths the braces that are open at each joint, the beginning and the end of the text among them
 */
function endsOf(depths: readonly number[]): readonly number[] {
    const ends: number[] = [];
    const later: number[] = [];
    for (let joint = depths.length - 1; joint >= 0; joint--) {
        while (later.length > 0 && depths[later.at(-1)!]! > depths[joint]!) later.pop();
        ends[joint] = later.at(-1) ?? joint + 1;
        later.push(joint);
    }
    return ends;
}

function jointsIn(text: string): { readonly joints: readonly Joint[]; readonly depth: number } {
    const joints: Joint[] = [];
    let depth = 0;
    let lastEnd = 0;
    let at = 0;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code > 32 && code < firstNonAscii && !special[code]) lastEnd = ++at;
        else if (code === 10 || code === 13) {
            at++;
            if (lastEnd > 0 && firstLetters[text.charCodeAt(at)] && beginsStatement(text, at) && !goesOn(text, lastEnd)) joints.push({ at: lastEnd, depth });
        } else if (code <= 32) at++;
        else if (code === slash && (text.charCodeAt(at + 1) === slash || text.charCodeAt(at + 1) === star)) at = endOfComment(text, at);
        else {
            if (code === open) depth++;
            else if (code === close) depth--;
            at = lastEnd = code === quote || code >= firstNonAscii ? Math.max(at + 1, endOfString(text, at)) : at + 1;
        }
    }
    return { joints, depth };
}

function beginsStatement(text: string, at: number): boolean {
    const end = endOfName(text, at);
    return end - at <= longestWord && words.has(text.slice(at, end));
}

/** True where the text before an offset says that its list, path or question goes on. */
function goesOn(text: string, end: number): boolean {
    const last = lastWord.exec(text.slice(Math.max(0, end - 2 * longestWord), end));
    return last !== null && goingOn.has(last[0]);
}
