import type { AdvisoryStatus, CvssScore, ProductState, Remediation, RemediationCategory } from 'iacs-language';
import { advisoryStatuses, isDay, remediationCategories } from 'iacs-language';
import type { Fields } from './json.ts';
import { fieldsOf, listAt, numberAt, objectAt, textAt, textsAt } from './json.ts';
import type { Product } from './product-tree.ts';
import { productsOf } from './product-tree.ts';

/** What a CSAF document says of one product and some of its vulnerabilities. */
export interface Said {
    readonly state: ProductState;
    readonly product: Product;
    readonly cves: readonly string[];
    readonly remediations: readonly Remediation[];
}

/** A CSAF document, as far as a model needs it. */
export interface ReadAdvisory {
    readonly identifier: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly dated: string | null;
    readonly revision: string | null;
    readonly status: AdvisoryStatus | null;
    readonly summary: string | null;
    /** The label of the Traffic Light Protocol. */
    readonly tlp: string | null;
    readonly vulnerabilities: readonly {
        readonly cve: string;
        readonly title: string | null;
        readonly scores: readonly CvssScore[];
    }[];
    readonly said: readonly Said[];
    /** What was left out, or needs a look. */
    readonly notices: readonly string[];
}

/** Why a file is not an advisory that can be used: the end of a sentence. `isOther`: it is not an advisory at all. */
export interface Refused {
    readonly refused: string;
    readonly isOther: boolean;
}

const profiles = new Set(['csaf_security_advisory', 'csaf_vex']);

function refused(why: string, isOther = false): Refused {
    return { refused: why, isOther };
}

/**
 * Reads a CSAF 2.0 document, a security advisory or a VEX; of 2.1 what is the same. What it needs is checked; the rest
 * of the document may break the schema, as published ones do.
 */
export function readCsaf(text: string): ReadAdvisory | Refused {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch (error) {
        return refused(`it is not whole JSON: ${String((error as Error).message).slice(0, 120)}.`);
    }
    const document = objectAt(fieldsOf(json), 'document');
    const version = textAt(document, 'csaf_version');
    if (version === null) {
        const format = otherFormat(fieldsOf(json));
        return format === null
            ? refused('it is not a CSAF document.', true)
            : refused(`it is ${format}: advisories and VEX documents in CSAF 2.0 or 2.1 are read.`);
    }
    if (version !== '2.0' && version !== '2.1') return refused(`it is CSAF ${version}: 2.0 and 2.1 are read.`);
    const category = textAt(document, 'category') ?? '';
    if (/withdrawn|superseded/.test(category)) return refused(`its publisher took it back (${category}).`);
    if (!profiles.has(category))
        return refused(`its profile ${category || 'without a name'} says nothing of products that are affected.`, true);
    const tracking = objectAt(document, 'tracking');
    const identifier = textAt(tracking, 'id');
    if (identifier === null) return refused('it has no `document.tracking.id`.');
    const status = advisoryStatuses.find(each => each === textAt(tracking, 'status')) ?? null;
    if (status === 'draft') return refused('it is a draft, which its publisher has not given out.');
    const products = productsOf(objectAt(fieldsOf(json), 'product_tree'));
    if (typeof products === 'string') return refused(`${products}.`);
    const dated = textAt(tracking, 'current_release_date')?.slice(0, 10) ?? null;
    const notices: string[] = [];
    const isDated = dated !== null && isDay(dated) && !/^\d/u.test(textAt(tracking, 'current_release_date')!.slice(10));
    if (!isDated)
        notices.push(`It has no date: its current_release_date ${dated === null ? 'is missing' : 'is not a day'}.`);
    if (status === null) notices.push('Its status is not one of CSAF, and none is written.');
    const read = vulnerabilitiesOf(fieldsOf(json), products, notices);
    if (read.said.length === 0) return refused('it says of no product whether it is affected.');
    return {
        identifier,
        title: textAt(document, 'title'),
        publisher: textAt(objectAt(document, 'publisher'), 'name'),
        dated: isDated ? dated : null,
        revision: textAt(tracking, 'version'),
        status,
        summary: summaryOf(document),
        tlp: textAt(objectAt(objectAt(document, 'distribution'), 'tlp'), 'label'),
        ...read,
        notices,
    };
}

