import type { Plan, PlanOptions, PlanStep, Unreached } from '../../assessment/index.ts';
import { withAnd } from '../../model/index.ts';
import { forMarkdown, forTerminal, messageForMarkdown } from '../text/escape.ts';
import { budgetText, goalText, noStepText, nothingOpen } from './words.ts';

const mostShown = 6;

/** The first goals, and how many more: risks before requirements, since there are few of them. */
function some(goals: readonly Unreached['goal'][]): string {
    const texts = goals.toSorted((a, b) => Number(b.kind === 'risk') - Number(a.kind === 'risk')).map(goalText);
    const more = texts.length - mostShown;
    return more > 1 ? `${texts.slice(0, mostShown).join(', ')} and ${more} more` : texts.join(', ');
}

/** When a step is done, in a few words. */
export function whenOf({ date, stops, lacksWindow, subjects, countermeasure }: PlanStep): string {
    if (lacksWindow)
        return `${subjects.length > 1 ? 'not every place has a window with' : 'no window has'} room for it: plan one`;
    if (stops.length > 0)
        return withAnd(
            stops.map(stop => `${stop.date}, in ${stop.window.title === '' ? 'a window' : stop.window.title}`),
        );
    if (date !== null) return `due ${date}`;
    return countermeasure.due === null ? 'no date is said' : `was due ${countermeasure.due.date}`;
}

/** What the dates of the text close, and what no plan can speak of. */
export function restTexts({ healed, notJudged: { threats, targets } }: Plan): readonly string[] {
    const few = (ids: readonly string[]): string =>
        `${ids.slice(0, mostShown).join(', ')}${ids.length > mostShown ? ` and ${ids.length - mostShown} more` : ''}`;
    return [
        ...healed.map(
            ({ invariant, date }) =>
                `By the dates of the model, no declared path breaks invariant ${invariant} from ${date} on.`,
        ),
        ...(threats.length === 0 ? [] : [`Not assessed, so not in the plan: the risk of ${few(threats)}.`]),
        ...(targets.length === 0 ? [] : [`Without an SL-T, so not in the plan: ${few(targets)}.`]),
    ];
}

/** What stays open, and what it would take. */
export interface OpenRow {
    readonly what: string;
    readonly takes: string;
}

/** Goals with one answer, together. */
export function openRows(plan: Plan): readonly OpenRow[] {
    const byAnswer = Map.groupBy(plan.unreachable, each => each.takes);
    return [...byAnswer].map(([takes, all]) => ({ what: some(all.map(each => each.goal)), takes }));
}

function openLines(plan: Plan): readonly string[] {
    return openRows(plan).map(({ what, takes }) => `${what}: ${takes}`);
}

const isDone = ({ goals, unreachable }: Plan): boolean => goals === 0 && unreachable.length === 0;

/** The plan for a terminal. */
export function planText(plan: Plan, options: PlanOptions, date: string): string {
    const lines = [`Plan on ${date}`, ''];
    if (isDone(plan)) lines.push(nothingOpen(plan.judged));
    if (plan.steps.length === 0 && plan.goals > 0) lines.push(noStepText(plan));
    plan.steps.forEach((step, index) => {
        const { countermeasure, cost, risk, closes, subjects } = step;
        const money = cost === null ? 'cost not said' : `cost ${cost}`;
        lines.push(
            `${index + 1}. ${countermeasure.id}${countermeasure.title === null ? '' : ` "${countermeasure.title}"`}`,
        );
        lines.push(`   ${[money, whenOf(step), countermeasure.status].join('; ')}`);
        if (subjects.length > 0) lines.push(`   at ${subjects.join(', ')}`);
        if (closes.length > 0) lines.push(`   closes ${some(closes)}`);
        else lines.push('   closes nothing by itself: a later step needs it');
        if (risk && risk.before !== risk.after) lines.push(`   sum of the risks ${risk.before} → ${risk.after}`);
    });
    const known = budgetText(plan, options.budget);
    if (known !== '') lines.push('', known);
    if (plan.left.length > 0) lines.push('', `Left open by the plan: ${some(plan.left)}`);
    if (plan.unreachable.length > 0)
        lines.push(
            '',
            'What no countermeasure closes, and what it would take',
            ...openLines(plan).map(line => `  ${line}`),
        );
    for (const text of restTexts(plan)) lines.push('', text);
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}

/** The plan as a section of Markdown. */
export function planMarkdown(plan: Plan, options: PlanOptions, system: string | null, date: string): string {
    const lines = [`## ${forMarkdown(system === null ? 'Plan' : `${system}: plan`)}, ${date}`, ''];
    if (plan.steps.length > 0) {
        lines.push(
            '| | Countermeasure | Cost | When | Closes | Sum of the risks |',
            '| --- | --- | --- | --- | --- | --- |',
        );
        plan.steps.forEach((step, index) => {
            const { countermeasure, cost, closes, risk } = step;
            const cells = [
                countermeasure.id + (countermeasure.title === null ? '' : `, ${countermeasure.title}`),
                cost === null ? 'not said' : String(cost),
                whenOf(step),
                some(closes),
                risk ? `${risk.before} → ${risk.after}` : '',
            ].map(forMarkdown);
            lines.push(`| ${index + 1} | ${cells.join(' | ')} |`);
        });
        lines.push('');
    } else if (isDone(plan)) lines.push(nothingOpen(plan.judged), '');
    else lines.push(noStepText(plan), '');
    const known = budgetText(plan, options.budget);
    if (known !== '') lines.push(forMarkdown(known), '');
    if (plan.left.length > 0) lines.push(`Left open by the plan: ${forMarkdown(some(plan.left))}`, '');
    if (plan.unreachable.length > 0)
        lines.push(
            '### What no countermeasure closes',
            '',
            ...openRows(plan).map(({ what, takes }) => `- ${forMarkdown(what)}: ${messageForMarkdown(takes)}`),
            '',
        );
    for (const text of restTexts(plan)) lines.push(forMarkdown(text), '');
    return `${lines.join('\n').trimEnd()}\n`;
}
