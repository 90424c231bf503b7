import { leadingWords, topLevelWords } from '../statements/index.ts';
import { endOfComment, endOfString } from './literals.ts';
import { endOfName } from './name-shape.ts';

/**
 * Where a text can be cut into pieces that are read apart, and mean the same as the whole: before statements of the top
 * level.
 *
 * What is sound about it. A piece begins behind the last sign or word of the piece before, so the comments before a
 * statement are in its piece. A cut is only made where the parser, too, takes the word for the beginning of a
 * statement: at the very start of a line, behind nothing that says its list or path goes on. Braces in a piece are
 * balanced. A word at the start of a line that is inside of a block makes no cut, as long as the block is closed; where
 * it never is, the braces that are missing end with the piece, as the parser of texts with mistakes has it (a
 * declaration at the very start of a line ends the blocks around it). So a piece can be read without what is around it,
 * and an edit changes the pieces that it touches, and those whose braces it opens or closes.
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

function tableOf(codes: readonly number[]): Uint8Array {
    const table = new Uint8Array(firstNonAscii);
    for (const code of codes) table[code] = 1;
    return table;
}

/** A place before a statement at the very start of a line. */
interface Joint {
    /** The end of what is before it, comments left aside. */
    readonly at: number;
    /** Where its word begins. */
    readonly word: number;
    /** How many braces are open there. */
    readonly depth: number;
}

/** Where a text is cut, and what is needed to cut it again after an edit. */
export interface Cuts {
    /** The offsets at which the pieces begin, in their order; the first one is 0. */
    readonly starts: readonly number[];
    readonly joints: readonly Joint[];
    /** How many braces are open at the end. */
    readonly depth: number;
}

/** Where two texts differ: what was from `start` to `oldEnd` became what is from `start` to `newEnd`. */
export interface Difference {
    readonly start: number;
    readonly oldEnd: number;
    readonly newEnd: number;
}

/**
 * The offsets at which the pieces of a text begin, in their order; the first one is 0. Linear in the text.
 * @param text a whole file
 */
export function cut(text: string): readonly number[] {
    return cuts(text).starts;
}

/** {@link cut}, with what is needed to do it again. */
export function cuts(text: string): Cuts {
    return cutAt(scan(text, { at: 0, word: 0, depth: 0 }, () => false));
}

/**
 * What {@link cuts} gives, from what it gave before an edit: looks at the text between the joints around the edit
 * alone.
 */
export function recut(before: Cuts, text: string, { start, oldEnd, newEnd }: Difference): Cuts {
    const shift = newEnd - oldEnd;
    let head = before.joints.length;
    while (head > 0 && before.joints[head - 1]!.word + longestWord >= start) head--;
    const oldAt = new Map(before.joints.slice(head).map((joint, index) => [joint.word, head + index]));
    const isOld = (joint: Joint): boolean => joint.word >= newEnd && oldAt.has(joint.word - shift);
    const { joints, depth, stopped } = scan(
        text,
        head > 0 ? before.joints[head - 1]! : { at: 0, word: 0, depth: 0 },
        isOld,
    );
    const kept = [...before.joints.slice(0, head), ...joints];
    if (!stopped) return cutAt({ joints: kept, depth });
    const same = oldAt.get(stopped.word - shift)!;
    const deeper = stopped.depth - before.joints[same]!.depth;
    const moved = before.joints
        .slice(same + 1)
        .map(joint => ({ at: joint.at + shift, word: joint.word + shift, depth: joint.depth + deeper }));
    return cutAt({ joints: [...kept, stopped, ...moved], depth: before.depth + deeper });
}

function cutAt({ joints, depth }: { readonly joints: readonly Joint[]; readonly depth: number }): Cuts {
    const ends = endsOf([0, ...joints.map(joint => joint.depth), depth]);
    const starts = [0];
    for (let joint = ends[0]!; joint <= joints.length; joint = ends[joint]!) starts.push(joints[joint - 1]!.at);
    return { starts, joints, depth };
}

/**
 * For each joint the one at which the piece that begins there ends: the next one at which as many braces are open, or
 * fewer; simply the next one where that never happens, because a brace is missing.
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

/**
 * Looks for joints from a place at which no text or comment is open.
 * @param from that place, as a joint; it is not among those found
 * @param isEnd ends the search; the joint for which it does is given apart
 */
function scan(
    text: string,
    from: Joint,
    isEnd: (joint: Joint) => boolean,
): { readonly joints: Joint[]; readonly depth: number; readonly stopped: Joint | null } {
    const joints: Joint[] = [];
    let { depth, at: lastEnd, word: at } = from;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code > 32 && code < firstNonAscii && !special[code]) lastEnd = ++at;
        else if (code === 10 || code === 13) {
            at++;
            if (
                lastEnd > 0 &&
                firstLetters[text.charCodeAt(at)] &&
                beginsStatement(text, at) &&
                !goesOn(text, lastEnd)
            ) {
                const joint = { at: lastEnd, word: at, depth };
                if (isEnd(joint)) return { joints, depth, stopped: joint };
                joints.push(joint);
            }
        } else if (code <= 32) at++;
        else if (code === slash && (text.charCodeAt(at + 1) === slash || text.charCodeAt(at + 1) === star))
            at = endOfComment(text, at);
        else {
            if (code === open) depth++;
            else if (code === close) depth--;
            at = lastEnd = code === quote || code >= firstNonAscii ? Math.max(at + 1, endOfString(text, at)) : at + 1;
        }
    }
    return { joints, depth, stopped: null };
}

function beginsStatement(text: string, at: number): boolean {
    const end = endOfName(text, at);
    return end - at <= longestWord && words.has(text.slice(at, end));
}

/** True where the text before an offset says that its list, path or question goes on. */
function goesOn(text: string, end: number): boolean {
    const last = /(?:[,.]|<?->|--|[\p{L}_][\p{L}\p{M}\p{N}_-]*)$/u.exec(
        text.slice(Math.max(0, end - 2 * longestWord), end),
    );
    return last !== null && goingOn.has(last[0]);
}
