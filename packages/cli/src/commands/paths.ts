import type { Assessment, NotKnown, World } from 'iacs-language';
import {
    absenceOf,
    assess,
    configuredWorld,
    nearest,
    notUnderstood,
    observedWorld,
    reconciliation,
    worlds,
} from 'iacs-language';
import type { PathQuestion, SpreadQuestion } from 'iacs-language/paths';
import { pathsJson, pathsText, readPaths, readSpread, spreadJson, spreadText } from 'iacs-language/paths';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { takeEach } from '../problems.ts';

const formats = ['text', 'json'] as const;

const usage = `Usage: iacs paths [path…]
       iacs paths --from X --to Y [path…]
       iacs paths --from X [path…]

Without --from and --to: every invariant of the models, with its verdict and, if it is broken, a
path that breaks it. With both: a shortest path between two zones or assets, what each hop crosses,
and what requirements that are not achieved there let through, with the techniques of ATT&CK for ICS
that are left open. With --from alone: all that X reaches, by zone and hops, with a shortest path to
each asset. With --to alone: all that reaches Y.

  --from X, --to Y     ids of zones or assets
  --all                with both: every path that visits each asset at most once
  --max-length N       with --all: the maximum number of hops (default 8)
  --limit N            with --all, or with one end: the maximum number of paths (default 100)
  --lateral            includes movement between the assets of one zone
  --world WORLD        ${worlds.join(', ')} (default declared): declared flows, what
                       firewalls permit, or observed traffic
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         evaluates expiry dates as of DATE; --at is the same

Exit code 1 if an invariant is broken.`;

/** What is asked of each model: a path, one end alone, or the invariants. */
type Question =
    | { readonly of: 'ends'; readonly ends: PathQuestion }
    | { readonly of: 'end'; readonly end: SpreadQuestion }
    | { readonly of: 'invariants' };

function count(option: string, given: string | undefined, otherwise: number): number {
    if (given === undefined) return otherwise;
    if (!/^[1-9]\d{0,6}$/.test(given)) throw new Failure(`--${option} expects a number from 1, not "${given}".`);
    return Number(given);
}

/** Why an end that the text has is not there on the day that is asked; `null` for one that the text has not. */
function whyAbsent({ lookup, assessment: { today } }: LoadedModel['analysis'], id: string): string | null {
    const said = lookup.said();
    const found = said.asset(id) ?? said.zone(id);
    if (!found) return null;
    const { text } = absenceOf(said, found, [id], today);
    return `On ${today} there is no ${id}, ${text}. --today asks for another day.`;
}

/** Looks for the models that have both ends of a question; where none has, it says what is missing. */
class Ends {
    private readonly ends: readonly string[];
    private found = false;
    private readonly known = new Set<string>();
    private readonly conduits = new Set<string>();
    /** Of ends that are in the text and not there on the day that is asked: why. */
    private readonly absent = new Map<string, string>();
    /** As long as no model has both: the names that may have been meant. */
    private ids: string[] = [];

    constructor(ends: readonly string[]) {
        this.ends = ends;
    }

    /** True for a model that has both. */
    has({ analysis }: LoadedModel): boolean {
        const { lookup, model } = analysis;
        const there = this.ends.filter(id => lookup.zone(id) !== undefined || lookup.asset(id) !== undefined);
        if (there.length === this.ends.length) {
            this.found = true;
            this.ids = [];
            return true;
        }
        for (const id of there) this.known.add(id);
        for (const id of this.ends) if (lookup.conduit(id) !== undefined) this.conduits.add(id);
        for (const id of this.ends) {
            const why = there.includes(id) ? null : whyAbsent(analysis, id);
            if (why !== null) this.absent.set(id, why);
        }
        if (!this.found) this.ids.push(...[...model.zones, ...model.assets].map(each => each.id));
        return false;
    }

    /** @throws {@link Failure} where no model has both */
    assertFound(): void {
        if (this.found) return;
        const missing = this.ends.find(id => !this.known.has(id));
        if (missing === undefined) throw new Failure(`No model has both ${this.ends.join(' and ')}.`);
        const why = this.absent.get(missing);
        if (why !== undefined) throw new Failure(why);
        if (this.conduits.has(missing))
            throw new Failure(`${missing} is a conduit; a path leads from and to zones and assets.`);
        const last = `.${missing}`.toLowerCase();
        const near = this.ids.find(id => id.toLowerCase().endsWith(last)) ?? nearest(missing, this.ids);
        throw new Failure(`There is no zone or asset ${missing}.${near ? ` Did you mean ${near}?` : ''}`);
    }
}

type Json = ReturnType<typeof pathsJson> & Pick<ReturnType<typeof spreadJson>, 'reached' | 'reaching'>;

/** The answer of one model, free of the model: what is JSON may hold parts of its text. */
interface Answer {
    readonly file: string;
    readonly text: string;
    readonly json: Json;
    readonly notKnown: readonly NotKnown[];
    readonly broken: boolean;
}

/** What a view says of one model. */
interface Said {
    readonly text: string;
    readonly json: Json | null;
    readonly undescribed: readonly { readonly element: string; readonly message: string }[];
    readonly devices: readonly NotKnown[];
    readonly broken: boolean;
}

