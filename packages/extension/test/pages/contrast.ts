/** The contrast of WCAG 2, of colours as a browser computes them: `rgb(22, 32, 43)` or `color(srgb 0.1 0.2 0.3)`. */
export function contrast(one: string, other: string): number {
    const luminance = (colour: string): number =>
        [...colour.matchAll(/[\d.]+/gu)].slice(0, 3).reduce((sum, [channel], at) => {
            const part = Number(channel) / (colour.startsWith('color(') ? 1 : 255);
            const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            return sum + linear * [0.2126, 0.7152, 0.0722][at]!;
        }, 0);
    const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
}
