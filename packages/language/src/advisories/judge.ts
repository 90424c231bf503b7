import type { Advisory, Asset, Lookup, ProductStatement, Vulnerability } from '../model/index.ts';
import type { NamedProduct } from './named-products.ts';
import { lineOfName } from './names.ts';
import type { InstalledVersion } from './plant-products.ts';
import { installedVersions } from './plant-products.ts';
import type { VersionRange } from './range.ts';
import { isInside, onlyUpperBound, readRange } from './range.ts';
import { compareVersions } from './version.ts';

/** Whether a product with its version is affected; `cannot-tell` where names, versions or states leave it open. */
export type Verdict = 'affected' | 'not-affected' | 'cannot-tell';

/** What an advisory means for an asset, by a name that a person has confirmed. */
export interface Judgement {
    readonly verdict: Verdict;
    /** Those that it has; where it is not known, those that it may have. */
    readonly vulnerabilities: readonly Vulnerability[];
    /** Where it is affected: further ones of which it is not known. */
    readonly perhaps: readonly Vulnerability[];
    /** Why it is not known: a sentence without its full stop; `null` otherwise. */
    readonly why: string | null;
    /** True where it is not known, and the installed version may decide it, if it is said or written otherwise. */
    readonly byVersion: boolean;
    readonly versions: readonly InstalledVersion[];
}

/** Three values with a reason for the third. */
interface Answer {
    readonly is: boolean | null;
    readonly why: string | null;
    readonly byVersion: boolean;
}

const yes: Answer = { is: true, why: null, byVersion: false };
const no: Answer = { is: false, why: null, byVersion: false };
const open = (why: string, byVersion = false): Answer => ({ is: null, why, byVersion });

const fixes = new Set(['vendor-fix', 'optional-patch']);

/** Whether a version is among those of a statement; `null` for a version that nobody has said. */
function isNamed(statement: ProductStatement, name: string, version: string | null): Answer {
    const { versions, serialNumbers, fixedIn, remediations } = statement;
    if (serialNumbers.length > 0)
        return open(`the advisory is limited to serial numbers (${serialNumbers.slice(0, 2).join(', ')})`);
    if (versions.length === 0) return open('the advisory names no versions');
    const line = lineOfName(name);
    if (line !== null && version !== null) {
        const order = compareVersions(version, line);
        if (order === 'earlier' || order === 'later')
            return open(`the name is about V${line.replace(/^v/i, '')}, and ${version} is installed`);
    }
    let why: Answer | null = null;
    for (const text of versions) {
        const range = readRange(text);
        if (version === null && range.kind === 'some') {
            why ??= open('the installed version is not said', true);
            continue;
        }
        const found = isInside(version ?? '', range);
        if (found.inside === true) return yes;
        if (found.inside === null) why ??= open(`"${text}" ${found.why}`, range.kind !== 'unread');
        // After `<= 2.1` there may be versions with a fix and without one: the advisory knows of none.
        else if (found.beyond && fixedIn === null && !remediations.some(each => fixes.has(each.category)))
            why ??= open(`${version} is after "${text}", and the advisory names no fix`);
    }
    return why ?? no;
}

/**
 * True where an advisory names several upper bounds, and a version is before one of them and not before another. Each
 * is of one line of versions (`< 10.1.6` of 10, `< 11.0.3` of 11), and which of them counts here is not said.
 */
function isBetweenBounds(statements: readonly ProductStatement[], version: string | null): boolean {
    const ranges = [...new Set(statements.flatMap(each => each.versions))].map(readRange);
    const isIn = (range: VersionRange): boolean | null => (version === null ? null : isInside(version, range).inside);
    const [upper, others] = [ranges.filter(isUpTo), ranges.filter(range => !isUpTo(range))];
    const inside = new Set(upper.map(isIn));
    return inside.has(true) && inside.has(false) && !others.some(range => isIn(range) === true);
}

function isUpTo(range: VersionRange): boolean {
    return onlyUpperBound(range) !== null;
}

