import type { Origin, Span } from '../model/index.ts';
import { writeString } from '../model/index.ts';
import type { Library, LoweredFile, Parsed } from '../syntax/index.ts';
import { Names } from '../syntax/index.ts';

/**
 * The built-in library as data, for who has to start fast: reading and understanding its text is a fifth of a short
 * check. What most elements say alike is said once.
 */
export interface PackedLibrary {
    readonly files: readonly PackedFile[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Elements of one kind: what most of them say, and what each says in another way. */
interface PackedList {
    readonly usual: Fields;
    readonly others: readonly Fields[];
}

interface PackedFile {
    /** The file without what is below. */
    readonly rest: Fields;
    readonly types: PackedList;
    readonly protocols: PackedList;
}

type Numbers = readonly (number | null)[];

function isOrigin(value: object): value is Origin {
    return 'file' in value && 'whole' in value && 'name' in value && 'block' in value;
}

/** Plain data, with the places of statements as six numbers. */
function packed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(packed);
    if (typeof value !== 'object' || value === null) return value;
    if (isOrigin(value)) {
        const { whole, name, block } = value;
        return { $: [whole.start, whole.end, name.start, name.end, block?.start ?? null, block?.end ?? null] };
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, packed(part)]));
}

function unpacked(value: unknown, file: string): unknown {
    if (Array.isArray(value)) return value.map(each => unpacked(each, file));
    if (typeof value !== 'object' || value === null) return value;
    const fields = value as Fields;
    if ('$' in fields) {
        const [start, end, nameStart, nameEnd, blockStart, blockEnd] = fields['$'] as Numbers;
        return {
            file,
            whole: { start, end },
            name: { start: nameStart, end: nameEnd },
            block: blockStart === null ? null : { start: blockStart, end: blockEnd },
        };
    }
    const made: Record<string, unknown> = {};
    for (const key in fields) made[key] = unpacked(fields[key], file);
    return made;
}

/** The value that most of the texts have. */
function mostFrequent(texts: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function packList(elements: readonly object[]): PackedList {
    const all = elements.map(element => packed({ ...element, doc: null }) as Fields);
    const usual: Record<string, unknown> = {};
    for (const key of Object.keys(all[0] ?? {}))
        usual[key] = JSON.parse(mostFrequent(all.map(fields => JSON.stringify(fields[key]))));
    const others = all.map(fields =>
        Object.fromEntries(
            Object.entries(fields).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key])),
        ),
    );
    return { usual, others };
}

function unpackList<T>({ usual, others }: PackedList, file: string): T[] {
    const shared = unpacked(usual, file) as Fields;
    return others.map(own => ({ ...shared, ...(unpacked(own, file) as Fields) }) as T);
}

/** Packs what lowering made of the library; comments are left out, since nothing that is checked prints them. */
export function packLibrary({ files }: Pick<Library, 'files'>): PackedLibrary {
    return {
        files: files.map(file => ({
            rest: { ...file, types: [], protocols: [], mentioned: [] },
            types: packList(file.types),
            protocols: packList(file.protocols),
        })),
    };
}

/** A node of a tree. */
interface Node extends Span {
    readonly $type: string;
    readonly name: object;
    readonly title?: object;
    readonly statements: readonly object[];
}

interface Named {
    readonly name: string;
    readonly title: string | null;
    readonly origin: Origin;
    readonly aliases: readonly string[];
    readonly provides?: readonly string[];
}

/** As much of the tree of a declaration as names and suggestions need. */
function nodeOf($type: string, { name, title, origin, aliases, provides = [] }: Named): Node {
    const fact = (type: string, key: string, values: readonly string[]): readonly object[] =>
        values.length === 0 ? [] : [{ $type: type, key: { text: key }, values: values.map(text => ({ text })) }];
    return {
        $type,
        ...origin.whole,
        name: { text: name, ...origin.name },
        ...(title === null ? {} : { title: { text: writeString(title) } }),
        statements: [
            ...fact('TextFact', 'alias', aliases.map(writeString)),
            ...fact('WordsFact', 'provides', provides),
        ],
    };
}

function parsedOf({ uri, types, protocols }: LoweredFile): Parsed {
    const statements = [
        ...types.map(type => nodeOf('AssetType', type)),
        ...protocols.map(protocol => nodeOf('Protocol', protocol)),
    ].sort((a, b) => a.start - b.start);
    const file = { $type: 'File', start: 0, end: statements.at(-1)?.end ?? 0, statements };
    return { uri, file: file as unknown as Parsed['file'], mistakes: [], docs: new Map(), comments: [] };
}

/** The library that was packed: all that lowering made of it but its comments, and its names. */
export function unpackLibrary({ files }: PackedLibrary): Library {
    const lowered = files.map(({ rest, types, protocols }): LoweredFile => {
        const { uri } = rest as unknown as LoweredFile;
        return {
            ...(rest as unknown as LoweredFile),
            types: unpackList(types, uri),
            protocols: unpackList(protocols, uri),
            mentioned: new Set(),
        };
    });
    const names = new Names(null);
    names.declare(...lowered.map(parsedOf));
    return { names, files: lowered };
}
