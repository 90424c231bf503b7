import { code, oneOfCode } from './code-marks.ts';
import type {
    Address,
    Conversation,
    FirewallRule,
    Observation,
    Repeat,
    RuleInterfaces,
    Ruleset,
    Service,
    Sight,
} from '../model/index.ts';
import { accesses, nearest, outcomes, ruleTraits } from '../model/index.ts';
import { readAddresses } from '../filter/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import { outermost } from './resolve.ts';
import type { Leaf, Tree } from './tree.ts';
import { readPorts, readString, spanOf } from './values.ts';

const transports = ['tcp', 'udp', 'sctp', 'icmp', 'ip', 'any'];

export function lowerRuleset(lowering: Lowering, node: Tree<Ast.Ruleset>, id: string, repeats: Repeat[]): Ruleset {
    const block = new Block(lowering, node.statements, 'ruleset', id, repeats);
    const rules: FirewallRule[] = [];
    for (const statement of node.statements ?? []) {
        const read = statement.$type === 'FilterRule' ? lowerRule(lowering, statement, id, repeats) : null;
        if (read) rules.push(read);
    }
    return {
        ...named(lowering, node, id, block),
        devices: block.mentions('device', outermost, ['asset']),
        exported: block.dayFact('exported'),
        source: block.string('source'),
        rules,
    };
}

function lowerRule(
    lowering: Lowering,
    node: Tree<Ast.FilterRule>,
    subject: string,
    repeats: Repeat[],
): FirewallRule | null {
    const permits = node.key?.text === 'permits';
    const block = new Block(lowering, node.statements, permits ? 'permits' : 'blocks', subject, repeats);
    const from = places(lowering, node.sources, subject);
    const to = places(lowering, node.targets, subject);
    const services = servicesOf(lowering, node.services, subject);
    // A rule of which a part is not understood decides something that is not known: it is kept under a condition.
    const whole = from !== null && to !== null && services !== null;
    if (!node.services || node.services.length === 0) return null;
    const when = block.string('when');
    return {
        permits,
        from: from ?? anywhere(node.sources?.[0] ?? node),
        to: to ?? anywhere(node.targets?.[0] ?? node),
        services: services ?? [{ transport: 'any', ranges: [] }],
        label: node.title ? readString(node.title.text) : null,
        enters: interfacesOf(block, 'enters'),
        leaves: interfacesOf(block, 'leaves'),
        when: whole ? when : (when ?? 'a part that is not understood'),
        traits: block.words('is', ruleTraits, 'a trait of a rule'),
        origin: lowering.origin(node, { start: node.start, end: node.services.at(-1)!.end }),
    };
}

function anywhere(at: { readonly start: number; readonly end: number }): readonly Address[] {
    return [{ text: 'any', at: spanOf(at) }];
}

/** The ends of a rule; `null` where one of them is not understood, which has been reported. */
function places(
    lowering: Lowering,
    nodes: readonly Tree<Ast.Place>[] | undefined,
    subject: string,
): readonly Address[] | null {
    const found: Address[] = [];
    let sound = true;
    for (const { value } of nodes ?? []) {
        const read = value ? address(lowering, value, subject) : null;
        if (read) found.push(read);
        else if (value) sound = false;
    }
    return sound && found.length > 0 ? found : null;
}

function address(lowering: Lowering, leaf: Leaf, subject: string): Address | null {
    if (readAddresses(leaf.text)) return { text: leaf.text, at: spanOf(leaf) };
    const isName = /^[\p{L}_]/u.test(leaf.text);
    lowering.problem(
        'invalid-value',
        leaf,
        isName
            ? `${leaf.text} is not an address: write an address, a prefix, a range or ` +
                  'any; the model finds what it belongs to.'
            : `${leaf.text} is not an address, a prefix or a range of addresses.`,
        subject,
    );
    return null;
}

/**
 * Services with the ports that follow each transport; `null` where one is not understood, which has been reported. Most
 * lines of a file say one service, and few different ones: what is written alike is one object.
 */
function servicesOf(
    lowering: Lowering,
    nodes: readonly Tree<Ast.Service>[] | undefined,
    subject: string,
): readonly Service[] | null {
    if (nodes?.length !== 1) return readServices(lowering, nodes, subject);
    const { transport, value } = nodes[0]!;
    const text = `${transport?.text ?? ''} ${value?.text ?? ''}`;
    const known = lowering.services.get(text);
    if (known) return known;
    const read = readServices(lowering, nodes, subject);
    if (read) lowering.services.set(text, read);
    return read;
}

