import { writeString } from '../../model/index.ts';
import { CompletionItemKind } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { NameKind, Parsed } from '../../syntax/index.ts';
import { kindOfNode, readString } from '../../syntax/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Context, DocumentView } from '../feature.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import type { Expected } from './expected.ts';
import type { Item } from './item.ts';
import { matches } from './match.ts';

/** The path from one file to another, with `/`; `null` where no relative path leads there. */
export function pathBetween(from: string, to: string): string | null {
    const [start, end] = [URI.parse(from), URI.parse(to)];
    if (start.scheme !== end.scheme || start.authority !== end.authority) return null;
    const up = start.path.split('/').slice(0, -1);
    const down = end.path.split('/');
    let same = 0;
    while (same < up.length && same < down.length - 1 && up[same] === down[same]) same++;
    if (same < 2 && /^\/[A-Za-z]:/.test(start.path + end.path) && up[1] !== down[1]) return null;
    return [...up.slice(same).map(() => '..'), ...down.slice(same)].join('/');
}

/** The parts and libraries of the workspace that the model does not have yet. */
function notImported(view: DocumentView, analysis: LiveAnalysis, context: Context): DocumentView[] {
    const known = new Set(analysis.files.map(file => file.uri));
    return context.files.flatMap(uri => {
        const other = known.has(uri) || uri === view.uri ? undefined : context.view(uri);
        return other && !other.pieces.isRoot ? [other] : [];
    });
}

/** Paths of files that this one may import, besides those that it imports already elsewhere. */
export function importItems(view: DocumentView, context: Context, { offset, place }: Cursor): Item[] {
    const quoted = place === 'string';
    const present = new Set(
        (view.parsed.file.statements ?? []).flatMap(statement =>
            statement.$type === 'Import' && statement.path && !(statement.start <= offset && offset <= statement.end)
                ? [readString(statement.path.text)]
                : [],
        ),
    );
    return context.files.flatMap(uri => {
        const path = uri === view.uri ? null : pathBetween(view.uri, uri);
        const other = path === null || present.has(path) ? undefined : context.view(uri);
        if (path === null || !other || other.pieces.isRoot) return [];
        return [{ label: path, kind: CompletionItemKind.File, ...(quoted ? {} : { insert: writeString(path) }) }];
    });
}

/** Names that are in files which are not imported yet; their import comes along. */
export function itemsElsewhere(
    expected: readonly Expected[],
    prefix: string,
    view: DocumentView,
    analysis: LiveAnalysis,
    context: Context,
    most: number,
): Item[] {
    const items: Item[] = [];
    const kinds = new Set<NameKind>(expected.flatMap(each => (each.kind === 'slot' ? (each.slot.names ?? []) : [])));
    if (kinds.size === 0) return items;
    for (const other of notImported(view, analysis, context)) {
        const path = pathBetween(view.uri, other.uri);
        if (path === null) continue;
        for (const { id, title, kind } of declared(other.parsed)) {
            if (items.length >= most) return items;
            if (!kinds.has(kind) || !matches(prefix, `${id} ${title}`)) continue;
            items.push({
                label: id,
                kind: CompletionItemKind.Reference,
                detail: [title, `imports ${path}`].filter(Boolean).join(' · '),
                filter: `${id} ${title}`,
                rank: 3,
                from: other.uri,
            });
        }
    }
    return items;
}

/** The files of the workspace that the model does not have, and that declare a name as it is written. */
export function declaring(
    name: string,
    view: DocumentView,
    analysis: LiveAnalysis,
    context: Context,
): readonly DocumentView[] {
    return notImported(view, analysis, context).filter(other =>
        [...declared(other.parsed)].some(({ id }) => id === name),
    );
}

interface Elsewhere {
    readonly id: string;
    readonly title: string;
    readonly kind: NameKind;
}

function* declared(parsed: Parsed): Iterable<Elsewhere> {
    const visit = function* (statements: Parsed['file']['statements'], around: string): Iterable<Elsewhere> {
        for (const statement of statements ?? []) {
            if (statement.$type === 'Within')
                yield* visit(statement.statements, (statement.zone?.parts ?? []).map(part => part.text).join('.'));
            const kind = kindOfNode(statement.$type);
            if (!kind || !('name' in statement) || !statement.name) continue;
            const id = around === '' ? statement.name.text : `${around}.${statement.name.text}`;
            yield { id, title: 'title' in statement && statement.title ? readString(statement.title.text) : '', kind };
            if (statement.$type === 'Zone' || statement.$type === 'Conduit') yield* visit(statement.statements, id);
        }
    };
    yield* visit(parsed.file.statements, '');
}

/** The change that imports a file: behind the last import, or before everything else. */
export function importEdit(view: DocumentView, uri: string): { at: number; text: string } | null {
    const path = pathBetween(view.uri, uri);
    if (path === null) return null;
    const newline = view.text.includes('\r\n') ? '\r\n' : '\n';
    const last = (view.parsed.file.statements ?? []).filter(statement => statement.$type === 'Import').at(-1);
    if (last) return { at: last.end, text: `${newline}import ${writeString(path)}` };
    const at = view.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { at, text: `import ${writeString(path)}${newline}${newline}` };
}
