import type { Assessment, World } from 'iacs-language';
import { assess, configuredWorld, nearest, observedWorld, reconciliation, worlds } from 'iacs-language';
import { pathsJson, pathsText, readPaths } from 'iacs-language/paths';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['text', 'json'] as const;

const usage = `Usage: iacs paths [path…]
       iacs paths --from X --to Y [path…]

Without --from and --to: every invariant of the models, with its verdict and, if it is broken, a path that breaks it.
With them: a shortest path between two zones or assets, what each hop crosses, and what requirements that are not achieved there
let through, with the techniques of ATT&CK for ICS that are left open.

  --from X, --to Y     ids of zones or assets
  --all                every path that visits each asset at most once
  --max-length N       with --all: the maximum number of hops (default 8)
  --limit N            with --all: the maximum number of paths (default 100)
  --lateral            includes movement between the assets of one zone
  --world WORLD        ${worlds.join(', ')} (default declared): declared flows, what firewalls permit, or observed traffic
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         evaluates expiry dates as of DATE

Exit code 1 if an invariant is broken.`;

function count(option: string, given: string | undefined, otherwise: number): number {
    if (given === undefined) return otherwise;
    if (!/^[1-9]\d{0,6}$/.test(given)) throw new Failure(`--${option} expects a number from 1, not "${given}".`);
    return Number(given);
}

/** The models that have both ends; where none has, it says what is missing. */
function withEnds(models: readonly LoadedModel[], ends: readonly string[]): readonly LoadedModel[] {
    const knows = ({ analysis: { lookup } }: LoadedModel, id: string): boolean =>
        lookup.zone(id) !== undefined || lookup.asset(id) !== undefined;
    const found = models.filter(model => ends.every(id => knows(model, id)));
    if (found.length > 0) return found;
    const missing = ends.find(id => !models.some(model => knows(model, id)));
    if (missing === undefined) throw new Failure(`No model has both ${ends.join(' and ')}.`);
    if (models.some(({ analysis: { lookup } }) => lookup.conduit(missing) !== undefined)) {
        throw new Failure(`${missing} is a conduit; a path leads from and to zones and assets.`);
    }
    const ids = models.flatMap(({ analysis: { model } }) => [...model.zones, ...model.assets].map(each => each.id));
    const last = `.${missing}`.toLowerCase();
    const near = ids.find(id => id.toLowerCase().endsWith(last)) ?? nearest(missing, ids);
    throw new Failure(`There is no zone or asset ${missing}.${near ? ` Did you mean ${near}?` : ''}`);
}

/** The model in whose flows a question is asked; its levels are those of the declared one. */
function inWorld({ analysis: { lookup, model, assessment }, file }: LoadedModel, world: World, io: Io): Assessment {
    if (world === 'declared') return assessment;
    const [witnesses, word] =
        world === 'configured' ? [model.rulesets, 'ruleset'] : [model.observations, 'observation'];
    if (witnesses.length === 0)
        throw new Failure(
            `${file} has no ${word}, so the ${world} world is not known. iacs import ` +
                `${world === 'configured' ? 'rules' : 'traffic'} makes one.`,
        );
    const asked = world === 'configured' ? configuredWorld(lookup, reconciliation(lookup)) : observedWorld(lookup);
    if (!asked.complete)
        io.err(
            `${file}: there are too many paths to follow all of them; the result is correct, but may be incomplete.\n`,
        );
    return assess(asked.lookup, assessment.yardstick, assessment.levels);
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        from: 'string',
        to: 'string',
        all: 'flag',
        'max-length': 'string',
        limit: 'string',
        lateral: 'flag',
        world: 'string',
        format: 'string',
        today: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const { from, to } = values;
    if ((from === undefined) !== (to === undefined)) throw new Failure('--from and --to go together: name both ends.');
    if (from === undefined && (values.all || values.lateral))
        throw new Failure('--all and --lateral need --from and --to.');
    const question =
        from === undefined || to === undefined
            ? null
            : {
                  from,
                  to,
                  lateral: values.lateral,
                  all: values.all
                      ? {
                            maxLength: count('max-length', values['max-length'], 8),
                            limit: count('limit', values.limit, 100),
                        }
                      : null,
              };
    const today = dayOption('today', values.today, io.today);
    const world = oneOf('world', values.world ?? 'declared', worlds);
    const loaded = await loadAll(words, io, { today, withoutRules: true });
    const { models } = loaded;
    const asked = question ? withEnds(models, [question.from, question.to]) : models;
    const asking = asked.map(model => inWorld(model, world, io));
    const readings = asking.map(assessment => readPaths(assessment, question));
    if (format === 'json') {
        const parts = readings.map(pathsJson);
        const notice = parts.find(part => part.notice !== undefined)?.notice;
        io.out(
            `${JSON.stringify(
                {
                    schemaVersion: 1,
                    paths: parts.flatMap(part => part.paths),
                    complete: parts.every(part => part.complete),
                    invariants: parts.flatMap(part => part.invariants),
                    ...(notice === undefined ? {} : { notice }),
                },
                null,
                2,
            )}\n`,
        );
    } else {
        io.out(
            readings
                .map((reading, index) => (readings.length > 1 ? `${asked[index]!.file}\n` : '') + pathsText(reading))
                .join('\n'),
        );
    }
    if (reportProblems(loaded, io)) return exit.failed;
    return readings.some(reading => reading.invariants.some(verdict => !verdict.holds)) ? exit.no : exit.fine;
}

const command: Command = { name: 'paths', summary: 'who reaches whom, and whether the invariants hold', usage, run };
export default command;
