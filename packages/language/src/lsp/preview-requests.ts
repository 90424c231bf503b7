import { askedAndContradicted } from '../rules/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { SubjectAssessment } from '../assessment/index.ts';
import { gapKindOf, isKnownOpen, pathText } from '../assessment/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import { defaultSettings } from '../settings/index.ts';
import { layout, toDrawio, toGraph, toJson, toMermaid, toSvg } from '../views/diagram/index.ts';
import type { LayoutEngine } from '../views/diagram/index.ts';
import { compared, type CompareParams, type CompareResult } from './compare.ts';
import { noPathText } from '../views/paths/index.ts';
import type { DiagramParams, PathBetween } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** What these requests are answered with. */
export interface PreviewHost {
    readonly workspace: Workspace;
    modelOf(uri: string): LiveAnalysis | undefined;
    engine(): LayoutEngine;
    today(): string;
    /** Registers a request that waits for the analyses. */
    answer<P, R>(method: string, handler: (params: P) => R | Promise<R>): void;
}

/** Registers what the commands of the extension ask for: ends of paths, paths, gaps, files, comparisons. */
export function registerPreviewRequests({ workspace, modelOf, engine, today, answer }: PreviewHost): void {
    const about = <P extends { readonly uri: string }, R>(
        method: string,
        run: (analysis: LiveAnalysis, params: P) => R | Promise<R>,
        nothing: Awaited<R>,
    ): void => {
        answer(method, (params: P) => {
            const analysis = modelOf(params.uri);
            return analysis ? run(analysis, params) : nothing;
        });
    };
    about<{ uri: string }, readonly ElementItem[]>('iacs/elements', elementsOf, []);
    about<{ uri: string }, readonly GapItem[]>('iacs/gaps', gapsOf, []);
    about<{ uri: string; from: string; to: string }, PathBetween | null>(
        'iacs/pathBetween',
        (analysis, { from, to }) => pathBetween(analysis, from, to),
        null,
    );
    about<DiagramParams & { readonly format: string }, string | null>(
        'iacs/export',
        (analysis, params) => exported(analysis, params, engine),
        null,
    );
    about<CompareParams, CompareResult | null>(
        'iacs/compare',
        (analysis, params) =>
            compared(
                analysis,
                params,
                workspace,
                { today: today(), settings: workspace.settingsOf(analysis.root)?.settings ?? defaultSettings },
                engine,
            ),
        null,
    );
}

/** An element that a path may begin or end at. */
export interface ElementItem {
    readonly id: string;
    readonly kind: 'zone' | 'asset';
    readonly title: string | null;
}

/** Zones and assets of a model, in the order of the text. */
export function elementsOf({ model }: LiveAnalysis): readonly ElementItem[] {
    return [
        ...model.zones.map(({ id, title }): ElementItem => ({ id, kind: 'zone', title })),
        ...model.assets.map(({ id, title }): ElementItem => ({ id, kind: 'asset', title })),
    ];
}

/** The shortest path between two elements over the declared flows, or a sentence that says why there is none. */
export function pathBetween({ assessment }: LiveAnalysis, from: string, to: string): PathBetween {
    const path = assessment.reach.shortestPath(from, to);
    if (!path) return { none: noPathText(assessment, from, to) };
    const ids = path.hops.flatMap(hop => [
        hop.from,
        hop.to,
        ...(hop.flow ? [hop.flow.id] : []),
        ...(hop.conduit ? [hop.conduit] : []),
    ]);
    return { ids: [...new Set(ids)], title: pathText(path) };
}

/** A zone or conduit with its largest gap, for the list of gaps. */
export interface GapItem {
    readonly id: string;
    readonly kind: string;
    /** Levels. */
    readonly gap: number;
    /** What stops the next level, FR by FR; what is not assessed says so. */
    readonly limits: string;
    /** True where nothing is known to be short: the gap follows from what is not assessed. */
    readonly notAssessed: boolean;
    /** True where its target is reached by claims that the model contradicts. */
    readonly contradicted: boolean;
}

/** Zones and conduits with a target, the largest gap first. */
export function gapsOf({ assessment }: LiveAnalysis): readonly GapItem[] {
    const contradicted = askedAndContradicted(assessment);
    return assessment.subjects
        .filter(({ gap }) => gap.some(each => each !== null))
        .map((subject): GapItem => ({
            id: subject.id,
            kind: subject.kind,
            gap: Math.max(0, ...subject.gap.map(each => each ?? 0)),
            limits: limitsText(subject),
            notAssessed: !frAbbreviations.some((_, fr) => gapKindOf(subject, fr) === 'short'),
            contradicted: contradicted.has(subject.id),
        }))
        .sort((a, b) => Number(a.notAssessed) - Number(b.notAssessed) || b.gap - a.gap);
}

function limitsText(subject: SubjectAssessment): string {
    return frAbbreviations
        .flatMap((abbreviation, fr) => {
            const kind = gapKindOf(subject, fr);
            if (kind === null) return [];
            return kind === 'short'
                ? [`${abbreviation} ${subject.gap[fr]}${limitText(subject, fr)}`]
                : [`${abbreviation} not assessed`];
        })
        .join(' · ');
}

/** What blocks the next level: what is known to be open by its name, and how many are not assessed. */
function limitText({ limits, requirements }: SubjectAssessment, fr: number): string {
    const ofFr = requirements.filter(each => each.fr === fr && each.required);
    const next = ofFr.filter(({ id }) => limits[fr]!.includes(id));
    const open = next.filter(isKnownOpen);
    const above = open.length > 0 ? [] : ofFr.filter(isKnownOpen);
    const unknown = next.length - open.length;
    const parts = [
        named(open),
        unknown > 0 ? `${unknown} not assessed` : '',
        above.length > 0 ? `${named(above)} for a higher level` : '',
    ].filter(part => part !== '');
    return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

const named = (states: readonly { readonly id: string }[]): string =>
    states
        .slice(0, 3)
        .map(({ id }) => id)
        .join(', ') + (states.length > 3 ? ', …' : '');

/** The picture as text in a format for a file; `null` for a format that is not known. */
export async function exported(
    analysis: LiveAnalysis,
    { format, view, options, theme }: DiagramParams & { readonly format: string },
    engine: () => LayoutEngine,
): Promise<string | null> {
    // What programs read has every conduit with all its facts.
    const conduits = format === 'mmd' || format === 'json' ? 'cards' : (options?.conduits ?? 'cards');
    const shown = analysis.model.views.find(each => each.id === view) ?? null;
    const graph = toGraph(analysis, { ...options, conduits, view: shown });
    if (format === 'mmd') return toMermaid(graph);
    if (!['svg', 'drawio', 'json'].includes(format)) return null;
    const positioned = await layout(graph, engine());
    if (format === 'svg') return toSvg(positioned, theme ?? 'light');
    return format === 'drawio' ? toDrawio(positioned) : `${JSON.stringify(toJson(positioned), null, 2)}\n`;
}
