const mostPixels = 12_000;

/** The picture as a PNG, in the colours of print, twice as large as on screen where that is not too much. */
export async function toPng(svg: string, size: { readonly width: number; readonly height: number }): Promise<Blob> {
    const factor = Math.min(2, mostPixels / Math.max(size.width, size.height, 1));
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(size.width * factor);
        canvas.height = Math.round(size.height * factor);
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) => {
            canvas.toBlob(
                blob => (blob ? resolve(blob) : reject(new Error('The picture is too large for an image.'))),
                'image/png',
            );
        });
    } finally {
        URL.revokeObjectURL(url);
    }
}

export function dataUrl(blob: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.onerror = () => reject(new Error('The image could not be read.'));
        reader.readAsDataURL(blob);
    });
}
