import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { elkEngine } from '../src/node/elk-host.ts';
import {
    layout,
    toDrawio,
    toGraph,
    toMermaid,
    toSvg,
    type DiagramOptions,
    type ZoneNode,
} from '../src/views/diagram/index.ts';
import { toPng } from '../src/node/png-host.ts';
import { branch } from '../src/views/diagram/content/branch.ts';
import { zoneBox } from '../src/views/diagram/measure/zone-box.ts';
import { textLooks } from '../src/views/diagram/draw/text-looks.ts';
import { allTones, colour, themes, toneColours } from '../src/views/diagram/draw/theme.ts';
import { drawing, idsIn } from './support/drawing.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { plant } from './support/plants.ts';
import { terminal } from './support/terminal.ts';

describe('diagram: the SVG', function () {
    const { place, draw } = drawing();

    describe('the SVG', () => {
        it('is the same for the same model, from another engine too', async () => {
            const text = plant(5, { zones: 14, conduits: 18, nested: true });
            const first = await draw(text);
            const other = elkEngine();
            try {
                equal(toSvg(await layout(toGraph(load(text)), other)), first);
            } finally {
                await other.close();
            }
            equal(await draw(text), first);
        });

        it('is self-contained: no script, nothing to fetch, variables in the theme auto alone', async () => {
            for (const theme of themes) {
                const svg = await draw(terminal, {}, theme);
                equal(/<script|\son\w+=|@import|@font-face/u.test(svg), false);
                deepEqual(
                    [...svg.matchAll(/(?:href|src)="([^#][^"]*)"/gu)].map(found => found[1]),
                    [],
                );
                equal(svg.includes('var(--iacs-'), theme === 'auto');
            }
        });

        it('says what it shows to those who do not see it', async () => {
            const svg = await draw(terminal);
            match(svg, /<svg [^>]*role="img" aria-labelledby="iacs-title iacs-desc"/u);
            match(svg, /<title id="iacs-title">Truck loading: zones and conduits<\/title>/u);
            match(
                svg,
                /<desc id="iacs-desc">4 zones and 3 conduits\. 1 connections? .*Zone Safety system \(safety, level 1, SL-T 3 3 3 3 3 3 3\)/u,
            );
        });

        it('escapes whatever an author writes', async () => {
            const nasty = '</text><script>alert(1)</script> & \\" \' ]]> \u0001 \ud800 \u202e 漢字 ﷽';
            const text =
                `system S "${nasty}" { owner "${nasty}" }\nzone __proto__ "${nasty}" {\n  asset constructor ` +
                `"${nasty}" : plc\n}\nzone toString "${nasty}"\nconduit hasOwnProperty "${nasty}" between __proto__ ` +
                'and toString\n';
            const positioned = await place(load(text), { date: nasty, revision: nasty });
            const svg = toSvg(positioned);
            equal(svg.includes('<script'), false);
            equal(toDrawio(positioned).includes('<script'), false);
            equal(toMermaid(positioned.graph).includes('<script'), false);
            ok(idsIn(svg).has('__proto__') && idsIn(svg).has('__proto__.constructor'));
            equal(
                [...(await toPng(svg, { scale: 0.5 })).slice(1, 4)].map(byte => String.fromCharCode(byte)).join(''),
                'PNG',
            );
        });

        it('carries the title block as it was given, and nothing of a clock', async () => {
            const svg = await draw(terminal, { date: '2026-11-24', revision: 'C' });
            for (const words of ['Terminal operations', '2026-11-24', '>C<']) ok(svg.includes(words), words);
            equal((await draw(terminal)).includes(String(new Date().getFullYear())), false);
        });

        it('draws a model without zones, and one without a system', async () => {
            const empty = await draw('system Empty "Nothing yet"\n');
            match(empty, /Nothing yet.*The model has no zones yet\./su);
            equal(empty.includes('Legend'), false);
            match(await draw('zone A {\n  asset P : plc\n}\n'), /data-id="A\.P"/u);
        });
    });

    it('draws a stretch that two lines share once', () => {
        const points = (...pairs: [number, number][]): { x: number; y: number }[] => pairs.map(([x, y]) => ({ x, y }));
        const first = points([0, 0], [0, 10], [50, 10], [50, 40]);
        deepEqual(branch(points([100, 0], [100, 10], [50, 10], [50, 40]), [first]), {
            points: points([100, 0], [100, 10], [50, 10]),
            joins: true,
        });
        deepEqual(branch(points([100, 0], [100, 40]), [first]).joins, false);
    });

    describe('without colour', () => {
        const zonesOf = (text: string, options: DiagramOptions): ZoneNode[] => {
            const flat = (zones: readonly ZoneNode[]): ZoneNode[] => zones.flatMap(zone => [zone, ...flat(zone.zones)]);
            return flat(toGraph(load(text), options).zones);
        };
        const chipOf = (zone: ZoneNode, text: string, options: DiagramOptions): string =>
            zoneBox(zone, toGraph(load(text), options)).header.chip.text;

        it('each zone says in words what its colour says', () => {
            for (const text of [exampleText('truck-loading'), exampleText('refinery'), terminal]) {
                for (const colour of ['target', 'gap'] as const) {
                    for (const zone of zonesOf(text, { colour })) {
                        const chip = chipOf(zone, text, { colour });
                        const words: Readonly<Record<string, string>> = { 'no gap': '0', 'not assessed': 'open' };
                        const said = /(\d)$/u.exec(chip)?.[1] ?? words[chip] ?? 'none';
                        equal(
                            `${colour === 'target' ? 'sl' : 'gap'}-${colour === 'gap' && Number(said) > 3 ? 3 : said}`,
                            zone.tone,
                            zone.id,
                        );
                    }
                }
                for (const zone of zonesOf(text, { colour: 'kind' })) {
                    if (zone.kind === null) continue;
                    const words = [zone.name, ...zoneBox(zone, toGraph(load(text))).header.metaLines]
                        .join(' ')
                        .toLowerCase();
                    ok(words.includes(zone.kind), `${zone.id}: ${words}`);
                }
                const requirement = { requirement: 'SR 1.1' };
                for (const zone of zonesOf(text, requirement)) {
                    const chip = chipOf(zone, text, requirement);
                    equal(zone.tone, chip === 'not required' ? 'state-unasked' : `state-${chip.replace(' ', '-')}`);
                }
            }
        });

        it('lines and marks differ in pattern and shape', async () => {
            const svg = await draw(terminal);
            const dashes = ['clear', 'stray', 'under'].map(
                name => new RegExp(`\\.${name}\\{[^}]*stroke-dasharray:([^;}]+)`, 'u').exec(svg)?.[1],
            );
            ok(dashes.every(dash => dash !== undefined) && new Set(dashes).size === dashes.length, dashes.join());
            match(svg, /class="safe"/u);
            match(svg, /fill="url\(#iacs-hazard\)"/u);
            match(svg, /class="body"[^>]*stroke-dasharray/u);
        });

        it('the legend of gaps names those of the strips', async () => {
            match(await draw(exampleText('truck-loading'), { colour: 'gap' }), />no gap<\/text>/u);
        });
    });

    it('has the contrast of WCAG AA in every theme', () => {
        const channel = (value: number): number =>
            value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const luminance = (hex: string): number =>
            [1, 3, 5]
                .map(at => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
                .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
        const contrast = (a: string, b: string): number => {
            const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
            return (light + 0.05) / (dark + 0.05);
        };
        const enough = (words: string, a: string, b: string, least: number): void =>
            ok(contrast(a, b) >= least, `${words}: ${contrast(a, b).toFixed(2)}`);
        for (const theme of ['light', 'dark', 'contrast'] as const) {
            const c = (name: Parameters<typeof colour>[0]): string => colour(name, theme);
            for (const ground of ['canvas', 'band', 'card'] as const) {
                for (const text of ['ink', 'muted', 'error'] as const)
                    enough(`${theme} ${text} on ${ground}`, c(text), c(ground), 4.5);
                enough(`${theme} line on ${ground}`, c('line'), c(ground), 3);
            }
            for (const severity of ['error', 'warning', 'info'] as const)
                enough(`${theme} ${severity}`, c('onBadge'), c(severity), 4.5);
            for (const tone of allTones) {
                const { body, head, edge } = toneColours(tone, theme);
                enough(`${theme} ink on ${tone} head`, c('ink'), head, 4.5);
                enough(`${theme} muted on ${tone} body`, c('muted'), body, 4.5);
                enough(`${theme} edge of ${tone}`, edge, c('canvas'), 3);
            }
        }
        // The cells of a strip that are coloured by gap have the ground of a head, so their words are ink.
        equal(textLooks['si']?.colour, undefined);
        notEqual(colour('ink', 'light'), colour('ink', 'dark'));
    });
});
