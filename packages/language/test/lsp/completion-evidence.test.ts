import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver';
import { completion } from '../../src/lsp/completion.ts';
import { ask, workspace } from './ask.ts';

/** Where a line is written: in the rule set of the router, in another rule set, in the router, or at top level. */
type Hole = 'rules' | 'other' | 'router' | 'file';

function plant(hole: Hole, typed: string): string {
    const at = (each: Hole): string => (each === hole ? typed.replace('|', '<|>') : '');
    return `zone Remote {
  kind control
  network 10.9.0.0/24
  asset Scada : scada-server { address 10.9.0.5 }
  asset Router : router {
    serves Depot
    ${at('router')}
  }
}
zone Office { kind enterprise network 10.1.0.0/16 }
zone Depot { kind control network 10.8.0.0/24 }
ruleset Rules {
  device Remote.Router
  permits any -> any : tcp 22 { enters "port7" }
  ${at('rules')}
}
ruleset Others {
  ${at('other')}
}
conduit Line between Remote and Office { owner "Plant IT" }
${at('file')}
`;
}

/** Each row: where, what is typed, and all that is proposed, in its order. */
const rows: readonly (readonly [hole: Hole, typed: string, offered: readonly string[]])[] = [
    ['rules', 'permits |', ['10.9.0.5', '10.9.0.0/24', '10.1.0.0/16', '10.8.0.0/24', 'any']],
    ['rules', 'permits Scada|', ['10.9.0.5']],
    ['rules', 'permits Offi|', ['10.1.0.0/16']],
    ['rules', 'permits 10.8|', ['10.8.0.0/24']],
    ['rules', 'permits 10.9.0.5 -> |', ['10.9.0.0/24', '10.1.0.0/16', '10.8.0.0/24', 'any']],
    ['rules', 'blocks 10.9.0.5, 10.8.0.0/24, |', ['10.9.0.0/24', '10.1.0.0/16', 'any']],
    ['rules', 'permits any -> any : any { enters | }', ['port7', 'not']],
    ['rules', 'permits any -> any : any { leaves not "|" }', ['port7']],
    ['other', 'permits any -> any : any { enters "|" }', []],
    ['router', 'faces Office by |', ['port7']],
    ['router', 'translates |', ['10.9.0.0/24', '10.8.0.0/24', '10.1.0.0/16']],
    ['router', 'translates 10.9.0.0/24 to |', ['10.8.0.0/24', '10.1.0.0/16']],
    ['file', 'observation O { saw | }', ['10.9.0.5']],
    ['file', 'observation O { saw 10.9.0.5 -> | }', []],
    ['file', 'system Plant { agreed "later" by "|" }', ['Plant IT']],
];

describe('Completion of what firewalls and sensors say', () => {
    for (const [hole, typed, offered] of rows) {
        it(`${hole}: ${typed}`, () => {
            const list: CompletionList | null = ask(completion, workspace(plant(hole, typed)));
            assert.deepEqual(
                (list?.items ?? []).map(({ label }) => label),
                offered,
            );
        });
    }
});

describe('Completion of an address that several have', () => {
    it('proposes it once, with all that have it', () => {
        const twins = `zone Cell1 { network 10.1.0.0/24 asset Plc : plc { address 10.1.0.5 } }
zone Cell2 { network 10.1.0.0/24 asset Plc : plc { address 10.1.0.5, 10.1.0.6 } }
ruleset Rules {
  permits <|>
}
`;
        const list: CompletionList | null = ask(completion, workspace(twins));
        assert.deepEqual((list?.items ?? []).map(({ label, detail }) => [label, detail]).slice(0, -1), [
            ['10.1.0.5', 'Cell1.Plc, Cell2.Plc'],
            ['10.1.0.6', 'Cell2.Plc'],
            ['10.1.0.0/24', 'Cell1, Cell2'],
        ]);
    });
});
