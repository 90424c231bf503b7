import type { LiveAnalysis } from '../project/live/index.ts';
import type { Span } from '../model/index.ts';
import type { NameKind, RequirementRef, StatementTree, Tree } from '../syntax/index.ts';
import { kindOfNode, partIdOf, statementsOf, wordOf } from '../syntax/index.ts';
import type { BlockKind } from '../statements/index.ts';
import { blockKinds } from '../statements/index.ts';
import type { DocumentView } from './feature.ts';

/** What stands at an offset. */
export type Pointed =
    | (Span & { readonly what: 'name'; readonly kind: NameKind; readonly id: string })
    | (Span & { readonly what: 'requirement'; readonly id: string })
    | (Span & { readonly what: 'rule'; readonly id: string })
    | (Span & { readonly what: 'fr'; readonly id: string })
    | (Span & { readonly what: 'statement'; readonly word: string; readonly block: BlockKind });

/** The statements around an offset, outermost first. */
export function statementsAround(view: DocumentView, offset: number): StatementTree[] {
    const found: StatementTree[] = [];
    let statements = statementsOf(view.parsed.file);
    for (;;) {
        const inner = statements.find(each => each.start <= offset && offset <= each.end);
        if (!inner) return found;
        found.push(inner);
        statements = statementsOf(inner);
    }
}

/** The zone or conduit around an offset, by its id. */
export function subjectAround(view: DocumentView, offset: number, analysis: LiveAnalysis): string | null {
    const around = statementsAround(view, offset)
        .filter(each => each.$type === 'Zone' || each.$type === 'Within' || each.$type === 'Conduit')
        .at(-1);
    if (around?.$type === 'Within') return analysis.lowered.names.subjectOf(around);
    return around && 'name' in around ? (analysis.lowered.names.idOf(around) ?? null) : null;
}

/** The name of a declaration or a mention at an offset. */
export function nameAt(view: DocumentView, offset: number, analysis: LiveAnalysis): Pointed | null {
    const covers = (span: Span): boolean => span.start <= offset && offset <= span.end;
    const lowered = analysis.lowered.files.find(file => file.uri === view.uri);
    const link = lowered?.links.find(covers);
    if (link) return { what: 'name', kind: link.kind, id: link.id, start: link.start, end: link.end };
    if (view.uri.startsWith('iacs-library:')) return libraryNameAt(view, offset);
    for (const statement of statementsAround(view, offset)) {
        if (!('name' in statement) || !statement.name || !covers(statement.name)) continue;
        const id = analysis.lowered.names.idOf(statement);
        const kind = kindOfNode(statement.$type);
        if (id !== undefined && kind)
            return { what: 'name', kind, id, start: statement.name.start, end: statement.name.end };
    }
    return null;
}

/** A name in a file of the built-in library, which no model lowers: types and protocols, by their own names. */
function libraryNameAt(view: DocumentView, offset: number): Pointed | null {
    const [statement] = statementsAround(view, offset);
    if (statement?.$type !== 'AssetType' && statement?.$type !== 'Protocol') return null;
    const kind = statement.$type === 'AssetType' ? 'type' : 'protocol';
    const names = [statement.name, statement.$type === 'AssetType' ? statement.base : undefined];
    const name = names.find(each => each !== undefined && each.start <= offset && offset <= each.end);
    return name ? { what: 'name', kind, id: name.text, start: name.start, end: name.end } : null;
}

/** Whatever stands at an offset, names first. */
export function pointedAt(view: DocumentView, offset: number, analysis: LiveAnalysis): Pointed | null {
    return nameAt(view, offset, analysis) ?? otherAt(view, offset);
}

function requirementIdOf(reference: Tree<RequirementRef>): string {
    const { kind, number } = reference;
    return kind?.text === 'FR' ? `FR ${number?.text ?? ''}` : partIdOf(reference);
}

function otherAt(view: DocumentView, offset: number): Pointed | null {
    const around = statementsAround(view, offset);
    const statement = around.at(-1);
    if (!statement) return null;
    const covers = (span: Span | undefined): span is Span =>
        span !== undefined && span.start <= offset && offset <= span.end;
    if (statement.$type === 'RequirementFact') {
        const reference = statement.requirements?.find(covers);
        if (reference) {
            const id = requirementIdOf(reference);
            return { what: 'requirement', id, start: reference.start, end: reference.end };
        }
    }
    if (statement.$type === 'AcceptFact' && covers(statement.rule))
        return { what: 'rule', id: statement.rule.text, start: statement.rule.start, end: statement.rule.end };
    if (statement.$type === 'LevelFact') {
        const entry = statement.vector?.entries?.find(each => covers(each.fr));
        if (entry?.fr) return { what: 'fr', id: entry.fr.text, start: entry.fr.start, end: entry.fr.end };
    }
    const word = wordOf(statement);
    const end = statement.start + word.length;
    if (offset > end || word === '') return null;
    const parent = around.at(-2);
    const block = parent ? blockKinds.find(kind => kind === wordOf(parent)) : 'file';
    return block ? { what: 'statement', word, block, start: statement.start, end } : null;
}