/** What the statements of an advisory say of one vulnerability in a version. */
function ofVulnerability(statements: readonly (readonly [ProductStatement, Answer])[], version: string | null): Answer {
    const answers = (...states: readonly ProductStatement['state'][]): readonly Answer[] =>
        statements.filter(([{ state }]) => states.includes(state)).map(([, answer]) => answer);
    const [affected, cleared] = [answers('affected'), answers('not-affected', 'fixed')];
    const isCleared = cleared.some(each => each.is === true);
    const named = statements.map(([statement]) => statement).filter(({ state }) => state === 'affected');
    if (!isCleared && isBetweenBounds(named, version))
        return open(`the advisory names several last versions, and ${version} is between them`);
    if (affected.some(each => each.is === true))
        return isCleared ? open('the advisory says both, affected and not affected') : yes;
    if (isCleared) return no;
    if (answers('under-investigation').some(each => each.is !== false))
        return open('its publisher is still investigating');
    const unclear = [...affected, ...cleared].find(each => each.is === null);
    if (unclear) return unclear;
    return affected.length > 0 ? no : open('the advisory says nothing of this version');
}

/** The vulnerabilities that a statement is about. */
function isAbout({ cves }: ProductStatement, { cve }: Vulnerability): boolean {
    return cves.length === 0 || cves.includes(cve);
}

const unnamed = (advisory: Advisory): Vulnerability => ({
    cve: advisory.identifier ?? advisory.id,
    title: null,
    scores: [],
    origin: advisory.origin,
});

const none = { why: null, byVersion: false };

function judgeVersion(
    advisory: Advisory,
    products: readonly NamedProduct[],
    version: string | null,
): Omit<Judgement, 'versions'> {
    const answers = products.map(({ statement, name }) => [statement, isNamed(statement, name, version)] as const);
    const all = advisory.vulnerabilities.length > 0 ? advisory.vulnerabilities : [unnamed(advisory)];
    const found = all.flatMap(vulnerability => {
        const own = answers.filter(([statement]) => isAbout(statement, vulnerability));
        return own.length === 0 ? [] : [{ vulnerability, answer: ofVulnerability(own, version) }];
    });
    const those = (is: boolean | null): readonly Vulnerability[] =>
        found.filter(({ answer }) => answer.is === is).map(({ vulnerability }) => vulnerability);
    const [affected, unclear] = [those(true), those(null)];
    if (affected.length > 0) return { verdict: 'affected', vulnerabilities: affected, perhaps: unclear, ...none };
    const first = found.find(({ answer }) => answer.is === null)?.answer;
    if (first)
        return {
            verdict: 'cannot-tell',
            vulnerabilities: unclear,
            perhaps: [],
            why: first.why,
            byVersion: found.some(({ answer }) => answer.byVersion),
        };
    return { verdict: 'not-affected', vulnerabilities: [], perhaps: [], ...none };
}

/**
 * What an advisory means for an asset. Nothing is affected, or not affected, that the advisory does not name so.
 * @param products those of this advisory that the confirmed names of the asset name, at least one
 * @param today `YYYY-MM-DD`: what is patched later is not patched
 */
export function judge(
    lookup: Lookup,
    asset: Asset,
    advisory: Advisory,
    products: readonly NamedProduct[],
    today: string,
): Judgement {
    const versions = installedVersions(lookup, asset, today);
    if (versions.length === 0) return { ...judgeVersion(advisory, products, null), versions };
    const all = versions.map(({ version }) => judgeVersion(advisory, products, version));
    const [first] = all;
    if (all.every(each => each.verdict === first!.verdict)) return { ...first!, versions };
    const [one, other] = [versions[0]!, versions.find((_, index) => all[index]!.verdict !== first!.verdict)!];
    return {
        verdict: 'cannot-tell',
        vulnerabilities: all.find(each => each.vulnerabilities.length > 0)?.vulnerabilities ?? [],
        perhaps: [],
        byVersion: true,
        why: `${one.by} says ${one.version}, and ${other.by} says ${other.version}`,
        versions,
    };
}
