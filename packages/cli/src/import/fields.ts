import type { Field } from './field-tables.ts';

export * from './field-tables.ts';

/**
 * A head in the form in which heads are compared: lower case, `camelCase` and `snake_case` as words, no signs, no text
 * in brackets.
 */
export function plainHead(head: string): string {
    const spaced = head
        .normalize('NFC')
        .replace(/(\p{Ll}\p{Ll})(\p{Lu})/gu, '$1 $2')
        .toLowerCase();
    const words = (text: string): string => text.replace(/[^\p{Letter}\p{Number}#]+/gu, ' ').trim();
    const plain = words(spaced.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
    return plain === '' ? words(spaced) : plain;
}

/** Words as people shorten them in heads. */
const short: ReadonlyMap<string, string> = new Map(
    (
        'addr address|adr adresse|mfr manufacturer|mfg manufacturer|manuf manufacturer|manufact manufacturer|' +
        'desc description|descr description|ver version|loc location|equip equipment|eqpt equipment|dev device|' +
        'bez bezeichnung|herst hersteller|beschr beschreibung|fabr fabricant'
    )
        .split('|')
        .map(pair => pair.split(' ') as [string, string]),
);

function written(head: string): string {
    return head
        .split(' ')
        .map(word => short.get(word) ?? word)
        .join(' ');
}

/** A word without the ending of its plural: enough to compare heads by, and nothing that is ever shown. */
function singular(word: string): string {
    if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
    return word
        .replace(/(?<=[sx]|sh|ch|ss)es$/, '')
        .replace(/ies$/, 'y')
        .replace(/s$/, '');
}

function singulars(head: string): string {
    return head.split(' ').map(singular).join(' ');
}

interface KnownHead {
    readonly field: Field;
    /** How much it counts among the heads of its field: 0 is the most. */
    readonly rank: number;
}

/**
 * So many cells are remembered of those that were asked whether they are a head: in a table most cells stand in it many
 * times.
 */
const mostRemembered = 20_000;

/** The known heads of some fields, by the form in which they are compared. */
class Heads {
    readonly #asked = new Map<string, KnownHead | null>();
    readonly #exact = new Map<string, KnownHead>();
    readonly #singular = new Map<string, KnownHead>();

    constructor(fields: readonly Field[]) {
        for (const each of fields) {
            [...each.heads, each.key.toLowerCase()].forEach((head, rank) => {
                if (!this.#exact.has(head)) this.#exact.set(head, { field: each, rank });
                const plain = singulars(head);
                if (!this.#singular.has(plain)) this.#singular.set(plain, { field: each, rank });
            });
        }
    }

    /** The same of a cell that may be a head or not: most are not, and cost little. */
    ofCell(text: string): KnownHead | null {
        // Numbers stand in heads behind a bracket, and in the names of address families.
        if (text.length > 60 || (/\d/.test(text) && !/[([]|ip/i.test(text))) return null;
        const before = this.#asked.get(text);
        if (before !== undefined) return before;
        const found = this.whole(plainHead(text));
        if (this.#asked.size < mostRemembered) this.#asked.set(text, found);
        return found;
    }

    whole(plain: string): KnownHead | null {
        // Labels of a program, and not the plural of a tag.
        if (plain === 'tags') return null;
        return this.#exact.get(plain) ?? this.#singular.get(singulars(written(plain))) ?? null;
    }

    /** Without the word for a device before it, or the word for a name after it: `Asset Location`, `Zone Name`. */
    loosely(plain: string): KnownHead | null {
        const head = written(plain);
        // What is described so is the device itself, in a table that has no better column for its name.
        if (describesDevice.test(head)) return this.whole('mac') && this.whole('name');
        const [, bare = '', end = ''] =
            /^(.+?)(?: (name|#|no|nr|number|nummer))?$/u.exec(head.replace(ofDevice, '')) ?? [];
        if (bare === head || turning.test(bare)) return null;
        const found = this.whole(bare);
        if (!found || !loose.has(found.field.key)) return null;
        return end === '' || end === 'name' || numbered.has(found.field.key) ? found : null;
    }

    /** By its last words: two or more, or one that says by itself what it is. */
    ending(plain: string): KnownHead | null {
        const words = plain.split(' ');
        for (let from = 1; from < words.length; from++) {
            const rest = words.slice(from);
            if (rest.length === 1 && !clear.has(singular(rest[0]!))) continue;
            const found = this.whole(rest.join(' '));
            if (found) return found;
        }
        return null;
    }
}

/** Words before a head that say of what kind of thing the table speaks. */
const ofDevice =
    /^(?:asset|device|equipment|system|component|product|item|geräte?|anlagen|komponenten|équipement|equipo) (?=.)/u;
const describesDevice =
    /^(?:asset|device|equipment|system|component|item|geräte?|anlagen) (?:description|beschreibung)$/u;
/** Fields of which such a head says no more than the rest of it. */
const loose = new Set('zone type vendor product version location criticality owner mac addresses'.split(' '));
/** Fields of which a number says the same as a name. */
const numbered = new Set(['product', 'version', 'location']);

/**
 * Last words that a head may have other words before: `mitigation_controls`, `cf_security_zone`, `device manufacturer`.
 */
const clear = new Set(
    (
        'zone zona tag control countermeasure safeguard measure mitigation manufacturer hersteller fabricante vendor ' +
        'firmware ip mac likelihood probability consequence ' +
        'protocol protokoll protocole protocolo puerto port impact severity scenario hostname criticality ' +
        'kritikalität location standort building cabinet room purdue'
    ).split(' '),
);
/** Words before which such a head means something else: `residual risk` is not the risk. */
const turning =
    /^(residual|target|mitigated|final|after|rest|no|non|previous|old|last|first|number of|count|source|destination|is)\b/;

const known = new WeakMap<readonly Field[], Heads>();

function headsOf(fields: readonly Field[]): Heads {
    const found = known.get(fields) ?? new Heads(fields);
    known.set(fields, found);
    return found;
}

/** Words of the risk before countermeasures and after them, as heads or groups of heads say them. */
const untreated =
    /(?<!\p{L})(ausgangs|brutto|anfangs|inhärente?s?|initiale?s?|initial|initiaux|inherente?|inhérente?|unmitigated|untreated|gross|brute?|bruto|raw|vorher|before|pre|pre mitigation)(risiko|risk|risque|riesgo)?(?!\p{L})/giu;
const treated =
    /(?<!\p{L})(rest|netto|residual|residuel(?:le)?s?|résiduel(?:le)?s?|residuale?|res|net|neto|nachher|after|post|post mitigation|mitigated|treated)(risiko|risk|risque|riesgo)?(?!\p{L})/giu;
const ofTreated: Readonly<Record<string, string>> = { likelihood: 'toLikelihood', consequence: 'toConsequence' };

/** A head with the group that it belongs to: `Ausgangsrisiko Schadensausmaß`, `Residual Impact`, `S (res)`. */
function graded(head: string, fields: readonly Field[]): { readonly field: Field; readonly rank: number } | null {
    for (const [words, after] of [
        [treated, true],
        [untreated, false],
    ] as const) {
        const rest = head.normalize('NFC').replace(words, ' ');
        if (rest === head.normalize('NFC')) continue;
        const plain = plainHead(rest.replace(/\(\s*\)|\[\s*\]/gu, ' ')).replace(/^(risiko|risk|risque|riesgo) /u, '');
        const found = headsOf(fields).whole(plain) ?? headsOf(fields).ending(plain);
        const key = found && (after ? ofTreated[found.field.key] : found.field.key);
        const field = key && key in ofTreated === !after ? fields.find(each => each.key === key) : undefined;
        if (field) return { field, rank: 500 };
    }
    return null;
}

/** A head that names one thing in two ways: `Abweichung / Bemerkung`, `Vendor | Manufacturer`. */
function inParts(head: string, fields: readonly Field[]): { readonly field: Field; readonly rank: number } | null {
    const parts = head.split(/[/|&+]|\s(?:und|and|et|y|or|oder|ou|o)\s/u).map(plainHead);
    const found = parts.map(part => headsOf(fields).whole(part)?.field ?? null);
    const [first] = found;
    // What is called a zone and a place, `Zone/Bereich`, is the zone.
    const zone = found.find(field => field?.key === 'zone');
    if (zone && found.every(field => field === zone || field?.key === 'location')) return { field: zone, rank: 600 };
    return parts.length > 1 && first && found.every(field => field === first) ? { field: first, rank: 600 } : null;
}

/**
 * The field that a cell means where it is a head, its plural and its case aside; `null` where it is none of the known
 * ones.
 */
export function fieldOf(cell: string, fields: readonly Field[]): Field | null {
    return headsOf(fields).ofCell(cell)?.field ?? null;
}

/**
 * The field that a head means, by all of it or by its last words, and how much it counts there; a whole head counts
 * before an ending.
 */
export function meaningOf(
    head: string,
    fields: readonly Field[],
): { readonly field: Field; readonly rank: number } | null {
    const plain = plainHead(head);
    // In brackets stands what a short head is of: `S (res)` is not `S`.
    const whole = graded(head, fields) ?? headsOf(fields).whole(plain) ?? inParts(head, fields);
    if (whole) return whole;
    if (turning.test(plain)) return null;
    const ending = headsOf(fields).loosely(plain) ?? headsOf(fields).ending(plain);
    return ending && { field: ending.field, rank: 1000 + ending.rank };
}
