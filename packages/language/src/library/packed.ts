import type { Apart, AssetType, Mention, Origin, PortRange, Ports, Protocol, Span } from '../model/index.ts';
import { writeString } from '../model/index.ts';
import type { Declared, Library, LoweredFile, NameKind, Namespace, OuterNames } from '../syntax/index.ts';

/** A span as its two ends. */
type PackedSpan = readonly [start: number, end: number];

/** An origin without its file, as the ends of its spans one after the other; without a block there are four. */
type PackedOrigin = readonly number[];

/** A type or a protocol as far as it differs from what most of them are; its id is beside it. */
interface Packed {
    readonly origin: PackedOrigin;
    readonly base?: readonly [id: string, ...at: PackedSpan];
    readonly ports?: readonly PackedPorts[];
}

/** Each pair of numbers at the end is a range of ports. */
type PackedPorts = readonly [transport: string, origin: PackedOrigin, ...ranges: readonly number[]];

/** What each element says, as JSON: few are asked for, and a text is passed over faster than what it says. */
interface PackedList {
    readonly ids: readonly string[];
    readonly texts: readonly string[];
}

/**
 * The built-in library as data, for who has to start fast: reading and understanding its text is a fifth of a short
 * check. Nearly all facts of nearly all its elements are not said, so only what is said is in it.
 */
export interface PackedLibrary {
    readonly files: readonly (Omit<LoweredFile, 'mentioned' | 'types' | 'protocols'> & {
        readonly types: PackedList;
        readonly protocols: PackedList;
    })[];
}

const nowhere: Origin = { file: '', whole: { start: 0, end: 0 }, name: { start: 0, end: 0 }, block: null };

/** A type of which nothing is said; with each of its facts, so that all that are made of it are alike. */
const bareType: AssetType = {
    id: '',
    name: '',
    title: null,
    doc: null,
    origin: nowhere,
    accepts: [],
    agreements: [],
    base: null,
    vendor: null,
    product: null,
    version: null,
    description: null,
    certificates: [],
    integratedBy: [],
    maintainedBy: [],
    suppliedBy: [],
    aliases: [],
    supportedUntil: null,
    advisoryNames: [],
    slC: null,
    statements: [],
    builtIn: true,
};

const bareProtocol: Protocol = {
    id: '',
    name: '',
    title: null,
    doc: null,
    origin: nowhere,
    accepts: [],
    agreements: [],
    ports: [],
    provides: [],
    security: null,
    traits: [],
    protocolClass: null,
    aliases: [],
    description: null,
    builtIn: true,
};

const packSpan = ({ start, end }: Span): PackedSpan => [start, end];
const packOrigin = ({ whole, name, block }: Origin): PackedOrigin =>
    [whole, name, ...(block ? [block] : [])].flatMap(packSpan);

/** Each place by its number: all of the library is read in a short check, where V8 takes patterns apart slowly. */
function unpackOrigin(file: string, at: PackedOrigin): Origin {
    return {
        file,
        whole: { start: at[0]!, end: at[1]! },
        name: { start: at[2]!, end: at[3]! },
        block: at.length > 4 ? { start: at[4]!, end: at[5]! } : null,
    };
}

const packPorts = ({ transport, ranges, origin }: Ports): PackedPorts => [
    transport,
    packOrigin(origin),
    ...ranges.flatMap(({ from, to }) => [from, to]),
];

function unpackPorts(file: string, packed: PackedPorts): Ports {
    const ranges: PortRange[] = [];
    for (let index = 2; index < packed.length; index += 2)
        ranges.push({ from: packed[index] as number, to: packed[index + 1] as number });
    return { transport: packed[0], ranges, origin: unpackOrigin(file, packed[1]) };
}

/** What an element says more than a bare one; comments are left out, since nothing that is checked prints them. */
function pack<E extends AssetType | Protocol>(element: E, bare: E): Packed {
    const { id, name, origin } = element;
    const said = Object.entries({ ...element, doc: null }).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(bare[key as keyof E]),
    );
    const base = 'base' in element && element.base;
    return {
        ...Object.fromEntries(said.filter(([key]) => key !== 'id' && (key !== 'name' || name !== id))),
        origin: packOrigin(origin),
        ...(base ? { base: [base.id, ...packSpan(base.at)] } : {}),
        ...('ports' in element && element.ports.length > 0 ? { ports: element.ports.map(packPorts) } : {}),
    };
}

function packAll<E extends AssetType | Protocol>(elements: readonly E[], bare: E): PackedList {
    return {
        ids: elements.map(({ id }) => id),
        texts: elements.map(element => JSON.stringify(pack(element, bare))),
    };
}

/** Packs what lowering made of the library. */
export function packLibrary({ files }: Pick<Library, 'files'>): PackedLibrary {
    return {
        files: files.map(({ mentioned: _, types, protocols, ...file }) => ({
            ...file,
            types: packAll(types, bareType),
            protocols: packAll(protocols, bareProtocol),
        })),
    };
}

function unpackBase([id, start, end]: NonNullable<Packed['base']>): Mention {
    return { id, at: { start, end } };
}

