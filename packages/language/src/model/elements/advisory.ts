import type { Origin } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { day, joined, many, nothingLeft, quoted, text, word } from '../facts.ts';
import type { AdvisoryStatus, ProductState, RemediationCategory } from '../words.ts';
import type { DateFact, Named, Text } from './common.ts';
import { namedFacts } from './common.ts';

/** A security advisory as its publisher gave it out. */
export interface Advisory extends Named {
    /** The number that its publisher gives it. */
    readonly identifier: string | null;
    readonly publisher: string | null;
    /** The day of this revision. */
    readonly dated: DateFact | null;
    readonly revision: string | null;
    readonly status: AdvisoryStatus | null;
    /** The name of the file that was read. */
    readonly source: string | null;
    readonly description: string | null;
    readonly vulnerabilities: readonly Vulnerability[];
    readonly statements: readonly ProductStatement[];
}

/** A vulnerability of an advisory, with its scores. */
export interface Vulnerability {
    /** Its CVE number, or what the publisher calls it where it has none. */
    readonly cve: string;
    readonly title: string | null;
    readonly scores: readonly CvssScore[];
    readonly origin: Origin;
}

/** A score of CVSS with its vector. */
export interface CvssScore {
    /** The base score, 0 to 10. */
    readonly value: number;
    /** `CVSS:3.1/AV:N/…` */
    readonly vector: string;
}

/** What is said of some products that the same is said of. */
export interface ProductStatement {
    readonly state: ProductState;
    /** Names as the advisory writes them. */
    readonly products: readonly Text[];
    readonly vendor: string | null;
    /** As the advisory writes them; empty where it names none. */
    readonly versions: readonly string[];
    /** Empty for all vulnerabilities of the advisory. */
    readonly cves: readonly string[];
    readonly modelNumbers: readonly string[];
    readonly serialNumbers: readonly string[];
    readonly cpes: readonly string[];
    readonly purls: readonly string[];
    /** The first version without the vulnerabilities, as the advisory writes it. */
    readonly fixedIn: string | null;
    readonly remediations: readonly Remediation[];
    readonly origin: Origin;
}

/** What an advisory says can be done. */
export interface Remediation {
    readonly category: RemediationCategory;
    readonly text: string;
}

/** A name of a product in advisories that a person confirms, or rules out. */
export interface AdvisoryName {
    readonly name: string;
    /** True where it says `not`. */
    readonly not: boolean;
    readonly origin: Origin;
}

/** Facts of names in advisories, those that are ruled out apart. */
export const advisoryNames: FactsOf<readonly AdvisoryName[]> = all => [
    ...many('advisory-name', all.filter(each => !each.not).map(nameText)),
    ...many('advisory-name not', all.filter(each => each.not).map(nameText)),
];

function nameText({ name, not: _not, origin: _origin, ...rest }: AdvisoryName): string {
    nothingLeft(rest);
    return quoted(name);
}

function list(label: string, values: readonly string[]): string | null {
    return values.length === 0 ? null : `${label} ${values.map(quoted).join(', ')}`;
}

function scoreText({ value, vector, ...rest }: CvssScore): string {
    nothingLeft(rest);
    return `${value} ${quoted(vector)}`;
}

const vulnerabilities: FactsOf<readonly Vulnerability[]> = all =>
    all.map(({ cve, title, scores, origin, ...rest }) => {
        nothingLeft(rest);
        const label = `vulnerability ${quoted(cve)}`;
        const value = joined(
            title !== null && quoted(title),
            scores.length > 0 && `cvss ${scores.map(scoreText).join(', ')}`,
        );
        return { key: label, label, value: value === '' ? null : value, weight: 0.2, origin };
    });

/** All that is said of the products of a statement, in the words of the language. */
export function productText({
    vendor,
    versions,
    cves,
    modelNumbers,
    serialNumbers,
    cpes,
    purls,
    fixedIn,
    remediations,
    state: _state,
    products: _products,
    origin: _origin,
    ...rest
}: ProductStatement): string {
    nothingLeft(rest);
    return joined(
        vendor !== null && `vendor ${quoted(vendor)}`,
        list('versions', versions),
        list('cve', cves),
        list('model-number', modelNumbers),
        list('serial-number', serialNumbers),
        list('cpe', cpes),
        list('purl', purls),
        fixedIn !== null && `fixed-in ${quoted(fixedIn)}`,
        ...remediations.map(({ category, text: said, ...more }) => {
            nothingLeft(more);
            return `remediation ${category} ${quoted(said)}`;
        }),
    );
}

/** One fact a product and statement; what it says distinguishes two of the same product. */
const statements: FactsOf<readonly ProductStatement[]> = all => {
    const counts = new Map<string, number>();
    return all.flatMap(statement =>
        statement.products.map(product => {
            const label = `${statement.state} ${quoted(product.text)}`;
            const count = (counts.get(label) ?? 0) + 1;
            counts.set(label, count);
            return {
                key: count === 1 ? label : `${label} ${count}`,
                label,
                value: productText(statement) || null,
                weight: 0.2,
                origin: statement.origin,
            };
        }),
    );
};

/** The facts of an advisory. */
export const advisoryFacts = {
    ...namedFacts,
    identifier: text('identifier', 3),
    publisher: text('publisher'),
    dated: day('dated'),
    revision: text('revision'),
    status: word('status'),
    source: text('source'),
    description: text('description'),
    vulnerabilities,
    statements,
} satisfies Facts<Advisory>;
