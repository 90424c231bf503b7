import type { PictureView } from './picture.ts';

/**
 * The picture as a PNG in a data URL, at twice its size, with the colours of the present theme.
 * @throws where the browser cannot draw it
 */
export async function rasterise(picture: PictureView): Promise<string> {
    const { width, height } = picture.size;
    if (width === 0) throw new Error('There is no picture.');
    const style = getComputedStyle(document.documentElement);
    const coloured = picture.source.replace(/var\((--[\w-]+)(?:,\s*([^()]+))?\)/g, (whole, name: string, otherwise: string | undefined) =>
        style.getPropertyValue(name).trim() || otherwise || whole);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(coloured)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
}
