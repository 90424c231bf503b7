import { code, doc, paragraphs, plain } from './markdown.ts';

const mostNames = 8;

interface Named {
    readonly id: string;
    readonly title: string | null;
    readonly doc: string | null;
    readonly description?: string | null;
}

/** The first lines of a hover: id, title, what it is, and what is said of it in words. */
export function head(what: string, element: Named): string {
    return paragraphs(
        `**${plain(element.id)}**${element.title ? ` ${plain(element.title)}` : ''} · ${what}`,
        element.doc && doc(element.doc),
        element.description && plain(element.description),
    );
}

/** Ids in code marks, the first of many. */
export function some(ids: Iterable<string>): string {
    const all = [...ids];
    const shown = all.slice(0, mostNames).map(code).join(', ');
    return all.length > mostNames ? `${shown} and ${all.length - mostNames} more` : shown;
}
