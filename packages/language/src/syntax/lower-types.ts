import type { AssetType, Protocol, Repeat } from '../model/index.ts';
import { protections, securityModes } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerPorts } from './lower-ports.ts';
import { lowerCertificates, lowerServed } from './lower-responsible.ts';
import { lowerStatements } from './lower-statements.ts';
import { lowerAdvisoryNames } from './lower-subjects.ts';
import { named } from './lower-named.ts';
import { lowerSupport } from './lower-time.ts';
import type { Lowering } from './lowering.ts';
import type { Tree } from './tree.ts';

/** An asset type; one that is derived from none is reported. */
export function lowerType(
    lowering: Lowering,
    node: Tree<Ast.AssetType>,
    id: string,
    builtIn: boolean,
    repeats: Repeat[],
): AssetType {
    const block = new Block(lowering, node.statements, 'type', id, repeats);
    if (!node.colon && !builtIn)
        lowering.incomplete(node.title ?? node.name!, 'Expected `:` and the type that it is derived from.', id);
    const statements = lowerStatements(lowering, block, id);
    return {
        ...named(lowering, node, id, block),
        base: node.base ? lowering.global(node.base, 'type', id) : null,
        vendor: block.string('vendor'),
        product: block.string('product'),
        version: block.string('version'),
        description: block.string('description'),
        certificates: lowerCertificates(lowering, block, id),
        ...lowerServed(lowering, block, id),
        aliases: block.texts('alias').map(text => text.text),
        supportedUntil: lowerSupport(block),
        advisoryNames: lowerAdvisoryNames(lowering, block),
        slC: block.level('SL-C'),
        statements,
        builtIn,
    };
}

/** A protocol. */
export function lowerProtocol(
    lowering: Lowering,
    node: Tree<Ast.Protocol>,
    id: string,
    builtIn: boolean,
    repeats: Repeat[],
): Protocol {
    const block = new Block(lowering, node.statements, 'protocol', id, repeats);
    const ports = lowerPorts(lowering, block);
    const traits = block.anyWords('is');
    const isWired = traits.includes('hardwired') && ports.length > 0;
    if (isWired)
        lowering.problem(
            'invalid-value',
            block.of('WordsFact', 'is')[0]!,
            'What has a port goes over a network, and is no hard-wired signal: remove `hardwired` or the port.',
            id,
        );
    return {
        ...named(lowering, node, id, block),
        ports,
        provides: block.words('provides', protections, 'a protection'),
        security: block.word('security', securityModes, 'a mode of security'),
        traits: isWired ? traits.filter(trait => trait !== 'hardwired') : traits,
        protocolClass: block.anyWord('class'),
        aliases: block.texts('alias').map(text => text.text),
        description: block.string('description'),
        builtIn,
    };
}
