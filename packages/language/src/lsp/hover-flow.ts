import type { LiveAnalysis } from '../project/live/index.ts';
import type { Flow } from '../model/index.ts';
import { writeAllPorts } from '../model/index.ts';
import { usesOf } from '../assessment/index.ts';
import { furtherFacts } from './hover-facts.ts';
import { code, doc, paragraphs, plain, table } from './markdown.ts';

const mostFindings = 6;

/** The flow whose statement begins at an offset, in one file of a model. */
export function flowAt({ whole }: LiveAnalysis, file: string, start: number): Flow | undefined {
    return whole.flows.find(({ origin }) => origin.file === file && origin.whole.start === start);
}

/** A hover in Markdown for a flow: who opens it, what it crosses, what is open and protected, and what is found. */
export function flowText(flow: Flow, analysis: LiveAnalysis): string {
    const { model, assessment } = analysis;
    const said = paragraphs(
        `**${plain(flow.from.id)} ${flow.arrow} ` +
            `${plain(flow.to.id)}**${flow.purpose ? ` ${plain(flow.purpose)}` : ''} · flow`,
        flow.doc && doc(flow.doc),
        flow.description && plain(flow.description),
    );
    if (!model.flows.includes(flow)) {
        const protocols = flow.protocols.map(({ id }) => code(id)).join(', ');
        return paragraphs(
            said,
            `Not there on ${assessment.today}. ${opens[flow.arrow]}`,
            protocols === '' ? 'No protocol is stated.' : `Protocols: ${protocols}`,
            flow.ports.length > 0 && `Ports: ${writeAllPorts(flow.ports)}`,
            furtherFacts('flow', flow),
        );
    }
    return paragraphs(
        said,
        crossingText(flow, analysis),
        protocolsText(flow, analysis),
        accessText(flow, analysis),
        furtherFacts('flow', flow),
        findingsText(flow, analysis),
    );
}

const opens = {
    '->': 'The first one opens the session.',
    '<->': 'Both may open a session.',
    '--': 'It is not known who opens the session: it counts as both.',
} as const;

function crossingText(flow: Flow, { assessment, lookup }: LiveAnalysis): string {
    const crossing = assessment.crossings.get(flow);
    const zone = (id: string): string => {
        const found = lookup.zoneOf(id);
        return found ? code(found.id) : 'a zone that is not known';
    };
    const place = crossing?.crosses
        ? `Crosses from ${zone(flow.from.id)} to ` +
          `${zone(flow.to.id)}${crossing.conduit ? ` in ${code(crossing.conduit.id)}` : ', outside of a conduit'}.`
        : `Inside ${zone(flow.from.id)}.`;
    return `${place} ${opens[flow.arrow]}`;
}

function protocolsText(flow: Flow, { assessment }: LiveAnalysis): string {
    const uses = usesOf(assessment, flow);
    if (uses.length === 0) return 'No protocol is stated.';
    return table(
        ['protocol', 'ports', 'protected here'],
        uses.map(({ protocol, has, unstated, undeclared }) => [
            code(protocol.id),
            writeAllPorts(flow.ports.length > 0 ? flow.ports : protocol.ports) || '–',
            has.size > 0
                ? [...has].join(', ')
                : undeclared
                  ? 'not known'
                  : unstated
                    ? 'not stated: does not count'
                    : 'nothing',
        ]),
    );
}

/** What whoever controls the opener can reach through the flow, and what then reaches on. */
function accessText(flow: Flow, { lookup, assessment: { reach } }: LiveAnalysis): string {
    const assets = (id: string): readonly string[] =>
        lookup.asset(id) ? [id] : lookup.assetsWithin(id).map(asset => asset.id);
    const [from, to] = [assets(flow.from.id), assets(flow.to.id)];
    const before = new Set(from.flatMap(id => [...reach.reaching([id])]));
    const after = new Set(to.flatMap(id => [...reach.reachableFrom([id])]));
    if (from.length === 0 || to.length === 0) return '';
    const count = (some: number, what: string): string => `${some} ${some === 1 ? what : `${what}s`}`;
    return (
        `Upstream of it ${count(new Set([...before, ...from]).size, 'asset')}, downstream ` +
        `${count(new Set([...after, ...to]).size, 'asset')}.`
    );
}

function findingsText(flow: Flow, { findings }: LiveAnalysis): string {
    const { file, whole } = flow.origin;
    const here = findings.filter(
        ({ at, parts, accepted }) =>
            accepted === null &&
            [at, ...parts.map(part => part.at)].some(
                place => place.file === file && whole.start <= place.start && place.end <= whole.end,
            ),
    );
    const shown = here
        .slice(0, mostFindings)
        .map(({ rule, severity, message }) => `- ${severity} ${code(rule)}: ${plain(message)}`);
    if (here.length > shown.length) shown.push(`- and ${here.length - shown.length} more`);
    return shown.join('\n');
}
