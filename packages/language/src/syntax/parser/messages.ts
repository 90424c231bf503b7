import type { BlockKind } from '../../statements/index.ts';
import { blocks, namingWords, slots } from '../../statements/index.ts';
import { durationUnits, outcomes } from '../../model/words.ts';
import { code, oneOfCode } from '../code-marks.ts';
import { meant, shapeOf } from '../hints.ts';
import type { Token } from '../lex.ts';
import { isName } from '../name-shape.ts';
import { endOfText } from '../scanner.ts';
import { readString } from '../values.ts';
import { kinds, wordKinds, wordsOfRule } from './generated/kinds.ts';

/** Says what is wrong in the words of the language rather than those of the grammar. */

/** The rules that declare a name, with a title behind it, and how what they declare is called. */
const declaring: ReadonlyMap<string, string> = new Map(
    [...wordsOfRule].flatMap(([rule, [word = '']]) =>
        namingWords.includes(word) ? [[rule, blocks[word as BlockKind].name] as const] : [],
    ),
);

/** What stands where a name is expected, by the rule that expects it. */
const names = new Map([
    ...Array.from(declaring, ([rule, name]) => [rule, `a name for the ${name}`] as const),
    ['QName', 'a name'],
    ['AcceptFact', slots.RULE.what],
    ['ExceptFact', slots.ACCESS.what],
    ['PortFact', slots.TRANSPORT.what],
    ['SecuredFact', 'authentication, encryption or integrity'],
    ['MitigatedFact', 'the name of a countermeasure'],
    ['Duration', `a unit of time: ${oneOfCode(durationUnits)}`],
    ['Conversation', `how far it got: ${oneOfCode(outcomes)}`],
    ['Place', '`any`'],
    ['RequirementFact', 'the name of a countermeasure'],
]);

const written = new Map<number, string>([
    ...Array.from(wordKinds, ([word, kind]) => [kind, code(word)] as const),
    ...Object.entries(kinds).map(([sign, kind]) => [kind, code(sign)] as const),
    [kinds.STRING, 'a text in double quotes'],
    [kinds.NUMBER, 'a number'],
    [kinds.DAY, 'a date such as 2027-03-31'],
    [kinds.ADDRESS, 'an address'],
    [kinds.RANGE, 'a range of ports'],
    [kinds.ID, 'a name'],
]);

/** Where the parser is: the rule, and what it read last. */
export interface Place {
    readonly rule: string;
    readonly previous: Token | undefined;
    readonly actual: Token;
}

function expectation(kind: number, { rule, previous }: Place): string {
    if (kind !== kinds.ID) return written.get(kind) ?? '';
    // An address, and never a name of the model.
    if (rule === 'Place') return names.get(rule)!;
    if (previous?.kind === kinds[':']) {
        if (rule === 'Asset') return 'an asset type after `:`';
        if (rule === 'AssetType') return 'the type that it is derived from after `:`';
        return 'a protocol after `:`';
    }
    if (
        previous &&
        (previous.kind === kinds['->'] || previous.kind === kinds['<->'] || previous.kind === kinds['--'])
    ) {
        return `an asset or a zone after ${code(previous.image)}`;
    }
    if (previous?.kind === kinds[',']) return 'a name after `,`';
    if (rule === 'WordFact' || rule === 'WordsFact') return `a word after ${code(previous?.image ?? '')}`;
    if (rule === 'QName' && previous) return `a name after ${code(previous.image)}`;
    return names.get(rule) ?? 'a name';
}

/**
 * The word of the statement that the parser is in; of several that one rule reads the first, where it is not known
 * which.
 */
function wordOf({ rule, previous }: Place): string {
    const words = wordsOfRule.get(rule) ?? [];
    return words.find(word => word === previous?.image) ?? words[0] ?? '';
}

function found({ image, kind, inserted }: Token): string {
    if (inserted) return 'but the block ends here';
    if (kind === endOfText) return 'but the file ends here';
    return `but found ${code(image.length > 40 ? `${image.slice(0, 40)}…` : image)}`;
}

