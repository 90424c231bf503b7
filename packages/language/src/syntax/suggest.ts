import type * as Ast from './generated/ast.ts';
import { nearest, within } from '../model/index.ts';
import type { Declared, NameKind, Names, Namespace } from './names.ts';
import type { Tree } from './tree.ts';
import { readString } from './values.ts';

/** More than so many names for one word help nobody. */
const mostChoices = 4;

/** The names that a word may have been meant for. */
export interface Meant {
    readonly choices: readonly Declared[];
    /** True where the letters alone say so: what it is about may be something else. */
    readonly byLetters: boolean;
}

/** Names and titles without what people write now so and now so: case, blanks, hyphens. */
export function plainName(text: string): string {
    return text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}+]/gu, '');
}

/** What a thing is called, in plain names. */
interface Plain {
    readonly name: string;
    readonly aliases: readonly string[];
    /** Empty where it has no title. */
    readonly title: string;
}

/** What is declared lives on from edit to edit, and few mistakes ask for it: kept beside it, not in it. */
const plains = new WeakMap<Declared, Plain>();

function plainOf(declared: Declared): Plain {
    const known = plains.get(declared);
    if (known) return known;
    const plain = {
        name: plainName(declared.node.name!.text),
        aliases: aliasesOf(declared).map(plainName),
        title: plainName(titleOf(declared) ?? ''),
    };
    plains.set(declared, plain);
    return plain;
}

function statementsOf({ node }: Declared): readonly Tree<Ast.Statement>[] {
    return node.statements ?? [];
}

/** The other names by which people know a type or a protocol. */
export function aliasesOf(declared: Declared): readonly string[] {
    const found: string[] = [];
    for (const statement of statementsOf(declared)) {
        if (statement.$type === 'TextFact' && statement.key?.text === 'alias')
            found.push(...(statement.values ?? []).map(leaf => readString(leaf.text)));
    }
    return found;
}

export function titleOf({ node }: Declared): string | null {
    const { title } = node as { readonly title?: { readonly text: string } };
    return title ? readString(title.text) : null;
}

/** All by which people may look for what is declared. */
export function namesOf(declared: Declared): readonly string[] {
    const title = titleOf(declared);
    return [declared.id, ...(title === null ? [] : [title]), ...aliasesOf(declared)];
}

/** What a protocol does for those who use it; a suggestion that offers more or less than was meant has to say so. */
export function protectionOf(declared: Declared): readonly string[] {
    return statementsOf(declared).flatMap(statement =>
        statement.$type === 'WordsFact' && statement.key?.text === 'provides'
            ? (statement.values ?? []).map(leaf => leaf.text)
            : [],
    );
}

/**
 * Names of practice that the library does not have. What is near by letters is another thing: a suggestion would
 * replace one protocol by another.
 */
const ofPractice: ReadonlySet<string> = new Set(['telvent', 'ethernetapl']);

/**
 * Words for a medium, a maker or a purpose, which several protocols have: one of them, near by its letters or not,
 * would be a guess.
 */
const families: ReadonlyMap<string, readonly string[]> = new Map(
    Object.entries({
        ethernet: ['ethernet-ip', 'profinet', 'ethercat', 'modbus-tcp'],
        'industrial-ethernet': ['ethernet-ip', 'profinet', 'ethercat', 'modbus-tcp'],
        fieldbus: ['profibus', 'ff-h1', 'canopen', 'modbus-rtu'],
        wireless: ['wifi-wpa2-psk', 'wifi-enterprise', 'wirelesshart', 'isa100-11a'],
        siemens: ['s7comm', 's7comm-plus', 'profinet', 'siemens-mpi'],
        rockwell: ['ethernet-ip', 'controlnet', 'devicenet', 'df1'],
        'allen-bradley': ['ethernet-ip', 'controlnet', 'devicenet', 'df1'],
        schneider: ['modbus-tcp', 'umas', 'modbus-plus'],
        mitsubishi: ['slmp', 'cc-link', 'cc-link-ie'],
        omron: ['omron-fins', 'omron-host-link', 'ethernet-ip', 'ethercat'],
        beckhoff: ['beckhoff-ads', 'ethercat'],
        database: ['mssql-tds', 'postgresql', 'oracle-tns', 'mysql'],
        'file-transfer': ['sftp', 'ftps', 'ftp', 'smb'],
        'remote-desktop': ['rdp', 'vnc', 'pcoip', 'citrix-ica'],
        'time-sync': ['ntp', 'nts', 'ptp', 'irig-b'],
    }).map(([word, ids]) => [plainName(word), ids]),
);

