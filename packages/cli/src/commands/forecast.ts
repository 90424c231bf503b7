import { dayAfter, missingHere } from 'iacs-language';
import { forecastIcs, forecastJson, forecastOf, forecastSvg, forecastText } from 'iacs-language/forecast';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { loadAll, reportProblems } from '../problems.ts';
import { roadmapFor, unlimited } from '../plan/roadmap.ts';
import { contradictedTexts, countedAndContradicted, planJson, planText } from 'iacs-language/plan';

const formats = ['text', 'json', 'ics', 'svg'] as const;

const usage = `Usage: iacs forecast [path…]

What changes when, as far as the model says it: evidence that begins and expires, what is due,
planned and retired, acceptances and permissions that end, and what follows for SL-A, risks and
invariants, as it is and if what is planned is done by its day. In text and JSON the plan follows
(iacs plan).

  --until DATE         the last day (default a year from the first one)
  --format FORMAT      ${formats.join(', ')} (default text): ics for calendars, svg for a chart of
                       SL-A over time
  --today DATE         the first day; --at is the same`;

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { until: 'string', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const until = dayOption('until', values.until, dayAfter(today, { amount: 1, unit: 'years' }));
    if (until <= today) throw new Failure(`--until ${until} is not after ${today}.`);
    const loaded = await loadAll(words, io, { today, withoutRules: true });
    const { models } = loaded;
    if ((format === 'ics' || format === 'svg') && models.length > 1)
        throw new Failure(
            `${format} shows one model, and there are several here ` +
                `(${models.map(model => model.file).join(', ')}): name one of them.`,
        );
    const forecasts = models.map(({ analysis: { whole, assessment } }) =>
        forecastOf({ whole, from: today, until, matrix: assessment.yardstick.matrix }),
    );
    const placesIn = (index: number): number => models[index]!.analysis.problems.length;
    const plans =
        format === 'ics' || format === 'svg'
            ? []
            : await Promise.all(models.map(({ analysis }) => roadmapFor(analysis)));
    const contradicted = plans.map((plan, index) =>
        plan ? countedAndContradicted(models[index]!.analysis.assessment, null) : [],
    );
    switch (format) {
        case 'json':
            io.out(
                `${JSON.stringify(
                    {
                        schemaVersion: 1,
                        models: forecasts.map((each, index) => ({
                            system: each.system,
                            file: models[index]!.file,
                            notUnderstood: placesIn(index),
                            ...forecastJson(each),
                            plan: plans[index]
                                ? { ...planJson(plans[index], unlimited, today), contradicted: contradicted[index]! }
                                : null,
                        })),
                    },
                    null,
                    2,
                )}\n`,
            );
            break;
        case 'ics':
            io.out(forecasts.map((each, index) => forecastIcs(each, placesIn(index))).join(''));
            break;
        case 'svg':
            io.out(forecasts.map((each, index) => forecastSvg(each, placesIn(index))).join(''));
            break;
        case 'text':
            io.out(
                forecasts
                    .map((each, index) =>
                        [
                            (models.length > 1 ? `${models[index]!.file}\n` : '') + forecastText(each),
                            ...(plans[index] ? [planText(plans[index], unlimited, today)] : []),
                            ...[...contradictedTexts(contradicted[index] ?? []), ...missingHere(placesIn(index))].map(
                                text => `${text}\n`,
                            ),
                        ].join('\n'),
                    )
                    .join('\n'),
            );
    }
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = {
    name: 'forecast',
    summary: 'what changes when: levels, risks, expiries, due dates',
    usage,
    run,
};
export default command;
