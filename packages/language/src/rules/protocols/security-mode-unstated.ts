import type { Fix } from '../../model/index.ts';
import { placeholder, writeString } from '../../model/index.ts';
import type { ProtocolFault } from '../ask/protocol-faults.ts';
import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import { freeName } from '../fix/moving.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/**
 * States of one flow what is on, by a countermeasure in which the configured mode and where it can be seen are to be
 * filled in. There is no such claim for many flows: each has a configuration of its own.
 */
function modeClaim({ model }: Context, faults: readonly ProtocolFault[]): Fix {
    const {
        boundary: { flow },
        use: { protocol },
    } = faults[0]!;
    const offered = [
        ...new Set(faults.filter(fault => fault.boundary.flow === flow).flatMap(({ use }) => use.protocol.provides)),
    ];
    const name = freeName(`${nameFrom(protocol.id)}Mode`, each =>
        model.countermeasures.some(countermeasure => countermeasure.id === each),
    );
    const seen: Stub = ['evidence', 'where the configured mode can be verified'];
    const asked = placeholder(`the mode of ${protocol.title ?? protocol.id} that is configured`);
    const inside = `status implemented\n  ${stubText(seen)}`;
    const countermeasure = `countermeasure ${name} ${writeString(asked)} {\n  ${inside}\n}`;
    const last = model.countermeasures.findLast(each => each.origin.file === flow.origin.file);
    return {
        kind: 'claim',
        title: `State what is on for ${flowName(flow)}…`,
        fill: [asked, ...fillOf([seen])],
        edits: [
            { kind: 'add', into: flow.origin, text: `secured ${offered.join(', ')} by ${name}`, where: 'last' },
            last
                ? { kind: 'follow', after: last.origin, text: countermeasure }
                : { kind: 'append', file: flow.origin.file, text: countermeasure },
        ],
    };
}

/** `OpcUa` for `opc-ua`. */
function nameFrom(id: string): string {
    return id
        .split('-')
        .map(part => part.slice(0, 1).toUpperCase() + part.slice(1))
        .join('');
}

export default {
    id: 'security-mode-unstated',
    severity: 'warning',
    basis: ['SR 1.2', 'SR 3.1', 'SR 4.1'],
    summary:
        'A flow crosses a boundary, or programs anywhere, with a protocol whose security can be off, and it is not ' +
        'stated to be on.',
    why:
        'Protocols such as OPC UA can protect everything or nothing, and are often delivered with security off. ' +
        'The name of the protocol proves no protection; only the configured mode does. Until it is stated, it ' +
        'counts as off.',
    falsePositives: 'None. State what is configured.',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'security-mode-unstated',
                lack: 'mode-unstated',
                everywhere: true,
                message: ({ faults, several, who, where }) => {
                    const offered = [...new Set(faults.flatMap(({ use }) => use.protocol.provides))];
                    return (
                        `${protocolNames(faults)} may run without protection, and it is not stated to be on ` +
                        `${where}${several ? `, for ${who}` : ''}. Check the configured mode and write \`secured ` +
                        `${offered.join(', ')}\`, or the part of it that is on.`
                    );
                },
                fixes: faults => [modeClaim(context, faults)],
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Hmi1 -> Mirror : opc-ua "Tag replication"
                        ^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Hmi1 -> Mirror : opc-ua "Tag replication" {
    secured authentication, encryption, integrity by OpcUaMode
  }
}

countermeasure OpcUaMode "TODO: the mode of OPC UA that is configured" {
  status implemented
  evidence "TODO: where the configured mode can be verified"
}
`,
        },
    ],
} satisfies Rule;