function readServices(
    lowering: Lowering,
    nodes: readonly Tree<Ast.Service>[] | undefined,
    subject: string,
): readonly Service[] | null {
    const found: { transport: string; ranges: { from: number; to: number }[] }[] = [];
    let sound = true;
    for (const { transport, value } of nodes ?? []) {
        if (transport) {
            if (!transports.includes(transport.text)) {
                const near = nearest(transport.text, transports);
                lowering.problem(
                    'invalid-value',
                    transport,
                    `${code(transport.text)} is not a service: ` +
                        `${oneOfCode(transports)}${near ? `; did you mean ${code(near)}?` : '.'}`,
                    subject,
                    near ? [lowering.replacement(`Change to ${near}`, transport, near)] : [],
                );
                sound = false;
            }
            found.push({ transport: transport.text, ranges: [] });
        }
        if (!value) continue;
        const last = found.at(-1);
        const range = readPorts(value.text);
        const most = last?.transport === 'ip' ? 255 : 65535;
        if (range && range.to <= most && last && last.transport !== 'any' && last.transport !== 'icmp')
            last.ranges.push(range);
        else {
            lowering.problem(
                'invalid-value',
                value,
                !range || range.to > most
                    ? `${value.text} is not a ` +
                          (last?.transport === 'ip'
                              ? 'number of an IP protocol, 0 to 255'
                              : 'port or a range of ports, 0 to 65535') +
                          '.'
                    : `${value.text} follows ${last ? `${last.transport}, which has no ports` : 'no transport'}: ` +
                          `write tcp ${value.text}.`,
                subject,
            );
            sound = false;
        }
    }
    return sound && found.length > 0 ? found : null;
}

function interfacesOf(block: Block, key: 'enters' | 'leaves'): RuleInterfaces | null {
    const facts = block.of('InterfaceFact', key);
    if (facts.length === 0) return null;
    return {
        not: facts[0]!.not !== undefined,
        names: facts.flatMap(fact => (fact.values ?? []).map(value => readString(value.text))),
    };
}

export function lowerObservation(
    lowering: Lowering,
    node: Tree<Ast.Observation>,
    id: string,
    repeats: Repeat[],
): Observation {
    const block = new Block(lowering, node.statements, 'observation', id, repeats);
    const conversations: Conversation[] = [];
    for (const statement of node.statements ?? []) {
        const read = statement.$type === 'Conversation' ? lowerConversation(lowering, statement, id, repeats) : null;
        if (read) conversations.push(read);
    }
    return {
        ...named(lowering, node, id, block),
        sees: block.mentions('sees', outermost, ['zone']),
        since: block.dayFact('since'),
        until: block.dayFact('until'),
        source: block.string('source'),
        conversations,
    };
}

function lowerConversation(
    lowering: Lowering,
    node: Tree<Ast.Conversation>,
    subject: string,
    repeats: Repeat[],
): Conversation | null {
    const block = new Block(lowering, node.statements, 'saw', subject, repeats);
    const from = sight(lowering, node.source, subject);
    const to = sight(lowering, node.target, subject);
    const services = servicesOf(lowering, node.services, subject);
    const outcome = outcomes.find(each => each === node.outcome?.text);
    if (node.outcome && outcome === undefined) {
        const near = nearest(node.outcome.text, outcomes);
        lowering.problem(
            'invalid-value',
            node.outcome,
            `${code(node.outcome.text)} is not an outcome: ${oneOfCode(outcomes)}` +
                `${near ? `; did you mean ${code(near)}?` : '.'}`,
            subject,
            near ? [lowering.replacement(`Change to ${near}`, node.outcome, near)] : [],
        );
    }
    if (!from || !to || !services || outcome === undefined || !node.arrow) return null;
    return {
        from,
        to,
        arrow: node.arrow.text as Conversation['arrow'],
        services,
        outcome,
        protocol: node.title ? readString(node.title.text) : null,
        days: node.days ? Number(node.days.text) : null,
        first: block.day(node.first),
        last: block.day(node.last),
        sessions: block.number('sessions'),
        bytes: block.number('bytes'),
        access: block.word('access', accesses, 'a kind of access'),
        origin: lowering.origin(node, { start: node.source!.start, end: node.target!.end }),
    };
}

function sight(lowering: Lowering, node: Tree<Ast.Sight> | undefined, subject: string): Sight | null {
    if (!node?.value) return null;
    if (node.value.text.startsWith('"')) return { address: null, name: readString(node.value.text), at: spanOf(node) };
    const read = address(lowering, node.value, subject);
    return read && { address: read.text, name: node.name ? readString(node.name.text) : null, at: spanOf(node) };
}
