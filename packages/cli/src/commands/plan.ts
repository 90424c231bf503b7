import type { Plan, PlanOptions } from 'iacs-language';
import { missingHere, nearest, planOf } from 'iacs-language';
import { contradictedTexts, countedAndContradicted, planJson, planMarkdown, planText } from 'iacs-language/plan';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { solveWithHighs } from '../plan/highs.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['text', 'json', 'markdown'] as const;

const usage = `Usage: iacs plan [path…]

What to do next: the cheapest set of planned and proposed countermeasures that brings every SL-A to
its SL-T and every risk to what is tolerable, ordered by the risk that is lowered for each unit of
cost, with the windows in which it can be done; and what no countermeasure closes, with what it
would take. It says whether no cheaper plan exists, or what none can cost less than.

  --budget N           spends at most N, and closes as much as possible
  --until DATE         only what can be done by DATE
  --zone NAME          only what concerns this zone, by its qualified name
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         plans as of DATE; --at is the same`;

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        budget: 'string',
        until: 'string',
        zone: 'string',
        format: 'string',
        today: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    if (values.budget !== undefined && !/^\d{1,12}(\.\d{1,2})?$/.test(values.budget))
        throw new Failure(`--budget expects an amount such as 25000, not "${values.budget}".`);
    const until = values.until === undefined ? null : dayOption('until', values.until, today);
    if (until !== null && until < today) throw new Failure(`--until ${until} is before ${today}, the day of the plan.`);
    const loaded = await loadAll(words, io, { today, withoutRules: true });
    const zone = values.zone ?? null;
    const models =
        zone === null
            ? loaded.models
            : loaded.models.filter(({ analysis }) => analysis.lookup.zone(zone) !== undefined);
    if (zone !== null && models.length === 0) {
        const near = nearest(
            zone,
            loaded.models.flatMap(({ analysis }) => analysis.model.zones.map(({ id }) => id)),
        );
        throw new Failure(`There is no zone ${zone}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    const options: PlanOptions = {
        budget: values.budget === undefined ? null : Number(values.budget),
        until,
        zone,
    };
    const plans: Plan[] = [];
    for (const { analysis } of models)
        plans.push(await planOf(analysis.assessment, analysis.whole, options, solveWithHighs));
    const contradicted = models.map(({ analysis }) => countedAndContradicted(analysis.assessment, zone));
    const systemOf = (index: number): string | null => models[index]!.analysis.model.system?.id ?? null;
    if (format === 'json') {
        const shown = plans.map((plan, index) => ({
            system: systemOf(index),
            file: models[index]!.file,
            notUnderstood: models[index]!.analysis.problems.length,
            ...planJson(plan, options, today),
            contradicted: contradicted[index]!,
        }));
        io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
    } else {
        io.out(
            plans
                .map((plan, index) =>
                    [
                        format === 'markdown'
                            ? planMarkdown(plan, options, systemOf(index), today)
                            : (plans.length > 1 ? `${models[index]!.file}\n` : '') + planText(plan, options, today),
                        ...[
                            ...contradictedTexts(contradicted[index]!),
                            ...missingHere(models[index]!.analysis.problems.length),
                        ].map(text => `${text}\n`),
                    ].join('\n'),
                )
                .join('\n'),
        );
    }
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = { name: 'plan', summary: 'the cheapest countermeasures that reach the targets', usage, run };
export default command;
