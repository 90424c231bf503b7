import type { Tone } from '../content/graph.ts';

/** The themes of a picture. */
export const themes = ['light', 'dark', 'contrast', 'auto'] as const;
/** `auto` leaves the colours to CSS variables, `--iacs-ink` and so on, and is light without them. */
export type Theme = (typeof themes)[number];

/** The colours of a picture apart from the zones. */
const surface = {
    canvas: ['#ffffff', '#12171d', '#000000'],
    ink: ['#16202b', '#edf1f5', '#ffffff'],
    muted: ['#46525f', '#b4c0cb', '#ffffff'],
    rule: ['#7f8b97', '#76838f', '#ffffff'],
    band: ['#f3f6f9', '#1a2129', '#000000'],
    card: ['#ffffff', '#1a2129', '#000000'],
    bore: ['#dfe6ed', '#38444f', '#000000'],
    line: ['#27384a', '#c3d0dc', '#ffffff'],
    error: ['#b3261e', '#ff8a80', '#ff9d94'],
    warning: ['#8a5a00', '#f5c04a', '#ffd75e'],
    info: ['#1f5fa8', '#8dbdf2', '#9fd0ff'],
    onBadge: ['#ffffff', '#12171d', '#000000'],
    hazard: ['#f2c200', '#f2c200', '#ffd800'],
    onHazard: ['#1b1b1b', '#1b1b1b', '#000000'],
    untrusted: ['#e3b7b2', '#6e3b37', '#8a2f27'],
} as const;
export type SurfaceColour = keyof typeof surface;
export const surfaceColours = Object.keys(surface) as SurfaceColour[];

/** Body, head and edge of a zone: light, dark, high contrast. */
type Shades = readonly [
    readonly [string, string, string],
    readonly [string, string, string],
    readonly [string, string, string],
];

const grey: Shades = [
    ['#ffffff', '#e2e7ed', '#66727f'],
    ['#171d24', '#2a333d', '#8795a3'],
    ['#000000', '#212121', '#ffffff'],
];
const slate: Shades = [
    ['#f7f9fa', '#a9b4c0', '#52606e'],
    ['#1a2028', '#5b6975', '#94a3b2'],
    ['#000000', '#1c2630', '#c8d4e0'],
];
const blues: Shades[] = [
    [
        ['#fafcfe', '#f5fafe', '#5787b8'],
        ['#141b23', '#182635', '#5f8cba'],
        ['#000000', '#000000', '#7cc4ff'],
    ],
    [
        ['#f5f9fd', '#dbe9f7', '#4a7eb0'],
        ['#161f2a', '#1f3650', '#6fa3d6'],
        ['#000000', '#00213f', '#7cc4ff'],
    ],
    [
        ['#f1f7fd', '#c0daf2', '#2b67a3'],
        ['#15202d', '#22486f', '#7db4ea'],
        ['#000000', '#003462', '#7cc4ff'],
    ],
    [
        ['#ecf4fc', '#9ac0e6', '#1b4d86'],
        ['#14212f', '#275c91', '#93c4f4'],
        ['#000000', '#004a8c', '#9bd2ff'],
    ],
    [
        ['#e6f0fb', '#78a8da', '#103763'],
        ['#132232', '#2f70b0', '#aed4fb'],
        ['#000000', '#005fb3', '#bfe2ff'],
    ],
];
const green: Shades = [
    ['#f4faf5', '#cde7d1', '#2a7536'],
    ['#15211a', '#20472a', '#6cc07c'],
    ['#000000', '#00330c', '#7dff9a'],
];
const amber: Shades = [
    ['#fffaf0', '#fae0a6', '#8f5f00'],
    ['#221d12', '#574210', '#e0ab3d'],
    ['#000000', '#3d2b00', '#ffd75e'],
];
const red: Shades = [
    ['#fdf3f2', '#e58a80', '#9c2119'],
    ['#261617', '#a5443d', '#f08d85'],
    ['#000000', '#8a1208', '#ff9d94'],
];
const purple: Shades = [
    ['#f8f5fc', '#b79be0', '#6341a0'],
    ['#1d1a27', '#6a4fa3', '#ae92e0'],
    ['#000000', '#25104a', '#cbb0ff'],
];
const teal: Shades = [
    ['#f1f9f8', '#9fe0d8', '#1a706a'],
    ['#13211f', '#0e6459', '#62c0b6'],
    ['#000000', '#00524b', '#7cfff0'],
];
const yellow: Shades = [
    ['#fffcef', '#f6dd78', '#7c6200'],
    ['#221f12', '#574b0d', '#e2c33f'],
    ['#000000', '#615200', '#ffe95e'],
];

