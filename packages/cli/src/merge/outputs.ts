import { problemRules } from 'iacs-language';
import { SaxesParser } from 'saxes';
import { Failure } from '../io.ts';
import { onceEach } from './once.ts';
import type { Part } from './shards.ts';

/** An open finding of a merged output, as far as it decides about an exit code. */
export interface Open {
    readonly rule: string;
    readonly severity: string;
}

/** One format in which outputs are merged. */
export interface Merging {
    /** Reads what `check` printed; `null` where the text is in another format. */
    read(file: string, text: string): Part<unknown> | null;
    merged(parts: readonly Part<unknown>[]): string;
    /** The open findings; `null` where the format does not say how grave each is. */
    open(parts: readonly Part<unknown>[]): readonly Open[] | null;
}

type Loose = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Loose {
    return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function listOf(value: unknown): readonly Loose[] {
    return Array.isArray(value) ? value.map(objectOf) : [];
}

/** The object that a text is in JSON; `null` for all else. */
function jsonOf(text: string): Loose | null {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null;
    } catch {
        return null;
    }
}

/** What a shard says of its models. */
function turnsIn(value: unknown): readonly number[] | null {
    return Array.isArray(value) && value.every(Number.isInteger) ? (value as readonly number[]) : null;
}

function isText(value: unknown): boolean {
    return typeof value === 'string' && value !== '';
}

/** Fails for a finding that says too little to be counted: what is not counted would pass for none. */
function assertAll(file: string, format: string, all: readonly Loose[], isWhole: (one: Loose) => boolean): void {
    const at = all.findIndex(one => !isWhole(one));
    if (at >= 0)
        throw new Failure(`${file} is not ${format} of iacs check: finding ${at + 1} has no rule or no severity.`);
}

const counted = ['error', 'warning', 'info', 'accepted', 'models', 'files'] as const;

/** Texts that are in one of some lists; `null` where one of them is not known. */
function together(lists: readonly unknown[]): readonly unknown[] | null {
    return lists.every(Array.isArray) ? [...new Set(lists.flat())].sort() : null;
}

/** What was not asked in some outputs; of an output that does not say it, it is not known. */
function unasked(contents: readonly Loose[]): object {
    const summaries = contents.map(each => objectOf(each['summary']));
    const baselined = summaries.map(each => each['baselined']);
    const off = together(summaries.map(each => each['off']));
    return {
        ...(baselined.every(Number.isInteger)
            ? { baselined: baselined.reduce<number>((total, each) => total + Number(each), 0) }
            : {}),
        ...(off === null ? {} : { off }),
        leftOut: together(summaries.map(each => each['leftOut'])),
    };
}

/** The rule of what could not be read. */
const unread = 'unreadable';

const findingsOf = (parts: readonly Part<unknown>[]): readonly Loose[] =>
    onceEach(
        parts,
        ({ content }) => listOf(objectOf(content)['findings']),
        ({ rule }) => rule === unread,
    );

/**
 * The state that has none of these findings, where all outputs are of what was new.
 * @throws {@link Failure} where shards were not held against the same state
 */
function baseOf(parts: readonly Part<unknown>[]): object {
    const bases = parts.map(({ content }) => objectOf(objectOf(content)['summary'])['base']);
    const other = bases.findIndex(base => base !== bases[0]);
    if (other < 0) return bases[0] === undefined ? {} : { base: bases[0] };
    if (parts[0]!.shard === null) return {};
    const said = (base: unknown): string => (base === undefined ? 'without --base' : `with --base ${String(base)}`);
    throw new Failure(
        `${parts[0]!.file} was checked ${said(bases[0])}, and ${parts[other]!.file} ${said(bases[other])}.`,
    );
}

const json: Merging = {
    read(file, text) {
        const content = jsonOf(text);
        if (!content || !Array.isArray(content['findings']) || typeof content['summary'] !== 'object') return null;
        if (content['schemaVersion'] !== 1)
            throw new Failure(`${file} is of another version of iacs: schemaVersion is not 1.`);
        assertAll(file, 'JSON', listOf(content['findings']), ({ rule, severity }) => isText(rule) && isText(severity));
        const summary = objectOf(content['summary']);
        if (!counted.every(key => Number.isInteger(summary[key])))
            throw new Failure(`${file} is not JSON of iacs check: its summary has not all of ${counted.join(', ')}.`);
        const shard = typeof content['shard'] === 'string' ? content['shard'] : null;
        return { file, shard, turns: turnsIn(summary['turns']), content };
    },
    merged(parts) {
        const contents = parts.map(({ content }) => objectOf(content));
        const findings = findingsOf(parts);
        // What could not be read is an error that nobody accepts.
        const twice = contents.reduce((total, each) => total + listOf(each['findings']).length, 0) - findings.length;
        const sum = (key: string): number =>
            contents.reduce((total, each) => total + Number(objectOf(each['summary'])[key]), 0) -
            (key === 'error' ? twice : 0);
        const whole = {
            schemaVersion: 1,
            findings,
            summary: {
                ...Object.fromEntries(counted.map(key => [key, sum(key)])),
                ...unasked(contents),
                ...baseOf(parts),
            },
        };
        return `${JSON.stringify(whole, null, 2)}\n`;
    },
    open: parts =>
        findingsOf(parts)
            .filter(finding => finding['accepted'] !== true)
            .map(finding => ({ rule: String(finding['rule']), severity: String(finding['severity']) })),
};

