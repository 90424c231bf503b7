import { halfWidth } from './names.ts';
import { addressPoint, addressText } from 'iacs-language/filter';
import { readMac } from 'iacs-language';
import type { Read } from './scale.ts';

const criticalityWords: ReadonlyMap<string, string> = new Map([
    ...(['low', 'minor', 'niedrig', 'gering', 'faible', 'bajo', 'baja'] as const).map(word => [word, 'low'] as const),
    ...(['medium', 'moderate', 'med', 'normal', 'mittel', 'moyen', 'moyenne', 'medio', 'media'] as const).map(
        word => [word, 'medium'] as const,
    ),
    ...(['high', 'major', 'hoch', 'élevé', 'élevée', 'alto', 'alta'] as const).map(word => [word, 'high'] as const),
    ...(
        [
            'critical',
            'very high',
            'vital',
            'kritisch',
            'sehr hoch',
            'critique',
            'très élevé',
            'très élevée',
            'crítico',
            'crítica',
            'critico',
            'muy alto',
            'muy alta',
        ] as const
    ).map(word => [word, 'critical'] as const),
]);

/** One of the four words of the language. */
export function readCriticality(text: string): Read<string> {
    if (text === '') return { kind: 'empty' };
    const word = criticalityWords.get(text.normalize('NFC').toLowerCase().trim());
    return word
        ? { kind: 'value', value: word, more: false }
        : { kind: 'text', text, why: 'is not low, medium, high or critical' };
}

/** Whether a cell says yes or no, in the words of four languages; `null` for any other text. */
export function readYes(text: string): boolean | null {
    if (/^(yes|y|true|x|✓|✔|1|ja|j|wahr|oui|vrai|sí|si|verdadero)$/i.test(text)) return true;
    return /^(no|n|false|0|-|–|nein|falsch|non|faux|falso)$/i.test(text) ? false : null;
}

/** What a cell of addresses holds. */
export interface ReadAddresses {
    /** IPv4 and IPv6, without a mask. */
    readonly addresses: readonly string[];
    /** MAC addresses, in one form. */
    readonly macs: readonly string[];
    /** True where the cell says that the address is not fixed. */
    readonly dhcp: boolean;
    /** What else is in it. */
    readonly rest: string;
}

/** The addresses in a cell, and what else is in it. A mask or port behind an address says nothing of the device. */
export function readAddresses(text: string): ReadAddresses {
    const found = { addresses: [] as string[], macs: [] as string[], dhcp: false };
    const rest: string[] = [];
    for (const part of halfWidth(text)
        .split(/[\s,;|]+|(?<=\d)\/(?=$|\s|[0-9A-Fa-f]{2}:)/)
        .filter(each => each !== '' && each !== '/')) {
        const plain = part.replace(/^\(|\)$/g, '');
        const address = plain.replace(/\/\d{1,3}$/, '').replace(/%\w+$/, '');
        const mac = readMac(plain);
        const point = addressPoint(address);
        if (mac !== null && !/^\d+$/.test(plain)) found.macs.push(mac);
        else if (point !== null)
            // The address of IPv4 itself for one that is written as IPv6, so that both are one.
            found.addresses.push(typeof point === 'number' && address.includes(':') ? addressText(point) : address);
        else if (/^dhcp$/i.test(plain)) found.dhcp = true;
        else rest.push(part);
    }
    return {
        addresses: [...new Set(found.addresses)],
        macs: [...new Set(found.macs)],
        dhcp: found.dhcp,
        rest: rest.join(' ').replace(/^[\s/]+|[\s/]+$/g, ''),
    };
}

const arrow = /→|⟶|⇒|->|=>|➔|»/u;

/** Whether a cell has a path, `Office → Control`, and not a list. */
export function hasArrow(text: string): boolean {
    return arrow.test(text);
}

function entriesOf(text: string, between: RegExp): readonly string[] {
    return text
        .split(between)
        .map(part => part.replace(/^[\s•·*–—-]+/u, '').trim())
        .filter(part => part !== '');
}

/** The entries of a cell that lists several: by lines, semicolons, bars or commas. */
export function readList(text: string): readonly string[] {
    return entriesOf(text, /\n|;|,|\|/u);
}

/** The stations of a way, first one first. */
export function readWay(text: string): readonly string[] {
    return entriesOf(text, new RegExp(`\\n|;|,|${arrow.source}`, 'u'));
}