function saidOf(asked: Asked, question: Question, world: World, asJson: boolean): Said {
    const { assessment, notKnown } = asked;
    if (question.of === 'end') {
        const found = readSpread(assessment, question.end);
        const json = asJson ? spreadJson(assessment, found) : null;
        return {
            text: asJson ? '' : spreadText(found, world, notKnown),
            json: json && { ...json, complete: json.complete && asked.complete },
            undescribed: found.undescribed,
            devices: found.devices,
            broken: false,
        };
    }
    const found = readPaths(assessment, question.of === 'ends' ? question.ends : null);
    const understood = !notKnown.some(({ kind }) => kind === 'text-not-understood');
    // Where too many paths are to be followed, one that breaks an invariant may be among the others.
    const known = notKnown.length === 0 && asked.complete;
    return {
        text: asJson ? '' : pathsText({ ...found, known }, world, notKnown),
        json: asJson ? pathsJson({ ...found, complete: found.complete && asked.complete, understood, known }) : null,
        undescribed: found.undescribed,
        devices: [],
        broken: found.invariants.some(verdict => !verdict.holds),
    };
}

function answerOf(model: LoadedModel, question: Question, world: World, asJson: boolean, io: Io): Answer {
    const seen = inWorld(model, world, io);
    const unread = notUnderstood(model.analysis.problems.length);
    const asked = { ...seen, complete: seen.complete && unread.length === 0, notKnown: [...unread, ...seen.notKnown] };
    const said = saidOf(asked, question, world, asJson);
    const open = said.undescribed.map(({ element, message }): NotKnown => ({
        kind: 'connection-not-described',
        ids: [element],
        message,
    }));
    const nothing = { schemaVersion: 1, paths: [], complete: true, invariants: [] };
    return {
        file: model.file,
        text: said.text,
        json: said.json ? (JSON.parse(JSON.stringify(said.json)) as Json) : nothing,
        notKnown: [...asked.notKnown, ...said.devices, ...open],
        broken: said.broken,
    };
}

/** The model in whose flows a question is asked. */
interface Asked {
    /** Its levels are those of the declared one. */
    readonly assessment: Assessment;
    /** False where there were too many paths to follow all of them. */
    readonly complete: boolean;
    readonly notKnown: readonly NotKnown[];
}

function inWorld({ analysis: { lookup, model, assessment }, file }: LoadedModel, world: World, io: Io): Asked {
    if (world === 'declared') return { assessment, complete: true, notKnown: [] };
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
    for (const { message } of asked.notKnown) io.err(`${file}: ${message}\n`);
    return { ...asked, assessment: assess(asked.lookup, assessment.yardstick, assessment.levels) };
}

/** What one end reaches, or what reaches it, with the model of each. */
function foundIn(answers: readonly Answer[], side: SpreadQuestion['side']) {
    const key = side === 'from' ? 'reached' : 'reaching';
    return { [key]: answers.flatMap(({ file, json }) => (json[key] ?? []).map(each => ({ file, ...each }))) };
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
    const one = (from === undefined) !== (to === undefined);
    if (values.all && (from === undefined || to === undefined)) throw new Failure('--all needs --from and --to.');
    if (values.lateral && from === undefined && to === undefined) throw new Failure('--lateral needs --from or --to.');
    if (one && values['max-length'] !== undefined)
        throw new Failure('--max-length needs --all, with --from and --to: a shortest path is found at any length.');
    if (!one && !values.all && (values['max-length'] ?? values.limit) !== undefined)
        throw new Failure('--max-length and --limit need --all: a shortest path is found at any length.');
    const { lateral } = values;
    const limit = count('limit', values.limit, 100);
    const question: Question =
        from !== undefined && to !== undefined
            ? {
                  of: 'ends',
                  ends: {
                      from,
                      to,
                      lateral,
                      all: values.all ? { maxLength: count('max-length', values['max-length'], 8), limit } : null,
                  },
              }
            : from !== undefined
              ? { of: 'end', end: { end: from, side: 'from', lateral, limit } }
              : to !== undefined
                ? { of: 'end', end: { end: to, side: 'to', lateral, limit } }
                : { of: 'invariants' };
    const today = dayOption('today', values.today, io.today);
    const world = oneOf('world', values.world ?? 'declared', worlds);
    const named = [from, to].filter(id => id !== undefined);
    const ends = named.length > 0 ? new Ends(named) : null;
    const answers: Answer[] = [];
    const faults = await takeEach(words, io, { today, withoutRules: true }, model => {
        if (ends === null || ends.has(model)) answers.push(answerOf(model, question, world, format === 'json', io));
    });
    ends?.assertFound();
    if (format === 'json') {
        const parts = answers.map(({ json }) => json);
        const notice = parts.find(part => part.notice !== undefined)?.notice;
        io.out(
            `${JSON.stringify(
                {
                    schemaVersion: 1,
                    paths: parts.flatMap(part => part.paths),
                    ...(question.of === 'end' ? foundIn(answers, question.end.side) : {}),
                    complete: parts.every(part => part.complete),
                    invariants: parts.flatMap(part => part.invariants),
                    world,
                    notKnown: answers.flatMap(({ file, notKnown }) => notKnown.map(each => ({ file, ...each }))),
                    ...(notice === undefined ? {} : { notice }),
                },
                null,
                2,
            )}\n`,
        );
    } else {
        io.out(answers.map(({ file, text }) => (answers.length > 1 ? `${file}\n` : '') + text).join('\n'));
    }
    if (faults.report()) return exit.failed;
    return answers.some(({ broken }) => broken) ? exit.no : exit.fine;
}

const command: Command = { name: 'paths', summary: 'who reaches whom, and whether the invariants hold', usage, run };
export default command;
