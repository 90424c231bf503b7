import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import type { StatusResult } from '../src/lsp/messages.ts';
import type { GapItem } from '../src/lsp/preview-requests.ts';
import type { TreeRow } from '../src/lsp/side-bar/row.ts';
import { toGraph, toSvg } from '../src/views/diagram/index.ts';
import { daysToMarkdown, levelsPrinter, levelsFormats, modelLevels } from '../src/views/levels/index.ts';
import { contradictedTexts, countedAndContradicted } from '../src/views/plan/index.ts';
import { toDocument, toMarkdown } from '../src/views/report/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';
import { Editor } from './support/server.ts';

/** All of it is stated as met, and the conduit has no device. */
const text = `system Plant
zone Control {
  kind control
  SL-T 1
  asset Plc1 : plc
  meets FR 1 SL 1, FR 2 SL 1, FR 3 SL 1, FR 4 SL 1, SR 5.2, FR 5 SL 1, FR 6 SL 1, FR 7 SL 1 because "All is well"
}
zone Operations { kind operations asset Scada : scada-server }
conduit Link between Control and Operations { SL-T 0 flow Operations.Scada -> Control.Plc1 : opc-ua }
`;
const shows = 'Link has no device that enforces the boundary';

describe('What the model contradicts is shown beside what is stated', () => {
    const loaded = load(text);
    const levels = () => modelLevels(loaded.assessment, 'Plant', 'main.iacs', null, 0);

    it('in every format of levels, whose figures stay as stated', () => {
        const printed = Object.fromEntries(
            levelsFormats.map(format => {
                const printer = levelsPrinter(format, (_, line) => line);
                return [format, printer.add(levels()) + printer.end()];
            }),
        );
        const table = printed['table']!.split('\n').map(line => line.trimEnd());
        assert.ok(table.includes('  SL-A           1   1   1   1   1   1   1'), printed['table']);
        assert.ok(table.includes('    RDF 1 rests on what the model contradicts: SR 5.2'));
        assert.ok(table.includes('  37 required: 36 met, 1 met (contradicted)'));
        assert.ok(table.includes(`    SR 5.2       met (contradicted)  "All is well", contradicted: ${shows}`));
        assert.match(
            printed['markdown']!,
            new RegExp(`\\| SR 5\\.2 \\|.*\\| met \\(contradicted\\) \\|  \\| All is well; contradicted: ${shows} \\|`),
        );
        for (const format of ['markdown', 'html'])
            assert.match(printed[format]!, /SL-A rests on claims that the model contradicts: RDF SR 5\.2/);
        assert.match(printed['csv']!.split('\r\n')[0]!, /Inherited from,Contradicted by,/);
        assert.equal(printed['csv']!.split(shows).length, 2);
        const { models } = JSON.parse(printed['json']!) as {
            models: { subjects: { requirements: { id: string; state: string; contradicted: string[] }[] }[] }[];
        };
        const found = models[0]!.subjects[0]!.requirements.filter(({ contradicted }) => contradicted.length > 0);
        assert.deepEqual(
            found.map(({ id, state, contradicted }) => [id, state, contradicted]),
            [['SR 5.2', 'met', [shows]]],
        );
        const twoDays = ['2026-06-01', '2026-07-01'].map(date => ({ date, models: [levels()] }));
        assert.equal(daysToMarkdown(twoDays).split('claims that the model contradicts: RDF SR 5.2').length, 2);
    });

    it('in the report: summary, zone, applicability, and what is to do', () => {
        const data = reportOf(loaded);
        assert.deepEqual([data.summary.contradicted, data.summary.subjectsWithGap], [1, 0]);
        const lines = toMarkdown(toDocument(data)).split('\n');
        const has = (line: RegExp): void =>
            assert.ok(
                lines.some(each => line.test(each)),
                String(line),
            );
        has(/^- Of these contradicted: 1; /);
        has(/^\| Control \| 1 \| – \| .* \| \*\*0 \(contradicted\)\*\* \|$/);
        has(/^- RDF: SL-A 1 counts SR 5\.2$/);
        has(
            new RegExp(`^\\| SR 5\\.2 .*\\*\\*met \\(contradicted\\)\\*\\* \\| All is well<br>contradicted: ${shows} `),
        );
        has(
            new RegExp(
                `^\\| Control \\| contradicted \\| Correct what is stated, or compensate: ${shows} \\| SR 5\\.2 `,
            ),
        );
    });

    it('beside a plan, which counts what is stated', () => {
        const found = countedAndContradicted(loaded.assessment, null);
        assert.deepEqual(contradictedTexts(found), [
            'Counted as stated, and contradicted by the model: Control: SR 5.2.',
        ]);
        assert.deepEqual(countedAndContradicted(loaded.assessment, 'Operations'), []);
    });

    describe('in a picture', function () {
        const { place } = drawing();

        it('of gaps and of a requirement', async () => {
            const gaps = toSvg(await place(loaded, { colour: 'gap' }));
            assert.match(gaps, />contradicted</);
            assert.match(gaps, />!\/1</);
            assert.match(gaps, />stated, contradicted by the model \(!\)</);
            assert.equal(toGraph(loaded, { colour: 'gap' }).zones[1]!.tone, 'gap-none');
            assert.equal(toGraph(loaded, { requirement: 'SR 5.2' }).zones[0]!.tone, 'state-contradicted');
            assert.equal(toGraph(loaded, { requirement: 'SR 5.1' }).zones[0]!.tone, 'state-met');
        });
    });

    describe('in the editor', () => {
        let editor: Editor;
        before(async () => {
            editor = await Editor.start(text);
            await editor.open();
        });
        after(() => editor.stop());
        const ask = <R>(method: string, params: object = {}): Promise<R> =>
            editor.request<R>(`iacs/${method}`, { uri: editor.uri(), ...params });

        it('in the side bar, the status and the list of gaps', async () => {
            const rows = (key: string): Promise<readonly TreeRow[]> => ask('tree', { key });
            const described = async (key: string, label: RegExp): Promise<string | undefined> =>
                (await rows(key)).find(row => label.test(row.label))?.description;
            assert.equal(await described('zones', /Control/), 'no gap as stated, contradicted · control');
            assert.equal(await described('subject:Control', /^RDF/), 'SL-A 1 of SL-T 1 · contradicted');
            assert.equal(await described('fr:4 Control', /^SR 5\.2$/), 'SL 1 · met · contradicted');
            const status = await ask<StatusResult>('status');
            assert.deepEqual([status.worst, status.notAssessed, status.contradicted], [null, 0, 1]);
            const gaps = await ask<readonly GapItem[]>('gaps');
            assert.deepEqual(
                gaps.map(({ id, gap, contradicted }) => [id, gap, contradicted]),
                [
                    ['Control', 0, true],
                    ['Link', 0, false],
                ],
            );
        });

        it('in hovers of the zone and of the requirement', async () => {
            const hover = async (word: string): Promise<string> => {
                const before = text.slice(0, text.indexOf(word)).split('\n');
                const position = { line: before.length - 1, character: before.at(-1)!.length + 1 };
                const found = await editor.request<Hover>('textDocument/hover', {
                    textDocument: { uri: editor.uri() },
                    position,
                });
                return (found.contents as { value: string }).value;
            };
            assert.match(
                await hover('Control {'),
                /SL-A counts what is stated of SR 5\.2, and the model contradicts it\./,
            );
            assert.ok((await hover('SR 5.2')).includes(`**met** because “All is well”. **Contradicted:** ${shows}.`));
        });
    });
});
