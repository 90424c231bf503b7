import { createHash } from 'node:crypto';
import type { Connection, Range } from 'vscode-languageserver';
import { analyse } from '../analysis.ts';
import { askedAndContradicted } from '../rules/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { gapKindOf, pathText } from '../assessment/index.ts';
import type { Place } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import { defaultSettings } from '../settings/index.ts';
import { isDay, parse } from '../syntax/index.ts';
import { layout, toGraph, toMermaid, toSvg } from '../views/diagram/index.ts';
import type { LayoutEngine, Theme } from '../views/diagram/index.ts';
import { toDocument, toHtml, toReport } from '../views/report/index.ts';
import type { Context } from './feature.ts';
import type { ServerHost } from './host.ts';
import type {
    DayItem,
    DayParams,
    DiagramParams,
    LocateResult,
    ReachResult,
    ShownDay,
    StatusResult,
} from './messages.ts';
import { daysOf } from './days.ts';
import { Pictures, type Move } from './pictures.ts';
import { registerPreviewRequests } from './preview-requests.ts';
import { normalUri } from '../project/index.ts';
import { registerModelRequests } from './model-requests.ts';
import type { Workspace } from './workspace.ts';

/** The day on which models are judged, and how another one is chosen. */
export interface Clock {
    shown(): ShownDay;
    choose(day: string | null): void;
}

/**
 * Registers what is no part of the Language Server Protocol: pictures, reports, places by id.
 * @param turn lets what else is asked be answered
 */
