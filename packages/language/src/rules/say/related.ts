import type { Flow, Origin, Place, Related } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';

/** One related place for each element, all with the same message. */
export function related(message: string, elements: readonly { readonly origin: Origin }[]): readonly Related[] {
    return elements.map(element => ({ message, at: nameOf(element.origin) }));
}

/**
 * Related places that the finding blames as well: it stands for all of them, and is another one when one more comes
 * along.
 * @param placeOf where each would be blamed if it stood alone; at its name, where nothing is given
 */
export function alsoBlamed<T extends Flow | { readonly id: string; readonly origin: Origin }>(
    message: string,
    elements: readonly T[],
    placeOf?: (element: T) => Place,
): readonly Related[] {
    return elements.map(element => ({
        message,
        at: nameOf(element.origin),
        blamed: {
            subject: 'arrow' in element ? element.container : element.id,
            ...(placeOf ? { at: placeOf(element) } : {}),
        },
    }));
}