/** The name of another format that says what is vulnerable, or what a product is made of; `null` for anything else. */
function otherFormat(fields: Fields): string | null {
    const word = (key: string): string => textAt(fields, key) ?? '';
    if (word('bomFormat') === 'CycloneDX') return 'CycloneDX';
    if (word('@context').startsWith('https://openvex.dev/')) return 'OpenVEX';
    return word('spdxVersion') === '' ? null : 'SPDX';
}

function summaryOf(document: Fields): string | null {
    const note = listAt(document, 'notes')
        .map(fieldsOf)
        .find(each => textAt(each, 'category') === 'summary');
    return note ? textAt(note, 'text') : null;
}

/** Lists of `product_status` by what they say; `recommended` says nothing of a version that is installed. */
const stateLists: readonly (readonly [list: string, state: ProductState])[] = [
    ['known_affected', 'affected'],
    ['first_affected', 'affected'],
    ['last_affected', 'affected'],
    ['known_not_affected', 'not-affected'],
    ['fixed', 'fixed'],
    ['first_fixed', 'fixed'],
    ['under_investigation', 'under-investigation'],
];

const mostRemediations = 12;

interface Entry {
    readonly product: Product;
    readonly state: ProductState;
    readonly cves: string[];
    readonly remediations: Map<string, Remediation>;
}

function vulnerabilitiesOf(
    json: Fields,
    products: ReadonlyMap<string, Product>,
    notices: string[],
): Pick<ReadAdvisory, 'vulnerabilities' | 'said'> {
    const groups = groupsOf(objectAt(json, 'product_tree'));
    const entries = new Map<string, Entry>();
    const vulnerabilities = new Map<string, ReadAdvisory['vulnerabilities'][number]>();
    const unknown = new Set<string>();
    for (const each of listAt(json, 'vulnerabilities')) {
        const fields = fieldsOf(each);
        const cve = nameOf(fields, vulnerabilities.size + 1);
        const title = textAt(fields, 'title') ?? textAt(objectAt(fields, 'cwe'), 'name');
        // One that is listed again, for other products, has further scores.
        const known = vulnerabilities.get(cve);
        vulnerabilities.set(cve, {
            cve,
            title: known?.title ?? title,
            scores: bestOf([...(known?.scores ?? []), ...scoresOf(fields)]),
        });
        const remediations = remediationsOf(fields, groups);
        for (const [list, state] of stateLists)
            for (const id of textsAt(objectAt(fields, 'product_status'), list)) {
                const product = products.get(id);
                if (!product || product.name === '') {
                    unknown.add(id);
                    continue;
                }
                const key = `${state} ${id}`;
                let entry = entries.get(key);
                if (!entry) entries.set(key, (entry = { product, state, cves: [], remediations: new Map() }));
                if (!entry.cves.includes(cve)) entry.cves.push(cve);
                for (const [category, said] of remediations.of(id))
                    if (entry.remediations.size < mostRemediations)
                        entry.remediations.set(`${category} ${said}`, { category, text: said });
            }
    }
    if (unknown.size > 0)
        notices.push(
            `Its vulnerabilities name ${unknown.size === 1 ? 'a product' : `${unknown.size} products`} that its ` +
                `product tree does not have: ${[...unknown].slice(0, 3).join(', ')}.`,
        );
    const all = vulnerabilities.size;
    return {
        vulnerabilities: [...vulnerabilities.values()],
        said: Array.from(entries.values(), ({ product, state, cves, remediations }) => ({
            state,
            product,
            // All of them are not listed again at each product.
            cves: cves.length === all ? [] : cves,
            remediations: [...remediations.values()],
        })),
    };
}

