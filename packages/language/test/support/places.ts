import type { AddressBook, Assessment, Whereabouts } from '../../src/assessment/index.ts';
import { addressBook } from '../../src/assessment/index.ts';
import { addressPoint } from '../../src/filter/index.ts';

const list = (words: readonly string[]): string => words.join(' ') || '-';

function placeText(place: Whereabouts): string {
    const at =
        place.kind === 'asset'
            ? `${place.leg.asset.id} in ${place.leg.zone?.id ?? '?'}`
            : `a host in ${place.network.zone.id}`;
    return place.translator ? `${at} behind ${place.translator.id}` : at;
}

/** Where each asset is, and in which zone each of its addresses is. */
export function legs(book: AddressBook, { model }: Assessment): readonly string[] {
    return model.assets.map(asset => {
        const own = book.legsOf(asset.id).map(leg => `${leg.address.text} in ${leg.zone?.id ?? '?'}`);
        return `${asset.id} in ${list(book.zonesOf(asset).map(zone => zone.id))}${own.map(leg => `, ${leg}`).join('')}`;
    });
}

/**
 * Where addresses belong, what hides hosts as them, and which assets these may be.
 * @param asked addresses, and after ` seen from ` the zones to look among first: `10.1.1.1 10.1.1.2 seen from A B`
 */
export function places(assessment: Assessment, asked: string): readonly string[] {
    const book = addressBook(assessment.lookup);
    const [addresses, seen] = asked.split(' seen from ');
    const scope = seen?.split(' ');
    return addresses!.split(' ').map(text => {
        const point = addressPoint(text)!;
        const hiding = book.hidingAs(point, scope).map(each => {
            const hidden = assessment.model.assets.filter(asset => book.mayHide(each, asset));
            return `${each.device.id} (perhaps ${list(hidden.map(asset => asset.id))})`;
        });
        return (
            `${text}${seen ? ` seen from ${seen}` : ''}: ${book.where(point, scope).map(placeText).join('; ') || '-'}` +
            `, hidden by ${list(book.hiddenBy(point).map(device => device.id))}` +
            (hiding.length > 0 ? `, shown by ${hiding.join('; ')}` : '')
        );
    });
}

/** For an address, each zone behind a device that translates it, and the networks that count in each zone. */
export function realms(assessment: Assessment, address: string): readonly string[] {
    const book = addressBook(assessment.lookup);
    const point = addressPoint(address)!;
    return assessment.model.zones.map(({ id }) => {
        const networks = book.networksAround(id, point).map(({ zone, address: { text } }) => `${text} of ${zone.id}`);
        return `${address} in ${id}: behind ${book.realmOf(id, point) ?? '-'}, networks ${list(networks)}`;
    });
}
