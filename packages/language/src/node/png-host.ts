import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** The files that rasterising needs. A bundle has them beside it. */
export interface PngFiles {
    /** `index_bg.wasm` of `@resvg/resvg-wasm`. */
    readonly wasm: URL | string;
    /** TrueType fonts, the regular weight first; further ones serve scripts that the first ones lack. */
    readonly fonts: readonly (URL | string)[];
}

/** The names under which a bundle keeps the files, beside itself. */
export const pngFileNames = { wasm: 'resvg.wasm', regular: 'Arimo-Regular.ttf', bold: 'Arimo-Bold.ttf' } as const;

function filesOf(): PngFiles {
    if (!import.meta.url.endsWith('.ts') && !import.meta.url.endsWith('/node/png-host.js')) {
        const beside = (name: string): URL => new URL(`./${name}`, import.meta.url);
        return { wasm: beside(pngFileNames.wasm), fonts: [beside(pngFileNames.regular), beside(pngFileNames.bold)] };
    }
    const require = createRequire(import.meta.url);
    return {
        wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
        fonts: ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map(path =>
            require.resolve(`@expo-google-fonts/arimo/${path}`),
        ),
    };
}

/** The bundled fonts, as a URL or a path. */
export function fontFiles(): { readonly regular: URL | string; readonly bold: URL | string } {
    const [regular, bold] = filesOf().fonts;
    return { regular: regular ?? '', bold: bold ?? '' };
}

let ready: Promise<void> | null = null;

/** The size of a PNG, and the fonts besides the bundled one. */
export interface PngOptions {
    /** Pixels for each unit of the SVG; 2 by default, for print. */
    readonly scale?: number;
    /** Where the files are; by default in the packages, or beside the bundle. */
    readonly files?: PngFiles;
    /** TrueType or OpenType fonts for scripts that the bundled ones lack. */
    readonly moreFonts?: readonly (URL | string)[];
}

/** The longest side of a picture, in pixels: more than this takes gigabytes. */
const longestSide = 16_000;

/** The chunk `tEXt` of a PNG that says `Software: iacs`, with its length and its checksum. */
const signature = Buffer.from('AAAADXRFWHRTb2Z0d2FyZQBpYWNzskim9w==', 'base64');
/** Where a PNG has its first chunk behind its header. */
const afterHeader = 33;

/** A picture that says what made it, so that it can be told from those of other programs. */
function signed(png: Uint8Array): Uint8Array {
    return Buffer.concat([png.subarray(0, afterHeader), signature, png.subarray(afterHeader)]);
}

/**
 * Rasterises an SVG of `toSvg`, without a browser. Fonts of the machine are not used, so that the picture is the same
 * everywhere.
 * @param svg of a theme other than `auto`, whose colours are CSS variables
 * @returns the bytes of a PNG file
 * @throws when the files cannot be read
 */
export async function toPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
    const files = options.files ?? filesOf();
    const fonts = Promise.all([...files.fonts, ...(options.moreFonts ?? [])].map(file => readFile(file)));
    ready ??= readFile(files.wasm).then(bytes => initWasm(bytes));
    await ready;
    const size = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/u.exec(svg);
    const longest = Math.max(Number(size?.[1] ?? 0), Number(size?.[2] ?? 0), 1);
    const zoom = Math.min(options.scale ?? 2, longestSide / longest);
    const resvg = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: zoom },
        font: { fontBuffers: await fonts, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
    });
    const image = resvg.render();
    const bytes = image.asPng();
    image.free();
    resvg.free();
    return signed(bytes);
}
