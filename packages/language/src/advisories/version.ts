/**
 * The order of versions as OT products have them: `V2.9.7`, `4.5.1 SP2`, `R511.5_TCU4`, `2020_R2_SP1_P01`. No scheme is
 * known of any of them, so the order says only what every reading of the two texts agrees on.
 */

/**
 * How one version lies towards another: before it, the same, after it. `coarser`: the first names a line of versions
 * that the second is in (`V2` and `V2.9`), so that where it lies is not said; `finer` is the same from the other side.
 * `null`: they cannot be compared.
 */
export type VersionOrder = 'earlier' | 'same' | 'later' | 'coarser' | 'finer' | null;

type Token =
    /** `digits` without leading zeros; `width` with them; `dotted` where a dot is before it. */
    | { readonly is: 'number'; readonly digits: string; readonly width: number; readonly dotted: boolean }
    /** `attached` where a number is right before it. */
    | { readonly is: 'word'; readonly word: string; readonly attached: boolean }
    /** The `X` of `10.X`. */
    | { readonly is: 'any' };

/** Longer texts are not versions. */
const mostCharacters = 100;

/** Words before a version that are not part of it. */
const heads = /^(?:(?:versions?|ver|firmware|fw|release|rel)(?![a-z])[\s._:-]*)+/i;

/** After a version they count on from it, with a number: `V17 Update 6` is after `V17`. */
const laterWords = new Set([
    'sp',
    'servicepack',
    'update',
    'upd',
    'hf',
    'hotfix',
    'hotfixrev',
    'patch',
    'p',
    'cu',
    'tcu',
    'build',
]);

/** Words that no version has: what holds them is a sentence. */
const sentence = new Set(
    (
        'above after all an and any april are as at august before below between but by december earlier ' +
        'exceeding except excluding february for from higher if in including inclusive installed is january july ' +
        'june later latest less lower manufactured march may more newer no not november october of older on only ' +
        'onward onwards or previous prior september serial since starting than the through thru to under until up ' +
        'using when with without'
    ).split(' '),
);

const signs = /^[A-Za-z0-9._\-+ ()]+$/;
const piece = /(\.?)(\d+)|([A-Za-z]+)/g;

/** The parts of a version; `null` for a text that is not one, or that names several. */
function tokensOf(text: string): readonly Token[] | null {
    const whole = text.trim();
    if (whole.length > mostCharacters || !signs.test(whole) || !/\d/.test(whole)) return null;
    // A commit, or the sum of a file: its letters and numbers say nothing of an order.
    if (/^(?=.*[a-f])[0-9a-f]{7,}$/i.test(whole)) return null;
    const said = whole.replace(heads, '');
    const tokens: Token[] = [];
    let [versions, runs, inRun, end] = [0, 0, false, 0];
    for (const { 0: matched, 1: dot, 2: number, 3: letters, index } of said.matchAll(piece)) {
        const attached = index === end && index > 0;
        if (number !== undefined) {
            const dotted = dot === '.' && attached && tokens.at(-1)?.is === 'number';
            if (dotted && !inRun) runs++;
            inRun = dotted;
            tokens.push({ is: 'number', digits: number.replace(/^0+(?=\d)/, ''), width: number.length, dotted });
        } else {
            const word = letters!.toLowerCase();
            if (sentence.has(word)) return null;
            inRun = false;
            // A version begins here; a second one means that several are named.
            if (word === 'v' && /^[\s._-]*\d/.test(said.slice(index + 1))) {
                if (versions++ > 0 || runs > 0) return null;
            } else if (word === 'x' && said[index - 1] === '.') tokens.push({ is: 'any' });
            else tokens.push({ is: 'word', word, attached: attached && tokens.at(-1)?.is === 'number' });
        }
        end = index + matched.length;
    }
    return runs > 1 || !tokens.some(token => token.is === 'number') ? null : tokens;
}

/** True for a text that can be compared with others. */
export function isVersion(text: string): boolean {
    return tokensOf(text) !== null;
}

/** True for a version that names all of a line: `10.X`. */
export function isLine(text: string): boolean {
    return tokensOf(text)?.at(-1)?.is === 'any';
}

function plain(text: string): string {
    return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

const turned = { earlier: 'later', later: 'earlier', coarser: 'finer', finer: 'coarser', same: 'same' } as const;

/**
 * How a version lies towards another one. Turned round it says the reverse.
 * @param a, b texts as people and advisories write them, with or without `V`
 */
export function compareVersions(a: string, b: string): VersionOrder {
    if (plain(a) === plain(b)) return /\d/.test(a) ? 'same' : null;
    const [left, right] = [tokensOf(a), tokensOf(b)];
    if (!left || !right) return null;
    for (let index = 0; ; index++) {
        const [one, other] = [left[index], right[index]];
        if (!one && !other) return 'same';
        if (!one) return isRefined(right, index);
        if (!other) {
            const order = isRefined(left, index);
            return order && turned[order];
        }
        if (!isOneScheme(one, other)) return null;
        const order = orderOf(one, other, index === right.length - 1, index === left.length - 1);
        if (order !== 'same') return order;
    }
}

/**
 * A year, a day or a number of a build (`2020 R2`, `20230518`) and a version that is counted (`V2.9`) are of two
 * schemes, and so are a year and a day: the larger number is not the later one.
 */
function isOneScheme(one: Token, other: Token): boolean {
    if (one.is !== 'number' || other.is !== 'number') return true;
    const [short, long] = [one.digits.length, other.digits.length].sort((a, b) => a - b);
    return one.dotted || other.dotted || long! < 4 || short === long;
}

/** Towards a version that goes on from `index` on, where the first one has ended: `same` for zeros, else `coarser`. */
function isRefined(tokens: readonly Token[], index: number): 'same' | 'coarser' | null {
    const rest = tokens.slice(index);
    const [first, second] = rest;
    if (rest.every(token => token.is === 'number' && token.dotted && token.digits === '0')) return 'same';
    if (first!.is === 'number') return first!.dotted ? 'coarser' : null;
    if (first!.is === 'any') return 'coarser';
    if (laterWords.has(first!.word) && second?.is === 'number') return 'coarser';
    return first!.attached && first!.word.length === 1 ? 'coarser' : null;
}

function orderOf(one: Token, other: Token, otherEnds: boolean, oneEnds: boolean): VersionOrder {
    if (one.is === 'any' && other.is === 'any') return 'same';
    if (other.is === 'any') return otherEnds && one.is === 'number' && one.dotted ? 'finer' : null;
    if (one.is === 'any') return oneEnds && other.is === 'number' && other.dotted ? 'coarser' : null;
    if (one.is === 'word' && other.is === 'word') {
        if (one.word === other.word) return 'same';
        const letters = one.attached && other.attached && one.word.length === 1 && other.word.length === 1;
        return letters ? (one.word < other.word ? 'earlier' : 'later') : null;
    }
    if (one.is !== 'number' || other.is !== 'number' || one.dotted !== other.dotted) return null;
    // `2.03` and `2.3`: after a dot, one reading takes the zero for a place of a fraction, the other leaves it out.
    const fraction = one.dotted && one.width !== other.width && (isPadded(one) || isPadded(other));
    if (fraction) return null;
    if (one.digits === other.digits) return 'same';
    const isLess =
        one.digits.length === other.digits.length ? one.digits < other.digits : one.digits.length < other.digits.length;
    return isLess ? 'earlier' : 'later';
}

function isPadded({ digits, width }: { readonly digits: string; readonly width: number }): boolean {
    return width > digits.length;
}
