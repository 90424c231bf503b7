import type { Notice } from '../entry.ts';
import { looseTexts, withLooseTexts } from '../loose-texts.ts';
import { hash, markLine } from '../mark.ts';
import type { TextChange } from '../merge-entry.ts';
import { nameFrom, Names, quoted } from '../names.ts';
import type { ImportResult, ImportSource } from '../write-iacs.ts';
import { changed, ended } from '../write-iacs.ts';
import type { WrittenStatement } from './read-statements.ts';
import { countermeasureKey, readStatements } from './read-statements.ts';
import type { RequirementEntry } from './requirement-entries.ts';
import { addAll } from '../add-all.ts';

const part = 'statement';

function header(file: string, comments: readonly string[]): string {
    return (
        `// Imported from ${file.replace(/\s+/gu, ' ')} by "iacs import requirements". Review every line.\n` +
        '// The comments "iacs import" let a later import update what it wrote; what people change or add stays.\n' +
        `${looseTexts(comments)}\n`
    );
}

/** A statement with the comment that remembers it. */
function fresh(id: string, statement: string, indent: string): string {
    return `${indent}${markLine({ key: id, hashes: new Map([[part, hash(statement)]]) })}\n${indent}${statement}\n`;
}

/** A countermeasure of which nothing is known but that it is planned. */
function plannedCountermeasure(title: string, name: string): string {
    return (
        `${markLine({ key: countermeasureKey(title), hashes: new Map() })}\n` +
        `countermeasure ${name} ${quoted(title)} {\n  status planned\n}\n`
    );
}

/** The names of planned countermeasures: those of an earlier import stay, whatever people call them now. */
function namesOfPlans(
    entries: readonly RequirementEntry[],
    existing: ReturnType<typeof readStatements>,
    taken: Iterable<string>,
): { readonly names: ReadonlyMap<string, string>; readonly added: readonly string[] } {
    const names = new Map<string, string>();
    const added: string[] = [];
    const unique = new Names([...taken, ...existing.countermeasureNames]);
    for (const { plans } of entries) {
        if (plans === null || names.has(plans)) continue;
        const known = existing.countermeasures.get(countermeasureKey(plans));
        names.set(plans, known ?? unique.unique(nameFrom(plans, 'Measure')));
        if (known === undefined) added.push(plans);
    }
    return { names, added };
}

/** What a later import does with a statement that an earlier one wrote. */
function settle(
    statement: string,
    { mark, comment, statement: old }: WrittenStatement,
): { readonly changes: readonly TextChange[]; readonly state: 'unchanged' | 'updated' | 'kept' } {
    const before = mark.hashes.get(part);
    if (old.text === statement && before === hash(statement)) return { changes: [], state: 'unchanged' };
    const remember: TextChange = {
        start: comment.start,
        end: comment.end,
        text:
            `${/^[ \t]*/u.exec(comment.text)![0]}` +
            `${markLine({ key: mark.key, hashes: new Map([[part, hash(statement)]]) })}`,
    };
    if (old.text === statement) return { changes: [remember], state: 'unchanged' };
    if (before === hash(old.text))
        return { changes: [remember, { start: old.start, end: old.end, text: statement }], state: 'updated' };
    // A person changed it: their words stay, and only what the sheet says anew is reported.
    return before === hash(statement) ? { changes: [], state: 'unchanged' } : { changes: [remember], state: 'kept' };
}

/**
 * Writes the statements of a sheet, or brings the file of an earlier import up to date: of what people may have edited
 * nothing is touched but what the import wrote and the sheet changed.
 * @param taken names of countermeasures elsewhere in the model
 */
export function writeRequirements(
    source: ImportSource,
    entries: readonly RequirementEntry[],
    existing: string | null,
    taken: Iterable<string>,
): ImportResult {
    const read = readStatements(existing ?? '');
    const notices: Notice[] = [];
    const say = (message: string): void => {
        notices.push({ sheet: source.file, row: 0, message });
    };
    const plans = namesOfPlans(entries, read, taken);
    const changes: TextChange[] = [];
    const appended: string[] = [];
    const counts = { added: 0, updated: 0, unchanged: 0 };
    const addedPlans = new Set<string>();
    for (const [subject, said] of Map.groupBy(entries, entry => entry.subject)) {
        const block = read.blocks.get(subject);
        const indent = `${block?.indent ?? ''}  `;
        const left = new Map(block?.written);
        const lines: string[] = [];
        for (const entry of said) {
            const by = [...entry.by, ...(entry.plans === null ? [] : [plans.names.get(entry.plans)!])];
            const reason = by.length === 0 ? '' : ` by ${by.join(', ')}`;
            const statement = `${entry.verb} ${entry.id}${reason}${entry.details}`;
            const old = left.get(entry.id);
            left.delete(entry.id);
            if (old) {
                const settled = settle(statement, old);
                addAll(changes, settled.changes);
                counts[settled.state === 'updated' ? 'updated' : 'unchanged'] += 1;
                if (settled.state === 'kept')
                    say(
                        `${entry.id} of ${subject} was changed by hand and is kept as it is; the sheet now ` +
                            `says ${statement}.`,
                    );
            } else if (block?.takenAway.has(entry.id))
                say(
                    `${entry.id} of ${subject} was taken away by hand and is not written again: only its comment ` +
                        'is left. Remove the comment to have it written.',
                );
            else if (block?.byHand.has(entry.id))
                say(
                    `${entry.id} of ${subject} is in the file without the comment of an import, and is kept as it ` +
                        `is; the sheet says ${statement}.`,
                );
            else {
                counts.added += 1;
                lines.push(fresh(entry.id, statement, indent));
                if (entry.plans !== null) addedPlans.add(entry.plans);
            }
        }
        for (const id of left.keys())
            say(
                `${id} of ${subject} is no longer in the sheet; the statement is kept. Remove it if it is really gone.`,
            );
        if (lines.length === 0) continue;
        if (block) {
            const before = existing!.slice(0, block.close).trimEnd();
            const lead = before.endsWith('{') ? '\n' : '\n\n';
            changes.push({ start: before.length, end: block.close, text: `${lead}${lines.join('\n')}${block.indent}` });
        } else appended.push(`within ${subject} {\n${lines.join('\n')}}\n`);
    }
    const countermeasures = plans.added.filter(title => addedPlans.has(title));
    addAll(
        appended,
        countermeasures.map(title => plannedCountermeasure(title, plans.names.get(title)!)),
    );
    let text = changed(existing ?? header(source.file, source.comments), changes);
    if (existing !== null) text = withLooseTexts(text, source.comments);
    if (appended.length > 0) text = ended(text) + appended.join('\n');
    // Lines end as they did.
    if (existing?.includes('\r\n')) text = text.replace(/(?<!\r)\n/gu, '\r\n');
    return { text, notices, ...counts };
}
