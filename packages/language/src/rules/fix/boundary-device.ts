import type { Conduit, Fix, Lookup } from '../../model/index.ts';
import type { Stub } from './claim.ts';
import { fillOf, stubText } from './claim.ts';
import { freeName } from './moving.ts';

/**
 * A claim that a firewall, or in a one-way conduit a diode, enforces the boundary: which one it is has to be filled in.
 */
export function newBoundaryDevice(lookup: Lookup, conduit: Conduit): Fix {
    const type = conduit.oneWay ? 'diode' : 'firewall';
    // A name that no other asset has: short names in the flows of the conduit go on meaning what they mean.
    const name = freeName(conduit.oneWay ? 'Diode' : 'Firewall', lookup.hasName);
    const product: Stub = ['product', `which ${type} it is`];
    const lines = [
        `via ${name}`,
        `asset ${name} : ${type} {`,
        `  ${stubText(product)}`,
        `  serves ${conduit.between.map(end => end.id).join(', ')}`,
        '}',
    ];
    return {
        kind: 'claim',
        title: `Add a ${type} to ${conduit.name}…`,
        fill: fillOf([product]),
        edits: [{ kind: 'add', into: conduit.origin, text: lines.join('\n'), where: 'first' }],
    };
}
