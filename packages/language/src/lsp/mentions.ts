import type { Position } from 'vscode-languageserver';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Place } from '../model/index.ts';
import type { Declared, NameKind } from '../syntax/index.ts';
import { namespaceOf } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { nameAt } from './pointed.ts';

/** A name at a position, in one of the models that its file is part of. */
export interface Target {
    readonly analysis: LiveAnalysis;
    readonly kind: NameKind;
    readonly id: string;
    readonly at: { readonly start: number; readonly end: number };
}

/** The names at a position, one for each model that the file is part of. */
export function targetsAt(view: DocumentView, position: Position): Target[] {
    const offset = view.lines.offsetAt(position);
    return view.analyses.flatMap(analysis => {
        const pointed = nameAt(view, offset, analysis);
        return pointed?.what === 'name'
            ? [{ analysis, kind: pointed.kind, id: pointed.id, at: { start: pointed.start, end: pointed.end } }]
            : [];
    });
}

/** Where a name is declared. */
export function declarationOf({ analysis, kind, id }: Target): Declared | undefined {
    return analysis.lowered.names.find(namespaceOf(kind), id);
}

/** All mentions of a name in a model, with its declaration before them where that is wanted. */
export function mentionsOf(target: Target, withDeclaration: boolean): readonly Place[] {
    const { analysis, kind, id } = target;
    const mentions = analysis.lowered.files.flatMap(({ uri, links }) =>
        links
            .filter(link => link.id === id && namespaceOf(link.kind) === namespaceOf(kind))
            .map(({ start, end }): Place => ({ file: uri, start, end })),
    );
    const declared = withDeclaration ? declarationOf(target) : undefined;
    return [
        ...(declared ? [{ file: declared.file, start: declared.at.start, end: declared.at.end }] : []),
        ...mentions,
    ];
}
