import { code, oneOfCode } from './code-marks.ts';
import type { Ports } from '../model/index.ts';
import { nearest, transports } from '../model/index.ts';
import type { Block } from './block.ts';
import { flat } from './flat.ts';
import type { Lowering } from './lowering.ts';
import { readPorts } from './values.ts';

/**
 * The ports of a block; a transport or a range that does not exist is reported. Ports that cannot be read are not none,
 * and not all: what they permit or document is not known.
 */
export function lowerPorts(lowering: Lowering, block: Block): readonly Ports[] {
    return flat(block.of('PortFact', 'port'), (fact): readonly Ports[] => {
        if (!fact.transport) return [{ transport: 'unknown', ranges: [], unread: true, origin: lowering.origin(fact) }];
        const all = [{ from: 0, to: 65535 }];
        const ranges = flat(fact.ranges, ({ value }) => {
            if (!value) return [];
            const range = readPorts(value.text);
            if (range) return [range];
            const message = /^-|-$/.test(value.text)
                ? `${code(value.text)} has one end: write both ends of a range of ports, or the port alone.`
                : value.text.includes('-')
                  ? `${value.text} is not a range of ports: ports go from 0 to 65535, the lower one first.`
                  : `There is no port ${value.text}: ports go from 0 to 65535.`;
            lowering.problem('invalid-value', value, message, block.subject);
            return [];
        });
        const open = !fact.ranges && fact.broken !== true;
        const transport = fact.transport;
        let isRead = fact.broken !== true && ranges.length === (fact.ranges?.length ?? 0);
        if (!transports.some(each => each === transport.text)) {
            isRead = false;
            const near = nearest(transport.text, transports);
            lowering.problem(
                'invalid-value',
                transport,
                `${code(transport.text)} is not a transport: ${oneOfCode(transports)}` +
                    `${near ? `; did you mean ${code(near)}?` : '.'}`,
                block.subject,
                near ? [lowering.replacement(`Write ${near}`, transport, near)] : [],
            );
        }
        return [
            {
                transport: transport.text,
                ranges: open ? all : ranges,
                ...(isRead ? {} : { unread: true as const }),
                origin: lowering.origin(fact, transport),
            },
        ];
    });
}
