import { parse } from 'iacs-language';
import type { Notice } from '../entry.ts';
import { looseTexts, withLooseTexts } from '../loose-texts.ts';
import type { Mark } from '../mark.ts';
import { hash, markLine, marksIn } from '../mark.ts';
import type { TextChange } from '../merge-entry.ts';
import { protocolNotStated } from '../names.ts';
import type { ImportResult, ImportSource } from '../write-iacs.ts';
import { changed, ended } from '../write-iacs.ts';
import type { FlowEntry } from './flow-entries.ts';

const part = 'flow';

interface Node {
    readonly $type: string;
    readonly start: number;
    readonly end: number;
    readonly open?: { readonly start: number };
    readonly close?: { readonly start: number };
    readonly zone?: { readonly parts?: readonly { readonly text: string }[] };
    readonly statements?: readonly Node[];
}

interface Written {
    readonly mark: Mark;
    readonly comment: { readonly start: number; readonly end: number; readonly indent: string };
    /** `null` where people took it away. */
    readonly statement: { readonly start: number; readonly end: number } | null;
}

/** A statement in the form in which it is compared: layout aside. */
function plain(text: string): string {
    return text.replace(/\s+/gu, ' ').trim();
}

/** The flows that an earlier import wrote, by their keys, and the first `within` block of each zone or conduit. */
function readFlows(text: string): {
    readonly written: ReadonlyMap<string, Written>;
    readonly blocks: ReadonlyMap<string, number>;
} {
    const marks = marksIn(text).filter(({ mark }) => mark.hashes.has(part));
    const flows: Node[] = [];
    const blocks = new Map<string, number>();
    const visit = (nodes: readonly Node[]): void => {
        for (const node of nodes) {
            if (node.$type === 'Flow') flows.push(node);
            const name = node.$type === 'Within' ? (node.zone?.parts ?? []).map(each => each.text).join('.') : '';
            if (name !== '' && node.close && !blocks.has(name)) blocks.set(name, node.close.start);
            visit(node.statements ?? []);
        }
    };
    visit((parse('import.iacs', text).file.statements ?? []) as readonly Node[]);
    const written = new Map<string, Written>();
    for (const [index, { mark, start, end, indent }] of marks.entries()) {
        const next = marks[index + 1]?.start ?? text.length;
        const flow = flows.find(each => each.start > end && each.start < next);
        const between = flow
            ? text
                  .slice(end, flow.start)
                  .replace(/\/\/[^\r\n]*/gu, '')
                  .trim()
            : 'x';
        written.set(mark.key, {
            mark,
            comment: { start, end, indent },
            statement: flow && between === '' ? { start: flow.start, end: flow.end } : null,
        });
    }
    return { written, blocks };
}

/** Where the flows begin that an earlier import wrote. */
export function writtenFlows(text: string): ReadonlySet<number> {
    return new Set([...readFlows(text).written.values()].flatMap(({ statement }) => statement?.start ?? []));
}

function statementOf({ head, lines }: FlowEntry, indent: string): string {
    if (lines.length === 0) return head;
    return `${head} {\n${lines.map(line => `${indent}  ${line}\n`).join('')}${indent}}`;
}

function fresh(entry: FlowEntry, indent: string): string {
    const statement = statementOf(entry, indent);
    const mark = markLine({ key: entry.key, hashes: new Map([[part, hash(plain(statement))]]) });
    return `${indent}${mark}\n${indent}${statement}\n`;
}

function header({ file, comments }: ImportSource): string {
    return (
        `// Imported from ${file.replace(/\s+/gu, ' ')} by "iacs import flows". Review every line.\n` +
        '// The comments "iacs import" let a later import update what it wrote; what people change or add stays.\n' +
        `${looseTexts(comments)}\n`
    );
}

const placeholder =
    '/** Replace it in each flow by the protocol that it has, then remove it. Nothing is known of what it ' +
    'protects. */\n' +
    `protocol ${protocolNotStated} "Protocol not stated in the table"\n`;

/**
 * Writes flows within their conduits and zones, or brings the file of an earlier import up to date.
 * @param hasPlaceholder true where another file declares the protocol of flows without one
 */
export function writeFlows(
    source: ImportSource,
    entries: readonly FlowEntry[],
    existing: string | null,
    hasPlaceholder: boolean,
): ImportResult {
    const { written, blocks } = readFlows(existing ?? '');
    const notices: Notice[] = [];
    const say = (message: string): void => {
        notices.push({ sheet: source.file, row: 0, message });
    };
    const changes: TextChange[] = [];
    const counts = { added: 0, updated: 0, unchanged: 0 };
    const left = new Map(written);
    const added: FlowEntry[] = [];
    for (const entry of entries) {
        const old = written.get(entry.key);
        left.delete(entry.key);
        if (!old) {
            added.push(entry);
            continue;
        }
        if (!old.statement) {
            say(`${entry.key} was taken away by hand and is not written again: only its comment is left.`);
            continue;
        }
        const statement = statementOf(entry, old.comment.indent);
        const now = hash(plain(statement));
        const before = old.mark.hashes.get(part);
        const own = existing!.slice(old.statement.start, old.statement.end);
        const remember: TextChange = {
            start: old.comment.start,
            end: old.comment.end,
            text: `${old.comment.indent}${markLine({ key: entry.key, hashes: new Map([[part, now]]) })}`,
        };
        if (before === now) counts.unchanged += 1;
        else if (before === hash(plain(own))) {
            changes.push(remember, { start: old.statement.start, end: old.statement.end, text: statement });
            counts.updated += 1;
        } else {
            changes.push(remember);
            counts.unchanged += 1;
            say(`${entry.key} was changed by hand and is kept as it is; the sheet now says ${plain(statement)}.`);
        }
    }
    for (const key of left.keys())
        say(`${key} is no longer in the sheet; the flow is kept. Remove it if it is really gone.`);
    const appended: string[] = [];
    for (const [container, own] of Map.groupBy(added, entry => entry.container)) {
        counts.added += own.length;
        const close = container === null ? undefined : blocks.get(container);
        const inner = own.map(entry => fresh(entry, container === null ? '' : '  ')).join('\n');
        if (close !== undefined) {
            const before = existing!.slice(0, close).trimEnd();
            changes.push({
                start: before.length,
                end: close,
                text: `${before.endsWith('{') ? '\n' : '\n\n'}${inner}`,
            });
        } else appended.push(container === null ? inner : `within ${container} {\n${inner}}\n`);
    }
    const declares = hasPlaceholder || new RegExp(`^protocol ${protocolNotStated}\\b`, 'mu').test(existing ?? '');
    if (!declares && entries.some(({ head }) => head.includes(` : ${protocolNotStated}`))) appended.push(placeholder);
    let text = changed(existing ?? header(source), changes);
    if (existing !== null) text = withLooseTexts(text, source.comments);
    if (appended.length > 0) text = ended(text) + appended.join('\n');
    if (existing?.includes('\r\n')) text = text.replace(/(?<!\r)\n/gu, '\r\n');
    return { text, notices, ...counts };
}
