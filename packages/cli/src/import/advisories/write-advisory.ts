import type { Remediation } from 'iacs-language';
import { formatText, writeString } from 'iacs-language';
import type { ReadAdvisory, Said } from './read-csaf.ts';

/** Where an advisory comes from, and what it is called. */
export interface AdvisoryHead {
    readonly name: string;
    /** The name of the file, without its folder. */
    readonly source: string;
    readonly sha256: string;
}

/** Names of products of which the same is said. */
interface Group {
    readonly said: Said;
    readonly names: Set<string>;
    readonly versions: readonly string[];
}

/** A model number that is in the name of the product is not said again. */
function modelNumbers({ product: { name, modelNumbers: all } }: Said): readonly string[] {
    return all.filter(number => !name.includes(number));
}

/** All that is said of a product but its name and its versions, as a key. */
function restOf(said: Said): string {
    const { vendor, serialNumbers, cpes, purls } = said.product;
    const { state, cves, remediations } = said;
    return JSON.stringify([state, vendor, modelNumbers(said), serialNumbers, cpes, purls, cves, remediations]);
}

/** Products of which the same is said are one statement, and versions of one product of which the same is said too. */
function grouped(all: readonly Said[]): readonly Group[] {
    const byProduct = new Map<string, { readonly said: Said; readonly rest: string; readonly versions: string[] }>();
    for (const said of all) {
        const rest = restOf(said);
        // One product without versions among others with them says something else than they do.
        const key = `${said.product.versions === null ? 'all' : 'some'} ${said.product.name}\n${rest}`;
        const known = byProduct.get(key);
        const versions = said.product.versions === null ? [] : [said.product.versions];
        if (!known) byProduct.set(key, { said, rest, versions });
        else if (versions[0] !== undefined && !known.versions.includes(versions[0])) known.versions.push(versions[0]);
    }
    const groups = new Map<string, Group>();
    for (const { said, rest, versions } of byProduct.values()) {
        const key = JSON.stringify([rest, versions]);
        const known = groups.get(key);
        if (known) known.names.add(said.product.name);
        else groups.set(key, { said, versions, names: new Set([said.product.name]) });
    }
    return [...groups.values()];
}

/** `Update to V3.1.4 or later version` and its like name a version; no other sentence is interpreted. */
const fixedVersion =
    /^(?:please )?(?:update|upgrade) to (?:(?:firmware|software) )?(?:version )?(v?\d[\w.-]*(?: (?:SP|Update|HF) ?\d+)?) or (?:later|newer|higher|above)\b/i;

function fixedIn(remediations: readonly Remediation[]): string | null {
    const fixes = remediations.filter(each => each.category === 'vendor-fix');
    const versions = new Set(fixes.flatMap(each => fixedVersion.exec(each.text)?.[1] ?? []));
    return versions.size === 1 ? [...versions][0]! : null;
}

function list(word: string, values: readonly string[]): readonly string[] {
    return values.length === 0 ? [] : [`${word} ${values.map(writeString).join(', ')}`];
}

function statementText({ said, names, versions }: Group): string {
    const { state, product, cves, remediations } = said;
    const fixed = state === 'affected' ? fixedIn(remediations) : null;
    const lines = [
        ...(product.vendor === null ? [] : [`vendor ${writeString(product.vendor)}`]),
        ...list('versions', versions),
        ...list('cve', cves),
        ...list('model-number', modelNumbers(said)),
        ...list('serial-number', product.serialNumbers),
        ...list('cpe', product.cpes),
        ...list('purl', product.purls),
        ...(fixed === null ? [] : [`fixed-in ${writeString(fixed)}`]),
        ...remediations.map(({ category, text }) => `remediation ${category} ${writeString(text)}`),
    ];
    // Long lists of products are one a line, so that a change of one is one line of a comparison.
    const products = Array.from(names, writeString).join(',\n');
    return `${state} ${products}${lines.length === 0 ? '' : ` {\n${lines.join('\n')}\n}`}`;
}

/** A comment says one line; nothing of a document can end it. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /');

function vulnerabilityText({ cve, title, scores }: ReadAdvisory['vulnerabilities'][number]): string {
    const cvss = scores.map(({ value, vector }) => `${value} ${writeString(vector)}`).join(', ');
    return [
        `vulnerability ${writeString(cve)}`,
        ...(title === null ? [] : [writeString(title)]),
        ...(cvss === '' ? [] : [`cvss ${cvss}`]),
    ].join(' ');
}

/** The part that an import of an advisory writes: the same file gives the same bytes. */
export function writeAdvisory({ name, source, sha256 }: AdvisoryHead, read: ReadAdvisory): string {
    const intro = [
        `Written by iacs import advisories from ${plain(source)}, sha256 ${sha256}` +
            `${read.tlp === null ? '' : `; TLP:${plain(read.tlp)}`}.`,
        ...read.notices.map(plain),
    ];
    const comment = intro.length === 1 ? `/** ${intro[0]} */` : `/**\n${intro.map(line => ` * ${line}\n`).join('')} */`;
    const body = [
        `identifier ${writeString(read.identifier)}`,
        ...(read.publisher === null ? [] : [`publisher ${writeString(read.publisher)}`]),
        ...(read.dated === null ? [] : [`dated ${read.dated}`]),
        ...(read.revision === null ? [] : [`revision ${writeString(read.revision)}`]),
        ...(read.status === null ? [] : [`status ${read.status}`]),
        `source ${writeString(source)}`,
        ...(read.summary === null ? [] : [`description ${writeString(read.summary)}`]),
        ...read.vulnerabilities.map(vulnerabilityText),
        ...grouped(read.said).map(statementText),
    ];
    const title = read.title === null ? '' : ` ${writeString(read.title)}`;
    return formatText(`${comment}\nadvisory ${name}${title} {\n${body.join('\n')}\n}\n`);
}
