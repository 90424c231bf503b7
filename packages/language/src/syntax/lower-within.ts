import { assetTraits, conduitTraits, zoneTraits } from '../model/index.ts';
import type { Addition } from './additions.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerNetworks } from './lower-addresses.ts';
import { lowerAccepts, lowerAgreements } from './lower-accepts.ts';
import type { Gathered } from './lower-subjects.ts';
import { lowerInConduit, lowerInside, subject } from './lower-subjects.ts';
import { lowerWindows } from './lower-time.ts';
import type { Lowering } from './lowering.ts';
import type { Declared } from './names.ts';
import { outermost } from './resolve.ts';
import { zoneName } from './tops.ts';
import type { Tree } from './tree.ts';

type Continuable = Declared & { readonly kind: Addition['kind'] };

/** What a `within` continues: a zone, a conduit or an asset, else a type of the model. */
function continued(lowering: Lowering, node: Tree<Ast.Within>): Continuable | null {
    const name = zoneName(node);
    const type = lowering.names.find('element', name) ? undefined : lowering.names.find('type', name);
    if (!type) {
        const mention = lowering.element(node.zone!, outermost, ['zone', 'conduit', 'asset'], null);
        return mention && (lowering.names.find('element', mention.id) as Continuable);
    }
    lowering.global({ text: name, start: node.zone!.start, end: node.zone!.end }, 'type', null);
    if (!lowering.names.isBuiltIn(type)) return type as Continuable;
    lowering.problem(
        'unresolved',
        node.zone!,
        `${name} is built in and is the same in every model: derive a type from it, and continue that one.`,
        null,
    );
    return null;
}

/** Lowers what is added to a zone, conduit, asset or type that is declared elsewhere. */
export function lowerWithin(lowering: Lowering, node: Tree<Ast.Within>, out: Gathered): void {
    if (!node.zone) return;
    const found = continued(lowering, node);
    if (!found) return;
    const { id, kind } = found;
    const block = new Block(lowering, node.statements, 'within', id, out.repeats, kind);
    const { notes, applies, statements } = subject(lowering, block, id);
    out.additions.push({
        kind,
        id,
        file: lowering.file,
        notes,
        applies,
        statements,
        traits: traitsOf(block, kind),
        networks: kind === 'zone' ? lowerNetworks(lowering, block) : [],
        windows: lowerWindows(lowering, block, id),
        accepts: lowerAccepts(lowering, block),
        agreements: lowerAgreements(lowering, block),
    });
    if (kind === 'zone') {
        const outer = id
            .split('.')
            .slice(0, -1)
            .map((_, index, parts) => parts.slice(0, parts.length - index).join('.'));
        lowerInside(lowering, node.statements, id, outer, out);
    } else if (kind === 'conduit')
        // Names of the connected zones are written in full: what the conduit connects may change in another file.
        lowerInConduit(lowering, node.statements, id, { around: [id], connected: [] }, out);
}

function traitsOf(block: Block, kind: Addition['kind']): readonly string[] {
    if (kind === 'zone') return block.words('is', zoneTraits, 'a trait of a zone');
    if (kind === 'conduit') return block.words('is', conduitTraits, 'a trait of a conduit');
    return kind === 'asset' ? block.words('is', assetTraits, 'a trait of an asset') : [];
}