export function registerRequests(
    connection: Connection,
    workspace: Workspace,
    host: ServerHost,
    context: () => Context,
    clock: Clock,
    turn: () => Promise<void>,
): void {
    let engine: LayoutEngine | null = null;
    const modelOf = (uri: string): LiveAnalysis | undefined => workspace.analysesWith(normalUri(uri))[0];
    /** Answers when the analyses are those of the present texts. */
    const answer = <P, R>(method: string, handler: (params: P) => R | Promise<R>): void => {
        connection.onRequest(method, async (params: P): Promise<unknown> => {
            await workspace.settled();
            return handler(params);
        });
    };
    const rangeOf = (place: Place): Range =>
        workspace.view(place.file)?.lines.rangeOf(place) ?? {
            start: { line: 0, character: 0 },
            end: { line: 0, character: 0 },
        };

    registerModelRequests({ modelOf, rangeOf, context, answer });

    const pictures = new Pictures({
        files: host.files,
        engine: () => (engine ??= host.engine()),
        day: clock.shown,
        turn,
    });
    answer('iacs/diagram', (params: DiagramParams) => pictures.draw(modelOf(params.uri), params));
    answer('iacs/place', (params: DiagramParams & Move) => {
        const analysis = modelOf(params.uri);
        return analysis ? pictures.place(analysis, params, params) : null;
    });

    connection.onRequest('iacs/day', async ({ day }: DayParams): Promise<ShownDay | null> => {
        if (day !== null && !isDay(day)) return null;
        clock.choose(day === clock.shown().today ? null : day);
        await workspace.settled();
        return clock.shown();
    });

    answer('iacs/shownDay', (): ShownDay => clock.shown());

    answer('iacs/days', ({ uri }: { uri: string }): readonly DayItem[] => {
        const analysis = modelOf(uri);
        return analysis ? daysOf(analysis.whole, clock.shown().today) : [];
    });

    answer('iacs/drawText', async ({ text, theme }: { text: string; theme: Theme }): Promise<string | null> => {
        const source = { parse: () => undefined, resolve: () => '' };
        const { model, lookup, assessment, findings } = analyse(parse('text.iacs', text), source, {
            today: context().day,
            settings: defaultSettings,
        });
        if (model.zones.length === 0) return null;
        engine ??= host.engine();
        return toSvg(await layout(toGraph({ model, lookup, assessment, findings }), engine), theme);
    });

    answer('iacs/mermaid', ({ uri }: { uri: string }): string | null => {
        const analysis = modelOf(uri);
        return analysis ? toMermaid(toGraph(analysis)) : null;
    });

    answer('iacs/locate', ({ uri, id }: { uri: string; id: string }): LocateResult | null => {
        const analysis = modelOf(uri);
        if (!analysis) return null;
        const { model, lookup } = analysis;
        const found =
            lookup.element(id) ??
            model.flows.find(flow => flow.id === id) ??
            model.invariants.find(each => each.id === id) ??
            model.threats.find(each => each.id === id) ??
            model.views.find(each => each.id === id) ??
            model.functions.find(each => each.id === id) ??
            model.islands.find(each => each.id === id) ??
            model.advisories.find(each => each.id === id) ??
            (model.system?.id === id ? model.system : undefined);
        return found ? { uri: found.origin.file, range: rangeOf(nameOf(found.origin)) } : null;
    });

    answer('iacs/at', ({ uri, position }: { uri: string; position: Range['start'] }): readonly string[] => {
        workspace.cursorAt(uri, position);
        const view = workspace.view(uri);
        const analysis = modelOf(uri);
        if (!view || !analysis) return [];
        const offset = view.lines.offsetAt(position);
        const covers = ({
            origin,
        }: {
            readonly origin: {
                readonly file: string;
                readonly whole: { readonly start: number; readonly end: number };
            };
        }): boolean => origin.file === view.uri && origin.whole.start <= offset && offset <= origin.whole.end;
        const { zones, conduits, assets, flows } = analysis.model;
        return [...flows, ...assets, ...conduits, ...[...zones].reverse()].filter(covers).map(({ id }) => id);
    });

    answer('iacs/reach', ({ uri, id }: { uri: string; id: string }): ReachResult => {
        const analysis = modelOf(uri);
        if (!analysis) return { reaches: [], reachedBy: [], flows: [] };
        const { reach } = analysis.assessment;
        const [reaches, reachedBy] = [[...reach.reachableFrom([id])], [...reach.reaching([id])]];
        const sides = [new Set([id, ...reaches]), new Set([id, ...reachedBy])];
        const flows = analysis.model.flows.filter(({ from, to }) =>
            sides.some(side => side.has(from.id) && side.has(to.id)),
        );
        return { reaches, reachedBy, flows: flows.map(flow => flow.id) };
    });

    answer(
        'iacs/path',
        ({
            uri,
            id,
        }: {
            uri: string;
            id: string;
        }): { readonly ids: readonly string[]; readonly title: string } | null => {
            const analysis = modelOf(uri);
            const verdict = analysis && analysis.assessment.invariants.find(each => each.invariant.id === id);
            const path = verdict?.clauses
                .map(clause => clause.counterexample ?? clause.excepted)
                .find(each => each !== null);
            if (!path) return null;
            const ids = path.hops.flatMap(hop => [
                hop.from,
                hop.to,
                ...(hop.flow ? [hop.flow.id] : []),
                ...(hop.conduit ? [hop.conduit] : []),
            ]);
            return { ids: [...new Set(ids)], title: pathText(path) };
        },
    );

    answer('iacs/status', ({ uri }: { uri: string }): StatusResult | null => {
        const analysis = modelOf(uri);
        if (!analysis) return null;
        const open = analysis.said.filter(finding => finding.accepted === null);
        const gaps = analysis.assessment.subjects.map(subject => ({
            id: subject.id,
            gap: Math.max(0, ...subject.gap.map((gap, fr) => (gapKindOf(subject, fr) === 'short' ? gap! : 0))),
            isOpen: subject.gap.some((_gap, fr) => gapKindOf(subject, fr) === 'not-assessed'),
        }));
        const [worst] = [...gaps].sort((a, b) => b.gap - a.gap);
        const isShort = worst !== undefined && worst.gap > 0;
        const notAssessed = gaps.filter(({ gap, isOpen }) => gap === 0 && isOpen).length;
        const targets = analysis.assessment.subjects.flatMap(({ slT }) => slT);
        return {
            system: analysis.model.system?.title ?? analysis.model.system?.id ?? '',
            root: analysis.root,
            errors: open.filter(({ severity }) => severity === 'error').length,
            warnings: open.filter(({ severity }) => severity === 'warning').length,
            worst: isShort ? { id: worst.id, gap: worst.gap } : null,
            notAssessed,
            contradicted: isShort || notAssessed > 0 ? 0 : askedAndContradicted(analysis.assessment).size,
            assessed: analysis.assessment.subjects.some(({ gap }) => gap.some(each => each !== null)),
            targets: { all: targets.length, unstated: targets.filter(level => level === null).length },
        };
    });

    answer('iacs/libraryText', ({ uri }: { uri: string }): string | null => workspace.textOf(uri) ?? null);

    answer('iacs/report', async ({ uri }: { uri: string }): Promise<string | null> => {
        const analysis = modelOf(uri);
        if (!analysis) return null;
        const { model, whole, lookup, assessment, findings } = analysis;
        engine ??= host.engine();
        const svg = toSvg(await layout(toGraph(analysis), engine), 'light');
        const base = analysis.root.slice(0, analysis.root.lastIndexOf('/') + 1);
        const pathOf = (file: string): string =>
            decodeURIComponent(file.startsWith(base) ? file.slice(base.length) : file);
        const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
        const files = model.files.map(file => ({ path: pathOf(file), sha256: hash(workspace.textOf(file) ?? '') }));
        return toHtml(
            toDocument(
                toReport({
                    model,
                    whole,
                    lookup,
                    assessment,
                    findings,
                    today: context().day,
                    drawings: [
                        {
                            title: 'Zones and conduits',
                            description: 'The zones, their assets and the conduits between them.',
                            svg,
                            mermaid: null,
                        },
                    ],
                    files,
                    sha256: hash(files.map(file => `${file.sha256}  ${file.path}\n`).join('')),
                    revision: null,
                    where: place => ({ file: pathOf(place.file), line: rangeOf(place).start.line + 1 }),
                }),
            ),
        );
    });

    registerPreviewRequests({
        workspace,
        modelOf,
        answer,
        engine: () => (engine ??= host.engine()),
        today: () => context().day,
    });
}