/** Words for all there is, of which none is the name of one thing. */
const everything: ReadonlySet<string> = new Set(['any', 'all', 'every', 'everything', 'anything', 'everyone', 'none']);

/** True for a word that stands for all there is; the language has none. */
export function standsForAll(word: string): boolean {
    return everything.has(plainName(word));
}

/** In words of so many letters each letter says what is meant: `uds` is not `dds`, and `rtk` not `rtu`. */
const shortWord = 4;
/** The same in a part of a word: `opc-xi` is not `opc-ua`. */
const shortPart = 3;

/** The letters of a word, each once: a slip that swaps or doubles some leaves them. */
function lettersOf(word: string): string {
    return [...new Set(word)].sort().join('');
}

/** Whether a word may be a slip of a name of the library, where people know names that the library does not have. */
function mayBeSlip(word: string, name: string): boolean {
    const [parts, others] = [word.toLowerCase().split('-'), name.split('-')];
    const alike = (part: string, other: string, short: number): boolean =>
        part === other || Math.max(part.length, other.length) > short || lettersOf(part) === lettersOf(other);
    if (parts.length === 1 && others.length === 1) return word.length > shortWord || alike(parts[0]!, name, shortWord);
    return parts.length !== others.length || parts.every((part, index) => alike(part, others[index]!, shortPart));
}

/** Shorter aliases are near to too much. */
const shortestAlias = 5;

/** What has an alias from which a word is one letter away; `null` for none and for several. */
function nearAlias(wanted: string, names: readonly Declared[]): Declared | null {
    if (wanted.length < shortestAlias) return null;
    const isNear = within(wanted, 1);
    const near = names.filter(each =>
        plainOf(each).aliases.some(alias => alias.length >= shortestAlias && isNear(alias)),
    );
    return near.length === 1 ? near[0]! : null;
}

function isBuiltIn({ file }: Declared): boolean {
    return file.startsWith('iacs-library:');
}

/** Finds names by what people call things: by another name, by the title, and at last by letters. */
function meant(word: string, names: readonly Declared[]): Meant | null {
    const wanted = plainName(word);
    if (wanted === '') return null;
    const same = names.filter(each => plainOf(each).name === wanted);
    const aliased = same.length > 0 ? same : names.filter(each => plainOf(each).aliases.includes(wanted));
    // What the model itself calls so is meant, whatever the library calls so.
    const own = aliased.filter(each => !isBuiltIn(each));
    const called = own.length > 0 ? own : aliased;
    const family = families.get(wanted) ?? [];
    const several = own.length > 0 ? [] : names.filter(each => isBuiltIn(each) && family.includes(each.id));
    if (several.length > 0) return { choices: several, byLetters: false };
    const known = called.length > 0 ? called : names.filter(each => plainOf(each).title === wanted);
    if (known.length > 0) return known.length > mostChoices ? null : { choices: known, byLetters: false };
    if (ofPractice.has(wanted) || standsForAll(word)) return null;
    const near = nearestName(
        word,
        names.filter(each => !isBuiltIn(each) || mayBeSlip(word, each.id)).map(each => each.id),
    );
    const found = near === null ? nearAlias(wanted, names) : names.find(each => each.id === near)!;
    if (!found) return null;
    const alike = near === null ? [] : alsoBegin(word, near, names);
    return alike.length < 2 ? { choices: [found], byLetters: true } : manyOf(alike);
}

/**
 * All names that begin with a word, where the nearest one is near only because it does: `profi` says neither PROFIBUS
 * nor PROFINET.
 */
function alsoBegin(word: string, near: string, names: readonly Declared[]): readonly Declared[] {
    const start = word.toLowerCase();
    if (!near.toLowerCase().startsWith(start) || within(start, 1)(near.toLowerCase())) return [];
    return names.filter(each => each.id.toLowerCase().startsWith(start));
}

/** Several that may be meant alike; of too many the word says too little. */
function manyOf(choices: readonly Declared[]): Meant | null {
    return choices.length > mostChoices ? null : { choices, byLetters: true };
}

/**
 * The nearest name by letters. Where a name ends in the same word, as `traffic-controller` and `safety-controller` do,
 * only what is before it counts: the shared end would make any two of them near.
 */
function nearestName(word: string, names: readonly string[]): string | null {
    const hyphen = word.lastIndexOf('-');
    if (hyphen <= 0) return nearest(word, names, true);
    const end = word.slice(hyphen).toLowerCase();
    const [alike, others]: [string[], string[]] = [[], []];
    for (const name of names) (name.toLowerCase().endsWith(end) ? alike : others).push(name);
    const head = nearest(
        word.slice(0, hyphen),
        alike.map(name => name.slice(0, -end.length)),
        true,
    );
    if (head === null) return nearest(word, others, true);
    return alike.find(name => name.slice(0, -end.length) === head)!;
}

