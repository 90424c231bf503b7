import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ReportData, ReportInput } from '../../src/views/report/index.ts';
import { toReport } from '../../src/views/report/index.ts';
import type { Loaded } from './load.ts';
import { load } from './load.ts';

const examples = new URL('../../../../examples/', import.meta.url);

/** The examples with a report among their expected files. */
export const reported: readonly string[] = [
    'broken-plant',
    'grfics',
    'refinery',
    'ship',
    'substations',
    'swat',
    'truck-loading',
];

/** The file of an example. */
export function exampleFile(name: string, path: string): URL {
    return new URL(`${name}/${path}`, examples);
}

function filesIn(folder: URL, inner = ''): string[] {
    return readdirSync(new URL(inner, folder), { withFileTypes: true })
        .sort((a, b) => Number(b.name === 'main.iacs') - Number(a.name === 'main.iacs') || (a.name < b.name ? -1 : 1))
        .flatMap(entry => {
            if (entry.isDirectory()) return entry.name === 'expected' ? [] : filesIn(folder, `${inner}${entry.name}/`);
            return entry.name.endsWith('.iacs') ? [`${inner}${entry.name}`] : [];
        });
}

/** An example, with the library of products beside it. */
export function loadExample(name: string): Loaded {
    const folder = exampleFile(name, '');
    const files = [...filesIn(folder), '../library/products.iacs'];
    return load(files.map(file => `//- ${file}\n${readFileSync(new URL(file, folder), 'utf8')}`).join('\n'));
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

/** The report of a loaded model on a fixed day and of a fixed revision. */
export function reportOf(loaded: Loaded, more: Partial<ReportInput> = {}): ReportData {
    const { model, whole, lookup, assessment, findings } = loaded;
    const name = (uri: string): string => decodeURIComponent(uri.replace('file:///plant/', ''));
    const files = model.files.map(uri => ({ path: name(uri), sha256: sha256(loaded.files.get(uri) ?? '') }));
    return toReport({
        model,
        whole,
        lookup,
        assessment,
        findings,
        files,
        today: '2026-06-01',
        drawings: [],
        sha256: sha256(files.map(file => `${file.sha256}  ${file.path}\n`).join('')),
        revision: 'r42',
        where: at => ({
            file: name(at.file),
            line: (loaded.files.get(at.file) ?? '').slice(0, at.start).split('\n').length,
        }),
        ...more,
    });
}
