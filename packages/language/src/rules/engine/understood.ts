import type { Edit, Problem } from '../../model/index.ts';
import { rules } from '../index.ts';
import type { Finding } from './finding.ts';
import { inOrder } from './order.ts';
import { problemFindings } from './problem-rules.ts';

function filesOf(edit: Edit): readonly string[] {
    switch (edit.kind) {
        case 'replace':
        case 'remove':
            return [edit.at.file];
        case 'add':
            return [edit.into.file];
        case 'follow':
            return [edit.after.file];
        case 'append':
            return [edit.file];
        case 'compose':
            return [edit.at.file];
        case 'move':
            return [edit.at.file, edit.into.file];
        case 'enclose':
            return [...edit.statements.map(at => at.file), ...(edit.after ? [edit.after.file] : [])];
    }
}

/** The rules whose answers rest on nothing being left out, by their ids. */
const restingOnAll = new Set(rules.filter(rule => rule.restsOnAll).map(rule => rule.id));

/**
 * What the problems of a text leave of the answers of the rules. What was not understood is not in the model, so a rule
 * that found no use of something is not heard while a piece of text or a name is not understood; no fix edits a file of
 * which a piece was not, because nobody knows what stands there; and none gives other ids to what may be mentioned in
 * what is missing.
 */
export class Hearing {
    private readonly broken: ReadonlySet<string>;
    private readonly lost: boolean;

    constructor(problems: readonly Problem[]) {
        this.broken = new Set(problems.filter(({ kind }) => kind === 'syntax').map(({ at }) => at.file));
        this.lost = problems.some(({ kind }) => kind === 'syntax' || kind === 'unresolved');
    }

    hears(rule: string): boolean {
        return !this.lost || !restingOnAll.has(rule);
    }

    /** A finding with those of its fixes that can be made. */
    safe(finding: Finding): Finding {
        if (!this.lost) return finding;
        const fixes = finding.fixes.filter(
            fix => !fix.renames && !fix.edits.some(edit => filesOf(edit).some(file => this.broken.has(file))),
        );
        return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
    }
}

/**
 * Problems of the text and the answers of the rules as they are shown; see {@link Hearing}.
 * @param answers of the rules, on what was understood
 * @param files URIs, as in `Model.files`
 */
export function shownFindings(
    problems: readonly Problem[],
    answers: readonly Finding[],
    files: readonly string[],
): readonly Finding[] {
    if (problems.length === 0) return inOrder(answers, files);
    const hearing = new Hearing(problems);
    const heard = answers.filter(({ rule }) => hearing.hears(rule)).map(finding => hearing.safe(finding));
    return inOrder([...problemFindings(problems), ...heard], files);
}
