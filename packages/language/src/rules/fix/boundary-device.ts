import type { Conduit, Edit, Fix, Lookup } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { Stub } from './claim.ts';
import { fillOf, stubText } from './claim.ts';
import { freeName } from './moving.ts';

/** The edit that leads the sessions of a conduit over one more device: after those that it names, if any. */
function viaToo(conduit: Conduit, device: string): Edit {
    const last = conduit.via.at(-1);
    if (!last) return { kind: 'add', into: conduit.origin, text: `via ${device}`, where: 'first' };
    const { end } = last.at;
    return { kind: 'replace', at: placeIn(conduit.origin, { start: end, end }), text: `, ${device}` };
}

/**
 * A claim that a device of the model enforces the boundary of a conduit: only who knows its place and its rules can say
 * it.
 * @param device its name, as it is written in the conduit
 */
export function enforcesToo(conduit: Conduit, device: string, what = 'the boundary'): Fix {
    return {
        kind: 'claim',
        title: `State that ${device} enforces ${what}…`,
        fill: [device],
        edits: [viaToo(conduit, device)],
    };
}

/**
 * A claim that a firewall, or in a one-way conduit a diode, enforces the boundary: which one it is has to be filled in.
 */
export function newBoundaryDevice(lookup: Lookup, conduit: Conduit): Fix {
    const type = conduit.oneWay ? 'diode' : 'firewall';
    // A name that no other asset has: short names in the flows of the conduit go on meaning what they mean.
    const name = freeName(conduit.oneWay ? 'Diode' : 'Firewall', lookup.said().hasName);
    const product: Stub = ['product', `which ${type} it is`];
    const isNamed = conduit.via.length > 0;
    const lines = [
        ...(isNamed ? [] : [`via ${name}`]),
        `asset ${name} : ${type} {`,
        `  ${stubText(product)}`,
        `  serves ${conduit.between.map(end => end.id).join(', ')}`,
        '}',
    ];
    return {
        kind: 'claim',
        title: `Add a ${type} to ${conduit.name}…`,
        fill: fillOf([product]),
        edits: [
            ...(isNamed ? [viaToo(conduit, name)] : []),
            { kind: 'add', into: conduit.origin, text: lines.join('\n'), where: isNamed ? 'last' : 'first' },
        ],
    };
}
