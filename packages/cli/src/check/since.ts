import type { Outcome } from './outcome.ts';
import path from 'node:path';
import { fileUri, judge, type Understood, type Importing, type Settings } from 'iacs-language';
import { newFindings } from 'iacs-language/diff';
import { namedSide } from '../compare/named-sides.ts';
import { Roots, textOf } from '../compare/pairs.ts';
import { placesIn } from '../compare/places-in.ts';
import { systemOf, type RootPair } from '../compare/roots.ts';
import { printedName } from '../files.ts';
import { GitError, Repository } from '../git.ts';
import { Failure, type Io } from '../io.ts';
import { withoutModel, type LoadOptions } from '../models.ts';
import type { Shard } from './run.ts';
import { diskSide, settingsAt, type Side } from '../sides.ts';
import { brokenSettings, unreadAt, unreadSettings, type Unread } from '../unread.ts';
import { checked, type Checked } from './checked.ts';
import { statOf } from '../stat-of.ts';

/** How the models are loaded that are compared with an earlier state. */
export interface SinceOptions extends Omit<LoadOptions, 'withoutRules' | 'unread'> {
    readonly shard?: Shard;
    /** A revision, `REVISION...` for where it went apart from HEAD, or a file or folder. */
    readonly base: string;
}

const understoodBy = ({ project }: Side, { uri }: Importing): Understood => project.understand(uri)!;

/** One model after another, each with the findings that the earlier state did not have. */
class Since {
    private readonly roots: Roots;
    private readonly io: Io;
    private readonly options: SinceOptions;

    constructor(roots: Roots, io: Io, options: SinceOptions) {
        this.roots = roots;
        this.io = io;
        this.options = options;
    }

    /**
     * The settings of the earlier state, so that a change that turns a rule off hides nothing. A model that it did not
     * have is judged by its own ones where the earlier state says nothing for its place.
     */
    private settingsFor(pair: RootPair): Settings {
        const { settings } = settingsAt(...this.judging(pair), this.io.cwd);
        return this.options.adjust?.(settings) ?? settings;
    }

    /** The state by whose settings a model is judged, and the root for which they are asked there. */
    private judging([old, now]: RootPair): readonly [side: Side, root: string] {
        const { before, after } = this.roots;
        const known = old ?? (before.project.settings.of(now!.uri) ? now : null);
        return known ? [before, known.uri] : [after, now!.uri];
    }

    /** What is to be said where these settings cannot be followed, so that the model is not judged. */
    unread(pair: RootPair): Unread | null {
        const [{ project, strict }, root] = this.judging(pair);
        const broken = strict ? brokenSettings(project, root) : null;
        return broken && unreadSettings(broken, this.io);
    }

    unchanged(root: Importing, pair: RootPair): Checked {
        const file = printedName(root.uri, this.io.cwd);
        const system = systemOf(root);
        return {
            file,
            system,
            files: [root.uri],
            settings: this.settingsFor(pair),
            located: [],
            understood: true,
            shown: { root: file, system: system ?? '', nameOf: () => file, linesOf: () => undefined },
            textOf: () => '',
        };
    }

    check(pair: RootPair, root: Importing, last: boolean): Checked {
        const { before, after } = this.roots;
        const [old] = pair;
        const settings = this.settingsFor(pair);
        const { today, profile } = this.options;
        const [was, is] = [old && understoodBy(before, old), understoodBy(after, root)];
        // Trees are as large as the models; what is left to do needs none.
        if (last) for (const { project } of [before, after]) project.texts.forgetTrees();
        const analysis = judge(is, { today, settings, ...profile });
        const model = {
            analysis,
            file: printedName(root.uri, this.io.cwd),
            settings,
            project: after.project,
        };
        if (!was) return checked(model, this.io);
        if (was.problems.length > 0)
            this.io.err(
                `iacs: ${this.options.base} was not understood as a whole in ${model.file}: ` +
                    'findings may be reported as new that are not.\n',
            );
        const earlier = judge(was, { today, settings });
        const fresh = newFindings(
            { ...earlier, textOf: uri => textOf(before, uri) },
            { ...analysis, textOf: uri => textOf(after, uri) },
        );
        return checked(model, this.io, fresh);
    }
}

/** What the paths of a command line name; what is not there now may have been in the earlier state. */
function placesOf(words: readonly string[], { cwd }: Io): readonly string[] {
    if (words.includes('-')) throw new Failure('--base compares files: standard input has no earlier state.');
    return (words.length > 0 ? words : ['.']).map(word => path.resolve(cwd, word));
}

/** What was looked at, and its place among what a shard looks at. */
type SinceAnswer = readonly [Checked | Unread, Pick<Outcome, 'turn'>];

/**
 * The models that paths name, each with the findings that an earlier state did not have. Both states are searched and
 * judged by the settings of the earlier one. A model of which no file differs is not looked into; of one that the
 * earlier state did not have, all findings are new.
 * @throws {@link Failure} for what is missing or cannot be read
 */
export async function* checkedSince(
    words: readonly string[],
    io: Io,
    options: SinceOptions,
): AsyncGenerator<SinceAnswer> {
    try {
        yield* modelsSince(words, io, options);
    } catch (error) {
        if (error instanceof GitError) throw new Failure(`git: ${error.message}`);
        throw error;
    }
}

async function* modelsSince(words: readonly string[], io: Io, options: SinceOptions): AsyncGenerator<SinceAnswer> {
    const named = placesOf(words, io);
    const missing = named.filter(place => !statOf(place));
    for (const place of missing)
        yield [unreadAt(fileUri(place), `There is no file or folder ${words[named.indexOf(place)]}.`, io), {}];
    const places = placesIn(await Repository.around(io.cwd), named);
    const before = await namedSide(options.base, places, io, options.within);
    const roots = new Roots(before, diskSide('working tree', places, options.within, before));
    const [old, now] = [await roots.old(), await roots.now()];
    for (const uri of roots.passedOver)
        io.err(`iacs: ${printedName(uri, io.cwd)} is passed over: it leads out of the folder that may be read.\n`);
    for (const { at, message } of roots.unread.after)
        yield [unreadAt(at.file, `${printedName(at.file, io.cwd) || '.'}: ${message}`, io), {}];
    for (const { at, message } of roots.unread.before)
        io.err(`iacs: ${options.base} ${printedName(at.file, io.cwd)}: ${message}\n`);
    if (old.length + now.length + roots.unread.after.length === 0 && missing.length === 0)
        yield [unreadAt(fileUri(named[0]!), withoutModel(words.join(', ') || '.'), io), {}];
    const pairs = await roots.pairs(old, now);
    for (const [gone] of pairs.filter(([, root]) => root === null))
        io.err(`iacs: ${systemOf(gone!) ?? 'a model'} (${printedName(gone!.uri, io.cwd)}) is no longer there.\n`);
    const since = new Since(roots, io, options);
    const { index = 0, count = 1 } = options.shard ?? {};
    const left = pairs.filter(([, root]) => root !== null).filter((_, position) => position % count === index);
    for (const [position, pair] of left.entries()) {
        const root = pair[1]!;
        const turn = options.shard ? { turn: position } : {};
        const looked = (): Checked =>
            roots.same(pair) ? since.unchanged(root, pair) : since.check(pair, root, position === left.length - 1);
        yield [since.unread(pair) ?? looked(), turn];
    }
}
