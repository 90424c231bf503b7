import type { PictureView } from './picture.ts';

/** The whole picture in a corner, for those that do not fit: shows what is in sight, and moves it. */
export class Minimap {
    private readonly canvas: HTMLCanvasElement;
    private readonly picture: PictureView;

    constructor(canvas: HTMLCanvasElement, picture: PictureView, centre: (x: number, y: number) => void) {
        this.canvas = canvas;
        this.picture = picture;
        const move = (event: PointerEvent): void => {
            if (event.buttons !== 1) return;
            const scale = this.scale;
            centre(event.offsetX / scale, event.offsetY / scale);
        };
        canvas.addEventListener('pointerdown', move);
        canvas.addEventListener('pointermove', move);
    }

    private get scale(): number {
        const { width, height } = this.picture.size;
        return Math.min(this.canvas.width / Math.max(1, width), this.canvas.height / Math.max(1, height));
    }

    /** After a new picture. */
    refresh(window: DOMRect): void {
        this.draw(window);
    }

    draw(window: DOMRect): void {
        const { width, height } = this.picture.size;
        const whole = window.width >= width && window.height >= height;
        this.canvas.hidden = width === 0 || whole;
        const context = this.canvas.getContext('2d');
        if (this.canvas.hidden || !context) return;
        const style = getComputedStyle(document.body);
        const scale = this.scale;
        context.clearRect(0, 0, this.canvas.width, this.canvas.height);
        context.fillStyle = style.getPropertyValue('--vscode-editorWidget-border') || '#8884';
        const origin = this.picture.svg?.getBoundingClientRect();
        const zoom = origin && width > 0 ? origin.width / width : 1;
        for (const element of this.picture.elements) {
            if (!element.classList.contains('zone') || !origin) continue;
            const box = element.getBoundingClientRect();
            context.fillRect((box.left - origin.left) / zoom * scale, (box.top - origin.top) / zoom * scale, box.width / zoom * scale, box.height / zoom * scale);
        }
        context.strokeStyle = style.getPropertyValue('--vscode-focusBorder') || '#0a84ff';
        context.lineWidth = 2;
        context.strokeRect(window.x * scale, window.y * scale, window.width * scale, window.height * scale);
    }
}