/** White where other tones have a ground: nothing is stated, or it lies outside. */
const plain: Shades = [
    ['#ffffff', '#ffffff', '#66727f'],
    ['#12171d', '#171d24', '#8795a3'],
    ['#000000', '#000000', '#ffffff'],
];
/** Not known, which is neither fine nor short. */
const open: Shades = [
    ['#fbfafd', '#e9e4f5', '#6b6391'],
    ['#171622', '#2a2740', '#a49bd0'],
    ['#000000', '#1a1633', '#c9bfff'],
];
/** Stated as fine, and the model shows otherwise. */
const contradicted: Shades = [
    ['#fdf5fa', '#f0bcd9', '#8e2a63'],
    ['#24151e', '#6b2450', '#e58fc0'],
    ['#000000', '#7a0050', '#ff9dd6'],
];
const cyan: Shades = [
    ['#f0f9fb', '#6fc3d6', '#1b6a7b'],
    ['#12202a', '#0f5f70', '#62b9cc'],
    ['#000000', '#005566', '#7cecff'],
];
const leaf: Shades = [
    ['#f6faf1', '#d9efc4', '#4d7326'],
    ['#171f12', '#2f4d12', '#93c25f'],
    ['#000000', '#1d3300', '#c0ff7d'],
];
/** By the levels that are missing, the darker the more: a copier prints four greys. */
const gaps: readonly [Shades, Shades, Shades, Shades] = [
    [
        ['#f4faf5', '#bfe2c5', '#2a7536'],
        ['#121d15', '#17381f', '#6cc07c'],
        ['#000000', '#00280a', '#7dff9a'],
    ],
    [
        ['#fffaf0', '#efbf4a', '#8a5c00'],
        ['#221d12', '#5e4709', '#e0ab3d'],
        ['#000000', '#4d3a00', '#ffd75e'],
    ],
    [
        ['#fff6f0', '#e8934a', '#964108'],
        ['#251a13', '#8a4a10', '#ef9a5f'],
        ['#000000', '#8a4a10', '#ffb27a'],
    ],
    [
        ['#fdf3f2', '#d9685c', '#8c1d16'],
        ['#261617', '#b84a40', '#f5a59d'],
        ['#000000', '#c2402f', '#ff9d94'],
    ],
];

const [level0 = grey, level1 = grey, level2 = grey, level3 = grey, level4 = grey] = blues;

const tones: Readonly<Record<Tone, Shades>> = {
    'sl-none': grey,
    'sl-0': level0,
    'sl-1': level1,
    'sl-2': level2,
    'sl-3': level3,
    'sl-4': level4,
    'gap-none': plain,
    'gap-open': open,
    'gap-contradicted': contradicted,
    'gap-0': gaps[0],
    'gap-1': gaps[1],
    'gap-2': gaps[2],
    'gap-3': gaps[3],
    'kind-none': grey,
    'kind-enterprise': slate,
    'kind-dmz': purple,
    'kind-operations': teal,
    'kind-control': level2,
    'kind-safety': yellow,
    'kind-field': leaf,
    'kind-external': plain,
    'state-met': green,
    'state-compensated': cyan,
    'state-excluded': slate,
    'state-planned': level2,
    'state-capable': purple,
    'state-missed': red,
    'state-not-assessed': amber,
    'state-contradicted': contradicted,
    'state-unasked': grey,
};
export const allTones = Object.keys(tones) as Tone[];

const column = { light: 0, dark: 1, contrast: 2, auto: 0 } as const;

/** A colour of the surface, as it is in a style sheet. */
export function colour(name: SurfaceColour, theme: Theme): string {
    const value = surface[name][column[theme]];
    return theme === 'auto' ? `var(--iacs-${name}, ${value})` : value;
}

export interface ToneColours {
    readonly body: string;
    readonly head: string;
    readonly edge: string;
}

/** The colours of a zone of that tone. */
export function toneColours(tone: Tone, theme: Theme): ToneColours {
    const [body, head, edge] = tones[tone][column[theme]];
    if (theme !== 'auto') return { body, head, edge };
    return {
        body: `var(--iacs-${tone}-body, ${body})`,
        head: `var(--iacs-${tone}-head, ${head})`,
        edge: `var(--iacs-${tone}-edge, ${edge})`,
    };
}

/** The CSS variables of the theme `auto` with the colours of another theme, for a page that switches between them. */
export function themeVariables(theme: Exclude<Theme, 'auto'>): ReadonlyMap<string, string> {
    const variables = new Map<string, string>();
    for (const name of surfaceColours) variables.set(`--iacs-${name}`, colour(name, theme));
    for (const tone of allTones) {
        const { body, head, edge } = toneColours(tone, theme);
        variables.set(`--iacs-${tone}-body`, body).set(`--iacs-${tone}-head`, head).set(`--iacs-${tone}-edge`, edge);
    }
    return variables;
}
