import { code } from './code-marks.ts';
import { nearest, zoneKinds, zoneTraits, assetTraits } from '../model/index.ts';
import type { BlockKind, StatementWord } from '../statements/index.ts';
import { formOf, namingWords, shortExampleOf, statementIn, statementsIn, statementWords } from '../statements/index.ts';

/** What is written in the place of the token. */
const written = (text: string): Hint => ({ said: `; write ${code(text)}.`, write: text });
/** What is meant, where no single word says it. */
const explained = (said: string): Hint => ({ said: `; write ${said}.` });

/** The words of other tools and of everyday speech, by the word of the language that takes the same value. */
const wordsFor = {
    asset: ['gerät', 'actif'],
    flow: ['fluss', 'datenfluss', 'flux'],
    address: ['ip', 'ip-address', 'ipv4', 'ipv6', 'adresse'],
    network: ['subnet', 'cidr', 'netz', 'réseau'],
    vendor: ['manufacturer', 'make'],
    product: ['model'],
    version: ['firmware', 'firmware-version', 'os-version'],
    description: ['comment', 'note', 'remark'],
    location: ['site', 'room', 'building'],
    owner: ['responsible', 'eigentümer', 'propriétaire'],
    purdue: ['purdue-level'],
    meets: ['implements', 'fulfils', 'fulfills', 'satisfies', 'covers'],
    consequence: ['impact', 'severity'],
    likelihood: ['probability'],
    applies: ['measures', 'countermeasures', 'controls', 'safeguards', 'mitigations'],
    translates: ['nat', 'nats'],
    include: ['show', 'shows'],
    deny: ['forbid', 'forbids', 'prohibit'],
    require: ['requires'],
    needs: ['requires', 'depends', 'depends-on'],
    against: ['target', 'targets', 'to'],
    'SL-T': ['sl', 'slt', 'sl_t', 'security-level', 'target'],
    'SL-C': ['slc', 'sl_c'],
    'SL-A': ['sla', 'sl_a'],
} satisfies Partial<Record<StatementWord['word'], readonly string[]>>;

/** The words of other methods and tools for what is declared at the top of a file. */
export const declaredAs: ReadonlyMap<string, string> = new Map(
    Object.entries({
        system: ['project', 'plant', 'site', 'facility', 'anlage', 'système'],
        zone: ['segment', 'area', 'subzone'],
        conduit: ['link', 'connection', 'channel', 'leitung'],
        countermeasure: ['measure', 'control', 'safeguard', 'mitigation', 'maßnahme', 'massnahme', 'mesure'],
        threat: ['risk', 'scenario', 'bedrohung', 'menace'],
        invariant: ['rule', 'constraint', 'assertion'],
    }).flatMap(([word, others]) => others.map(other => [other, word] as const)),
);

/** Types of the library that people write in the place of `asset`. */
export const devices = ['plc', 'rtu', 'hmi', 'server', 'historian', 'firewall', 'switch', 'router'] as const;

/**
 * What is written for a word that speaks of the right thing in the wrong way; of several the one that its block has.
 */
const insteadOf: ReadonlyMap<string, readonly Hint[]> = byWord([
    ...[...zoneKinds].map(kind => [kind, written(`kind ${kind}`)] as const),
    ...[...zoneTraits, ...assetTraits].map(trait => [trait, written(`is ${trait}`)] as const),
    ...Object.entries(wordsFor).flatMap(([word, others]) => others.map(other => [other, written(word)] as const)),
    ...devices.map(type => [type, explained(code(`asset N : ${type}`))] as const),
    ...Array.from(declaredAs, ([other, word]) => [other, written(word)] as const),
    ['encrypted', written('secured encryption')],
    ['authenticated', written('secured authentication')],
    ['title', explained('the title in quotes after the name')],
    ['name', explained('the name after the word that declares it')],
    ['between', explained('`between A and B` after the name of the conduit')],
    ['joins', explained('`between A and B` after the name of the conduit')],
    ['connects', explained('`between A and B` after the name of the conduit')],
    ['contains', explained('assets into the block of their zone')],
    ['vlan', explained('the addresses after `network`, or a `logical-boundary` with a text')],
    ['level', explained('`purdue 2` for a level of the Purdue model, or `SL-T 2` for a security level')],
    ['no', explained('`deny path from A to B` in an invariant')],
]);

function byWord(hints: readonly (readonly [string, Hint])[]): ReadonlyMap<string, readonly Hint[]> {
    const all = new Map<string, Hint[]>();
    for (const [word, hint] of hints) {
        const known = all.get(word);
        if (known) known.push(hint);
        else all.set(word, [hint]);
    }
    return all;
}

/** The word of the block that is meant by a word of everyday speech, `against` by `target` in a threat. */
export function wordFor(image: string, block: BlockKind): string | null {
    const others: Readonly<Record<string, readonly string[]>> = wordsFor;
    return (
        Object.keys(others).find(word => others[word]!.includes(image) && statementIn(block, word) !== undefined) ??
        null
    );
}

/** As much of a token as a hint looks at. */
interface Written {
    readonly image: string;
}