/**
 * The nearest id by letters. In the zone that the name says only what is behind its last dot counts: the long name of a
 * zone would make any two things in it near.
 */
function nearestId(name: string, ids: readonly string[]): string | null {
    const around = name.slice(0, name.lastIndexOf('.') + 1);
    const isInside = (id: string): boolean => id.lastIndexOf('.') + 1 === around.length && id.startsWith(around);
    if (around === '') return nearest(name, ids, true);
    const inside = ids.filter(isInside).map(id => id.slice(around.length));
    const last = name.slice(around.length);
    const near = nearest(last, inside, true) ?? onlyPart(last, inside);
    if (near !== null) return around + near;
    // The zone itself is near to whatever is said to be in it.
    const others = ids.filter(id => !isInside(id) && !name.startsWith(`${id}.`));
    return nearest(name, others, true);
}

/** The one name that a word is a part of, or that is a part of it: `HistMirror` for `Mirror`. */
function onlyPart(word: string, names: readonly string[]): string | null {
    const parts = names.filter(
        name => Math.min(name.length, word.length) >= shortestAlias && (name.endsWith(word) || word.endsWith(name)),
    );
    return parts.length === 1 ? parts[0]! : null;
}

/**
 * True for names of which one is hardly a slip of the other: `Rtu1` and `Rtu2` differ in their numbers, `Qms` and `Bms`
 * in one of few letters.
 */
export function isAnother(word: string, name: string): boolean {
    const [one, other] = [word, name].map(text => text.slice(text.lastIndexOf('.') + 1).toLowerCase()) as [
        string,
        string,
    ];
    const [first, second] = [one, other].map(text => text.match(/\d+/gu)?.join(' ') ?? '');
    if (first !== second && first !== '' && second !== '') return true;
    return Math.max(one.length, other.length) <= shortWord && lettersOf(one) !== lettersOf(other);
}

/** False for what has its name, or the zone around it has, from an earlier one: no text can say which is meant. */
export function canBeWritten({ id }: Declared): boolean {
    return !id.includes('#');
}

/** The types, protocols or countermeasures that a word may have been meant for. */
export function meantName(names: Names, namespace: Namespace, word: string): Meant | null {
    return meant(word, [...names.all(namespace)].filter(canBeWritten));
}

/**
 * The types or protocols of the library that are called exactly so: by their name written otherwise, or by another
 * name. Nothing else is looked at, so that it holds whatever the model declares.
 */
export function calledSo(names: Names, namespace: Namespace, word: string): Meant | null {
    const wanted = plainName(word);
    const called = [...names.all(namespace)].filter(
        each => isBuiltIn(each) && (plainOf(each).name === wanted || plainOf(each).aliases.includes(wanted)),
    );
    return called.length === 0 || called.length > mostChoices ? null : { choices: called, byLetters: false };
}

/** The zones, conduits and assets that a name may have been meant for. */
export function meantElement(names: Names, name: string, wanted: readonly NameKind[]): Meant | null {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const elsewhere = names.named(last).filter(declared => wanted.includes(declared.kind));
    if (elsewhere.length > 0) {
        const choices = elsewhere.filter(canBeWritten);
        return choices.length === 0 || choices.length > mostChoices ? null : { choices, byLetters: false };
    }
    const candidates = [...names.all('element')].filter(
        declared => wanted.includes(declared.kind) && canBeWritten(declared),
    );
    const known = meant(last, candidates);
    if (known && !known.byLetters) return known;
    if (standsForAll(name)) return null;
    const whole = nearestId(
        name,
        candidates.map(each => each.id),
    );
    if (whole !== null) return { choices: [candidates.find(each => each.id === whole)!], byLetters: true };
    const near = nearest(
        last,
        candidates.map(each => each.node.name!.text),
        true,
    );
    const called = near === null ? [] : candidates.filter(each => each.node.name!.text === near);
    if (called.length > 0) return called.length > 1 ? null : { choices: called, byLetters: true };
    const titled = nearest(
        plainName(last),
        candidates.map(each => plainOf(each).title).filter(title => title !== ''),
        true,
    );
    const withTitle = titled === null ? [] : candidates.filter(each => plainOf(each).title === titled);
    return withTitle.length === 1 ? { choices: withTitle, byLetters: true } : null;
}
