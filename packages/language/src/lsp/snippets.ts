import type { BlockKind } from '../syntax/index.ts';
import { blocksOf } from '../syntax/index.ts';

/** A piece of text with places to fill in: `${1:Name}`, `$0` where the cursor ends. Completion and the editor's snippet file share these. */
export interface Snippet {
    /** What is typed to get it, and the statement that it writes. */
    readonly word: string;
    readonly title: string;
    readonly body: readonly string[];
}

export const snippets: readonly Snippet[] = [
    {
        word: 'system', title: 'The system under consideration',
        body: ['system ${1:Plant} "${2:Title}" {', '  owner "${3:Who is accountable}"', '  $0', '}'],
    },
    {
        word: 'zone', title: 'A zone with its target and an asset',
        body: [
            'zone ${1:Name} "${2:Title}" {', '  owner "${3:Who is accountable}"',
            '  kind ${4|control,operations,dmz,safety,field,enterprise,external|}', '  SL-T ${5|2,1,3,4|}',
            '  asset ${6:Asset} "${7:Title}" : ${8:plc}', '  $0', '}',
        ],
    },
    {
        word: 'conduit', title: 'A conduit with a boundary device and a flow',
        body: [
            'conduit ${1:Name} "${2:Title}" between ${3:ZoneA} and ${4:ZoneB} {', '  owner "${5:Who is accountable}"', '  via ${6:Firewall}',
            '  asset ${6:Firewall} "${7:Title}" : firewall { serves ${3:ZoneA}, ${4:ZoneB} }',
            '  flow ${8:From} -> ${9:To} : ${10:https} "${11:Purpose}"', '  $0', '}',
        ],
    },
    { word: 'flow', title: 'A flow from the side that opens the session', body: ['flow ${1:From} -> ${2:To} : ${3:https} "${4:Purpose}" { access ${5|read,write,program|} }$0'] },
    { word: 'asset', title: 'An asset of a type', body: ['asset ${1:Name} "${2:Title}" : ${3:plc}$0'] },
    {
        word: 'countermeasure', title: 'A countermeasure and what it meets',
        body: [
            'countermeasure ${1:Name} "${2:Title}" {', '  meets ${3:SR 1.1}', '  status ${4|planned,implemented,verified|}',
            '  owner "${5:Who is accountable}"', '  evidence "${6:Document or record}"', '  $0', '}',
        ],
    },
    { word: 'type', title: 'An asset type with its capability', body: ['type ${1:name} "${2:Title}" : ${3:plc} {', '  vendor "${4:Vendor}"', '  SL-C ${5:1}', '  $0', '}'] },
    {
        word: 'protocol', title: 'A protocol and what it protects',
        body: ['protocol ${1:name} "${2:Title}" {', '  class ${3|ot,it,building,wireless|}', '  port ${4|tcp,udp|} ${5:502}', '  security ${6|none,optional,mandatory|}', '  $0', '}'],
    },
    {
        word: 'threat', title: 'One row of the risk assessment',
        body: ['threat ${1:Name} "${2:What happens}" {', '  from ${3:Source}', '  against ${4:Target}', '  likelihood ${5|1,2,3,4,5|}', '  consequence ${6|1,2,3,4,5|}', '  $0', '}'],
    },
    {
        word: 'matrix', title: "The site's own risk matrix",
        body: [
            'matrix "${1:Name}" {', '  likelihood "${2:rare}", "${3:possible}", "${4:frequent}"', '  consequence "${5:slight}", "${6:grave}", "${7:disastrous}"',
            '  bands "low", "medium", "high"', '  row "low", "low", "medium"', '  row "low", "medium", "high"', '  row "medium", "high", "high"', '  $0', '}',
        ],
    },
    { word: 'invariant', title: 'A promise about reachability', body: ['invariant ${1:Name} "${2:What is promised}" {', '  deny path from ${3:Source} to ${4:Target}', '  $0', '}'] },
    { word: 'view', title: 'One diagram of the model', body: ['view ${1:Name} "${2:Title}" {', '  include ${3:Zone}', '  $0', '}'] },
    { word: 'misses', title: 'A requirement that is not met yet', body: ['misses ${1:SR 1.1} because "${2:Reason}" due ${3:date}$0'] },
    { word: 'compensates', title: 'A requirement that is met by other means', body: ['compensates ${1:SR 1.1} by ${2:Measure} because "${3:Reason}"$0'] },
    { word: 'excludes', title: 'A requirement that does not apply', body: ['excludes ${1:SR 1.1} because "${2:Reason}"$0'] },
    { word: 'accept', title: 'Accepts a finding until a day', body: ['accept ${1:rule} because "${2:Reason}" until ${3:date}$0'] },
];

/** The snippets whose statement belongs in a block. */
export function snippetsIn(block: BlockKind): readonly Snippet[] {
    return snippets.filter(snippet => blocksOf(snippet.word).includes(block) && !(snippet.word === 'threat' && block === 'view'));
}
