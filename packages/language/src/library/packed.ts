import type { AssetType, Origin, Protocol } from '../model/index.ts';
import { writeString } from '../model/index.ts';
import type { Declared, Library, LoweredFile, NameKind, Namespace, OuterNames } from '../syntax/index.ts';

/**
 * The built-in library as data, for who has to start fast: reading and understanding its text is a fifth of a short
 * check. It is as plain as the model itself, so that reading JSON is all that is left to do.
 */
export interface PackedLibrary {
    readonly files: readonly Omit<LoweredFile, 'mentioned'>[];
}

/** Packs what lowering made of the library; comments are left out, since nothing that is checked prints them. */
export function packLibrary({ files }: Pick<Library, 'files'>): PackedLibrary {
    return {
        files: files.map(({ mentioned: _, ...file }) => ({
            ...file,
            types: file.types.map(type => ({ ...type, doc: null })),
            protocols: file.protocols.map(protocol => ({ ...protocol, doc: null })),
        })),
    };
}

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

/** The names of one kind in the library; few of them are asked for. */
class PackedNames<E extends Named & { readonly id: string }> {
    private readonly kind: NameKind;
    private readonly $type: string;
    private readonly elements: readonly E[];
    private readonly declared = new Map<string, Declared>();
    private byId: ReadonlyMap<string, E> | undefined;

    constructor(kind: NameKind, $type: string, elements: readonly E[]) {
        this.kind = kind;
        this.$type = $type;
        this.elements = elements;
    }

    find(id: string): Declared | undefined {
        this.byId ??= new Map(this.elements.map(element => [element.id, element]));
        const element = this.byId.get(id);
        return element && this.of(element);
    }

    *all(): Iterable<Declared> {
        for (const element of this.elements) yield this.of(element);
    }

    private of(element: E): Declared {
        const { id, origin } = element;
        const known = this.declared.get(id);
        if (known) return known;
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
}

/** The library that was packed: all that lowering made of it but its comments, and its names. */
export function unpackLibrary({ files }: PackedLibrary): Library {
    const mentioned: ReadonlySet<string> = new Set();
    const types = new PackedNames<AssetType>(
        'type',
        'AssetType',
        files.flatMap(file => file.types),
    );
    const protocols = new PackedNames<Protocol>(
        'protocol',
        'Protocol',
        files.flatMap(file => file.protocols),
    );
    const of = (namespace: Namespace): PackedNames<AssetType> | PackedNames<Protocol> | undefined =>
        namespace === 'type' ? types : namespace === 'protocol' ? protocols : undefined;
    const names: OuterNames = {
        find: (namespace, id) => of(namespace)?.find(id),
        all: namespace => of(namespace)?.all() ?? [],
    };
    return { names, files: files.map(file => ({ ...file, mentioned })) };
}
