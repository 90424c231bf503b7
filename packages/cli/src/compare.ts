import {
    defaultSettings,
    gather,
    judge,
    parse,
    understand,
    understandBoth,
    type Finding,
    type Importing,
    type Settings,
    type SettingsFile,
    type Source,
    type Understood,
} from 'iacs-language';
import { diff, sideOf, unchangedDiff, unreadDiff, type DiffSide, type ModelDiff } from 'iacs-language/diff';
import { besideRoots, leftOut, removedBy, withImports, withLeftOut, type LeftOut } from './compare/left-out.ts';
import { Roots, textOf } from './compare/pairs.ts';
import { systemOf, type RootPair } from './compare/roots.ts';
import { excludedAbove, settingsChange, type SettingsPair } from './compare/settings-change.ts';
import { printedName } from './files.ts';
import { settingsAt, type Side } from './sides.ts';

/** How a comparison is made. */
export interface CompareOptions {
    readonly cwd: string;
    readonly today: string;
    /** Looks into models that are the same on both sides as well, for whoever wants to draw one. */
    readonly whole?: boolean;
    /** Compares a model as it stands on two days. */
    readonly days?: readonly [before: string, after: string] | undefined;
    /** Hears again and again of how many characters have been read. */
    readonly hasRead?: ((characters: number) => void) | undefined;
}

/** A model that one side does not have. */
const nothing: Source = { parse: () => undefined, resolve: () => null };

/** Compares the models of two sides, one by one, by the settings of the first one. */
class Comparing {
    private readonly before: Side;
    private readonly after: Side;
    private readonly today: string;
    private readonly days: CompareOptions['days'];
    /** The rules are asked of each side as a whole, not only what may differ. */
    private readonly whole: boolean;
    private readonly place: (uri: string) => string;
    private readonly cwd: string;

    constructor(before: Side, after: Side, { cwd, today, days, whole = false }: CompareOptions) {
        this.before = before;
        this.after = after;
        this.today = today;
        this.days = days;
        this.whole = whole || days !== undefined;
        this.place = uri => printedName(uri, cwd);
        this.cwd = cwd;
    }

    private settingsFor([old, now]: RootPair): Settings {
        return settingsAt(this.before, (old ?? now)!.uri, this.cwd).settings;
    }

    /** One side, as it was read. */
    private side(understood: Understood, of: Side, settings: Settings, withoutRules = false): DiffSide {
        const today = this.days?.[of === this.after ? 1 : 0] ?? this.today;
        const answers = new Map<string, readonly Finding[]>();
        const unasked = !withoutRules && !this.whole;
        const analysis = judge(understood, { today, settings, answers, withoutRules: withoutRules || unasked });
        // Of two days what is there is compared, and of two texts all that they say.
        const compared = this.days ? { ...analysis, whole: analysis.model } : analysis;
        const shown = { textOf: (uri: string) => textOf(of, uri), fileName: this.place };
        return sideOf(compared, { today, settings, ...(unasked ? { unasked } : { answers }), ...shown });
    }

    /** @param root a root of the side, of which the head is known */
    private read({ uri }: Importing, of: Side, settings: Settings, withoutRules = false): DiffSide {
        return this.side(of.project.understand(uri)!, of, settings, withoutRules);
    }

    /** Both sides of a model, with what is the same in their texts read once. */
    private readPair(old: Importing, now: Importing, settings: Settings): readonly [DiffSide, DiffSide] {
        const { before, after } = this;
        const both = understandBoth({ root: old, project: before.project }, { root: now, project: after.project });
        return both
            ? [this.side(both[0], before, settings), this.side(both[1], after, settings)]
            : [this.read(old, before, settings), this.read(now, after, settings)];
    }

    private empty(uri: string, of: Side, settings: Settings): DiffSide {
        return this.side(understand(parse(uri, ''), nothing), of, settings, true);
    }

    unchanged(root: Importing): ModelDiff {
        return unchangedDiff(systemOf(root), this.empty(root.uri, this.before, this.settingsFor([root, null])));
    }

    /**
     * @param held the files that are in a model after the change
     * @param strays the files that are in no model
     */
    pair(roots: RootPair, held: ReadonlySet<string>, strays: readonly string[]): ModelDiff {
        const [old, now] = roots;
        const settings = this.settingsFor(roots);
        const [before, after] =
            old && now
                ? this.readPair(old, now, settings)
                : [
                      old ? this.read(old, this.before, settings) : this.empty(now!.uri, this.before, settings),
                      now ? this.read(now, this.after, settings) : this.empty(old!.uri, this.after, settings),
                  ];
        const found = diff(before, after);
        if (!old || !now) return found;
        const withParts = (parts: readonly LeftOut[]): ModelDiff => {
            const { root, source } = withImports(now, parts, this.after.project);
            return diff(before, this.side(understand(root, source), this.after, settings));
        };
        const gone = [
            ...this.leftOut(old, now, before.model.files, held),
            ...this.movedOut(found, this.newStrays(old, now, strays), withParts),
        ];
        return gone.length === 0 ? found : withLeftOut(found, gone, withParts, this.place);
    }

    /** The files in no model that were not the same before: in one tree at their place, or beside the root. */
    private newStrays(old: Importing, now: Importing, strays: readonly string[]): readonly string[] {
        const places = this.placesOf(now, old);
        return strays.filter(file => {
            const text = textOf(this.after, file);
            return places(file).every(place => textOf(this.before, place) !== text);
        });
    }

