/** A sheet of paper for a drawing, in millimetres. */
export interface Sheet {
    readonly name: 'a4' | 'a4-wide' | 'a3' | 'a3-wide';
    readonly width: number;
    readonly height: number;
}

const sheets: readonly Sheet[] = [
    { name: 'a4', width: 210, height: 297 },
    { name: 'a4-wide', width: 297, height: 210 },
    { name: 'a3', width: 297, height: 420 },
    { name: 'a3-wide', width: 420, height: 297 },
];

/** What margins, running heads, the heading and the caption take of a sheet, in millimetres. */
const across = 30;
const down = 62;

/** A pixel of CSS in millimetres. */
const pixel = 25.4 / 96;

/** The least share of its size that a drawing may be printed in: its small print of 10 pixels is 5 points high then. */
const legible = 0.67;

/** The size that an SVG states, in pixels; `null` where it states none. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } | null {
    const found = /<svg[^>]*\swidth="([\d.]+)(?:px)?"[^>]*\sheight="([\d.]+)(?:px)?"/.exec(svg);
    return found ? { width: Number(found[1]), height: Number(found[2]) } : null;
}

/** How large a drawing can be printed on a sheet, 1 being the size that it states. */
function scaleOn(sheet: Sheet, size: { readonly width: number; readonly height: number }): number {
    return Math.min((sheet.width - across) / (size.width * pixel), (sheet.height - down) / (size.height * pixel));
}

/** The smallest sheet on which a drawing can be read; the one on which it is largest where none does. */
export function sheetFor(svg: string): Sheet {
    const size = svgSize(svg);
    if (!size) return sheets[0]!;
    const byScale = (few: readonly Sheet[]): Sheet =>
        few.reduce((best, each) => (scaleOn(each, size) > scaleOn(best, size) ? each : best));
    const small = byScale(sheets.slice(0, 2));
    if (scaleOn(sheets[0]!, size) >= legible) return sheets[0]!;
    return scaleOn(small, size) >= legible ? small : byScale(sheets.slice(2));
}

/** The size in pixels at which a drawing fills its sheet, at most 1.5 times the size that it states. */
export function sizeOn(
    sheet: Sheet,
    size: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
    const scale = Math.min(scaleOn(sheet, size), 1.5);
    return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}
