import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { toGraph, toSvg } from '../src/views/diagram/index.ts';
import { plainFrame } from '../src/views/diagram/draw/plain-frame.ts';
import { conduitBox } from '../src/views/diagram/measure/conduit-box.ts';
import { isCovered, shorten, widthOf, wrap } from '../src/views/diagram/measure/text.ts';
import { zoneBox } from '../src/views/diagram/measure/zone-box.ts';
import { titleBlocks } from '../src/views/diagram/sheet/paper.ts';
import { cutIn, cutTexts, noFields, titleBlockOf } from '../src/views/diagram/sheet/title-block.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

describe('diagram: its text', function () {
    const { place } = drawing();

    it('never breaks between a letter and its marks', () => {
        for (const text of ['เครื่องควบคุมที่โรงงานใหญ่มาก', 'e\u0301'.repeat(40), '👩🏽‍🔧'.repeat(12)]) {
            const lines = wrap(text, { size: 11, bold: false }, 60, 9);
            ok(
                lines.length > 1 &&
                    lines.every(line => !/^[\p{M}\u200d\u{1f3fb}-\u{1f3ff}]/u.test(line) && !line.endsWith('\u200d')),
                JSON.stringify(lines),
            );
        }
    });

    it('lists as many protocols on a card as fit, and counts the rest', () => {
        const names = [
            'https',
            'opc-ua',
            'modbus-tcp',
            's7comm',
            'ssh',
            'rdp',
            'vnc',
            'dnp3',
            'ntp',
            'syslog',
            'snmp',
            'ftp',
        ];
        const [node] = toGraph(
            load(
                'system S\nzone A { asset P : plc }\nzone B { asset Q : plc }\nconduit C between A and B ' +
                    `{\n${names.map(name => `flow A.P -> B.Q : ${name}`).join('\n')}\n}\n`,
            ),
        ).conduits;
        const words = node
            ? conduitBox(node, 'down', ['before', 'after'])
                  .lines.filter(line => line.role === 'flow')
                  .map(line => line.text)
                  .join(' ')
            : '';
        const [, listed = '', more = ''] = /^(.*) and (\d+) more$/u.exec(words) ?? [];
        const all = node?.flows[0]?.protocols ?? [];
        const shown = listed.split(', ');
        ok(shown.length > 2 && all.length > 8);
        deepEqual([...shown, ...all.slice(shown.length)], all);
        equal(shown.length + Number(more), all.length);
    });

    it('is measured with the widths of the font, which are those of the committed table', () => {
        equal(widthOf('Wii', { size: 10, bold: false }).toFixed(2), '13.88');
        ok(isCovered('Größe Ελλάδα Москва →') && !isCovered('漢字'));
        const script = fileURLToPath(new URL('../../../scripts/font-widths.mjs', import.meta.url));
        equal(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' }), '');
    });

    it('is as wide as its characters together, whichever script they are of, the second time as well', () => {
        for (const bold of [false, true])
            for (const [text, thousandths] of [
                ['–→', 556 + 1000],
                ['ᄀ', 1000],
                ['∀漢', 640 + 1000],
                ['\u0591a', 556],
            ] as const)
                for (const _ of ['first', 'again'])
                    equal(widthOf(text, { size: 1000, bold }), thousandths, `${text}, ${bold ? 'bold' : 'regular'}`);
    });

    it('has one blank between its words, and no sign that parts facts at its end, where it fits in a line too', () => {
        for (const [text, ...lines] of [
            ['one two', 'one two'],
            ['one · two ·', 'one · two'],
            ['one  two', 'one two'],
            [' one', 'one'],
            ['one ', 'one'],
            ['one\ttwo\u00a0three\nfour', 'one two three four'],
            [' '],
            [''],
        ] as const)
            deepEqual(wrap(text, { size: 11, bold: false }, 200, 3), lines, JSON.stringify(text));
    });

    it('fits where it is set, whatever it is', () => {
        const face = { size: 11, bold: false };
        for (const text of [
            'Supplier’s remote service',
            'a_very_long.qualified-name/with-no-room',
            'x'.repeat(200),
            '漢字'.repeat(30),
            '',
            '  two  words ',
        ]) {
            const lines = wrap(text, face, 80, 3);
            ok(lines.length <= 3 && lines.every(line => widthOf(line, face) <= 80), JSON.stringify(lines));
            ok(widthOf(shorten(text, face, 50), face) <= 50);
        }
        deepEqual(wrap('a_very_long.qualified-name', face, 80, 3), ['a_very_long.', 'qualified-name']);
    });

    it('begins and ends no line with a sign that parts facts, and begins none with one that joins names', () => {
        const face = { size: 11, bold: false };
        const facts = 'CrewWifi · external · level 4 · wireless · untrusted · sheet 2 · 1 asset';
        const names = 'Operations network – Industrial DMZ → Enterprise network ↔ Supervisory network — Wan';
        for (let width = 30; width < 300; width++) {
            const lines = wrap(facts, face, width, 20);
            ok(
                lines.every(line => !/^·|·$/u.test(line)),
                JSON.stringify(lines),
            );
            equal(lines.join('').replace(/[ ·]/gu, ''), facts.replace(/[ ·]/gu, ''));
            const pairs = width < 90 ? [] : wrap(names, face, width, 20);
            ok(
                pairs.every(line => !/^[–→↔—]/u.test(line) && widthOf(line, face) <= width),
                JSON.stringify(pairs),
            );
            const [, cut = ''] = wrap(facts, face, width, 2);
            ok(!/[^ ] (?:sheet|level|external|wireless)/u.test(cut.replaceAll('· ', '·')), cut);
        }
    });

    it('parts no number from its word, where both fit on a line', () => {
        const face = { size: 11, bold: false };
        const facts = 'Substation S-DSS-3 · level 4 · sheet 12 · 14 assets, to Plant DMZ (sheet 3)';
        for (let width = 70; width < 400; width++)
            for (const line of wrap(facts, face, width, 20))
                ok(!/(?:\bsheet|\blevel|· 14)$|^(?:4|12|3\))/u.test(line) && !/^14$/u.test(line), `${width}: ${line}`);
    });

    it('of a long title or name is whole: a head, a card and a cell grow', () => {
        const title = 'Storage and blending of the north-eastern tank farm, line 7b';
        const name = 'NorthEasternTankFarmBlendingControllerOfLine7b';
        const graph = toGraph(
            load(
                `zone ${name} "${title}" {\n kind control\n purdue 2\n SL-T 2\n asset ${name} "${title}" : plc\n}\n` +
                    `zone B\nconduit ${name}C "${title}" between ${name} and B {\n asset Fw : firewall\n via Fw\n}`,
            ),
        );
        const [zone, conduit] = [graph.zones.find(each => each.name === name), graph.conduits[0]];
        ok(zone && conduit);
        const { header, grid } = zoneBox(zone, graph);
        const cell = grid?.cells[0];
        deepEqual(
            [header.titleLines, cell?.titleLines ?? []].map(lines => lines.join(' ')),
            [title, title],
        );
        equal(cell?.nameLines.join(''), name);
        const words = conduitBox(conduit, graph.direction, ['before', 'after']).lines.map(line => line.text);
        ok(
            words.every(line => !line.includes('…')),
            words.join('\n'),
        );
    });

    it('of a title block is whole where the row has room for it', () => {
        const sheet = { system: 'Ship', title: 'Overview', sheet: '1', of: 4 };
        const block = (owner: string): string =>
            titleBlockOf({ ...sheet, owner }, { ...noFields, revision: '7' }, 0, 0, titleBlocks.corner.width);
        match(block('Process automation department'), />Process automation department</u);
        const rules = [...block('Process automation department').matchAll(/d="M([\d.]+) [\d.]+v/gu)].map(([, x]) =>
            Number(x),
        );
        ok(rules.every(x => x > 0 && x < titleBlocks.corner.width));
        // With a day and a commit, the day is beside the system; each field is there once.
        const full = titleBlockOf(
            { ...sheet, system: 'Refinery, unit 1 hydrocracker', owner: 'Process automation department' },
            { ...noFields, date: '2026-11-29', commit: '5ae09c5a' },
            0,
            0,
            titleBlocks.corner.width,
        );
        ok(!full.includes('…'), full);
        for (const words of ['Owner', 'Date', 'Revision', 'Commit', 'System', '2026-11-29', '5ae09c5a'])
            equal(full.split(`>${words}<`).length, 2, words);
    });

    const longOwner = 'Water board of the northern region, process automation and control, division 7.3.1';

    it('of a title block has a second line where one is not enough, and what is cut all the same is said', () => {
        const { width } = titleBlocks.corner;
        const sheet = { system: 'Ship', title: 'Overview', sheet: '1', of: 4 };
        const wordsIn = (owner: string): readonly string[] =>
            [...titleBlockOf({ ...sheet, owner }, noFields, 0, 0, width).matchAll(/<text[^>]*>([^<]*)</gu)].map(
                ([, words = '']) => words,
            );
        const words = wordsIn(longOwner);
        equal(
            words
                .slice(words.indexOf('Owner') + 1)
                .slice(0, 2)
                .join(' '),
            longOwner,
        );
        deepEqual(cutIn({ ...sheet, owner: longOwner }, noFields, width), []);
        const owner = `${longOwner} `.repeat(3).trim();
        ok(wordsIn(owner).some(line => line.endsWith('…')));
        const cut = cutIn({ ...sheet, owner }, noFields, width);
        deepEqual(cutTexts([{ cut }, { cut }]), ['The title block has no room for all of: Owner.']);
    });

    it('has a space where an author wrote a line break, which PDF and PNG would leave out', () => {
        const sheet = { system: 'Ship', title: 'Line 1\nLine 2\tend', sheet: '1', of: 4, owner: null };
        const svg = titleBlockOf(sheet, noFields, 0, 0, titleBlocks.corner.width);
        ok(svg.includes('>Line 1 Line 2 end<'), svg);
    });

    it('of the title block of a picture has as many lines as it takes, also in draw.io and Visio', async () => {
        const loaded = load(`system S { owner "${longOwner}" }\nzone A { asset P : plc }\n`);
        const positioned = await place(loaded);
        const after = (words: readonly string[], label: string, most: number): string =>
            words.slice(words.indexOf(label) + 1, words.indexOf(label) + 1 + most).join(' ');
        const svg = [...toSvg(positioned).matchAll(/<text[^>]*>([^<]*)</gu)].map(([, words = '']) => words);
        ok(after(svg, 'Owner', 4).startsWith(longOwner), after(svg, 'Owner', 4));
        const field = plainFrame(positioned, 'drawio').find(({ words }) => words[0] === 'Owner')!;
        equal(field.words.slice(1).join(' '), longOwner);
        ok(field.words.length * 12 <= field.rect.height, `${field.words.length} lines in ${field.rect.height}`);
    });
});
