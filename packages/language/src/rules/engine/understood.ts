import type { Edit, Problem } from '../../model/index.ts';
import { rules } from '../index.ts';
import type { Finding } from './finding.ts';
import { inOrder } from './order.ts';
import { problemFindings } from './problem-rules.ts';

function filesOf(edit: Edit): readonly string[] {
    switch (edit.kind) {
        case 'replace': case 'remove': return [edit.at.file];
        case 'add': return [edit.into.file];
        case 'follow': return [edit.after.file];
        case 'append': return [edit.file];
        case 'move': return [edit.at.file, edit.into.file];
        case 'enclose': return [...edit.statements.map(at => at.file), ...(edit.after ? [edit.after.file] : [])];
    }
}

/** The rules whose answers rest on nothing being left out, by their ids. */
const restingOnAll = new Set(rules.filter(rule => rule.restsOnAll).map(rule => rule.id));

/**
 * Problems of the text and the answers of the rules as they are shown. What was not understood is not in the model, so a rule that found
 * no use of something is not heard while a piece of text or a name is not understood; and no fix edits a file of which a piece was not,
 * because nobody knows what stands there.
 * @param answers of the rules, on what was understood
 * @param files URIs, as in `Model.files`
 */
export function shownFindings(problems: readonly Problem[], answers: readonly Finding[], files: readonly string[]): readonly Finding[] {
    if (problems.length === 0) return inOrder(answers, files);
    const broken = new Set(problems.filter(({ kind }) => kind === 'syntax').map(({ at }) => at.file));
    const lost = problems.some(({ kind }) => kind === 'syntax' || kind === 'unresolved');
    const heard = lost ? answers.filter(({ rule }) => !restingOnAll.has(rule)) : answers;
    const safe = broken.size === 0 ? heard : heard.map(finding => {
        const fixes = finding.fixes.filter(fix => !fix.edits.some(edit => filesOf(edit).some(file => broken.has(file))));
        return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
    });
    return inOrder([...problemFindings(problems), ...safe], files);
}
