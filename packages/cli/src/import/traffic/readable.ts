/** Ends of sessions in logs whose fields have fixed meanings: what cannot be read is left out, and never a name. */
import { addressPoint } from 'iacs-language/filter';

/** Most rows are of IPv4, and there are millions. */
const four = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)$/;

const isAddress = (text: string): boolean => four.test(text) || (text.includes(':') && addressPoint(text) !== null);

/** The number of a port; 0 where none is said, and `NaN` for what is none. */
export function portIn(written: unknown): number {
    if (written === undefined || written === null || written === '' || written === '-') return 0;
    const port = typeof written === 'number' || /^\d+$/.test(String(written)) ? Number(written) : Number.NaN;
    return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : Number.NaN;
}

/** Why a row is left out; `null` where its ends can be read. */
export function unreadable(from: string, to: string, fromPort: number, toPort: number): string | null {
    if (from === '' || to === '') return 'a row without addresses';
    if (!isAddress(from) || !isAddress(to)) return 'an address that cannot be read';
    return Number.isNaN(fromPort) || Number.isNaN(toPort) ? 'a port that cannot be read' : null;
}