function nameOf(vulnerability: Fields, number: number): string {
    const cve = textAt(vulnerability, 'cve');
    const ids = listAt(vulnerability, 'ids').flatMap(each => textAt(fieldsOf(each), 'text') ?? []);
    return cve ?? ids[0] ?? textAt(vulnerability, 'title') ?? `vulnerability ${number}`;
}

/** How far away an attacker may be, from the widest attack vector on; the last for one that is not said. */
function reachOf({ vector }: CvssScore): number {
    const at = 'NALP'.indexOf(/(?:^|\/)AV:([NALP])/.exec(vector)?.[1] ?? '-');
    return at < 0 ? 4 : at;
}

/** Versions of CVSS, newest first, by what their vectors begin with. */
const cvss = ['CVSS:4', 'CVSS:3', ''] as const;

/**
 * Of the scores of each version of CVSS, newest first, the one with the widest attack vector and the highest one:
 * products may have scores of their own.
 */
function bestOf(scores: readonly CvssScore[]): readonly CvssScore[] {
    const byVersion = Map.groupBy(scores, ({ vector }) => cvss.find(start => vector.startsWith(start))!);
    return cvss.flatMap(version => {
        const some = byVersion.get(version) ?? [];
        const [highest] = some.toSorted((a, b) => b.value - a.value);
        const [widest] = some.toSorted((a, b) => reachOf(a) - reachOf(b));
        return highest === undefined ? [] : [...new Set([widest!, highest])];
    });
}

function scoresOf(vulnerability: Fields): readonly CvssScore[] {
    const given = [
        ...listAt(vulnerability, 'scores').map(fieldsOf),
        ...listAt(vulnerability, 'metrics').map(each => objectAt(fieldsOf(each), 'content')),
    ];
    return ['cvss_v4', 'cvss_v3', 'cvss_v2'].flatMap(key =>
        given.flatMap((each): readonly CvssScore[] => {
            const score = objectAt(each, key);
            const [value, vector] = [numberAt(score, 'baseScore'), textAt(score, 'vectorString')];
            return value === null || value < 0 || value > 10 || vector === null ? [] : [{ value, vector }];
        }),
    );
}

function groupsOf(tree: Fields): ReadonlyMap<string, readonly string[]> {
    return new Map(
        listAt(tree, 'product_groups').map(each => {
            const group = fieldsOf(each);
            return [textAt(group, 'group_id') ?? '', textsAt(group, 'product_ids')];
        }),
    );
}

type Advice = readonly [RemediationCategory, string];

/** What is advised for each product, by its id. */
function remediationsOf(
    vulnerability: Fields,
    groups: ReadonlyMap<string, readonly string[]>,
): { of(id: string): readonly Advice[] } {
    const byProduct = new Map<string, Advice[]>();
    const forAll: Advice[] = [];
    for (const each of listAt(vulnerability, 'remediations')) {
        const fields = fieldsOf(each);
        const word = textAt(fields, 'category')?.replaceAll('_', '-');
        const category = remediationCategories.find(known => known === word);
        const details = textAt(fields, 'details');
        if (!category || details === null) continue;
        const restart = textAt(objectAt(fields, 'restart_required'), 'category');
        const said = restart === null || restart === 'none' ? details : `${details} (restart: ${restart})`;
        const groupIds = textsAt(fields, 'group_ids');
        const ids = [...textsAt(fields, 'product_ids'), ...groupIds.flatMap(id => groups.get(id) ?? [])];
        // Of a group that the document does not have it is not known which products it is for.
        if (ids.length + groupIds.length === 0) forAll.push([category, said]);
        for (const id of ids) {
            const list = byProduct.get(id);
            if (list) list.push([category, said]);
            else byProduct.set(id, [[category, said]]);
        }
    }
    return { of: id => [...(byProduct.get(id) ?? []), ...forAll] };
}
