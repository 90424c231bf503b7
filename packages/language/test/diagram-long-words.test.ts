import { deepEqual, equal, ok } from 'node:assert/strict';
import { toGraph } from '../src/views/diagram/index.ts';
import { coverContent } from '../src/views/diagram/binder/cover.ts';
import { conduitBox } from '../src/views/diagram/measure/conduit-box.ts';
import { faces } from '../src/views/diagram/measure/measures.ts';
import { widthOf, wrap } from '../src/views/diagram/measure/text.ts';
import { zoneBox } from '../src/views/diagram/measure/zone-box.ts';
import { pageOf } from '../src/views/diagram/sheet/paper.ts';
import { sheetHeading } from '../src/views/diagram/sheet/sheet-svg.ts';
import { noFields } from '../src/views/diagram/sheet/title-block.ts';
import { load } from './support/load.ts';

const hyphen = '\u2010';
const compound = 'Verwaltungsnetzwerksegmentierungsgrundschutzbereich';

describe('diagram: long words', function () {
    it('of a title are parted by hyphens, those of a name and of scripts without blanks are not', () => {
        const face = faces.assetTitle;
        for (let width = 60; width < 240; width += 7) {
            const lines = wrap(`${compound} Süd`, face, width, 20, 'with hyphens');
            ok(
                lines.every(line => widthOf(line, face) <= width),
                lines.join('\n'),
            );
            equal(lines.join(' ').replaceAll(`${hyphen} `, ''), `${compound} Süd`);
            deepEqual(
                lines.slice(0, -2).map(line => line.endsWith(hyphen)),
                lines.slice(0, -2).map(() => true),
            );
            ok(!wrap(compound, face, width, 20).join('').includes(hyphen));
        }
        for (const text of ['東京湾岸第二浄水場制御システム'.repeat(3), 'ab-'.repeat(40), 'a_b/c.'.repeat(30)])
            ok(!wrap(text, face, 70, 40, 'with hyphens').join('').includes(hyphen), text);
    });

    it('of a title are parted where a syllable begins, as far as it fits', () => {
        for (const [width, ...parts] of [
            [95, 'Maschinen', 'steuerungen'],
            [60, 'Commu', 'nication'],
            [90, 'Prozessleit', 'systemserver'],
            [100, 'Abwasserbehand', 'lungsanlage'],
            [90, 'Netzein', 'speisungen'],
            [60, 'Instru', 'mentation'],
        ] as const) {
            const lines = wrap(parts.join(''), faces.assetTitle, width, 9, 'with hyphens');
            deepEqual(lines, [`${parts[0]}${hyphen}`, parts[1]]);
        }
    });

    it('are cut without a hyphen before the ellipsis', () => {
        for (let width = 60; width < 200; width += 7) {
            const [, last = ''] = wrap(compound.repeat(4), faces.zoneTitle, width, 2, 'with hyphens');
            ok(last.endsWith('…') && !last.includes(hyphen) && !last.includes(' '), last);
        }
    });

    it('of a zone, an asset and a conduit are parted in the picture where they have a title', () => {
        const graph = toGraph(
            load(
                `zone A "${compound}" { asset P "${compound}" : plc\nasset ${compound} : plc }\nzone ${compound}\n` +
                    `conduit C "${compound}" between A and ${compound} {}`,
            ),
        );
        const [titled, named] = graph.zones.map(zone => zoneBox(zone, graph));
        ok(titled && named && graph.conduits[0]);
        ok(titled.header.titleLines[0]?.endsWith(hyphen));
        ok(named.header.titleLines.every(line => !line.includes(hyphen)));
        const [first, second] = titled.grid?.cells ?? [];
        ok(first?.titleLines[0]?.endsWith(hyphen) && second?.titleLines.every(line => !line.includes(hyphen)));
        const [words] = conduitBox(graph.conduits[0], 'down', ['before', 'after']).lines;
        ok(words?.text.endsWith(hyphen));
    });

    it('make the head of a zone wider, as far as a word of some thirty letters needs', () => {
        const title = 'Prozessleitsystemüberwachungszone';
        const graph = toGraph(load(`zone A "${title}" { kind control }\nzone B "${compound}"`));
        const [one, two] = graph.zones.map(zone => zoneBox(zone, graph));
        deepEqual(one?.header.titleLines, [title]);
        ok(two && two.header.titleLines.length > 1 && two.width < 480, String(two?.width));
    });

    it('leave the cover whole, and each sheet its name', () => {
        const system = `Abwasserbehandlungsanlagenprozessleitsystem der ${compound}sverwaltung Süd, Betriebsstätte 7`;
        const owner = `${compound} mit beschränkter Haftung und Compagnie Kommanditgesellschaft, Oberbergischer Kreis`;
        const page = pageOf('a3', false, 'bottom');
        const facts = { system, owner, description: null, fields: noFields, revisions: [], contents: [], notes: [] };
        const cover = coverContent(facts, page);
        ok(!cover.includes('…'), cover);
        const said = [...cover.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, words = '']) => words);
        const whole = said.join(' ').replaceAll(`${hyphen} `, '');
        ok(whole.includes(system) && whole.includes(`Owner: ${owner}`), whole);
        const heading = sheetHeading(system, 'Zones and conduits: overview', 500);
        ok(heading.endsWith('… · Zones and conduits: overview') && widthOf(heading, faces.heading) <= 500, heading);
        equal(sheetHeading('Mill', 'Overview', 500), 'Mill · Overview');
    });

    it('leave the revision table of a cover whole: its day, and who drew, checked and approved', () => {
        const line = {
            revision: 'C.2 for review',
            date: '2026-11-30',
            what: '12 changes, see their list',
            drawn: 'Margarethe von Adlersberg, Planning',
            checked: 'K. Berg',
            approved: 'Ludovica Claes-Oberhausen',
        };
        for (const paper of ['a4', 'a3'] as const) {
            const cover = coverContent(
                {
                    ...{ system: 'Mill', owner: null, description: null, fields: noFields, contents: [], notes: [] },
                    revisions: [line, { ...line, revision: 'B', date: '2025-01-02' }],
                },
                pageOf(paper, false, 'right'),
            );
            ok(!cover.includes('…'), cover);
            const said = [...cover.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, words = '']) => words);
            for (const day of ['2026-11-30', '2025-01-02']) ok(said.includes(day), `${paper}: ${said.join(' | ')}`);
            const letters = (words: string): string => words.replaceAll(' ', '');
            for (const words of Object.values(line))
                ok(letters(said.join('')).includes(letters(words)), `${paper}: ${words}`);
        }
    });
});
