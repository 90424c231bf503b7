import type { Flow, Origin, Related } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';

/** One related place for each element, all with the same message. */
export function related(message: string, elements: readonly { readonly origin: Origin }[]): readonly Related[] {
    return elements.map(element => ({ message, at: nameOf(element.origin) }));
}

/** Related places that the finding blames as well: it stands for all of them, and is another one when one more comes along. */
export function alsoBlamed(message: string, elements: readonly (Flow | { readonly id: string; readonly origin: Origin })[]): readonly Related[] {
    return elements.map(element => ({
        message,
        at: nameOf(element.origin),
        blamed: { subject: 'arrow' in element ? element.container : element.id },
    }));
}
