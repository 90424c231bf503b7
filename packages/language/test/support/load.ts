import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis.ts';
import { analyse, judged, understand } from '../../src/analysis.ts';
import type { Assessment } from '../../src/assessment/index.ts';
import { assess } from '../../src/assessment/index.ts';
import type { Fix } from '../../src/model/index.ts';
import { lookup } from '../../src/model/index.ts';
import type { Settings } from '../../src/settings/index.ts';
import { defaultSettings } from '../../src/settings/index.ts';
import type { Source } from '../../src/syntax/index.ts';
import { applyEdits, parse, renderEdits } from '../../src/syntax/index.ts';
import { sections } from './marks.ts';

/** A model from text, and its text. */
export interface Loaded extends Analysis {
    /** Texts by URI, root first. */
    readonly files: ReadonlyMap<string, string>;
}

const base = 'file:///plant/';

/**
 * Texts of some length that were read last, such as a library beside many models. Their trees are for those who leave
 * them as they are.
 */
const parsed = new Map<string, ReturnType<typeof parse>>();

function parseOnce(uri: string, text: string): ReturnType<typeof parse> {
    if (text.length < 2000) return parse(uri, text);
    const key = `${uri} ${text}`;
    const known = parsed.get(key) ?? parse(uri, text);
    parsed.delete(key);
    parsed.set(key, known);
    if (parsed.size > 24) parsed.delete(parsed.keys().next().value!);
    return known;
}

/**
 * A source over texts that are held in memory.
 * @param read how a text is parsed
 */
export function memorySource(files: ReadonlyMap<string, string>, read = parse): Source {
    return {
        parse: uri => {
            const text = files.get(uri);
            return text === undefined ? undefined : read(uri, text);
        },
        resolve: (from, path) => new URL(path.split('/').map(encodeURIComponent).join('/'), from).href,
    };
}

/**
 * Analyses a model from text. The rules are asked when the findings are, which many tests leave alone.
 * @param text one file, or several: `//- name.iacs` begins a further one, the first is the root
 * @param options `withoutRules` where findings are not asked for at all
 */
export function load(
    text: string,
    options: { today?: string; settings?: Settings; withoutRules?: boolean } = {},
): Loaded {
    const files = new Map(sections(text).map(part => [new URL(part.name ?? 'main.iacs', base).href, part.text]));
    const [root, rootText] = [...files][0]!;
    const asked = {
        today: options.today ?? '2026-06-01',
        strict: true,
        ...(options.settings ? { settings: options.settings } : {}),
    };
    const unjudged = analyse(parseOnce(root, rootText), memorySource(files, parseOnce), {
        ...asked,
        withoutRules: true,
    });
    if (options.withoutRules) return { ...unjudged, files };
    let findings: Analysis['findings'] | undefined;
    return {
        ...unjudged,
        files,
        get findings() {
            return (findings ??= judged(unjudged, asked).findings);
        },
    };
}

/** The texts after a fix, written as they were given to {@link load}. */
export function apply(loaded: Loaded, fix: Fix): string {
    const edits = renderEdits(fix.edits, file => loaded.files.get(file) ?? '');
    edits.forEach((edit, index) => {
        const before = edits[index - 1];
        assert.ok(!before || before.file !== edit.file || before.end <= edit.start, `${fix.title}: edits overlap`);
    });
    const single = loaded.files.size === 1 && [...loaded.files.keys()][0] === `${base}main.iacs`;
    return [...loaded.files]
        .map(([uri, text]) => {
            const changed = applyEdits(
                text,
                edits.filter(edit => edit.file === uri),
            );
            return single ? changed : `//- ${decodeURIComponent(uri.slice(base.length))}\n${changed}`;
        })
        .join('');
}

/** What is known of the model of one text, and no rule asked: for tests over many models. */
export function look(text: string): Assessment {
    const root = `${base}main.iacs`;
    const { model } = understand(parse(root, text), memorySource(new Map([[root, text]])));
    return assess(lookup(model), { today: '2026-06-01', matrix: defaultSettings.riskMatrix });
}
