import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { covered, fontFiles, fontsFor, machineFonts } from '../src/node/index.ts';
import {
    charactersIn,
    inBundledFont,
    isCovered,
    letteringOf,
    sheetPictures,
    sheetsOf,
    toGraph,
    toSvg,
    withKey,
} from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

const bundled = (): string => {
    const { regular } = fontFiles();
    return regular instanceof URL ? fileURLToPath(regular) : regular;
};

const plant = `system S "Werk"
zone 工場 "控制区" {
  asset 控制 "控制器" : plc
  asset Plc : plc
}
zone Office { asset A : server }
conduit 連絡 between Office and 工場 { flow Office.A -> 工場.控制 : https }
`;

describe('Fonts of the machine', function () {
    const { engine, place } = drawing();

    it('are read: the table of characters says what the widths of the bundled font say', () => {
        const codes = Array.from({ length: 0x2300 }, (_, index) => index + 0x20);
        const read = new Set(covered(bundled(), codes));
        const known = codes.filter(code => isCovered(String.fromCodePoint(code)));
        ok(known.length > 1000);
        deepEqual(
            known.filter(code => !read.has(code)),
            [],
        );
        ok(!read.has(0x4e00));
    });

    it('give nothing where a file is damaged or not a font', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-fonts-'));
        try {
            const files = ['', 'not a font', '\0\x01\0\0\xff\xff', 'ttcf\0\0\0\0\0\0\0\x01\xff\xff\xff\xff'].map(
                (text, index) => {
                    const file = path.join(folder, `${index}.ttf`);
                    writeFileSync(file, text, 'latin1');
                    return file;
                },
            );
            for (const file of [...files, path.join(folder, 'gone.ttf')]) deepEqual(covered(file, [65]), []);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    it('are taken where they are needed: what is given first, then those of the machine', () => {
        const none = fontsFor('', [], () => {
            throw new Error('the machine is not asked');
        });
        deepEqual([none.files, [...none.missing]], [[], []]);
        const given = fontsFor('Ж控', [bundled()], () => [bundled()]);
        deepEqual([given.files, [...given.missing]], [[bundled()], ['控']]);
        const machine = fontsFor('Ж', [], () => ['gone.ttf', bundled()]);
        deepEqual(machine.files, [bundled()]);
        const all = machineFonts(process.env);
        deepEqual(all, machineFonts(process.env));
    });

    it('that lack a name leave a word for it, and a key; ids stay', async () => {
        const loaded = load(plant);
        const graph = toGraph(loaded);
        ok(charactersIn(graph).has('控'));
        const { graph: keyed, key } = withKey(inBundledFont(graph), isCovered);
        deepEqual(key, [
            { word: '#1', name: '工場' },
            { word: '#2', name: '控制' },
            { word: '#3', name: '連絡' },
        ]);
        equal(keyed.zones[0]?.id, '工場');
        const svg = toSvg({ ...(await place(loaded)), graph: keyed });
        ok(svg.includes('#1 and so on are in'));
        deepEqual(
            withKey(graph, () => true),
            { graph, key: [] },
        );
    });

    it('that lack a name leave the same word for it on every sheet of a set, in connectors and registers too', async () => {
        const loaded = load(plant);
        const lettering = letteringOf(toGraph(loaded), isCovered);
        equal(lettering.renamed, true);
        deepEqual(
            lettering.key.map(({ word }) => word),
            ['#1', '#2', '#3'],
        );
        equal(lettering.shown('控制区', '工場'), '#1');
        const set = await sheetsOf(loaded, {}, engine, { paper: 'a4', areas: true, lettering });
        const pictures = sheetPictures(set);
        ok(pictures.length > 2);
        for (const { svg } of pictures) {
            const printed = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(found => found[1] ?? '');
            ok(printed.length > 5);
            deepEqual(
                printed.filter(text => !isCovered(text)),
                [],
            );
        }
        const withZone = pictures.filter(({ title }) => title === '#1');
        equal(withZone.length, 1);
    });
});
