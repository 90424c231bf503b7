import type { Arrangement, Repeat, View } from '../model/index.ts';
import { arrangements, colourings, details, directions } from '../model/index.ts';
import { Block } from './block.ts';
import { declaredOrigin } from './statement-heads.ts';
import type * as Ast from './generated/ast.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import { anyElement, ends, outermost } from './resolve.ts';
import type { Tree } from './tree.ts';

/** A view. */
export function lowerView(lowering: Lowering, node: Tree<Ast.View>, id: string, repeats: Repeat[]): View {
    const block = new Block(lowering, node.statements, 'view', id, repeats);
    const path = block.of('PathFact', 'path')[0];
    const from = path?.source ? lowering.element(path.source, outermost, ends, id) : null;
    const to = path?.target ? lowering.element(path.target, outermost, ends, id) : null;
    const threat = block.of('Threat')[0]?.name;
    return {
        ...named(lowering, node, id, block),
        origin: declaredOrigin(lowering, node),
        include: block.mentions('include', outermost, anyElement),
        exclude: block.mentions('exclude', outermost, anyElement),
        focus: block.mentions('focus', outermost, anyElement),
        hide: block.mentions('hide', outermost, anyElement),
        highlight: block.mentions('highlight', outermost, anyElement),
        direction: block.word('direction', directions, 'a direction'),
        detail: block.word('detail', details, 'a detail'),
        colour: block.word('colour', colourings, 'a colouring'),
        path: from && to ? { from, to } : null,
        cut: block.mentions('cut', outermost, anyElement),
        assume: block.mentions('assume', outermost, anyElement),
        threat: threat ? lowering.global(threat, 'threat', id) : null,
        description: block.string('description'),
        arranged: lowerArranged(lowering, block, id),
    };
}

/** Each statement is an order of its own. */
function lowerArranged(lowering: Lowering, block: Block, id: string): readonly Arrangement[] {
    const facts = [
        ...block.of('RowFact', 'row'),
        ...block.of('MentionFact', 'beside'),
        ...block.of('MentionFact', 'left-to-right'),
    ];
    return facts
        .sort((a, b) => a.start - b.start)
        .flatMap(({ key, targets }) => {
            const word = arrangements.find(each => each === key?.text);
            // Both are names of the same shape.
            const zones = lowering.elements(targets as readonly Tree<Ast.QName>[], outermost, ['zone'], id);
            return word && zones.length > 0 ? [{ word, zones }] : [];
        });
}
