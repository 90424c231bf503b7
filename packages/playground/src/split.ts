/** A bar between two parts of the page: dragged, or moved with the arrow keys. */
export function listenToSplit(bar: HTMLElement, variable: '--across' | '--down'): void {
    const across = variable === '--across';
    const around = bar.parentElement as HTMLElement;
    const set = (percent: number): void => {
        const kept = Math.round(Math.max(12, Math.min(85, percent)));
        around.style.setProperty(variable, `${kept}%`);
        bar.setAttribute('aria-valuenow', String(kept));
    };
    bar.setAttribute('aria-valuemin', '12');
    bar.setAttribute('aria-valuemax', '85');
    bar.setAttribute('aria-valuenow', across ? '46' : '32');
    bar.addEventListener('pointerdown', event => {
        event.preventDefault();
        bar.setPointerCapture(event.pointerId);
    });
    bar.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
        if (!bar.hasPointerCapture(pointerId)) return;
        const { left, width, bottom, height } = around.getBoundingClientRect();
        set(across ? ((clientX - left) / width) * 100 : ((bottom - clientY) / height) * 100);
    });
    bar.addEventListener('keydown', event => {
        const step = across ? { ArrowLeft: -3, ArrowRight: 3 }[event.key] : { ArrowUp: 3, ArrowDown: -3 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set(Number(bar.getAttribute('aria-valuenow')) + step);
    });
}
