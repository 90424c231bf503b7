import type { Fields } from './json.ts';
import { fieldsOf, listAt, objectAt, textAt, textsAt } from './json.ts';

/** A product of an advisory, as the branches above it describe it. */
export interface Product {
    readonly vendor: string | null;
    readonly name: string;
    /** As it is written; `null` where no version is named. */
    readonly versions: string | null;
    readonly modelNumbers: readonly string[];
    readonly serialNumbers: readonly string[];
    readonly cpes: readonly string[];
    readonly purls: readonly string[];
}

/** More than any product catalogue has: what is above it is a mistake or an attack. */
export const mostProducts = 20_000;

/** What the branches above a product say; the nearest of each category counts. */
interface Above {
    readonly vendor: string | null;
    readonly name: string | null;
    readonly versions: string | null;
    /** Branches that limit it in a way that versions do not have. */
    readonly limits: readonly string[];
}

const limiting = new Set([
    'architecture',
    'host_name',
    'language',
    'legacy',
    'patch_level',
    'service_pack',
    'specification',
]);

function below(above: Above, category: string | null, name: string | null): Above {
    if (name === null) return above;
    if (category === 'vendor') return { ...above, vendor: name };
    if (category === 'product_name') return { ...above, name };
    if (category === 'product_version' || category === 'product_version_range') return { ...above, versions: name };
    if (category !== null && limiting.has(category))
        return { ...above, limits: [...above.limits, `${category.replaceAll('_', ' ')} ${name}`] };
    return above;
}

function productOf(full: Fields, above: Above): Product {
    const helper = objectAt(full, 'product_identification_helper');
    const one = (key: string): readonly string[] => {
        const text = textAt(helper, key);
        return text === null ? [] : [text];
    };
    const { versions, limits } = above;
    return {
        vendor: above.vendor,
        name: above.name ?? textAt(full, 'name') ?? '',
        // The word `only` keeps it from being read as a range of all of them.
        versions: limits.length === 0 ? versions : [versions ?? '*', 'only', ...limits].join(' '),
        modelNumbers: textsAt(helper, 'model_numbers'),
        serialNumbers: textsAt(helper, 'serial_numbers'),
        cpes: one('cpe'),
        purls: [...one('purl'), ...textsAt(helper, 'purls')],
    };
}

const relations: ReadonlyMap<string, string> = new Map([
    ['default_component_of', 'as a component of'],
    ['external_component_of', 'as an external component of'],
    ['installed_on', 'installed on'],
    ['installed_with', 'installed with'],
    ['optional_component_of', 'as an optional component of'],
]);

/**
 * The versions of a product that is made of two, where the second one has none. Those of a component are not those of
 * what it is in, which is what is installed in a plant; those of a firmware on a device are.
 */
function versionsOfPart(part: Product, category: string | null): string | null {
    const isComponent = category?.endsWith('component_of') === true;
    const { versions } = part;
    if (!isComponent || versions === null || /^(?:vers:[^/]*\/)?\*$/.test(versions)) return versions;
    return `${versions} only of that component`;
}

/**
 * The products of a tree by their ids: those of its branches, those at its top, and those that it makes of two others.
 * @returns a sentence where there are too many
 */
export function productsOf(tree: Fields): ReadonlyMap<string, Product> | string {
    const products = new Map<string, Product>();
    const add = (full: Fields, above: Above): void => {
        const id = textAt(full, 'product_id');
        if (id !== null && !products.has(id)) products.set(id, productOf(full, above));
    };
    const top: Above = { vendor: null, name: null, versions: null, limits: [] };
    for (const each of listAt(tree, 'full_product_names')) add(fieldsOf(each), top);
    // A list instead of recursion: branches may be nested to any depth.
    const open: (readonly [Fields, Above])[] = [];
    const push = (branches: readonly unknown[], above: Above): void => {
        for (let at = branches.length - 1; at >= 0; at--) open.push([fieldsOf(branches[at]), above]);
    };
    push(listAt(tree, 'branches'), top);
    for (let next = open.pop(); next; next = open.pop()) {
        const [branch, outer] = next;
        const above = below(outer, textAt(branch, 'category'), textAt(branch, 'name'));
        const full = objectAt(branch, 'product');
        if (textAt(full, 'product_id') !== null) add(full, above);
        push(listAt(branch, 'branches'), above);
        if (products.size > mostProducts) break;
    }
    // One made of another one stands after it; one that is made of itself names nothing.
    for (const each of listAt(tree, 'relationships')) {
        if (products.size > mostProducts) break;
        const relation = fieldsOf(each);
        const full = objectAt(relation, 'full_product_name');
        const part = products.get(textAt(relation, 'product_reference') ?? '');
        const whole = products.get(textAt(relation, 'relates_to_product_reference') ?? '');
        const id = textAt(full, 'product_id');
        if (!part || !whole || id === null || products.has(id)) continue;
        const category = textAt(relation, 'category');
        const words = relations.get(category ?? '') ?? 'with';
        const versions =
            whole.versions === null
                ? versionsOfPart(part, category)
                : `${part.versions ?? '*'} only ${words} ${whole.versions}`;
        products.set(id, {
            ...part,
            vendor: whole.vendor ?? part.vendor,
            name: `${part.name} ${words} ${whole.name}`,
            versions,
            modelNumbers: [...part.modelNumbers, ...whole.modelNumbers],
            serialNumbers: [...part.serialNumbers, ...whole.serialNumbers],
        });
    }
    return products.size > mostProducts ? `it names more than ${mostProducts} products` : products;
}
