import type { BlockKind, Slot } from '../statements/index.ts';
import { slots, statementIn } from '../statements/index.ts';

/**
 * A piece of text with places to fill in: `${1:Name}`, `$0` where the cursor ends. Completion and the editor's snippet
 * file share these.
 */
export interface Snippet {
    /** What is typed to get it, and the statement that it writes. */
    readonly word: string;
    readonly title: string;
    readonly body: readonly string[];
    /** A block in which the statement stands. */
    readonly block: BlockKind;
}

/** What stands in the places of a snippet where it says nothing else; a place of a few words offers those. */
const fillings: ReadonlyMap<string, string> = new Map(
    Object.entries({
        NAME: 'Name',
        TITLE: 'Title',
        PURPOSE: 'Purpose',
        PERSON: 'Who is accountable',
        TEXT: 'Reason',
        DOCUMENT: 'Document or record',
        PROTOCOL: 'https',
        TYPE: 'plc',
        BASE: 'plc',
        MEASURE: 'Measure',
        DAY: 'date',
        REQUIREMENT: 'SR 1.1',
        RULE: 'rule',
        PORTS: '502',
    }),
);

const place = /\b([A-Z_]{2,})(?:=([\w.-]+|"[^"]*"))?(?![\w-])/g;

/**
 * Writes a snippet out of lines in the notation of the forms (`statements/form.ts`): `SLOT` is a place to fill in,
 * `SLOT=text` one that holds a text already. Places that hold the same text are filled in together; of a few words the
 * one that is named stands first.
 */
function snippet(block: BlockKind, title: string, ...lines: readonly string[]): Snippet {
    const numbers = new Map<string, number>();
    const body = lines.map(line =>
        line.replace(place, (written: string, name: string, given: string | undefined) => {
            const slot = (slots as Readonly<Record<string, Slot>>)[name];
            if (!slot) return written;
            const text = given?.replace(/^"|"$/g, '') ?? fillings.get(name) ?? '';
            const key =
                given === undefined || (slot.is !== 'name' && slot.is !== 'declared') ? `${numbers.size}` : text;
            const number = numbers.get(key) ?? numbers.size + 1;
            numbers.set(key, number);
            const quote = slot.is === 'text' ? '"' : '';
            const choice = slot.words ? [...new Set([...(text === '' ? [] : [text]), ...slot.words])].join(',') : null;
            return choice === null ? `${quote}\${${number}:${text}}${quote}` : `\${${number}|${choice}|}`;
        }),
    );
    return { word: /^\S+/.exec(lines[0]!)![0], title, body, block };
}

export const snippets: readonly Snippet[] = [
    snippet('file', 'The system under consideration', 'system NAME=Plant TITLE {', '  owner PERSON', '  $0', '}'),
    snippet(
        'file',
        'A zone with its target and an asset',
        'zone NAME TITLE {',
        '  owner PERSON',
        '  kind ZONE_KIND=control',
        '  SL-T LEVEL=2',
        '  asset NAME=Asset TITLE : TYPE',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'A conduit with a boundary device and a flow',
        'conduit NAME TITLE between ZONE=ZoneA and ZONE=ZoneB {',
        '  owner PERSON',
        '  via ASSET=Firewall',
        '  asset NAME=Firewall TITLE : firewall { serves ZONE=ZoneA, ZONE=ZoneB }',
        '  flow END=From -> END=To : PROTOCOL PURPOSE',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'A flow from the side that opens the session',
        'flow END=From -> END=To : PROTOCOL PURPOSE { access ACCESS }$0',
    ),
    snippet('zone', 'An asset of a type', 'asset NAME TITLE : TYPE$0'),
    snippet(
        'file',
        'A countermeasure and what it meets',
        'countermeasure NAME TITLE {',
        '  meets REQUIREMENT',
        '  status STATUS',
        '  owner PERSON',
        '  evidence DOCUMENT',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'An asset type with its capability',
        'type NAME=name TITLE : BASE {',
        '  vendor TEXT=Vendor',
        '  SL-C LEVEL=1',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'A protocol and what it protects',
        'protocol NAME=name TITLE {',
        '  class PROTOCOL_CLASS=ot',
        '  port TRANSPORT PORTS',
        '  security SECURITY',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'One row of the risk assessment',
        'threat NAME TITLE="What happens" {',
        '  from ELEMENT=Source',
        '  against ELEMENT=Target',
        '  likelihood GRADE',
        '  consequence GRADE',
        '  $0',
        '}',
    ),
    snippet(
        'system',
        "The site's own risk matrix",
        'matrix TITLE=Name {',
        '  likelihood LEVEL_NAME=rare, LEVEL_NAME=possible, LEVEL_NAME=frequent',
        '  consequence LEVEL_NAME=slight, LEVEL_NAME=grave, LEVEL_NAME=disastrous',
        '  bands "low", "medium", "high"',
        '  row "low", "low", "medium"',
        '  row "low", "medium", "high"',
        '  row "medium", "high", "high"',
        '  $0',
        '}',
    ),
    snippet(
        'file',
        'A statement about paths',
        'invariant NAME TITLE="What must hold" {',
        '  deny path from END=Source to END=Target',
        '  $0',
        '}',
    ),
    snippet('file', 'One diagram of the model', 'view NAME TITLE {', '  include ELEMENT=Zone', '  $0', '}'),
    snippet('zone', 'A requirement that is not met yet', 'misses REQUIREMENT because TEXT due DAY$0'),
    snippet('zone', 'A requirement that is met by other means', 'compensates REQUIREMENT by MEASURE because TEXT$0'),
    snippet('zone', 'A requirement that does not apply', 'excludes REQUIREMENT because TEXT$0'),
    snippet('zone', 'Accepts a finding until a day', 'accept RULE because TEXT until DAY$0'),
];

/** The snippets whose statement belongs in a block. */
export function snippetsIn(block: BlockKind): readonly Snippet[] {
    return snippets.filter(snippet => {
        const here = statementIn(block, snippet.word);
        return here !== undefined && here === statementIn(snippet.block, snippet.word);
    });
}
