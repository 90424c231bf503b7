import { strToU8, zipSync } from 'fflate';

/** A package of parts by their names. The same parts give the same bytes: no clock is read. */
export function zipped(parts: ReadonlyMap<string, string>): Uint8Array {
    const files = Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)]));
    return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
