import { counted } from '../model/index.ts';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { LiveAnalysis, Said } from '../project/live/index.ts';
import type { Conduit, Origin, Zone } from '../model/index.ts';
import { invariantState, targetText } from './describe.ts';
import { documentFeature } from './feature.ts';
import { isUnchecked, modelOf } from './model-of.ts';

/** Commands of the editor's extension; each takes the URI of the file and the id of the element. */
export const commands = { open: 'iacs.openDiagram', show: 'iacs.showInDiagram', path: 'iacs.showPath' } as const;

/**
 * `textDocument/codeLens`: findings, gap and flows over zones and conduits, verdicts over invariants. Setting
 * `iacs.codeLens.enabled`.
 */
export const codeLenses = documentFeature<CodeLensParams, CodeLens[] | null>({
    method: 'textDocument/codeLens',
    capability: { codeLensProvider: {} },
    waitsFor: 'model',
    answer(view, _params, context) {
        if (!context.settings.codeLenses) return null;
        const analysis = modelOf(view);
        const { model } = analysis;
        const here = <T extends { readonly origin: Origin }>(elements: readonly T[]): readonly T[] =>
            elements.filter(each => each.origin.file === view.uri);
        const lenses: CodeLens[] = [];
        const known = context.settings.commands;
        /** What the lens does is said only to an editor that can do it. */
        const lens = (origin: Origin, title: string, does: string, command: string, id: string): void => {
            const all = [title, known ? does : ''].filter(part => part !== '').join(' · ');
            const run = known && command !== '' ? { command, arguments: [view.uri, id] } : { command: '' };
            if (all !== '') lenses.push({ range: view.lines.rangeOf(origin.name), command: { title: all, ...run } });
        };
        if (model.system?.origin.file === view.uri)
            lens(model.system.origin, '', 'open diagram', commands.open, model.system.id);
        if (isUnchecked(analysis)) {
            const all = [...model.zones, ...model.conduits, ...model.invariants];
            for (const { origin, id } of here(all)) lens(origin, 'not checked: in no model', '', '', id);
            return lenses;
        }
        const bySubject = countBySubject(analysis.said);
        for (const subject of [...here(model.zones), ...here(model.conduits)]) {
            lens(subject.origin, summary(subject, analysis, bySubject), 'show in diagram', commands.show, subject.id);
        }
        for (const { invariant, clauses } of analysis.assessment.invariants) {
            if (invariant.origin.file !== view.uri) continue;
            const shown = clauses.some(clause => clause.counterexample !== null || clause.excepted !== null);
            lens(
                invariant.origin,
                invariantState(analysis.assessment, clauses, analysis.problems.length === 0).text,
                shown ? 'show path in diagram' : '',
                shown ? commands.path : '',
                invariant.id,
            );
        }
        return lenses;
    },
});

/** How many findings nobody accepted, by the element that is blamed. */
function countBySubject(findings: readonly Said[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { subject, parts, accepted } of findings) {
        if (accepted !== null) continue;
        for (const each of new Set([subject, ...parts.map(part => part.subject)]))
            if (each !== null) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
    return counts;
}

/** The findings of a zone are those of its own assets too; a nested zone has a line of its own. */
function summary(
    subject: Zone | Conduit,
    { lookup, assessment }: LiveAnalysis,
    bySubject: ReadonlyMap<string, number>,
): string {
    const own = [subject.id, ...lookup.assetsIn(subject.id).map(asset => asset.id)];
    const findings = own.reduce((sum, id) => sum + (bySubject.get(id) ?? 0), 0);
    const target = targetText(assessment, subject.id);
    const flows = subject.kind === 'conduit' ? [crossing(subject, lookup.flowsIn(subject.id).length)] : [];
    return [counted(findings, 'finding'), target, ...flows].join(' · ');
}

function crossing(conduit: Conduit, flows: number): string {
    return `${counted(flows, 'flow')} between ${conduit.between.map(end => end.id).join(' and ')}`;
}
