import type { Evidence, EvidenceTime, Origin, Statement } from '../../../model/index.ts';
import { requirementText, untimed } from '../../../model/index.ts';
import { stretched } from './evidence.ts';

/*
 * Evidence of BASE that has a day, and of which HEAD does not say it any more, or says a later one. A document that has
 * expired shows nothing, and a claim without a document counts: to take the document or its day back would make it good
 * again. So HEAD is asked as if it were still written, unless it names another document.
 */

const hasDay = ({ dated, until, unread }: EvidenceTime): boolean => dated !== null || until !== null || unread === true;

/** Documents with the days that are withdrawn; the same list where none is. */
export function documentsWithDays<T extends Evidence>(
    now: readonly T[],
    old: readonly T[],
    origin: Origin,
): readonly T[] {
    const was = new Map(old.filter(({ time }) => hasDay(time)).map(each => [each.text, each]));
    const texts = new Set(old.map(({ text }) => text));
    if (was.size === 0 || now.some(({ text }) => !texts.has(text))) return now;
    const known = new Map(now.map(each => [each.text, each]));
    const isLost = ({ text, time }: T): boolean => {
        const is = known.get(text)?.time ?? untimed;
        // The same document does not get better by a later day.
        return !hasDay(is) || stretched(time, is, null) !== null;
    };
    const lost = [...was.values()].filter(isLost);
    if (lost.length === 0) return now;
    const gone = new Set(lost.map(({ text }) => text));
    return [
        ...now.filter(({ text }) => !gone.has(text)),
        ...lost.map(each => ({ ...each, origin: known.get(each.text)?.origin ?? origin })),
    ];
}

const keyOf = ({ verb, requirements }: Statement): string => `${verb} ${requirements.map(requirementText).join(', ')}`;

const whollyOf = (statement: Statement): string => {
    const { dated, until, valid, unread } = statement.evidenceTime;
    return JSON.stringify([keyOf(statement), statement.evidence, dated?.date, until?.date, valid, unread]);
};

/** Statements with the days of their evidence that are withdrawn; the same list where none is. */
export function statementsWithDays(now: readonly Statement[], old: readonly Statement[]): readonly Statement[] {
    const was = new Map(old.filter(({ evidenceTime }) => hasDay(evidenceTime)).map(each => [keyOf(each), each]));
    if (was.size === 0) return now;
    // Of two statements in the same words the other one is not without its document.
    const said = new Set(old.map(whollyOf));
    const found = now.map((each): Statement => {
        if (said.has(whollyOf(each))) return each;
        const before = was.get(keyOf(each));
        const isAnother = each.evidence.some(text => !before?.evidence.includes(text));
        if (!before || isAnother) return each;
        if (hasDay(each.evidenceTime) && stretched(before.evidenceTime, each.evidenceTime, null) === null) return each;
        return { ...each, evidence: before.evidence, evidenceTime: before.evidenceTime };
    });
    return found.some((each, index) => each !== now[index]) ? found : now;
}
