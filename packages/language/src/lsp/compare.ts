import { analyse, type Analysis } from '../analysis.ts';
import { Lines, nameOf, type Place } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { normalUri, resolvePath } from '../project/index.ts';
import type { Finding } from '../rules/index.ts';
import { severities, type Settings } from '../settings/index.ts';
import { isRoot, mayBeRoot, parse, type Parsed, type Source } from '../syntax/index.ts';
import type { LayoutEngine, Theme } from '../views/diagram/index.ts';
import {
    changeText,
    diff,
    diffSvg,
    originsOf,
    sideOf,
    verdictText,
    type Change,
    type FindingChanges,
    type ModelDiff,
    type Reason,
} from '../views/diff/index.ts';
import { SideStatements, statementPlaces } from './compare-places.ts';
import type { Workspace } from './workspace.ts';

/** All `.iacs` files of one side, by their URIs. */
export type SideFiles = Readonly<Record<string, string>>;

/** `iacs/compare`: what changed in meaning. */
export interface CompareParams {
    /** A file of the model. */
    readonly uri: string;
    /** The older side. Files of a revision have the URI that they have in the working tree. */
    readonly files: SideFiles;
    /** The file with the system of the older side; without it the same file, or that of the same system. */
    readonly root?: string;
    /** The newer side; without it the texts as they are now. */
    readonly newer?: SideFiles;
    /** What the older side is called. */
    readonly base: string;
    readonly theme?: Theme;
}

/** A place in a document of one side. */
export interface CompareSide {
    readonly uri: string;
    /** Counted from 0. */
    readonly line: number;
}

/** Where something is on both sides; `null` where it is not. */
interface OnBothSides {
    readonly now: CompareSide | null;
    readonly older: CompareSide | null;
}

/** What a comparison says, for the editor. */
export interface CompareResult {
    readonly verdict: string;
    /** What the verdict rests on. */
    readonly reasons: readonly Pick<Reason, 'direction' | 'text'>[];
    readonly svg: string;
    /** What was not understood on a side: there the comparison may lack something. */
    readonly doubts: readonly ({ readonly message: string } & OnBothSides)[];
    readonly changes: readonly ({
        readonly kind: string;
        readonly element: string;
        readonly what: string;
        /** True for a statement that was taken back: its line is on the older side, its element on both. */
        readonly gone: boolean;
    } & OnBothSides)[];
    /** What became of the findings: `silenced` ones are not fixed, they are not asked for any more. */
    readonly findings: readonly ({
        readonly state: keyof FindingChanges;
        readonly severity: string;
        readonly rule: string;
        readonly message: string;
    } & OnBothSides)[];
}

interface Judged {
    readonly today: string;
    readonly settings: Settings;
}

/**
 * What changed between two sides of a model; `null` where a side has no such model.
 * @param analysis the model as it is now
 */
export async function compared(
    analysis: LiveAnalysis,
    params: CompareParams,
    workspace: Workspace,
    judged: Judged,
    engine: () => LayoutEngine,
): Promise<CompareResult | null> {
    const old = new Map(Object.entries(params.files));
    const newer = params.newer && new Map(Object.entries(params.newer));
    const before = sideIn(analysis, old, params.root, judged);
    const after = newer ? sideIn(analysis, newer, undefined, judged) : analysis;
    if (!before || !after) return null;
    const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const textBefore = (uri: string): string => old.get(uri) ?? '';
    const textAfter = (uri: string): string => (newer ? newer.get(uri) : workspace.textOf(uri)) ?? '';
    const result = diff(
        sideOf(before, { ...judged, textOf: textBefore, fileName }),
        sideOf(after, { ...judged, textOf: textAfter, fileName }),
    );
    const placesOf = placesIn(result, textBefore, textAfter);
    const sideAt = (at: Place | null, textOf: (uri: string) => string): CompareSide | null =>
        at && { uri: at.file, line: new Lines(textOf(at.file)).at(at.start).line - 1 };
    const found = (state: keyof FindingChanges, now: Finding | null, was: Finding | null) => {
        const { severity, rule, message } = (now ?? was)!;
        return {
            ...{ state, severity, rule, message },
            now: sideAt(now?.at ?? null, textAfter),
            older: sideAt(was?.at ?? null, textBefore),
        };
    };
    const { added, asked, replaced, fixed, claimed, gone, silenced } = result.security.findings;
    return {
        verdict: verdictText(result),
        reasons: result.security.reasons.map(({ direction, text }) => ({ direction, text })),
        svg: await diffSvg(result, engine(), params.theme),
        doubts: result.doubts.flatMap(({ side, problems }) =>
            problems.map(({ message, at }) => ({
                message,
                now: side === 'head' ? sideAt(at, textAfter) : null,
                older: side === 'base' ? sideAt(at, textBefore) : null,
            })),
        ),
        changes: result.changes.map(change => {
            const { now, older, gone } = placesOf(change);
            return {
                kind: change.kind,
                element: change.element,
                what: changeText(change),
                gone,
                now: sideAt(now, textAfter),
                older: sideAt(older, textBefore),
            };
        }),
        findings: [
            added.map(each => found('added', each, null)),
            asked.map(each => found('asked', each, null)),
            replaced.map(each => found('replaced', each.after, each.before)),
            fixed.map(each => found('fixed', null, each)),
            claimed.map(each => found('claimed', null, each)),
            gone.map(each => found('gone', null, each)),
            silenced.map(each => found('silenced', null, each)),
        ].flatMap(some => some.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))),
    };
}

/** Says where a change is: the statement that came, changed or went, else the name of its element. */
function placesIn(
    result: ModelDiff,
    textBefore: (uri: string) => string,
    textAfter: (uri: string) => string,
): (change: Change) => { readonly now: Place | null; readonly older: Place | null; readonly gone: boolean } {
    const [before, after] = [
        new SideStatements(result.before.whole.files, textBefore),
        new SideStatements(result.after.whole.files, textAfter),
    ];
    const originsOn = originsOf(result);
    return change => {
        const { older: was, newer: is } = originsOn(change);
        const about = change.statement;
        const found =
            about && was && is && change.before !== null
                ? statementPlaces(
                      about,
                      [before, { id: change.before, origin: was }],
                      [after, { id: change.id, origin: is }],
                  )
                : null;
        return {
            now: found?.now ?? (is && nameOf(is)),
            older: found?.older ?? (was && nameOf(was)),
            gone: about?.gone === true && found?.older != null && found.now === null,
        };
    };
}

/**
 * The model in the files of a side: the root that was named, the one at the same place, or the one of the same system,
 * whose files were moved.
 */
function sideIn(
    { root, model }: LiveAnalysis,
    files: ReadonlyMap<string, string>,
    named: string | undefined,
    judged: Judged,
): Analysis | null {
    const source: Source = {
        parse: uri => {
            const text = files.get(uri);
            return text === undefined ? undefined : parse(uri, text);
        },
        resolve: (from, path) => normalUri(resolvePath(from, path)),
    };
    const analysed = (parsed: Parsed): Analysis => analyse(parsed, source, judged);
    const place = named ?? root;
    const text = files.get(place);
    if (text !== undefined) return analysed(parse(place, text));
    const roots = [...files].flatMap(([uri, other]) => {
        const parsed = mayBeRoot(other) ? parse(uri, other) : null;
        return parsed && isRoot(parsed) ? [analysed(parsed)] : [];
    });
    return roots.find(each => each.model.system?.id === model.system?.id) ?? null;
}
