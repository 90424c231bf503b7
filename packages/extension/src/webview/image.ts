const mostPixels = 12_000;

/** A picture as a PNG, twice as large as on screen where that is not too much. */
export async function toPng(svg: string): Promise<Blob> {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const { naturalWidth: width, naturalHeight: height } = image;
        const factor = Math.min(2, mostPixels / Math.max(width, height, 1));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(width * factor);
        canvas.height = Math.round(height * factor);
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
