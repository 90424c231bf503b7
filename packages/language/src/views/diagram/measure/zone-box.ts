import { frCount, highest, isSilent, type Level } from '../../../model/index.ts';
import type { AssetNode, DiagramGraph, Levels, ZoneNode } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { gapOfFr, gapWords, type FrGap } from '../content/tone.ts';
import { kindWords } from '../content/words.ts';
import { faces, sizes } from './measures.ts';
import { partingOf, widest, widthOf, wrap } from './text.ts';

/** An asset, set in lines. */
export interface CellBox {
    readonly node: AssetNode;
    readonly titleLines: readonly string[];
    /** Empty where the name is the title. */
    readonly nameLines: readonly string[];
    /** That it is planned or retired, where its zone is not; empty for what is there. */
    readonly phase: readonly string[];
    /** Left upper corner within the grid. */
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

export interface GridBox {
    readonly width: number;
    readonly height: number;
    readonly cells: readonly CellBox[];
}

/** One foundational requirement in the strip of a zone. */
export interface StripCell {
    readonly fr: number;
    readonly value: string;
    /**
     * Levels that are missing; `open` where it is not assessed, `null` outside of the colouring by gap, and where
     * nothing is asked for.
     */
    readonly gap: FrGap | null;
}

export interface HeaderBox {
    /** Distance of the words from the left edge. */
    readonly left: number;
    readonly titleLines: readonly string[];
    readonly metaLines: readonly string[];
    readonly chip: { readonly text: string; readonly width: number };
    readonly strip: readonly StripCell[];
    /** How many cells of the strip are beside each other. */
    readonly stripColumns: number;
    /** Of the words and the strip, in pixels; the chip and the badge stand apart, at the right. */
    readonly wordsWidth: number;
    readonly height: number;
}

/** A zone with everything inside it measured, apart from nested zones. */
export interface ZoneBox {
    readonly header: HeaderBox;
    readonly grid: GridBox | null;
    /** Of a zone without nested zones; the least size of one with. */
    readonly width: number;
    readonly height: number;
}

/** The level or levels of a vector in words: `2`, `1–3`; `null` when it says nothing. */
export function levelRange(vector: readonly (Level | null)[]): string | null {
    const top = highest(vector);
    if (top === null) return null;
    const least = vector.reduce<Level>((low, level) => (level !== null && level < low ? level : low), top);
    return least === top ? String(top) : `${least}–${top}`;
}

/** The target of a conduit, and how far it is derived: `SL-T 2 derived`, `SL-T 2–3 derived, RDF stated`. */
export function targetWords({ slT, derived }: Pick<Levels, 'slT' | 'derived'>): string {
    const range = levelRange(slT);
    if (range === null) return 'no SL-T';
    return `SL-T ${range}${derived && `${/^derived/u.test(derived) ? '' : ','} ${derived}`}`;
}

/** Room for the stripe along the left edge of a safety zone. */
export const stripeOf = (node: Pick<ZoneNode, 'kind'>): number => (node.kind === 'safety' ? sizes.stripe : 0);

/** Room for the sign of a wireless zone, below its chip. */
const wavesOf = (node: ZoneNode): number => (node.traits.includes('wireless') ? 20 : 0);

function chipText(levels: Levels, node: ZoneNode, graph: DiagramGraph): string {
    // What is not there has a target and no achievement: nothing is asked of it on this day.
    if (node.phase && graph.colour !== 'target' && graph.colour !== 'kind') return node.phase.state;
    if (graph.colour === 'requirement')
        return node.tone
            .replace('state-', '')
            .replace('unasked', 'not required')
            .replace('not-assessed', 'not assessed');
    if (graph.colour === 'gap') return gapWords(levels);
    const range = levelRange(levels.slT);
    return range === null ? (node.phase?.state ?? 'no SL-T') : `SL-T ${range}`;
}

/** The seven foundational requirements, where one number cannot say it. */
function stripOf(levels: Levels, graph: DiagramGraph): StripCell[] {
    const byGap = graph.colour === 'gap' && !isSilent(levels.slT);
    const uniform = levels.slT.every(level => level === levels.slT[0]);
    if (graph.conduitSign === 'brief' || graph.colour === 'requirement' || (!byGap && uniform)) return [];
    return Array.from({ length: frCount }, (_, fr) => {
        const target = levels.slT[fr] ?? null;
        const gap = byGap ? gapOfFr(levels, fr) : null;
        const achieved = gap === 'open' ? '?' : gap === 'contradicted' ? '!' : String(levels.slA[fr] ?? '–');
        const value = target === null ? '–' : byGap ? `${achieved}/${target}` : String(target);
        return { fr, value, gap };
    });
}

/** What is said of a zone below its title. */
export function metaOf(node: ZoneNode): string {
    const parts = [
        node.title === null ? '' : node.name,
        node.kind === null || node.kind === node.name.toLowerCase() ? '' : (kindWords[node.kind] ?? node.kind),
        node.purdue === null ? '' : `level ${node.purdue}`,
        ...node.traits,
        node.carrier ? 'carrier' : '',
        node.phase?.words ?? '',
        node.folded ? 'closed' : '',
        node.sheet === null ? '' : `sheet ${node.sheet}`,
        node.hiddenAssets === 0 ? '' : node.hiddenAssets === 1 ? '1 asset' : `${node.hiddenAssets} assets`,
    ];
    return parts.filter(part => part !== '').join(' · ');
}

/** As many columns as give the wished shape, width to height, with few empty places. */
function columnsFor(count: number, wished: number): number {
    let best = 1;
    let cost = Infinity;
    for (let columns = 1; columns <= Math.min(count, 10); columns++) {
        const rows = Math.ceil(count / columns);
        const shape = Math.abs(Math.log((columns * sizes.cellWidth) / (rows * 84) / wished));
        const empty = (columns * rows - count) / count;
        if (shape + empty * 0.8 < cost) {
            cost = shape + empty * 0.8;
            best = columns;
        }
    }
    return best;
}

/** Flat zones where levels lie above each other, higher ones where they stand side by side. */
const shapes = { down: 2.6, right: 1.3 } as const;

/** The lines below the title of a cell. */
export const belowTitle = ({ nameLines, phase }: Pick<CellBox, 'nameLines' | 'phase'>): readonly string[] => [
    ...nameLines,
    ...phase,
];

/**
 * The assets of one zone in rows, each row as high as its highest cell.
 * @param around the phase of the zone, which its assets do not repeat
 */
export function gridOf(assets: readonly AssetNode[], columns: number, around: Phase | null = null): GridBox | null {
    if (assets.length === 0) return null;
    const textWidth = sizes.cellWidth - 8;
    const cells: CellBox[] = [];
    let y = 0;
    for (let start = 0; start < assets.length; start += columns) {
        const row = assets.slice(start, start + columns).map(node => {
            const titleLines = wrap(node.title ?? node.name, faces.assetTitle, textWidth, 6, partingOf(node));
            const nameLines = node.title === null ? [] : wrap(node.name, faces.assetName, textWidth, 3);
            const own = node.phase && node.phase.words !== around?.words ? node.phase.words : null;
            const phase = own === null ? [] : wrap(own, faces.assetName, textWidth, 2);
            return { node, titleLines, nameLines, phase };
        });
        const lines = Math.max(...row.map(cell => cell.titleLines.length + belowTitle(cell).length));
        const height = sizes.icon + 8 + lines * sizes.assetLine + 4;
        row.forEach((cell, column) =>
            cells.push({ ...cell, x: column * sizes.cellWidth, y, width: sizes.cellWidth, height }),
        );
        y += height + 6;
    }
    return { width: columns * sizes.cellWidth, height: y - 6, cells };
}

function headerOf(node: ZoneNode, graph: DiagramGraph, inner: number, slim: boolean): HeaderBox {
    const text = chipText(node.levels, node, graph);
    const chip = { text, width: Math.ceil(widthOf(text, faces.chip)) + 2 * sizes.chipPadding };
    const titleRoom = inner - chip.width - 10 - sizes.badgeRoom;
    const titleLines = wrap(node.title ?? node.name, faces.zoneTitle, titleRoom, 4, partingOf(node));
    const metaLines = wrap(metaOf(node), faces.zoneMeta, inner - wavesOf(node), 4);
    const strip = stripOf(node.levels, graph);
    const stripColumns = columnsOf(strip, slim);
    const stripRows = strip.length === 0 ? 0 : Math.ceil(strip.length / stripColumns);
    const left = sizes.zonePadding + stripeOf(node);
    const height =
        10 +
        titleLines.length * sizes.titleLine +
        metaLines.length * sizes.metaLine +
        (stripRows > 0 ? stripRows * sizes.stripHeight + 6 : 0) +
        6;
    const wordsWidth = Math.ceil(
        Math.max(
            widest(titleLines, faces.zoneTitle),
            widest(metaLines, faces.zoneMeta),
            stripColumns * sizes.stripCell,
        ),
    );
    return { left, wordsWidth, titleLines, metaLines, chip, strip, stripColumns, height };
}

/** What a zone is measured with, where it is to fit a place that it had. */
export interface ZoneWish {
    /** Columns of assets. */
    readonly columns?: number;
    /** How much flatter than usual its assets are dealt out. */
    readonly flat?: number;
    /** The least width that it gets. */
    readonly width?: number;
    /** The title takes a second line rather than making the zone wider. */
    readonly narrow?: boolean;
    /** As narrow, with the levels in two rows. */
    readonly slim?: boolean;
}

/** How many cells of a strip are beside each other. */
const columnsOf = (strip: readonly StripCell[], slim: boolean): number =>
    slim ? Math.ceil(strip.length / 2) : strip.length;

/** The least room for the first line of a title, and the most that one gets; more for a word that is longer. */
const narrowTitle = 70;
const usualTitle = 190;
const longestWord = 300;

const widthOfLongest = (title: string): number =>
    Math.max(0, ...title.split(/\s+/u).map(word => widthOf(word, faces.zoneTitle)));

/** The least width in which a title is whole in two lines, and none of its words is broken. */
function inTwoLines(title: string): number {
    let width = Math.max(narrowTitle, Math.ceil(widthOfLongest(title)));
    while (width < usualTitle && wrap(title, faces.zoneTitle, width, 2).join(' ') !== title) width += 6;
    return Math.min(width, usualTitle);
}

/** Measures a zone: its head, its assets, and the room that both need. */
export function zoneBox(node: ZoneNode, graph: DiagramGraph, wish: ZoneWish = {}): ZoneBox {
    const grid = gridOf(
        node.assets,
        wish.columns ?? columnsFor(node.assets.length, shapes[graph.direction] * (wish.flat ?? 1)),
        node.phase,
    );
    const slim = wish.slim === true;
    const text = chipText(node.levels, node, graph);
    const words = node.title ?? node.name;
    const whole = Math.min(longestWord, Math.max(usualTitle, Math.ceil(widthOfLongest(words))));
    const most = wish.narrow ? narrowTitle : slim ? inTwoLines(words) : whole;
    const title = Math.min(widthOf(words, faces.zoneTitle), most);
    const titleRoom = title + widthOf(text, faces.chip) + 2 * sizes.chipPadding + 12 + sizes.badgeRoom;
    const metaRoom = Math.min(widthOf(metaOf(node), faces.zoneMeta), slim || wish.narrow ? 150 : 240) + wavesOf(node);
    const stripRoom = columnsOf(stripOf(node.levels, graph), slim) * sizes.stripCell;
    const needed =
        stripeOf(node) +
        Math.ceil(Math.max(grid?.width ?? 0, titleRoom, metaRoom, stripRoom, sizes.zoneWidth - 2 * sizes.zonePadding));
    const inner = Math.max(needed, Math.floor(wish.width ?? 0) - 2 * sizes.zonePadding);
    const header = headerOf(node, graph, inner - stripeOf(node), slim);
    return {
        header,
        grid,
        width: inner + 2 * sizes.zonePadding,
        height: header.height + (grid && node.zones.length === 0 ? grid.height + 10 + sizes.zonePadding : 10),
    };
}

/** The ways in which the assets of a zone may be dealt out, and its title set, for a place of a width. */
export function zoneWishes(node: ZoneNode, width: number): ZoneWish[] {
    const most = Math.min(Math.max(1, node.assets.length), 10);
    return Array.from({ length: most }, (_, index) => index + 1).flatMap(columns =>
        [false, true].map(narrow => ({ columns, width, narrow })),
    );
}

/** The widest line of an asset's text, in pixels. */
export function cellTextWidth(cell: CellBox): number {
    return Math.max(widest(cell.titleLines, faces.assetTitle), widest(belowTitle(cell), faces.assetName));
}
