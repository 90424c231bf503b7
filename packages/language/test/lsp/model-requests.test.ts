import assert from 'node:assert/strict';
import type { GapItem } from '../../src/lsp/preview-requests.ts';
import type { Hanging } from '../../src/lsp/adding.ts';
import type { Proposal, Refusal } from '../../src/lsp/what-if.ts';
import type { TreeRow } from '../../src/lsp/side-bar/row.ts';
import { Editor } from '../support/server.ts';

const plant = `import "parts.iacs"
system Site { owner "Operations" }
zone Office { kind enterprise asset Pc : office-computer }
zone Control "Basic control" {
  kind control
  SL-T 1
  owner "Shift"
  misses SR 2.8 because "No trail"
  asset Plc1 "Loading PLC" : plc {
    // The newest one.
    version "2.1"
  }
  asset Hmi : hmi
  flow Hmi -> Plc1 : opc-ua
}
conduit Link between Control and Dmz {
  via Fw
  asset Fw : firewall { serves Control, Dmz }
  flow Control.Plc1 -> Dmz.Mirror : opc-ua
}
invariant Closed "The office stays out" { deny path from Office to Control }
threat Stop "Somebody stops it" { against Control likelihood 3 consequence 4 }
view All { include Control }
//- parts.iacs
zone Dmz { kind dmz asset Mirror : historian }
`;

