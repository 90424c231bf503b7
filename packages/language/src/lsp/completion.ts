import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { Parsed } from '../syntax/index.ts';
import { statementsOf } from '../syntax/index.ts';
import type { Expected } from './completion/expected.ts';
import { expectedAt } from './completion/expected.ts';
import { elementItems } from './completion/elements.ts';
import { documentItems } from './completion/documents.ts';
import { importEdit, importItems, itemsElsewhere } from './completion/imports.ts';
import type { Asking, Item } from './completion/item.ts';
import { itemsFor } from './completion/items.ts';
import { matches, matchRank } from './completion/match.ts';
import type { Cursor } from './cursor.ts';
import { cursorAt } from './cursor.ts';
import type { Context, DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';
import { markup } from './markdown.ts';
import { modelOf } from './model-of.ts';
import { pieceAround } from './piece-around.ts';

/** More than this nobody reads; the editor asks again as letters are typed. */
const most = 200;

/** No more of a line is looked at. */
const longestLine = 200;

/** `textDocument/completion`. */
export const completion = documentFeature<CompletionParams, CompletionList | null>({
    method: 'textDocument/completion',
    capability: { completionProvider: { triggerCharacters: [' ', '.', ':', '"', '/', '{', '>', ','] } },
    waitsFor: 'text',
    answer(view, params, context) {
        const offset = view.lines.offsetAt(params.position);
        const around = pieceAround(view, offset);
        const cursor = cursorAt(view.text, offset, around.unclosed, around.start);
        const before = view.text.slice(Math.max(0, offset - longestLine), offset);
        const inShortBlock = /\{[^{}\r\n]*[^{} \r\n][^{}\r\n]*$/.test(before);
        const expected = expectedAt(cursor, inShortBlock);
        if (expected.length === 0) return null;
        // Every line is indented by spaces: none of them asks for the list of all statements, save in a short block.
        const asks = params.context?.triggerCharacter !== ' ' || inShortBlock || /\{ *$/.test(before);
        if (!asks && expected.every(each => each.kind === 'statement')) return null;
        // After a brace comes a new line more often than a statement: a list that is open takes the Enter.
        const opens = params.context?.triggerCharacter === '{';
        if (opens && expected.every(each => each.kind === 'statement')) return null;
        const asking: Asking = {
            cursor,
            analysis: modelOf(view),
            today: context.today,
            snippets: context.client.textDocument?.completion?.completionItem?.snippetSupport === true,
            used: wordsAround(around.parsed, around.base + offset - around.start),
        };
        const { items, complete } = gather(expected, asking, view, context);
        if (items.length === 0 && complete) return null;
        const shown = items.slice(0, most);
        return {
            isIncomplete: !complete || items.length > most,
            items: shown.map((item, index) => toProtocol(item, index, cursor, view, context)),
        };
    },
});

function gather(
    expected: readonly Expected[],
    asking: Asking,
    view: DocumentView,
    context: Context,
): { items: Item[]; complete: boolean } {
    const { cursor, analysis } = asking;
    const items: Item[] = [];
    let complete = true;
    for (const each of expected) {
        if (each.kind === 'slot' && each.slot.is === 'path') items.push(...importItems(view, context, cursor));
        else {
            if (each.kind === 'slot' && each.slot.is === 'name') {
                const found = elementItems(each.slot, cursor, analysis.loose, most);
                items.push(...found.items);
                complete &&= found.complete;
            }
            items.push(
                ...itemsFor(each, asking).filter(item =>
                    matches(typedFor(item, cursor, view.text), item.filter ?? item.label),
                ),
            );
            if (each.kind === 'slot' && each.slot.is === 'text') {
                const known = new Set(items.map(({ label }) => label));
                items.push(
                    ...documentItems(view, context, cursor, known).filter(item => matches(cursor.prefix, item.label)),
                );
            }
        }
    }
    if (cursor.prefix !== '' && items.length < most) {
        const known = new Set(items.map(item => item.label));
        items.push(
            ...itemsElsewhere(expected, cursor.prefix, view, analysis, context, most - items.length).filter(
                item => !known.has(item.label),
            ),
        );
    }
    return {
        items: once(items)
            .map((item, index) => ({ item, index, fit: fitOf(item, cursor, view.text) }))
            .sort((a, b) => a.fit - b.fit || (a.item.rank ?? 0) - (b.item.rank ?? 0) || a.index - b.index)
            .map(({ item }) => item),
        complete,
    };
}

/** A word that goes on with a statement and begins one as well, in a block on one line, is proposed once. */
function once(items: readonly Item[]): Item[] {
    const words = new Set<string>();
    return items.filter(({ label, kind }) => {
        if (kind !== CompletionItemKind.Keyword) return true;
        const isNew = !words.has(label);
        words.add(label);
        return isNew;
    });
}

function startOf(item: Item, cursor: Cursor): number {
    return item.start ?? cursor.offset - cursor.prefix.length;
}

function typedFor(item: Item, cursor: Cursor, text: string): string {
    return item.start === null || item.start === undefined
        ? cursor.prefix
        : text.slice(item.start, cursor.offset).replace(/\s+/g, ' ');
}

function fitOf(item: Item, cursor: Cursor, text: string): number {
    const typed = typedFor(item, cursor, text);
    return typed === '' ? 0 : matchRank(typed, item.label, item.filter ?? item.label);
}

function toProtocol(
    item: Item,
    index: number,
    cursor: Cursor,
    view: DocumentView,
    { settings, client }: Context,
): CompletionItem {
    const start = startOf(item, cursor);
    const range = view.lines.rangeOf({ start, end: cursor.offset });
    const added = item.from === undefined ? null : importEdit(view, item.from);
    // A space that is typed now is a part of the item: compared with `plc programmable logic controller` it would say
    // nothing, and short ids would come first.
    const isClose = start === cursor.offset && cursor.place !== 'string' && /[:,>{]$/.test(view.text.slice(0, start));
    const space = isClose ? ' ' : '';
    const filter = isClose ? ` ${item.filter ?? item.label}` : item.filter;
    return {
        label: item.label,
        kind: item.kind,
        sortText: String(index).padStart(4, '0'),
        textEdit: { range, newText: space + (item.insert ?? item.label) },
        ...(item.detail ? { detail: item.detail } : {}),
        ...(item.doc
            ? { documentation: markup(item.doc, client.textDocument?.completion?.completionItem?.documentationFormat) }
            : {}),
        ...(filter ? { filterText: filter } : {}),
        ...(item.snippet
            ? { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.adjustIndentation }
            : {}),
        ...(settings.commands && item.insert?.endsWith(' ')
            ? { command: { title: 'Go on', command: 'editor.action.triggerSuggest' } }
            : {}),
        ...(added
            ? {
                  additionalTextEdits: [
                      { range: view.lines.rangeOf({ start: added.at, end: added.at }), newText: added.text },
                  ],
              }
            : {}),
    };
}

/** The first words of the statements in the block around an offset. */
function wordsAround(parsed: Parsed, offset: number): Set<string> {
    let statements = statementsOf(parsed.file);
    for (;;) {
        const inner = statements.find(
            each => 'open' in each && each.open && each.open.start < offset && offset <= each.end,
        );
        if (!inner || !('statements' in inner)) break;
        statements = statementsOf(inner);
    }
    return new Set(
        statements.flatMap(each =>
            each.start <= offset && offset <= each.end ? [] : 'key' in each && each.key ? [each.key.text] : [],
        ),
    );
}
