import type { Flow, PortRange, Ports } from '../../model/index.ts';
import { quoted } from '../say/wording.ts';

function range({ from, to }: PortRange): string {
    return from === to ? String(from) : `${from}-${to}`;
}

/** `port tcp 80, 443, 5000-5010`. */
export function portText({ transport, ranges }: Ports): string {
    return ['port', transport, ranges.map(range).join(', ')].filter(part => part !== '').join(' ');
}

function securedText({ secured }: Flow): string | null {
    if (!secured) return null;
    const by = secured.by.length === 0 ? '' : ` by ${secured.by.map(measure => measure.id).join(', ')}`;
    return `secured ${secured.protections.join(', ')}${by}`;
}

function factsOf(flow: Flow): readonly string[] {
    const text = (word: string, value: string | null): string | null => (value === null ? null : `${word} ${quoted(value)}`);
    const facts = [
        ...flow.ports.map(portText),
        flow.access && `access ${flow.access}`,
        securedText(flow),
        text('carries', flow.carries),
        text('approved by', flow.approvedBy),
        flow.until && `until ${flow.until.date}`,
        text('description', flow.description),
        text('owner', flow.owner),
        ...flow.accepts.map(accept => [
            `accept ${accept.rule}`, text('because', accept.because), accept.until && `until ${accept.until.date}`,
        ].filter(part => part !== null).join(' ')),
    ];
    return facts.filter(fact => fact !== null);
}

/** A flow as a statement with qualified names, which mean the same in every block. Its comments are not part of the model. */
export function flowText(flow: Flow): string {
    const protocols = flow.protocols.length === 0 ? '' : ` : ${flow.protocols.map(protocol => protocol.id).join(', ')}`;
    const purpose = flow.purpose === null ? '' : ` ${quoted(flow.purpose)}`;
    const doc = flow.doc === null ? '' : `/** ${flow.doc.split('\n').join('\n * ')} */\n`;
    const head = `${doc}flow ${flow.from.id} ${flow.arrow} ${flow.to.id}${protocols}${purpose}`;
    const facts = factsOf(flow);
    return facts.length === 0 ? head : `${head} {\n${facts.map(fact => `  ${fact}\n`).join('')}}`;
}
