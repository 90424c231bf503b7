const duration = 220;
const mostElements = 600;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

interface Seen {
    readonly x: number;
    readonly y: number;
}

const placeOf = (element: SVGGElement): Seen => {
    const { x, y } = element.getBBox();
    return { x, y };
};

/**
 * Changes the picture, then lets what has moved glide to its new place and what is new fade in.
 * @param elements gives the elements of the picture, before and after
 * @param wished false when the reader switched it off
 */
export function gently(elements: () => readonly SVGGElement[], change: () => void, wished: boolean): void {
    const before = elements();
    if (!wished || calm.matches || before.length === 0 || before.length > mostElements) return change();
    const places = new Map(before.map(element => [element, placeOf(element)]));
    change();
    const moves = new Map<Element, Seen>();
    for (const element of elements()) {
        const from = places.get(element);
        if (!from) {
            element.animate([{ opacity: 0 }, { opacity: 1 }], { duration, easing: 'ease-out' });
            continue;
        }
        const to = placeOf(element);
        const own = { x: from.x - to.x, y: from.y - to.y };
        moves.set(element, own);
        const around = element.parentElement?.closest('g.zone,g.conduit');
        const carried = (around && moves.get(around)) ?? { x: 0, y: 0 };
        const [dx, dy] = [own.x - carried.x, own.y - carried.y];
        if (Math.hypot(dx, dy) > 0.5) {
            element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], {
                duration,
                easing: 'ease-out',
            });
        }
    }
}
