import { entriesAmong, Project, Texts, type FileSystem } from 'iacs-language';
import { diffJson, diffMarkdown, diffText } from 'iacs-language/diff';
import { compare } from '../../src/compare.ts';
import type { Side } from '../../src/sides.ts';
import { plant, type Entry, type Files } from './entry.ts';

const top = 'file:///repository/';

/** A side of a comparison that is held in memory. */
function side(name: string, files: Files): Side {
    const texts = new Map([...files].map(([file, text]) => [top + file, text]));
    const disk: FileSystem = {
        read: uri => texts.get(uri),
        exists: uri => texts.has(uri) || [...texts.keys()].some(file => file.startsWith(`${uri}/`)),
        stamp: uri => (texts.has(uri) ? '' : null),
        entries: folder => Promise.resolve(entriesAmong(texts.keys(), folder)),
    };
    return { name, project: new Project(new Texts(disk)), places: ['/repository'], strict: false };
}

/** What a reader sees before anything is opened, without the marks of Markdown. */
export function visible(markdown: string): string {
    return markdown
        .replace(/<details>[\s\S]*?<\/details>/g, '')
        .replace(/```mermaid[\s\S]*?```/g, '')
        .replace(/<sub>.*<\/sub>/g, '')
        .replaceAll('&gt;', '>')
        .replaceAll('&lt;', '<')
        .replace(/[`*\\]/g, '');
}

export const plain = (text: string): string =>
    text
        .replace(/[`*\\]/g, '')
        .replace(/\s+/g, ' ')
        .trim();

/** What is said of a change, in each form. */
export async function judge({ given = [], edit }: Entry) {
    const before = plant();
    for (const each of given) each(before);
    const after = new Map(before);
    for (const each of edit) each(after);
    const diffs = await compare(side('base', before), side('head', after), { cwd: '/repository', today: '2026-11-24' });
    const sides = { base: 'base', head: 'head' };
    return {
        json: diffJson(diffs, sides),
        markdown: diffMarkdown(diffs, sides),
        text: diffs.map(diff => diffText(diff)).join('\n'),
    };
}
