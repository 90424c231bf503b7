import { inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { WorkbookError } from './workbook.ts';

/** What one part may become when it is unpacked, in bytes. */
const largestPart = 256 * 1024 * 1024;
/** What a sheet may become, which is never held as a whole: a million rows with formats in 40 columns. */
export const largestSheet = 1024 * 1024 * 1024;

/** A part up to this size is unpacked as a whole by Node, which is twice as fast. */
const wholeBelow = 32 * 1024 * 1024;

/** Packed bytes of a larger part that are unpacked at once; they become at most some thousand times as many. */
const step = 16 * 1024;

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
 * it is asked for, and no part beyond a limit, whatever the archive says of its size.
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
    constructor(bytes: Uint8Array, limit = largestPart) {
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
     * Unpacks a part, piece by piece where it is large, so that it is not in memory as a whole.
     * @param take called with each piece, in order
     * @param limit what it may become, in bytes
     * @returns false where there is no part of that name
     * @throws WorkbookError for a part that is damaged, protected, or larger than may be read
     */
    read(name: string, take: (piece: Uint8Array) => void, limit = this.#limit): boolean {
        const entry = this.#entries.get(plainName(name));
        if (!entry) return false;
        try {
            const packed = this.#packed(entry);
            if (entry.unpacked > limit || packed.length > limit) throw tooLarge(name, limit);
            if (entry.method === 0) take(packed);
            else if (entry.method !== 8) throw new RangeError();
            else if (entry.unpacked <= wholeBelow) take(inflateRawSync(packed, { maxOutputLength: limit }));
            else inflate(packed, take, limit, () => tooLarge(name, limit));
        } catch (error) {
            if (error instanceof WorkbookError) throw error;
            if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name, limit);
            throw new WorkbookError(
                `has a damaged part (${name}): open it in a spreadsheet program and save it again.`,
            );
        }
        return true;
    }

    /** Like {@link read}, with texts: UTF-8 or UTF-16 by the mark of the part. */
    readText(name: string, take: (piece: string) => void, limit = this.#limit): boolean {
        let decoder: ReturnType<typeof decoderFor> | null = null;
        const found = this.read(
            name,
            piece => {
                decoder ??= decoderFor(piece);
                take(decoder.decode(piece, { stream: true }));
            },
            limit,
        );
        if (found) take((decoder ?? new TextDecoder()).decode());
        return found;
    }

    /** The text of a part as a whole; `null` where there is none of that name. */
    text(name: string): string | null {
        const pieces: string[] = [];
        return this.readText(name, piece => pieces.push(piece)) ? pieces.join('') : null;
    }

    /** The bytes of a part as they are in the archive. */
    #packed({ header, packed }: Entry): Uint8Array {
        if (this.#view.getUint32(header, true) !== localHeader) throw new RangeError();
        if ((this.#view.getUint16(header + 6, true) & 1) === 1)
            throw new WorkbookError('is a ZIP archive with a password: take the password away first.');
        const start = header + 30 + this.#view.getUint16(header + 26, true) + this.#view.getUint16(header + 28, true);
        return this.#bytes.subarray(start, start + packed);
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

function tooLarge(name: string, limit: number): WorkbookError {
    return new WorkbookError(
        `has a part (${name}) of more than ${limit / 1024 / 1024} MB: save the sheet that is wanted as CSV.`,
    );
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void, limit: number, tooLarge: () => Error): void {
    let unpacked = 0;
    const stream = new Inflate(piece => {
        unpacked += piece.length;
        if (unpacked > limit) throw tooLarge();
        if (piece.length > 0) take(piece);
    });
    for (let at = 0; at < packed.length || at === 0; at += step)
        stream.push(packed.subarray(at, at + step), at + step >= packed.length);
}

function decoderFor(start: Uint8Array): InstanceType<typeof TextDecoder> {
    if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
    return new TextDecoder(start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8');
}

function plainName(name: string): string {
    return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
