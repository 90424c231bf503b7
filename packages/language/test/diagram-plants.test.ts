import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sheetPictures, type DrawnSheet, type SheetPicture, type SheetSet } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load, type Loaded } from './support/load.ts';
import { faultsOf } from './support/pictures.ts';
import { cutOn } from './support/sheets.ts';

const folder = new URL('plants/', import.meta.url);

/** What a page prints, without what its marks say. */
const printedOn = (svg: string): string[] =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words = '']) => words);

/** The ids of the conduits in the registers of a page. */
const registered = (svg: string): string[] =>
    [...svg.matchAll(/<g class="entry" data-id="([^"]*)"/gu)].map(([, id = '']) => id);

/** How many parts there are of some zones that no conduit and no nesting joins. */
function partsOf(zones: readonly string[], { lookup }: Loaded): number {
    const joins = [
        ...lookup.model.conduits.map(({ between }) => between.map(end => end.id)),
        ...zones.map(zone => [zone, zone.split('.').slice(0, -1).join('.')]),
    ].map(join => join.filter(zone => zones.includes(zone)));
    const reached = new Set(zones.slice(0, 1));
    for (let before = 0; before < reached.size;) {
        before = reached.size;
        for (const join of joins) if (join.some(zone => reached.has(zone))) join.forEach(zone => reached.add(zone));
    }
    return reached.size === zones.length ? 1 : 2;
}

/** Plants whose zones and registers have room on one sheet. */
const onOneSheet = new Set(['five-zones-three-conduits', 'spot-welding', 'substation-lab', 'training-factory']);

describe('diagram: plants on A3', function () {
    const { sheets } = drawing();

    for (const file of readdirSync(folder)) {
        describe(file, () => {
            const text = readFileSync(new URL(file, folder), 'utf8');
            const loaded = load(text);
            let set: SheetSet;
            let drawn: readonly DrawnSheet[];
            let pictures: readonly SheetPicture[];
            before(async () => {
                set = await sheets(text, { paper: 'a3' });
                drawn = set.sheets.filter(sheet => sheet.kind !== 'index');
                pictures = sheetPictures(set);
            });

            it('is read without a mistake', () =>
                deepEqual(
                    loaded.problems.map(({ message }) => message),
                    [],
                ));

            it('has sheets of 6 points or more, on which nothing is cut or covered', () => {
                deepEqual(set.problems, []);
                for (const sheet of drawn) {
                    ok(sheet.drawing.print >= 6, `sheet ${sheet.number}: ${sheet.drawing.print} pt`);
                    deepEqual([cutOn(sheet), faultsOf(sheet.drawing.positioned)], [[], []], `sheet ${sheet.number}`);
                }
            });

            it('fills each sheet but an overview, which crosses few lines', () => {
                for (const { kind, number, drawing: fitted } of drawn) {
                    if (kind !== 'overview') ok(fitted.ink >= 0.35, `sheet ${number}: ${fitted.ink} of it is covered`);
                    ok(fitted.crossings <= 10, `sheet ${number}: ${fitted.crossings} crossings`);
                }
            });

            it('lists each conduit of a drawing once, beside it or among those for which there is no room', () => {
                const tagged = drawn.filter(({ drawing: fitted }) => fitted.manner.conduits === 'tags');
                deepEqual(
                    pictures.flatMap(({ svg }) => registered(svg)).sort(),
                    tagged.flatMap(({ facts }) => facts.conduits.map(({ id }) => id)).sort(),
                );
                equal(pictures.length, set.sheets.length, 'a page for the rest of a register');
                if (onOneSheet.has(file.replace('.iacs', ''))) equal(pictures.length, 1);
            });

            it('has the notes of its bands beside its zones, and names its sheets as far as there is room', () => {
                for (const { number, svg } of pictures) {
                    const upwards = [...svg.matchAll(/rotate\(-90\)">(.*?)<\/g>/gu)].map(([, words = '']) => words);
                    for (const words of upwards) ok(printedOn(words).length <= 3, `sheet ${number}: ${words}`);
                    deepEqual(
                        [
                            ...upwards.flatMap(printedOn),
                            ...printedOn(/>Drawing<.*?>Sheet</u.exec(svg)?.[0] ?? ''),
                        ].filter(words => words.endsWith('…')),
                        [],
                        `sheet ${number}`,
                    );
                }
            });

            it('draws together what conduits join, and no zone alone', () => {
                for (const { kind, number, zones } of drawn) {
                    if (kind !== 'detail') continue;
                    ok(zones.length > 1, `sheet ${number}: ${zones.join()}`);
                    equal(partsOf(zones, loaded), 1, `sheet ${number}: ${zones.join()}`);
                }
            });

            it('shortens no fact of a zone, a conduit or the title block', () => {
                for (const { number, kind, svg } of pictures) {
                    const cut = printedOn(svg).filter(words => words.endsWith('…'));
                    deepEqual(cut, [], `sheet ${number}, ${kind}`);
                }
            });
        });
    }

    it('need no sheet for what is said of an overview', async () => {
        const text = readFileSync(new URL('nine-zones-ten-conduits.iacs', folder), 'utf8');
        const set = await sheets(text, { paper: 'a4' });
        const pictures = sheetPictures(set);
        ok(pictures[0]?.svg.includes('Zones marked “closed” are drawn without what is inside them.'));
        equal(pictures.length, set.sheets.length);
        // A card of several conduits has the sign of a connector before each of them.
        const lists = [
            ...pictures
                .map(({ svg }) => svg)
                .join('')
                .matchAll(/<g class="member".*?<\/text>/gu),
        ]
            .map(([member]) => member)
            .filter(member => member.includes(': to '));
        ok(lists.length > 0 && lists.every(member => member.includes('class="away"')), lists.join('\n'));
    });
});