describe('What the side bar and the picture ask for', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open();
    });
    afterEach(() => editor.stop());

    const ask = <R>(method: string, params: object = {}): Promise<R> =>
        editor.request<R>(`iacs/${method}`, { uri: editor.uri(), ...params });
    const rows = (key: string | null): Promise<readonly TreeRow[]> => ask('tree', { key });
    const shown = async (key: string | null): Promise<readonly string[]> =>
        (await rows(key)).map(({ label, description }) => `${label} (${description})`);

    async function proposed(method: string, params: object): Promise<Proposal> {
        const answer = await ask<Proposal | Refusal>(method, params);
        assert.ok('edit' in answer, JSON.stringify(answer));
        return answer;
    }

    it('lists the model by zone, with gaps, and leads to the text', async () => {
        assert.deepEqual(
            (await rows(null)).map(({ label }) => label),
            [
                'Zones',
                'Conduits',
                'Requirements',
                'Findings by owner',
                'Findings by rule',
                'Threats',
                'Invariants',
                'Views',
            ],
        );
        assert.deepEqual(await shown('zones'), [
            'Office (no SL-T · enterprise)',
            'Basic control (gap UC 1 · the rest not assessed · control)',
            'Dmz (no SL-T · dmz)',
        ]);
        assert.deepEqual(await shown('zone:Control'), ['Loading PLC (plc)', 'Hmi (hmi)']);
        assert.deepEqual(await shown('conduit:Link'), ['Fw (firewall)', 'Control.Plc1 -> Dmz.Mirror (opc-ua)']);
        const [plc] = await rows('zone:Control');
        assert.equal(editor.written(plc!.place!.range), 'Plc1');
        const [mirror] = await rows('zone:Dmz');
        assert.equal(mirror!.place!.uri, editor.uri('parts.iacs'));
        assert.deepEqual(await shown('views'), ['All ()']);
    });

    it('has a matrix of requirements down to each of them, and where it is stated', async () => {
        const frs = await shown('subject:Control');
        assert.equal(frs.length, 7);
        assert.equal(frs[1], 'UC Use control (SL-A 0 of SL-T 1 · gap 1)');
        assert.match(frs[0]!, /^IAC .*· not assessed\)$/);
        const uses = await rows('fr:1 Control');
        const trail = uses.find(({ label }) => label === 'SR 2.8')!;
        assert.equal(trail.description, 'SL 1 · missed');
        assert.equal(editor.written(trail.place!.range), 'misses SR 2.8');
    });

    it('lists findings by who is accountable and by rule, threats and invariants by how they stand', async () => {
        const owners = (await rows('owners')).map(({ label }) => label);
        assert.ok(owners.includes('Shift') && owners.includes('No owner stated'), owners.join(', '));
        const [first] = await rows('rules');
        const findings = await rows(first!.key);
        assert.ok(findings.length > 0 && findings.every(({ place }) => place));
        assert.deepEqual(await shown('threats'), ['Somebody stops it (residual risk 12 · no tolerable risk stated)']);
        assert.deepEqual(await shown('invariants'), ['The office stays out (holds over the declared flows)']);
    });

    it('shows nothing as met of which nothing is said, or which is only planned', async () => {
        await editor.type('deny path from Office to Control', '');
        await editor.type('SL-T 1', 'SL-T { UC 1 }\n  meets SR 2.9 by Later');
        await editor.type('system Site', 'countermeasure Later { meets SR 2.9 status planned }\nsystem Site');
        await editor.settled();
        const is = async (key: string): Promise<readonly string[]> => (await rows(key)).map(row => row.is);
        assert.deepEqual(await is('threats'), ['open'], 'no tolerable risk');
        assert.deepEqual(await is('invariants'), ['open'], 'it states nothing');
        assert.deepEqual(await shown('invariants'), ['The office stays out (states nothing yet)']);
        assert.deepEqual(await is('subject:Control'), [
            'unsaid',
            'short',
            'unsaid',
            'unsaid',
            'unsaid',
            'unsaid',
            'unsaid',
        ]);
        const planned = (await rows('fr:1 Control')).find(({ label }) => label === 'SR 2.9')!;
        assert.deepEqual([planned.is, planned.description], ['short', 'SL 1 · planned · by Later']);
    });

    it('says of a gap what is known to be missed, and counts what nobody assessed', async () => {
        const limits = async (): Promise<string> => {
            const gaps = await ask<readonly GapItem[]>('gaps');
            return gaps.find(({ id }) => id === 'Control')!.limits.split(' · ')[1]!;
        };
        assert.equal(await limits(), 'UC 1 (SR 2.8; 7 not assessed)');
        await editor.type('SL-T 1', 'SL-T 2');
        await editor.type('misses SR 2.8 because', 'misses SR 2.1 RE 1 because');
        await editor.settled();
        assert.equal(await limits(), 'UC 2 (8 not assessed; SR 2.1 RE 1 for a higher level)');
    });

    it('moves an asset with its comments, and says before what that does', async () => {
        const { edit, verdict, effects } = await proposed('move', { asset: 'Control.Plc1', zone: 'Dmz' });
        const after = editor.after(edit);
        assert.match(after['parts.iacs']!, /asset Plc1 "Loading PLC" : plc \{\n\s*\/\/ The newest one\./);
        assert.match(after['main.iacs']!, /flow Hmi -> Dmz\.Plc1 : opc-ua/);
        assert.ok(verdict.length > 0);
        assert.ok(effects.length > 0, 'a controller in the DMZ is no small thing');
        const refused = await ask<Refusal>('move', { asset: 'Control.Plc1', zone: 'Control' });
        assert.match(refused.refused, /is in Control already/);
    });

    it('turns a line into a flow with the least privilege, in the conduit that is there', async () => {
        const drawn = { from: 'Dmz.Mirror', to: 'Control.Hmi', protocol: 'opc-ua', access: 'read' };
        const { edit } = await proposed('draw', drawn);
        assert.match(
            editor.after(edit)['main.iacs']!,
            /opc-ua\n {2}flow Dmz\.Mirror -> Control\.Hmi : opc-ua \{\n {4}port tcp 4840\n {4}access read\n {2}\}\n\}/,
        );
        const inside = await proposed('draw', { ...drawn, from: 'Control.Plc1' });
        assert.match(editor.after(inside.edit)['main.iacs']!, /flow Control\.Plc1 -> Control\.Hmi : opc-ua \{/);
    });

    it('makes the conduit where there is none, and names the invariant that breaks', async () => {
        const drawn = { from: 'Office.Pc', to: 'Control.Hmi', protocol: 'https', access: 'write' };
        const { edit, effects } = await proposed('draw', drawn);
        assert.match(
            editor.after(edit)['main.iacs']!,
            /conduit OfficeToControl between Office and Control \{\n {2}flow Office\.Pc -> Control\.Hmi : https \{/,
        );
        assert.ok(
            effects.some(text => /^worse: .*Closed|office/i.test(text)),
            effects.join('\n'),
        );
        const [best] = await ask<{ id: string }[]>('protocolsBetween', { from: 'Office.Pc', to: 'Control.Hmi' });
        assert.equal(best!.id, 'https');
    });

    it('says of a line that hangs what it would be and do, and writes nothing', async () => {
        const before = editor.textOf();
        const hanging = await ask<Hanging>('wouldDraw', { from: 'Office.Pc', to: 'Control.Hmi' });
        assert.deepEqual(hanging.flow, {
            ...{ from: 'Office.Pc', to: 'Control.Hmi' },
            ...{ protocol: 'https', access: 'read' },
        });
        assert.deepEqual(Object.keys(hanging).sort(), ['effects', 'flow', 'verdict']);
        assert.ok(hanging.effects.some(text => /^worse: invariant \w+ is broken/.test(text)));
        const peers = await ask<Hanging>('wouldDraw', { from: 'Control.Hmi', to: 'Control.Plc1' });
        assert.equal(peers.flow.access, 'write', 'a panel writes into its controller');
        assert.match((await ask<Refusal>('wouldDraw', { from: 'Office.Pc', to: 'Office.Pc' })).refused, /two assets/);
        assert.match((await ask<Refusal>('wouldDraw', { from: 'Office.Pc', to: 'Nowhere' })).refused, /two assets/);
        assert.equal(editor.textOf(), before);
    });

    it('adds a conduit between two zones that are apart', async () => {
        const conduit = { kind: 'conduit', into: 'Office', name: 'Way', is: 'Control' };
        const { edit } = await proposed('add', conduit);
        assert.match(editor.after(edit)['main.iacs']!, /\nconduit Way between Office and Control \{\}\n/);
        assert.match((await ask<Refusal>('add', { ...conduit, is: 'Office' })).refused, /not two zones apart/);
        assert.match((await ask<Refusal>('add', { ...conduit, is: 'Nowhere' })).refused, /joins two zones/);
        assert.match((await ask<Refusal>('add', { ...conduit, name: 'Dmz' })).refused, /There is a Dmz already/);
    });

    it('says of a name whether it can be taken, before anything else is asked', async () => {
        const fault = (kind: string, into: string | null, name: string): Promise<string | null> =>
            ask('nameFault', { kind, into, name });
        assert.equal(await fault('asset', 'Control', 'Hmi'), 'There is a Hmi already.');
        assert.equal(await fault('asset', 'Dmz', 'Hmi'), null);
        assert.equal(await fault('zone', null, 'Dmz'), 'There is a Dmz already.');
        assert.equal(await fault('zone', 'Control', 'Dmz'), null);
        assert.equal(await fault('conduit', 'Office', 'Link'), 'There is a Link already.');
        assert.equal(await fault('view', null, 'All'), 'There is a view All already.');
        assert.equal(await fault('view', null, 'Hmi'), null);
        assert.match((await fault('view', null, 'a b'))!, /cannot be a name/);
    });

    it('adds zones and assets, and no second one of a name', async () => {
        const asset = { kind: 'asset', into: 'Control', name: 'Drive1', is: 'drive' };
        assert.match(
            editor.after((await proposed('add', asset)).edit)['main.iacs']!,
            /flow Hmi -> Plc1 : opc-ua\n {2}asset Drive1 : drive\n\}/,
        );
        const zone = { kind: 'zone', into: null, name: 'Safety', is: 'safety' };
        assert.match(
            editor.after((await proposed('add', zone)).edit)['main.iacs']!,
            /\n\nzone Safety \{\n {2}kind safety\n\}\n$/,
        );
        assert.match((await ask<Refusal>('add', { ...asset, name: 'Hmi' })).refused, /There is a Hmi already/);
        assert.match((await ask<Refusal>('add', { ...asset, name: 'a b' })).refused, /cannot be a name/);
    });
});
