import path from 'node:path';
import type { Positioned } from 'iacs-language/diagram';
import { toDrawio, toJson, toSvg, toVsdx } from 'iacs-language/diagram';
import { Failure } from '../io.ts';
import { oneOf } from '../options.ts';

/** The formats of `iacs diagram`, which are also the endings of its files. */
export const formats = ['svg', 'png', 'mmd', 'drawio', 'vsdx', 'json'] as const;
type Format = (typeof formats)[number];
export const themes = ['light', 'dark', 'contrast'] as const;

/**
 * The format that was given, else the one of the ending of the file, else SVG.
 * @throws {@link Failure} for another format or ending
 */
export function formatOf(file: string | undefined, given: string | undefined): Format {
    if (given !== undefined) return oneOf('format', given, formats);
    if (file === undefined) return 'svg';
    const ending = path.extname(file).slice(1).toLowerCase();
    const format = formats.find(candidate => candidate === ending);
    if (!format)
        throw new Failure(
            `${file} has none of the endings ${formats.map(each => `.${each}`).join(', ')}: give one, or --format.`,
        );
    return format;
}

/**
 * A picture in its format.
 * @param views the pages that follow, of a drawing for diagrams.net
 * @param fonts files of further fonts, for PNG
 */
export async function contentOf(
    format: Exclude<Format, 'mmd'>,
    positioned: Positioned,
    views: readonly Positioned[],
    theme: (typeof themes)[number],
    fonts: readonly string[],
): Promise<string | Uint8Array> {
    switch (format) {
        case 'svg':
            return toSvg(positioned, theme);
        case 'drawio':
            return toDrawio(positioned, ...views);
        case 'vsdx': {
            const { zipped } = await import('../diagram/zip.ts');
            return zipped(toVsdx(positioned));
        }
        case 'json':
            return `${JSON.stringify(toJson(positioned), null, 2)}\n`;
        case 'png': {
            const { toPng } = await import('iacs-language/node');
            return toPng(toSvg(positioned, theme), { moreFonts: fonts });
        }
    }
}
