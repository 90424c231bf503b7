/** The sizes of paper that a drawing can be fitted on; points, 72 to an inch. A slide of 16 to 9 is as a screen. */
export const papers = {
    a4: { width: 841.89, height: 595.28, css: ['297mm', '210mm'], frame: 0.62, strip: 186, foot: 158 },
    a3: { width: 1190.55, height: 841.89, css: ['420mm', '297mm'], frame: 0.7, strip: 242, foot: 212 },
    '16:9': { width: 960, height: 540, css: ['338.67mm', '190.5mm'], frame: 0.62, strip: 196, foot: 150 },
} as const;
/** One of {@link paperNames}. */
export type PaperName = keyof typeof papers;
/** The papers of a sheet. */
export const paperNames = Object.keys(papers) as PaperName[];

/** What is beside the drawing on a sheet: a strip at the right or at the bottom, or a foot with the legend alone. */
export type Strip = 'right' | 'bottom' | 'foot';

/** A rectangle in points. */
export interface Area {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** A sheet of paper with what is where on it. */
export interface Page {
    readonly width: number;
    readonly height: number;
    /** Width and height in the words of CSS. */
    readonly css: readonly [string, string];
    /** Points for a pixel of the frame: of heading, legend, register and title block. */
    readonly frame: number;
    readonly rim: Area;
    readonly drawing: Area;
    /** Where legend, notes and register go, column by column. */
    readonly columns: readonly Area[];
    readonly title: Area;
}

/** Margin in points: 10 mm, and 20 mm at the left, where a sheet is filed (ISO 5457). */
const margin = 28.35;
const filing = 56.7;
const headHeight = 34;
const gap = 10;
/** A column may be so much narrower than the title block where one more then has room. */
const narrowest = 0.95;
/** The title block in a corner, and the flat one beside a short legend; pixels of the frame. */
export const titleBlocks = { corner: { width: 342, height: 152 }, flat: { width: 684, height: 92 } } as const;

/**
 * The areas of a sheet.
 * @param portrait stands upright
 * @param footHeight of a foot, in pixels of the frame
 * @param shape of the title block
 * @param deep how many times as tall as usual a strip at the bottom is; as many columns has one at the right
 */
export function pageOf(
    name: PaperName,
    portrait: boolean,
    strip: Strip,
    footHeight = 0,
    shape: keyof typeof titleBlocks = 'corner',
    deep = 1,
): Page {
    const paper = papers[name];
    const [width, height] = portrait ? [paper.height, paper.width] : [paper.width, paper.height];
    const css = portrait ? ([paper.css[1], paper.css[0]] as const) : paper.css;
    const left = name === '16:9' ? margin : filing;
    const rim = { x: left, y: margin, width: width - left - margin, height: height - 2 * margin };
    const inner = {
        x: rim.x + gap,
        y: rim.y + headHeight,
        width: rim.width - 2 * gap,
        height: rim.height - headHeight - gap,
    };
    const block = { width: titleBlocks[shape].width * paper.frame, height: titleBlocks[shape].height * paper.frame };
    const title = {
        x: inner.x + inner.width - block.width,
        y: inner.y + inner.height - block.height,
        ...block,
    };
    const page = { width, height, css, frame: paper.frame, rim, title };
    const above = block.height + gap;
    if (strip === 'right') {
        const count = Math.max(1, Math.round(deep));
        const columns = Array.from({ length: count }, (_, index) => ({
            x: inner.x + inner.width - (count - index) * block.width - (count - 1 - index) * gap,
            y: inner.y,
            width: block.width,
            height: inner.height - (index === count - 1 ? above : 0),
        }));
        return { ...page, drawing: { ...inner, width: inner.width - count * (block.width + gap) }, columns };
    }
    const tall = strip === 'bottom' ? paper.foot * deep : Math.max(block.height, footHeight * paper.frame);
    const top = inner.y + inner.height - tall;
    const drawing = { ...inner, height: inner.height - tall - gap };
    const room = inner.width - block.width - gap;
    if (strip === 'foot') return { ...page, drawing, columns: [{ x: inner.x, y: top, width: room, height: tall }] };
    const count = Math.max(1, Math.floor((room + gap) / ((block.width + gap) * narrowest)));
    const each = (room - (count - 1) * gap) / count;
    const columns = Array.from({ length: count }, (_, index) => ({
        x: inner.x + index * (each + gap),
        y: top,
        width: each,
        height: tall,
    }));
    const last = { x: title.x, y: top, width: title.width, height: tall - above };
    return { ...page, drawing, columns: last.height > 20 ? [...columns, last] : columns };
}