const unpackType = (file: string, id: string, packed: Packed): AssetType => ({
    ...bareType,
    name: id,
    ...(packed as object),
    id,
    origin: unpackOrigin(file, packed.origin),
    base: packed.base ? unpackBase(packed.base) : null,
});

const unpackProtocol = (file: string, id: string, packed: Packed): Protocol => ({
    ...bareProtocol,
    name: id,
    ...(packed as object),
    id,
    origin: unpackOrigin(file, packed.origin),
    ports: packed.ports ? packed.ports.map(each => unpackPorts(file, each)) : bareProtocol.ports,
});

interface Named {
    readonly name: string;
    readonly title: string | null;
    readonly origin: Origin;
    readonly aliases: readonly string[];
    readonly provides?: readonly string[];
}

/** As much of the tree of a declaration as names and suggestions need. */
function nodeOf($type: string, { name, title, origin, aliases, provides = [] }: Named): Declared['node'] {
    const fact = (type: string, key: string, values: readonly string[]): readonly object[] =>
        values.length === 0 ? [] : [{ $type: type, key: { text: key }, values: values.map(text => ({ text })) }];
    const node: object = {
        $type,
        ...origin.whole,
        name: { text: name, ...origin.name },
        ...(title === null ? {} : { title: { text: writeString(title) } }),
        statements: [
            ...fact('TextFact', 'alias', aliases.map(writeString)),
            ...fact('WordsFact', 'provides', provides),
        ],
    };
    return node as Declared['node'];
}

/** The elements of one kind in the library, with their names; each is unpacked when somebody asks for it. */
class Shelf<E extends Named & { readonly id: string }> {
    private readonly kind: NameKind;
    private readonly $type: string;
    private readonly unpack: (file: string, id: string, packed: Packed) => E;
    private readonly packed = new Map<string, readonly [file: string, text: string]>();
    private readonly elements = new Map<string, E>();
    private readonly declared = new Map<string, Declared>();

    constructor(kind: NameKind, $type: string, unpack: (file: string, id: string, packed: Packed) => E) {
        this.kind = kind;
        this.$type = $type;
        this.unpack = unpack;
    }

    put(file: string, { ids, texts }: PackedList): void {
        for (let index = 0; index < ids.length; index++) this.packed.set(ids[index]!, [file, texts[index]!]);
    }

    element(id: string): E | undefined {
        const known = this.elements.get(id);
        if (known) return known;
        const packed = this.packed.get(id);
        if (!packed) return undefined;
        const [file, text] = packed;
        const made = this.unpack(file, id, JSON.parse(text) as Packed);
        this.elements.set(id, made);
        return made;
    }

    /** All elements, or those of some ids. */
    all(ids: Iterable<string> = this.packed.keys()): E[] {
        return Array.from(ids, id => this.element(id)!);
    }

    name(id: string): Declared | undefined {
        const known = this.declared.get(id);
        if (known) return known;
        const element = this.element(id);
        if (!element) return undefined;
        const { origin } = element;
        const made: Declared = {
            kind: this.kind,
            id,
            file: origin.file,
            at: origin.name,
            node: nodeOf(this.$type, element),
            first: null,
        };
        this.declared.set(id, made);
        return made;
    }

    *names(): Iterable<Declared> {
        for (const id of this.packed.keys()) yield this.name(id)!;
    }
}

interface Shelves {
    readonly types: Shelf<AssetType>;
    readonly protocols: Shelf<Protocol>;
    readonly names: OuterNames;
}

function shelvesOf({ files }: PackedLibrary): Shelves {
    const types = new Shelf('type', 'AssetType', unpackType);
    const protocols = new Shelf('protocol', 'Protocol', unpackProtocol);
    for (const file of files) {
        types.put(file.uri, file.types);
        protocols.put(file.uri, file.protocols);
    }
    const of = (namespace: Namespace): Shelf<AssetType> | Shelf<Protocol> | undefined =>
        namespace === 'type' ? types : namespace === 'protocol' ? protocols : undefined;
    const names: OuterNames = {
        find: (namespace, id) => of(namespace)?.name(id),
        all: namespace => of(namespace)?.names() ?? [],
    };
    return { types, protocols, names };
}

/** The library that was packed: all that lowering made of it but its comments, and its names. */
export function unpackLibrary(packed: PackedLibrary): Library {
    const { types, protocols, names } = shelvesOf(packed);
    const mentioned: ReadonlySet<string> = new Set();
    const files: readonly LoweredFile[] = packed.files.map(file => ({
        ...file,
        mentioned,
        types: types.all(file.types.ids),
        protocols: protocols.all(file.protocols.ids),
    }));
    return { names, files };
}

/**
 * The library that was packed, for who judges a model and shows no list of all there is: its elements are not in the
 * lists of the model, where each of 160 rules would go by them, and are made when the model or a rule names them.
 */
export function libraryApart(packed: PackedLibrary): Library {
    const { types, protocols, names } = shelvesOf(packed);
    const apart: Apart = {
        type: id => types.element(id),
        protocol: id => protocols.element(id),
        protocols: () => protocols.all(),
    };
    return { names, files: [], apart };
}
