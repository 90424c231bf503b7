import { inflateRawSync } from 'node:zlib';
import { WorkbookError } from './workbook.ts';

/**
 * What one part may become when it is unpacked, in bytes. A sheet of a million rows and a few columns stays below it.
 */
export const largestPart = 256 * 1024 * 1024;

interface Entry {
    readonly name: string;
    readonly method: number;
    readonly packed: number;
    readonly unpacked: number;
    readonly header: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * The parts of a ZIP archive, found by way of the directory at its end (PKWARE APPNOTE 4.3). Nothing is unpacked before
 * it is asked for,
 * and no part beyond a limit, whatever the archive says of its size.
 */
export class Archive {
    readonly #bytes: Uint8Array;
    readonly #view: DataView;
    readonly #limit: number;
    /** By name in lower case with `/`: some programs write `\` and other letter cases than their own directory says. */
    readonly #entries = new Map<string, Entry>();

    /**
     * @param limit what one part may become when it is unpacked, in bytes
     * @throws WorkbookError where the bytes are not a ZIP archive, or one without its end
     */
    constructor(bytes: Uint8Array, limit: number = largestPart) {
        this.#limit = limit;
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        try {
            this.#readDirectory();
        } catch (error) {
            if (error instanceof RangeError)
                throw new WorkbookError(
                    'is not a whole file: its end is missing or damaged. Copy or download it again.',
                );
            throw error;
        }
    }

    has(name: string): boolean {
        return this.#entries.has(plainName(name));
    }

    /**
     * @returns the bytes of a part; `null` where there is none of that name
     * @throws WorkbookError for a part that is damaged, protected, or larger than may be read
     */
    bytes(name: string): Uint8Array | null {
        const entry = this.#entries.get(plainName(name));
        if (!entry) return null;
        try {
            if (this.#view.getUint32(entry.header, true) !== localHeader) throw new RangeError();
            if ((this.#view.getUint16(entry.header + 6, true) & 1) === 1)
                throw new WorkbookError('is a ZIP archive with a password: take the password away first.');
            const start =
                entry.header +
                30 +
                this.#view.getUint16(entry.header + 26, true) +
                this.#view.getUint16(entry.header + 28, true);
            const packed = this.#bytes.subarray(start, start + entry.packed);
            if (entry.unpacked > this.#limit || packed.length > this.#limit) throw this.#tooLarge(name);
            if (entry.method === 0) return packed;
            if (entry.method !== 8) throw new RangeError();
            return inflateRawSync(packed, { maxOutputLength: this.#limit });
        } catch (error) {
            if (error instanceof WorkbookError) throw error;
            if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw this.#tooLarge(name);
            throw new WorkbookError(
                `has a damaged part (${name}): open it in a spreadsheet program and save it again.`,
            );
        }
    }

    /** The text of a part, UTF-8 or UTF-16 by its mark; `null` where there is none of that name. */
    text(name: string): string | null {
        const bytes = this.bytes(name);
        if (!bytes) return null;
        const wide =
            bytes[0] === 0xff && bytes[1] === 0xfe
                ? 'utf-16le'
                : bytes[0] === 0xfe && bytes[1] === 0xff
                  ? 'utf-16be'
                  : 'utf-8';
        return new TextDecoder(wide).decode(bytes);
    }

    #tooLarge(name: string): WorkbookError {
        return new WorkbookError(
            `has a part (${name}) of more than ${this.#limit / 1024 / 1024} MB: save the sheet that is wanted as CSV.`,
        );
    }

    #readDirectory(): void {
        const view = this.#view;
        let end = this.#bytes.length - 22;
        const first = Math.max(0, end - 0xffff);
        while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1;
        if (end < first) throw new RangeError();
        const count = view.getUint16(end + 10, true);
        if (count === 0xffff) throw new WorkbookError('holds more parts than a workbook has: save it as .xlsx or CSV.');
        let at = view.getUint32(end + 16, true);
        const decoder = new TextDecoder();
        for (let index = 0; index < count; index++) {
            if (view.getUint32(at, true) !== directoryEntry) throw new RangeError();
            const nameLength = view.getUint16(at + 28, true);
            const name = decoder.decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
            this.#entries.set(plainName(name), {
                name,
                method: view.getUint16(at + 10, true),
                packed: view.getUint32(at + 20, true),
                unpacked: view.getUint32(at + 24, true),
                header: view.getUint32(at + 42, true),
            });
            at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        }
    }
}

function plainName(name: string): string {
    return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