/** What is said of a token where one of another kind has to stand. */
export function mismatch(expected: number, place: Place): string {
    const { rule, previous, actual } = place;
    if (expected === kinds['}']) return misplaced(actual, undefined, previous);
    if (expected === kinds.ID && previous?.kind !== kinds[':'] && actual.kind === kinds.STRING && declaring.has(rule)) {
        return `Expected ${expectation(expected, place)} before its title.`;
    }
    return `Expected ${expectation(expected, place)}, ${found(actual)}${shapeOf(wordOf(place))}`;
}

/**
 * What is said of a text in the place of a type or a protocol, and the name that is meant by it, as far as one word can
 * be made of it; `null` for anything else.
 */
export function inQuotes({
    rule,
    previous,
    actual,
}: Place): { readonly message: string; readonly write: string } | null {
    const isFlow = rule === 'Flow';
    if (actual.kind !== kinds.STRING || !(previous?.kind === kinds[':'] || (isFlow && previous?.kind === kinds[','])))
        return null;
    const text = readString(actual.image).trim();
    const write = isName(text) ? text : text.toLowerCase().replace(/[\s/._-]+/g, '-');
    // A whole sentence is a purpose or a title.
    if (!isName(write) || text.split(/\s+/).length > 3) return null;
    const [what, more] = isFlow ? ['A protocol', '; a purpose in quotes follows the protocols'] : ['An asset type', ''];
    return { message: `${what} is written without quotes: ${code(write)}${more}.`, write };
}

/** Rules in which what follows `by`, and a comma after it, is the name of a countermeasure or of a party. */
const namesAfterBy = new Set(['MitigatedFact', 'RequirementFact', 'SecuredFact', 'PartyFact']);

/** True for a text in the place of the name of a countermeasure or of a party, after `by`. */
export function isTitleOfName({ rule, previous, actual }: Place): boolean {
    if (actual.kind !== kinds.STRING || !namesAfterBy.has(rule)) return false;
    return previous?.image === 'by' || (previous?.kind === kinds[','] && rule !== 'SecuredFact');
}

/** What is said of a token where one of several kinds has to stand. */
export function noneOf(expected: readonly number[], place: Place): string {
    const { rule, actual } = place;
    // A text in the place of a name is read for the sake of its message.
    if (rule === 'QName') return mismatch(kinds.ID, place);
    if (rule === 'Flow' || rule === 'ExceptFact')
        return `Expected ${oneOfCode(['->', '<->', '--'])}, ${found(actual)}.`;
    if (rule === 'Vector') return `Expected a level from 0 to 4, or seven of them in braces, ${found(actual)}.`;
    if (rule === 'Service') return `Expected a service such as \`tcp 502\` or \`any\`, ${found(actual)}.`;
    if (rule === 'RequirementRef') {
        return (
            'Expected a requirement such as `SR 1.1` or `FR 2 SL 1`, ' +
            `${found(actual)}${/^[SF]R\d/i.test(actual.image) ? meant(actual).said : '.'}`
        );
    }
    const word = place.previous?.image ?? '';
    if (word === 'likelihood' || word === 'consequence')
        return (
            `Expected a number such as ${code(`${word} 3`)}, or in a matrix names in double quotes, ` +
            `${found(actual)}.`
        );
    const all = [...new Set(expected.map(kind => expectation(kind, place)))];
    const last = all.pop();
    return `Expected ${all.length > 0 ? `${all.join(', ')} or ` : ''}${last}, ${found(actual)}.`;
}

/**
 * What is said of a token that stands where a statement may begin.
 * @param block the block that it is in; missing where that is not known
 */
export function misplaced(actual: Token, block: BlockKind | undefined, previous?: Token): string {
    const orEnd = block === 'file' ? '' : ' or `}`';
    return `Expected a statement${orEnd}, ${found(actual)}${meant(actual, previous, block).said}`;
}
