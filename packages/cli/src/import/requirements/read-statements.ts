import { parse } from 'iacs-language';
import type { Mark } from '../mark.ts';
import { marksIn } from '../mark.ts';
import type { Stretch } from '../read-written.ts';

/** A statement that an earlier import wrote, with the comment that remembers it. */
export interface WrittenStatement {
    readonly mark: Mark;
    readonly comment: Stretch;
    readonly statement: Stretch;
}

/** The block of a zone, conduit, asset or type in an existing file. */
export interface SubjectBlock {
    /** The position of the closing brace of the first one. */
    readonly close: number;
    readonly indent: string;
    /** By the requirement. */
    readonly written: ReadonlyMap<string, WrittenStatement>;
    /** Requirements whose comment alone is left: people took the statement away. */
    readonly takenAway: ReadonlySet<string>;
    /** Requirements of which people wrote a statement without such a comment. */
    readonly byHand: ReadonlySet<string>;
}

export interface ExistingStatements {
    readonly blocks: ReadonlyMap<string, SubjectBlock>;
    /** Names of the countermeasures that an import wrote, by their titles in the sheet. */
    readonly countermeasures: ReadonlyMap<string, string>;
    readonly countermeasureNames: readonly string[];
}

interface Node {
    readonly $type: string;
    readonly start: number;
    readonly end: number;
    readonly name?: { readonly text: string };
    readonly open?: { readonly start: number };
    readonly close?: { readonly start: number };
    readonly zone?: { readonly parts?: readonly { readonly text: string }[] };
    readonly statements?: readonly Node[];
    readonly requirements?: readonly { readonly start: number; readonly end: number }[];
}

export const countermeasureKey = (title: string): string => `measure ${title}`;

/** What has statements on requirements in its block. */
const holders: ReadonlySet<string> = new Set(['Zone', 'Conduit', 'Asset', 'AssetType']);

const requirementKey = /^(SR|FR) \d/u;

/** Reads the file that an earlier import wrote, wherever people have moved what is in it. */
export function readStatements(text: string): ExistingStatements {
    const marks = marksIn(text);
    const blocks = new Map<string, SubjectBlock>();
    const countermeasures = new Map<string, string>();
    const countermeasureNames: string[] = [];
    /** The mark whose comment stands before a place, with nothing but comments of people between. */
    const markBefore = (start: number): (typeof marks)[number] | undefined => {
        const mark = marks.findLast(each => each.end <= start);
        const between = mark ? text.slice(mark.end, start) : 'x';
        return between.replace(/\/\/[^\r\n]*|\/\*[^]*?\*\//gu, '').trim() === '' ? mark : undefined;
    };
    const visit = (nodes: readonly Node[], around: string): void => {
        for (const node of nodes) {
            if (node.$type === 'Countermeasure' && node.name) {
                countermeasureNames.push(node.name.text);
                const mark = markBefore(node.start);
                if (mark) countermeasures.set(mark.mark.key, node.name.text);
            }
            const added =
                node.$type === 'Within' ? (node.zone?.parts ?? []).map(part => part.text).join('.') : undefined;
            if (added === undefined && !holders.has(node.$type)) continue;
            const id = added ?? `${around === '' ? '' : `${around}.`}${node.name?.text ?? ''}`;
            if (node.open && node.close) blocks.set(id, joined(blocks.get(id), blockOf(node)));
            visit(node.statements ?? [], id);
        }
    };
    const blockOf = (node: Node): SubjectBlock => {
        const written = new Map<string, WrittenStatement>();
        const byHand = new Set<string>();
        for (const statement of node.statements ?? []) {
            if (!statement.requirements) continue;
            const mark = markBefore(statement.start);
            if (mark && requirementKey.test(mark.mark.key) && !written.has(mark.mark.key))
                written.set(mark.mark.key, {
                    mark: mark.mark,
                    comment: { start: mark.start, end: mark.end, text: text.slice(mark.start, mark.end) },
                    statement: {
                        start: statement.start,
                        end: statement.end,
                        text: text.slice(statement.start, statement.end),
                    },
                });
            else for (const each of statement.requirements) byHand.add(text.slice(each.start, each.end));
        }
        const own = marks.filter(mark => mark.start > node.open!.start && mark.end < node.close!.start);
        const taken = own.map(mark => mark.mark.key).filter(key => requirementKey.test(key) && !written.has(key));
        const line = text.lastIndexOf('\n', node.start - 1) + 1;
        return {
            close: node.close!.start,
            indent: /^[ \t]*/u.exec(text.slice(line, node.start))![0],
            written,
            takenAway: new Set(taken),
            byHand,
        };
    };
    visit((parse('import.iacs', text).file.statements ?? []) as readonly Node[], '');
    return { blocks, countermeasures, countermeasureNames: countermeasureNames };
}

/** Two blocks of one zone as one; what is new goes into the first. */
function joined(first: SubjectBlock | undefined, second: SubjectBlock): SubjectBlock {
    if (!first) return second;
    const written = new Map([...second.written, ...first.written]);
    return {
        ...first,
        written,
        takenAway: new Set([...first.takenAway, ...second.takenAway].filter(key => !written.has(key))),
        byHand: new Set([...first.byHand, ...second.byHand]),
    };
}
