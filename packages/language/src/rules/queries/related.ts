import type { Origin, Related } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';

/** One related place for each element, all with the same message. */
export function related(message: string, elements: readonly { readonly origin: Origin }[]): readonly Related[] {
    return elements.map(element => ({ message, at: nameOf(element.origin) }));
}