    /** The files in no model that say now what the model says no more: what was moved there is in the plant still. */
    private movedOut(
        found: ModelDiff,
        strays: readonly string[],
        withParts: (parts: readonly LeftOut[]) => ModelDiff,
    ): readonly LeftOut[] {
        const removed = removedBy(found);
        if (removed.length === 0) return [];
        return strays
            .map((is): LeftOut => ({ was: null, is }))
            .filter(stray => {
                const kept = withParts([stray]);
                return kept.doubts.length <= found.doubts.length && removedBy(kept).length < removed.length;
            });
    }

    /** In one tree a file is still there under its name, or has moved with its root. */
    private leftOut(
        old: Importing,
        now: Importing,
        files: readonly string[],
        held: ReadonlySet<string>,
    ): readonly LeftOut[] {
        const places = this.placesOf(old, now);
        return leftOut(
            files,
            places,
            uri => textOf(this.after, uri),
            held,
            uri => this.after.project.isRoot(uri),
        );
    }

    /** Where a file of one side may be on the other side. */
    private placesOf(from: Importing, to: Importing): (file: string) => readonly string[] {
        const oneTree = this.before.places.some(place => this.after.places.includes(place));
        const beside = besideRoots(from, to);
        return file => [...(oneTree ? [file] : []), beside(file)];
    }

    /**
     * The settings, once for each file that holds on one side and on the other one: a file that comes beside one model,
     * or goes, says something else of that model alone.
     */
    settings(pairs: readonly (readonly [RootPair, ModelDiff])[]): readonly ModelDiff[] {
        const fileOf = ({ project }: Side, root: Importing): string => project.settings.of(root.uri)?.uri ?? '';
        const leftOut = this.excludedBy(pairs);
        const groups = Map.groupBy(pairs, ([[old, now]]) =>
            JSON.stringify([fileOf(this.before, (old ?? now)!), fileOf(this.after, (now ?? old)!)]),
        );
        const found = [...groups.values()].flatMap(group => {
            const there = group.filter(([[, now]]) => now !== null);
            const [[old, now]] = (there[0] ?? group[0])!;
            const both = group.filter(([[was, is]]) => was && is);
            const after = settingsAt(this.after, (now ?? old)!.uri, this.cwd);
            const pair: SettingsPair = {
                before: settingsAt(this.before, (old ?? now)!.uri, this.cwd),
                after,
                models: both.map(([, found]) => found),
                owners: () =>
                    both.flatMap(([[, is], { after: side }]) => {
                        // A model that is the same on both sides was not looked into.
                        const system = side.model.system ?? this.modelOf(is!).system;
                        return system?.owner ?? [];
                    }),
                excluded: leftOut.get(after.file)?.models ?? [],
                nameOf: this.place,
            };
            // A file above is named once, with all that it leaves out.
            leftOut.delete(after.file);
            return settingsChange(pair) ?? [];
        });
        const above = [...leftOut.values()].map(({ file, models }) => {
            const old = this.before.project.settings.of(file.uri);
            const before = old && old.uri === file.uri ? old.settings : defaultSettings;
            return excludedAbove(before, file, models, this.place);
        });
        return [...found, ...above];
    }

    /** The models that are there after the change and that its settings leave out, by the file that does. */
    private excludedBy(
        pairs: readonly (readonly [RootPair, ModelDiff])[],
    ): Map<string, { readonly file: SettingsFile; readonly models: SettingsPair['excluded'] }> {
        const found = pairs.flatMap(([[, now]]) => {
            const file = now && this.after.project.settings.leavingOut(now.uri);
            return file ? [{ file, model: this.named(now) }] : [];
        });
        return new Map(
            [...Map.groupBy(found, ({ file }) => file.uri)].map(([uri, all]) => [
                uri,
                { file: all[0]!.file, models: all.map(({ model }) => model) },
            ]),
        );
    }

    private named(root: Importing): SettingsPair['excluded'][number] {
        const { system } = this.modelOf(root);
        return { name: `${systemOf(root) ?? 'a model'} (${this.place(root.uri)})`, owner: system?.owner ?? null };
    }

    /** A model after the change, of which no rule is asked. */
    private modelOf(root: Importing): DiffSide['model'] {
        return this.read(root, this.after, this.settingsFor([root, null]), true).model;
    }
}

/**
 * Compares the models of two sides. Both are searched and judged by the settings of the first one, so that a change
 * that turns a rule off
 * or leaves a file out hides nothing; that it does is reported as a change of its own. Models of which no file differs
 * are not looked into.
 */
export async function compare(before: Side, after: Side, options: CompareOptions): Promise<readonly ModelDiff[]> {
    const roots = new Roots(before, after, options.hasRead);
    const comparing = new Comparing(before, after, options);
    const untouched = options.whole !== true && options.days === undefined;
    const old = await roots.old();
    if (untouched && before.fingerprint !== undefined && before.fingerprint === after.fingerprint)
        return old.map(root => comparing.unchanged(root));
    const now = await roots.now();
    const held = new Set(now.flatMap(root => gather(root, after.project.heads).files.map(file => file.uri)));
    const strays = (await roots.filesNow()).filter(uri => !held.has(uri) && !after.project.isRoot(uri));
    const pairs = (await roots.pairs(old, now)).map((pair): readonly [RootPair, ModelDiff] => [
        pair,
        untouched && roots.same(pair) ? comparing.unchanged(pair[1]!) : comparing.pair(pair, held, strays),
    ]);
    const { unread } = roots;
    const lost =
        unread.before.length + unread.after.length > 0
            ? [unreadDiff({ ...unread, fileName: uri => printedName(uri, options.cwd) })]
            : [];
    return [...lost, ...comparing.settings(pairs), ...pairs.map(([, found]) => found)];
}