const allWords = statementWords.map(({ word }) => word);

/** What was probably meant. */
interface Hint {
    /** The end of a sentence. */
    readonly said: string;
    /** What is written in the place of the token; missing where one token is not enough. */
    readonly write?: string;
}

/**
 * What was probably meant with a token that stands where a statement begins.
 * @param block the block that it is in; missing where that is not known
 */
export function meant(token: Written | undefined, previous?: Written, block?: BlockKind): Hint {
    const image = token?.image ?? '';
    const before = previous?.image ?? '';
    const number = /^\d/.test(before);
    if (number && /^[0-4]$/.test(image)) return explained('seven levels in braces, `{2 2 0 1 3 1 3}`');
    if (image === ',') return explained('`,` only between the values of a list');
    if (image === '.' && !number)
        return { said: '; a declaration has a simple name: write what is in a zone into the block of the zone.' };
    if (image.startsWith('"') && !before.startsWith('"')) return explained('a title right after the name');
    return meantWord(image, block);
}

function meantWord(image: string, block: BlockKind | undefined): Hint {
    if (image === 'and') return { said: '; a list continues with `,`.' };
    const close = /^(SR|FR|RE|SL)\d/i.exec(image);
    if (close) return explained(`a space after ${close[1]!.toUpperCase()}`);
    if (!/^[\p{L}_]/u.test(image)) return { said: '.' };
    const instead = insteadOf.get(image.toLowerCase());
    // A word that has its place elsewhere is no slip of another one.
    if (instead) return instead.find(hint => belongs(hint, block)) ?? { said: '.' };
    const here =
        block &&
        nearest(
            image,
            statementsIn(block).map(({ word }) => word),
        );
    const near = here ?? nearest(image, allWords);
    if (!near || near === image) return { said: '.' };
    return { said: `; did you mean ${code(near)}?`, ...(here && { write: near }) };
}

/** True for a hint whose word means something in the block. */
function belongs({ write }: Hint, block: BlockKind | undefined): boolean {
    return write === undefined || block === undefined || statementIn(block, write.split(' ')[0]!) !== undefined;
}

/** True for a statement that has to say more than its first word and values behind it. */
function hasMore(entry: StatementWord): boolean {
    const form = formOf(entry);
    return form.kind === 'sequence' && form.parts.slice(1).some(part => part.kind === 'literal');
}

/** How the statement is written that begins with a word, as the end of a sentence. */
export function shapeOf(word: string): string {
    // What has a name is shown by it; of the others, those whose words belong together.
    const entry = statementWords.find(each => each.word === word && !namingWords.includes(word) && hasMore(each));
    const shape = entry && shortExampleOf(entry);
    return shape ? `; write ${code(shape)}.` : '.';
}

/** Signs that word processors and other languages put in the place of what is typed here. */
export const typedAs: ReadonlyMap<string, string> = new Map([
    ['\u2192', '->'],
    ['\u27F6', '->'],
    ['\u21D2', '->'],
    ['\u2194', '<->'],
    ['\u2013', '--'],
    ['\u2014', '--'],
    ['=>', '->'],
    ['>', '->'],
    ['#', '//'],
    [';', ''],
    ['=', ''],
]);

/** What is said of characters that belong to no word of the language; `null` where nothing more is known. */
function unreadable(text: string, start: number, shown: string): string | null {
    if (shown === ';') return 'A statement ends without `;`.';
    if (shown === '#') return 'A comment begins with `//`.';
    if (shown === '=') return 'A value follows its word without `=`.';
    if (shown === "'") return 'Write a text in double quotes.';
    if (shown === '<-') return '`<-` has no meaning here: write the side that opens the session first, `A -> B`.';
    if (shown === '(' && /\bSR \d+\.\d+ *$/.test(text.slice(Math.max(0, start - 20), start)))
        return 'A requirement enhancement is written RE: `SR 1.1 RE 1`.';
    if (shown === '(' || shown === '[')
        return `${code(shown)} has no meaning here: write a block between ${code('{')} and ${code('}')}.`;
    const typed = typedAs.get(shown);
    return typed === undefined ? null : `${code(shown)} has no meaning here: write ${code(typed)}.`;
}

/** As much of some characters as can be shown: up to the first control character, and no half of a pair. */
function visibleStart(shown: string): string {
    const end = shown.search(/[\0-\x1f\x7f-\x9f]|[\ud800-\udbff]$/);
    return end < 0 ? shown : shown.slice(0, end);
}

/** Names the characters that belong to no word of the language. */
export function unreadableMessage(text: string, start: number, length: number): string {
    const shown = text.slice(start, start + Math.min(length, 10));
    const known = unreadable(text, start, shown);
    if (known !== null) return known;
    const point = shown.codePointAt(0) ?? 0;
    const visible =
        point < 32 || point === 127 || (point >= 0x80 && point < 0xa0)
            ? `the control character U+${point.toString(16).toUpperCase().padStart(4, '0')}`
            : code(visibleStart(shown));
    return `${visible.charAt(0).toUpperCase()}${visible.slice(1)} has no meaning here.`;
}
