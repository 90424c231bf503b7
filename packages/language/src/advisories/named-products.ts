import type { Advisory, Lookup, ProductStatement } from '../model/index.ts';
import type { PlantProduct } from './plant-products.ts';
import {
    atomsOfName,
    isDistinctive,
    isModelNumber,
    isRunOf,
    plainName,
    productOfCpe,
    tokensOfName,
    vendorsMeet,
} from './names.ts';

/** A product by the name that an advisory gives it. */
export interface NamedProduct {
    readonly advisory: Advisory;
    readonly statement: ProductStatement;
    /** Its position among the products of the statement. */
    readonly index: number;
    readonly name: string;
}

/** A name in advisories that may be that of a product of the plant. */
export interface Candidate {
    /** As it has to be confirmed: with its vendor where the vendor differs from the one that the plant says. */
    readonly name: string;
    readonly vendor: string | null;
    /** Why it may be: the end of a sentence. */
    readonly why: string;
    /** The advisories that use the name. */
    readonly advisories: readonly Advisory[];
    /** Nearer ones first. */
    readonly rank: number;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
}

/** The products of all advisories of a model, found by name and by parts of it. */
export class NamedProducts {
    readonly #byName = new Map<string, NamedProduct[]>();
    readonly #byToken = new Map<string, NamedProduct[]>();
    readonly #tokens = new Map<NamedProduct, ReadonlySet<string>>();
    readonly #atoms = new Map<NamedProduct, readonly string[]>();

    constructor({ model }: Lookup) {
        for (const advisory of model.advisories)
            for (const statement of advisory.statements)
                for (const [index, { text: name }] of statement.products.entries()) {
                    const product = { advisory, statement, index, name };
                    push(this.#byName, plainName(name), product);
                    if (statement.vendor !== null)
                        push(this.#byName, plainName(`${statement.vendor} ${name}`), product);
                    const tokens = new Set([
                        ...tokensOfName(name),
                        ...statement.modelNumbers.flatMap(tokensOfName),
                        ...statement.cpes.flatMap(cpe => tokensOfName(productOfCpe(cpe) ?? '')),
                    ]);
                    this.#tokens.set(product, tokens);
                    const atoms = atomsOfName(name);
                    this.#atoms.set(product, atoms);
                    for (const token of new Set([...tokens, ...atoms]))
                        if (isDistinctive(token)) push(this.#byToken, token, product);
                }
    }

    /** All names that advisories use, in the order of the text. */
    names(): readonly string[] {
        return [...new Set(Array.from(this.#tokens.keys(), each => each.name))];
    }

    /**
     * What a confirmed name names: all products of that name whose vendor is not another one. With its vendor in front
     * a name names that vendor's product alone.
     */
    of(name: string, vendor: string | null): readonly NamedProduct[] {
        const plain = plainName(name);
        return (this.#byName.get(plain) ?? []).filter(
            ({ statement, name: own }) => plainName(own) !== plain || vendorsMeet(vendor, statement.vendor) !== false,
        );
    }

    /** Names that may be those of a product and that nobody has confirmed or ruled out, the nearest first. */
    candidatesFor({ vendor, called, names }: PlantProduct): readonly Candidate[] {
        const settled = new Set(names.map(each => plainName(each.name)));
        const found = new Map<
            string,
            { readonly product: NamedProduct; why: string; rank: number; all: Set<Advisory> }
        >();
        const add = (product: NamedProduct, why: string, rank: number): void => {
            const foreign = vendorsMeet(vendor, product.statement.vendor) === false;
            const asked = foreign ? `${product.statement.vendor} ${product.name}` : product.name;
            const withVendor = plainName(`${product.statement.vendor ?? ''} ${product.name}`);
            if (settled.has(plainName(asked)) || settled.has(withVendor)) return;
            const known = found.get(asked);
            if (!known) found.set(asked, { product, why, rank, all: new Set([product.advisory]) });
            else {
                known.all.add(product.advisory);
                if (rank < known.rank) [known.why, known.rank] = [why, rank];
            }
        };
        for (const each of called) this.#addLike(each, vendor, add);
        // A confirmed name that another vendor uses too is a question of its own.
        for (const each of names.filter(name => !name.not))
            for (const product of this.#byName.get(plainName(each.name)) ?? [])
                if (vendorsMeet(vendor, product.statement.vendor) === false)
                    add(
                        product,
                        `the name is the confirmed one, but the advisory is about that of ${product.statement.vendor}`,
                        1,
                    );
        return Array.from(found, ([name, { product, why, rank, all }]) => ({
            name,
            vendor: product.statement.vendor,
            why,
            rank,
            advisories: [...all],
        })).sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
    }

    #addLike(
        called: string,
        vendor: string | null,
        add: (product: NamedProduct, why: string, rank: number) => void,
    ): void {
        const own = new Set(tokensOfName(called));
        const parts = atomsOfName(called);
        const distinctive = [...new Set([...own, ...parts])].filter(isDistinctive);
        const seen = new Set<NamedProduct>();
        const makers = new Set(tokensOfName(vendor ?? ''));
        for (const token of distinctive)
            for (const product of this.#byToken.get(token) ?? []) {
                if (seen.has(product)) continue;
                seen.add(product);
                const tokens = this.#tokens.get(product)!;
                if (isModelNumber(token) && tokens.has(token)) {
                    add(product, `it has the model number ${token.toUpperCase()}`, 0);
                    continue;
                }
                if (vendorsMeet(vendor, product.statement.vendor) === false) {
                    // A brand and its owner may be two vendors of one product.
                    if (/\d/.test(called) && this.#atoms.get(product)!.join(' ') === parts.join(' '))
                        add(
                            product,
                            `the name is the same, but the advisory is about that of ${product.statement.vendor}`,
                            9,
                        );
                    continue;
                }
                const named = new Set(tokensOfName(product.name));
                const wider = new Set([...named, ...tokensOfName(product.statement.vendor ?? ''), ...tokens]);
                const missing = [...own].filter(each => !wider.has(each) && !makers.has(each)).length;
                const more = [...named].filter(each => !own.has(each) && !makers.has(each)).length;
                if (missing === 0) add(product, `all of "${called}" is in its name`, 2 + more);
                else if (more === 0) add(product, `all of its name is in "${called}"`, 2 + missing);
                else this.#addRun(called, product, makers, add);
            }
    }
    /** Signs and blanks in names are often written otherwise: `S7 1500`, `PFC-200`. */
    #addRun(
        called: string,
        product: NamedProduct,
        makers: ReadonlySet<string>,
        add: (product: NamedProduct, why: string, rank: number) => void,
    ): void {
        const [own, named] = [atomsOfName(called), this.#atoms.get(product)!].map(parts =>
            parts.filter(part => !makers.has(part)),
        );
        const more = Math.abs(own!.length - named!.length);
        const isNarrow = (some: readonly string[]): boolean => some.length > 1 && some.some(part => /\d/.test(part));
        if (isNarrow(own!) && isRunOf(own!, named!))
            add(product, `all of "${called}" is in its name, with other signs`, 6 + more);
        else if (isNarrow(named!) && isRunOf(named!, own!))
            add(product, `all of its name is in "${called}", with other signs`, 6 + more);
    }
}