const sarifLevels = new Map([
    ['error', 'error'],
    ['warning', 'warning'],
    ['note', 'info'],
]);

function runOf({ content }: Part<unknown>): Loose {
    return listOf(objectOf(content)['runs'])[0] ?? {};
}

const resultsOf = (parts: readonly Part<unknown>[]): readonly Loose[] =>
    onceEach(
        parts,
        part => listOf(runOf(part)['results']),
        ({ ruleId }) => ruleId === unread,
    );

const sarif: Merging = {
    read(file, text) {
        const content = jsonOf(text);
        if (!content || content['version'] !== '2.1.0' || !Array.isArray(content['runs'])) return null;
        const [run, second] = listOf(content['runs']);
        if (!run || second || !Array.isArray(run['results']))
            throw new Failure(`${file} is not SARIF of iacs check: it has not one run with results.`);
        assertAll(file, 'SARIF', listOf(run['results']), ({ ruleId }) => isText(ruleId));
        const { shard, turns } = objectOf(run['properties']);
        return { file, shard: typeof shard === 'string' ? shard : null, turns: turnsIn(turns), content };
    },
    merged(parts) {
        const [first] = parts;
        const tools = new Set(parts.map(part => JSON.stringify(runOf(part)['tool'])));
        // The results point at rules by their position in the list of the tool.
        if (tools.size > 1) throw new Failure('These outputs are of different versions of iacs, or of other tools.');
        const { properties: _, ...run } = runOf(first!);
        const results = resultsOf(parts);
        return `${JSON.stringify({ ...objectOf(first!.content), runs: [{ ...run, results }] }, null, 2)}\n`;
    },
    open: parts =>
        resultsOf(parts)
            .filter(result => listOf(result['suppressions']).length === 0)
            .map(result => ({
                rule: String(result['ruleId']),
                severity: sarifLevels.get(String(result['level'])) ?? 'warning',
            })),
};

/** Fails for text that is not well-formed: half a file must not pass for a whole one. */
function assertWellFormed(file: string, text: string): void {
    const parser = new SaxesParser();
    parser.on('error', error => {
        throw new Failure(`${file} is not well-formed XML (${error.message.replace(/^undefined:/, '')}).`);
    });
    parser.write(text).close();
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The suites of an output, each as its text; only one of what was not read has that case. */
const suitesOf = ({ content }: Part<unknown>): readonly string[] =>
    String(content)
        .split(/(?=^ {2}<testsuite )/m)
        .filter(each => each !== '');

const junit: Merging = {
    read(file, text) {
        const found = /^\ufeff?<\?xml[^>]*\?>\s*<testsuites(?:\s+name="([^"]*)")?\s*>\n?/.exec(text);
        if (!found) return null;
        assertWellFormed(file, text);
        const inner = text.slice(found[0].length, text.lastIndexOf('</testsuites>'));
        const places = /<!-- turns ([\d ]+) -->\s*$/.exec(inner);
        return {
            file,
            shard: /, shard (\S+)$/.exec(found[1] ?? '')?.[1] ?? null,
            turns: turnsIn(places?.[1]!.split(' ').map(Number)),
            content: places ? inner.slice(0, places.index) : inner,
        };
    },
    merged(parts) {
        const suites = onceEach(parts, suitesOf, suite => suite.includes(`<testcase name="${unread}"`), 'one-each');
        return `${xmlHead}<testsuites>\n${suites.join('')}</testsuites>\n`;
    },
    open: () => null,
};

const formats: readonly Merging[] = [json, sarif, junit];

/**
 * The format of outputs that are to be merged, and each of them read.
 * @throws {@link Failure} where a file is none of them, or not of the format of the first
 */
export function readOutputs(texts: readonly { readonly file: string; readonly text: string }[]): {
    readonly format: Merging;
    readonly parts: readonly Part<unknown>[];
} {
    let format: Merging | undefined;
    const parts = texts.map(({ file, text }) => {
        for (const candidate of format ? [format] : formats) {
            const part = candidate.read(file, text);
            if (!part) continue;
            format = candidate;
            return part;
        }
        throw new Failure(
            format
                ? `${file} is not in the format of ${texts[0]!.file}.`
                : `${file} is not JSON, SARIF or JUnit of iacs check.`,
        );
    });
    return { format: format!, parts };
}

/** True for a finding of a text that could not be read or understood. */
export function isProblem({ rule }: Open): boolean {
    return problemRules.some(({ id }) => id === rule);
}
