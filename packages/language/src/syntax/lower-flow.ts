import { code, oneOfCode } from './code-marks.ts';
import type { Arrow, Flow, Repeat } from '../model/index.ts';
import { accesses, flowTraits, nearest, protections } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerAccepts, lowerAgreements } from './lower-accepts.ts';
import { lowerPorts } from './lower-ports.ts';
import { lowerLifetime } from './lower-time.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './resolve.ts';
import { ends } from './resolve.ts';
import type { Tree } from './tree.ts';
import { readString, spanOf } from './values.ts';

/** Lowers a flow; `null` when one of its ends names nothing, which has been reported. */
export function lowerFlow(
    lowering: Lowering,
    node: Tree<Ast.Flow>,
    container: string | null,
    scope: Scope,
    repeats: Repeat[],
): Flow | null {
    const from = node.source ? lowering.element(node.source, scope, ends, container) : null;
    const to = node.target ? lowering.element(node.target, scope, ends, container) : null;
    const protocols = lowering.globals(node.protocols, 'protocol', container);
    const block = new Block(lowering, node.statements, 'flow', container, repeats);
    if (from && to && !node.colon) {
        lowering.incomplete(node.target!, 'Expected `:` and a protocol after the ends of the flow.', container);
    }
    const secured = block.of('SecuredFact', 'secured')[0];
    const by = lowering.countermeasures(secured, container);
    const protectedBy =
        secured && by
            ? {
                  protections: protections.filter(word => (secured.values ?? []).some(value => value.text === word)),
                  by,
                  origin: lowering.origin(secured),
              }
            : null;
    for (const value of secured?.values ?? []) {
        // Of `secured by Tunnel` it is said that what is protected is missing.
        if (protections.some(word => word === value.text) || (value.text === 'by' && secured?.broken === true))
            continue;
        const near = nearest(value.text, protections);
        lowering.problem(
            'invalid-value',
            value,
            `${code(value.text)} is not a protection: ${oneOfCode(protections)}` +
                `${near ? `; did you mean ${code(near)}?` : '.'}`,
            container,
            near ? [lowering.replacement(`Change to ${near}`, value, near)] : [],
        );
    }
    const ports = lowerPorts(lowering, block);
    const access = block.word('access', accesses, 'a kind of access');
    const until = block.dayFact('until');
    const accepts = lowerAccepts(lowering, block);
    const agreements = lowerAgreements(lowering, block);
    const { planned, retired, lifetimeUnread } = lowerLifetime(block);
    const proposed = block.words('is', flowTraits, 'a trait of a flow').includes('proposed')
        ? block.of('WordsFact', 'is')[0]
        : undefined;
    if (!from || !to || !node.arrow) return null;
    const arrow = node.arrow.text as Arrow;
    return {
        kind: 'flow',
        id: flowId(
            from.id,
            arrow,
            to.id,
            protocols.map(protocol => protocol.id),
        ),
        container,
        from,
        to,
        arrow,
        arrowAt: spanOf(node.arrow),
        protocols,
        purpose: node.title ? readString(node.title.text) : null,
        doc: lowering.docs.get(node.start) ?? null,
        ports,
        access,
        accessAt: access === null ? null : block.wordAt('access'),
        secured: protectedBy,
        securedUnread: secured !== undefined && by === null,
        proposed: proposed
            ? {
                  because: proposed.because ? readString(proposed.because.text) : null,
                  origin: lowering.origin(proposed),
              }
            : null,
        carries: block.string('carries'),
        approvedBy: personOf(block, 'approved'),
        until,
        untilUnread: until === null && block.dayAt('until') !== null,
        planned,
        retired,
        lifetimeUnread,
        description: block.string('description'),
        owner: block.string('owner'),
        accepts,
        agreements,
        origin: lowering.origin(node, { start: node.source!.start, end: node.target!.end }),
    };
}

function flowId(from: string, arrow: Arrow, to: string, protocols: readonly string[]): string {
    return `${from} ${arrow} ${to}${protocols.length > 0 ? ` : ${protocols.join(', ')}` : ''}`;
}

/** The text of `approved by "…"` or `monitored by "…"`. */
export function personOf(block: Block, key: string): string | null {
    const value = block.of('PersonFact', key)[0]?.value;
    return value ? readString(value.text) : null;
}
