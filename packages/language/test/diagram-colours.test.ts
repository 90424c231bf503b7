import { deepEqual, match, ok } from 'node:assert/strict';
import { toGraph } from '../src/views/diagram/index.ts';
import type { Tone } from '../src/views/diagram/content/graph.ts';
import { allTones, colour, toneColours, type Theme } from '../src/views/diagram/draw/theme.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

type Triple = readonly [number, number, number];

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const rgb = (hex: string): Triple =>
    [1, 3, 5].map(at => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Triple;

/** What people with deuteranopia see of a colour (Machado, Oliveira and Fernandes 2009, severity 1). */
function deuteranopia(hex: string): Triple {
    const seen = rgb(hex);
    const rows = [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ] as const;
    return rows.map(row =>
        Math.min(1, Math.max(0, row[0] * seen[0] + row[1] * seen[1] + row[2] * seen[2])),
    ) as unknown as Triple;
}

function lab([r, g, b]: Triple): Triple {
    const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const [x, y, z] = [
        f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
        f(0.2126 * r + 0.7152 * g + 0.0722 * b),
        f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
    ];
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = (hex: string): number => {
    const [r, g, b] = rgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** The contrast of WCAG 2. */
function contrast(a: string, b: string): number {
    const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
}

const themes: readonly Theme[] = ['light', 'dark', 'contrast'];
const together = (prefix: string): Tone[] => allTones.filter(tone => tone.startsWith(prefix));

describe('diagram: colours', () => {
    for (const theme of themes) {
        for (const prefix of ['kind-', 'state-', 'gap-'])
            it(`${theme}: people with deuteranopia tell the tones of ${prefix}… apart`, () => {
                const tones = together(prefix);
                const heads = tones.map(tone => lab(deuteranopia(toneColours(tone, theme).head)));
                tones.forEach((a, index) =>
                    tones.slice(index + 1).forEach((b, offset) => {
                        const far = distance(heads[index] as Triple, heads[index + 1 + offset] as Triple);
                        ok(far > 7.5, `${a} and ${b}: ${far.toFixed(1)}`);
                    }),
                );
            });

        it(`${theme}: people with deuteranopia tell targets apart by head or border, and a target of 0 from none`, () => {
            const tones = together('sl-').map(tone => toneColours(tone, theme));
            tones.forEach((a, index) =>
                tones.slice(index + 1).forEach(b => {
                    const far = (['head', 'edge'] as const).map(part =>
                        distance(lab(deuteranopia(a[part])), lab(deuteranopia(b[part]))),
                    );
                    ok(
                        Math.max(...far) > 7.5,
                        `${a.head} and ${b.head}: ${far.map(each => each.toFixed(1)).join(' ')}`,
                    );
                }),
            );
        });

        it(`${theme}: what is not assessed is another grey in print than what is short`, () => {
            const grey = (tone: Tone): number => lab(rgb(toneColours(tone, theme).head))[0];
            for (const gap of ['gap-1', 'gap-2', 'gap-3'] as const)
                ok(Math.abs(grey('gap-open') - grey(gap)) > 5.5, `${gap}: ${grey(gap).toFixed(0)}`);
        });

        it(`${theme}: gaps are four greys in print, the darker (in dark the brighter) the more is missing`, () => {
            const greys = [0, 1, 2, 3].map(gap => lab(rgb(toneColours(`gap-${gap as 0}`, theme).head))[0]);
            const steps = greys.slice(1).map((grey, index) => Math.abs(grey - (greys[index] ?? 0)));
            ok(Math.min(...steps) > 5.5, `${theme}: ${greys.map(grey => grey.toFixed(0)).join(' ')}`);
            const sorted = [...greys].sort((a, b) => (theme === 'light' ? b - a : a - b));
            deepEqual(greys, sorted);
        });

        it(`${theme}: borders have 3:1 against what they lie on, and texts 4.5:1`, () => {
            const grounds = [colour('canvas', theme), colour('band', theme), colour('card', theme)];
            for (const name of ['rule', 'line', 'error', 'warning', 'info'] as const)
                for (const ground of grounds) ok(contrast(colour(name, theme), ground) >= 3, `${name} on ${ground}`);
            for (const name of ['ink', 'muted'] as const)
                for (const ground of grounds) ok(contrast(colour(name, theme), ground) >= 4.5, `${name} on ${ground}`);
            for (const tone of allTones) {
                const { body, head, edge } = toneColours(tone, theme);
                for (const ground of [...grounds, body])
                    ok(contrast(edge, ground) >= 3, `edge of ${tone} on ${ground}`);
                ok(contrast(colour('muted', theme), body) >= 4.5, `muted on ${body} of ${tone}`);
                for (const ground of [head, body])
                    ok(contrast(colour('ink', theme), ground) >= 4.5, `ink on ${ground} of ${tone}`);
            }
        });
    }

    describe('what is not assessed', () => {
        const { draw } = drawing();
        const model = (countermeasure: string): string =>
            'system S\nzone A "Zone A" { kind control SL-T 1\nasset P : plc }\nzone B "Zone B" { kind dmz SL-T 1\n' +
            `asset Q : server }\nconduit C "Link" between A and B { SL-T 1 }\n${countermeasure}`;

        it('looks different from what is known to be short, in words, tone and legend', async () => {
            const silent = await draw(model(''), { colour: 'gap' });
            match(silent, />not assessed</u);
            match(silent, /class="zone gap-open"/u);
            match(silent, /class="conduit gap-open"/u);
            match(silent, />not assessed \(\?\)</u);
            match(silent, />\?\/1</u);
            ok(!silent.includes('>gap 1<'), 'nothing is known to be short');
        });

        it('conduits have their gap in words and colour', () => {
            const { conduits } = toGraph(load(model('')), { colour: 'gap' });
            deepEqual(
                conduits.map(({ tone }) => tone),
                ['gap-open'],
            );
            const byTarget = toGraph(load(model('')));
            deepEqual(
                byTarget.conduits.map(({ tone }) => tone),
                ['sl-1'],
            );
        });
    });
});
