import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { InlayHintKind } from 'vscode-languageserver';
import type { TargetSource } from '../assessment/index.ts';
import { foundationalRequirements, requirementById } from '../catalogue/index.ts';
import type { Conduit, Zone } from '../model/index.ts';
import { writeVector } from '../model/index.ts';
import type { StatementTree } from '../syntax/index.ts';
import { statementsOf } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';
import { modelOf } from './model-of.ts';

/**
 * `textDocument/inlayHint`: SL-T that nobody wrote here, and titles behind requirements. Setting
 * `iacs.inlayHints.enabled`.
 */
export const inlayHints = documentFeature<InlayHintParams, InlayHint[] | null>({
    method: 'textDocument/inlayHint',
    capability: { inlayHintProvider: true },
    waitsFor: 'model',
    answer(view, params, context) {
        if (!context.settings.inlayHints) return null;
        const { model, assessment } = modelOf(view);
        const { start, end } = view.lines.spanOf(params.range);
        const hints: InlayHint[] = [];
        const hint = (offset: number, label: string, tooltip: string): void => {
            if (offset < start || offset > end) return;
            hints.push({
                position: view.lines.positionAt(offset),
                label,
                tooltip,
                kind: InlayHintKind.Type,
                paddingLeft: true,
            });
        };
        for (const subject of [...model.zones, ...model.conduits]) {
            if (subject.origin.file !== view.uri || subject.origin.name.end < start || subject.origin.name.end > end)
                continue;
            const assessed = assessment.of(subject.id);
            if (assessed) targetHint(subject, assessed.slT, assessed.slTSource, hint);
        }
        for (const [offset, title] of requirementEnds(view, start, end))
            hint(offset, title, 'Short title of the requirement in IEC 62443-3-3');
        return hints;
    },
});

const reasons = {
    inherited: 'Inherited from the zone around',
    derived: 'Derived: the highest SL-T of the zones that it connects, and in which its flows end',
} as const;

function targetHint(
    subject: Zone | Conduit,
    slT: readonly (number | null)[],
    sources: readonly (TargetSource | null)[],
    hint: (offset: number, label: string, tooltip: string) => void,
): void {
    for (const source of ['inherited', 'derived'] as const) {
        const levels = slT.map((level, fr) => (sources[fr] === source ? level : null));
        const text = writeVector(levels);
        if (text !== '') hint(subject.origin.name.end, `SL-T ${text} (${source})`, reasons[source]);
    }
}

/** The ends of the requirements that statements name, with their titles. */
function* requirementEnds(view: DocumentView, start: number, end: number): Iterable<[number, string]> {
    const visit = function* (statements: readonly StatementTree[]): Iterable<[number, string]> {
        for (const statement of statements) {
            if (statement.end < start || statement.start > end) continue;
            if (statement.$type === 'RequirementFact') {
                for (const reference of statement.requirements ?? []) {
                    const number = reference.number?.text ?? '';
                    const title =
                        reference.kind?.text === 'FR'
                            ? foundationalRequirements[Number(number) - 1]?.name
                            : requirementById(
                                  `SR ${number}${reference.enhancement ? ` RE ${reference.enhancement.text}` : ''}`,
                              )?.title;
                    if (title) yield [reference.end, title];
                }
            }
            yield* visit(statementsOf(statement));
        }
    };
    yield* visit(statementsOf(view.parsed.file));
}
