import { readAddresses } from '../../filter/index.ts';
import type { Asset, Lookup, Model } from '../../model/index.ts';

/** An asset with an address that is not there on the day of the model: it is planned, or gone. */
export function holderAtOtherTimes(lookup: Lookup, whole: Model, address: string): Asset | undefined {
    const wanted = readAddresses(address)?.join();
    return whole.assets.find(
        ({ id, addresses }) =>
            !lookup.asset(id) &&
            addresses.some(({ text }) => text === address || readAddresses(text)?.join() === wanted),
    );
}
