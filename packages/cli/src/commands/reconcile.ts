import { blockingDoubts, breachesOf, comparedWith, missingHere, nearest, reconcile } from 'iacs-language';
import type { Conduit } from 'iacs-language';
import type { Reconciled, ShownReconciliation } from 'iacs-language/reconcile';
import {
    reconciliationCsv,
    reconciliationHtml,
    reconciliationJson,
    reconciliationMarkdown,
    reconciliationTable,
    rowsOf,
    sourcesText,
} from 'iacs-language/reconcile';
import { adHocObservation, withRulesets, witnessOf } from '../found/witnesses.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { painter } from '../paint.ts';
import { loadAll, reportProblems } from '../problems.ts';
import { shownModel } from '../shown.ts';

const formats = ['table', 'json', 'markdown', 'csv', 'html'] as const;

const usage = `Usage: iacs reconcile [path…]

Shows declared flows, firewall configurations and observed traffic side by side, by conduit, with
the differences.

  --format FORMAT      ${formats.join(', ')} (default table)
  --conduit NAME       one conduit only
  --ruleset A=FILE     uses the export of a firewall for device A instead of the rules in the model;
                       repeatable
  --traffic FILE       uses a log instead of the observations in the model; repeatable
  --stale-after DAYS   reports a flow as never seen after this many days without a gap (default 90,
                       or from the settings)
  --today DATE         evaluates expiry dates as of DATE; --at is the same

Exit code 1 if there is an error: traffic past a boundary or that no flow declares, writing over a
flow that is declared to read, a protocol that protects less or allows more than the declared one, a
rule that breaks an invariant.`;

interface Answer {
    readonly shown: ShownReconciliation;
    readonly conduit: Conduit | null;
    readonly grave: boolean;
}

function conduitOf(models: readonly LoadedModel[], name: string | undefined): (model: LoadedModel) => Conduit | null {
    if (name === undefined) return () => null;
    if (!models.some(({ analysis: { lookup } }) => lookup.conduit(name))) {
        const near = nearest(
            name,
            models.flatMap(({ analysis: { model } }) => model.conduits.map(conduit => conduit.id)),
        );
        throw new Failure(`There is no conduit ${name}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    return ({ analysis: { lookup } }) => lookup.conduit(name) ?? null;
}

async function answer(
    loaded: LoadedModel,
    conduit: Conduit | null,
    values: Values,
    staleAfter: number,
    today: string,
    io: Io,
): Promise<Answer> {
    const {
        analysis: { lookup, model, assessment },
    } = loaded;
    const rulesets = withRulesets(lookup, values.ruleset, io);
    const observations =
        values.traffic.length === 0 ? model.observations : [await adHocObservation(values.traffic, today, io)];
    const found = reconcile(lookup, { staleAfter, rulesets, observations });
    const breaches = breachesOf(assessment, found, rulesets);
    const doubts = blockingDoubts(lookup, found.flows, rulesets);
    const printed = shownModel(loaded, io);
    const shown: ShownReconciliation = {
        system: printed.system,
        root: printed.root,
        found,
        breaches,
        rulesets,
        observations,
        comparedWith: ruleset => comparedWith(lookup, ruleset),
        doubtsOf: ruleset => doubts.filter(each => each.ruleset === ruleset).length,
        linesOf: file => printed.linesOf(file),
        nameOf: file => witnessOf(file) ?? printed.nameOf(file),
    };
    const grave =
        breaches.some(breach => breach.unknown.length === 0) ||
        found.flows.some(
            each =>
                each.class === 'past-boundary' || each.beyondAccess || each.otherProtocols.some(other => other.worse),
        ) ||
        found.rules.some(each => each.class === 'differs' && each.used) ||
        found.traffic.some(each => each.class === 'past-boundary' || each.class === 'undocumented');
    return { shown, conduit, grave };
}

interface Values {
    readonly ruleset: readonly string[];
    readonly traffic: readonly string[];
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        conduit: 'string',
        ruleset: 'list',
        traffic: 'list',
        'stale-after': 'string',
        today: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const days = values['stale-after'];
    if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
        throw new Failure(`--stale-after wants a number of days from 1, not "${days}".`);
    const loaded = await loadAll(words, io, { today, withoutRules: true });
    const { models } = loaded;
    if (models.length > 1 && values.ruleset.length + values.traffic.length > 0)
        throw new Failure(
            `There are several models here (${models.map(model => model.file).join(', ')}): name one of them.`,
        );
    const conduit = conduitOf(models, values.conduit);
    const answers: Answer[] = [];
    for (const model of models)
        answers.push(
            await answer(
                model,
                conduit(model),
                values,
                days === undefined ? model.settings.asFound.staleAfter : Number(days),
                today,
                io,
            ),
        );
    if (format === 'json') {
        const shown = answers.map((each, index) => ({
            ...reconciliationJson(each.shown, each.conduit),
            notUnderstood: models[index]!.analysis.problems.length,
        }));
        io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
    } else {
        const tables = answers.map((each, index): Reconciled => ({
            system: each.shown.system,
            root: each.shown.root,
            sources: [...missingHere(models[index]!.analysis.problems.length), ...sourcesText(each.shown)],
            rows: rowsOf(each.shown, each.conduit),
            notUnderstood: models[index]!.analysis.problems.length,
        }));
        io.out(
            {
                table: () => reconciliationTable(tables, painter(io)),
                markdown: () => reconciliationMarkdown(tables),
                csv: () => reconciliationCsv(tables),
                html: () => reconciliationHtml(tables),
            }[format](),
        );
    }
    if (reportProblems(loaded, io)) return exit.failed;
    return answers.some(each => each.grave) ? exit.no : exit.fine;
}

const command: Command = { name: 'reconcile', summary: 'declared, configured and seen, side by side', usage, run };
export default command;
