import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf } from 'iacs-language/read-text';
import { TrafficError } from './session.ts';

/** No line of a log is longer; a file without line ends would fill the memory. */
const longestLine = 8 * 1024 * 1024;
const chunkSize = 1 << 17;

async function* chunksOf(handle: FileHandle, took: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
    for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize);
        if (bytesRead === 0) return;
        const chunk = buffer.subarray(0, bytesRead);
        took(chunk);
        yield chunk;
    }
}

function unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    // What goes wrong on the way ends the iteration over the last stream.
    return pipeline(Readable.from(chunks), createGunzip(), () => {});
}

async function isPacked(handle: FileHandle): Promise<boolean> {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** What a file is by its first bytes where it is not a text, and how a log is made of it; `null` for a text. */
function notText(bytes: Buffer, name: string): string | null {
    const start = bytes.subarray(0, 4).toString('hex');
    if (['d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '0a0d0d0a'].includes(start))
        return `${name} is a packet capture: make a log of it first, with \`zeek -r ${name}\`.`;
    if (start.startsWith('0ca5') || start.startsWith('a50c'))
        return `${name} is a file of nfcapd: make a table of it first, with \`nfdump -r ${name} -o csv\`.`;
    return null;
}

/** Which of the Unicode encodings a text is in, by its first bytes. */
function encodingOf(bytes: Buffer): string {
    const start = bytes.subarray(0, 2).toString('hex');
    return start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8';
}

/**
 * Hands on a file line by line, packed with gzip or not, in memory that does not grow with it.
 * @param name as it is printed
 * @param take gets each line, and whether a line end follows it: without one the last line may be cut
 * @param progress gets how many bytes of the file were read
 * @returns the SHA-256 of the file as it is on disk, in hexadecimal digits
 * @throws {@link TrafficError} where the file cannot be read to its end
 */
export async function eachLine(
    file: string,
    name: string,
    take: (line: string, number: number, isWhole: boolean) => void,
    progress: (bytes: number) => void,
): Promise<string> {
    let handle: FileHandle;
    // Nobody knows when a pipe or a device ends.
    const stats = await stat(file).catch(() => null);
    if (stats?.isFile() === false)
        throw new TrafficError(
            stats.isDirectory()
                ? `${name} is a folder: name the logs in it.`
                : `${name} cannot be read: it is not a regular file.`,
        );
    try {
        handle = await open(file);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new TrafficError(
            code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read: ${reasonOf(error)}`,
        );
    }
    const hash = createHash('sha256');
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let bytes = 0;
    let rest = '';
    let number = 0;
    const taken = (text: string): void => {
        const whole = rest === '' ? text : rest + text;
        let start = 0;
        for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', start)) {
            const last = whole.charCodeAt(end - 1) === 13 ? end - 1 : end;
            take(whole.slice(start, last), ++number, true);
            start = end + 1;
        }
        rest = whole.slice(start);
        if (rest.length > longestLine)
            throw new TrafficError(`${name} has a line of more than 8 MB: it is not a log that is read here.`);
    };
    let packed = false;
    try {
        packed = await isPacked(handle);
        const chunks = chunksOf(handle, chunk => {
            hash.update(chunk);
            bytes += chunk.length;
            progress(bytes);
        });
        for await (const chunk of packed ? unpacked(chunks) : chunks) {
            if (!decoder) {
                const binary = notText(chunk as Buffer, name);
                if (binary !== null) throw new TrafficError(binary);
                decoder = new TextDecoder(encodingOf(chunk as Buffer));
            }
            taken(decoder.decode(chunk as Buffer, { stream: true }));
        }
    } catch (error) {
        if (error instanceof TrafficError) throw error;
        const { code } = error as NodeJS.ErrnoException;
        throw new TrafficError(
            code === 'EISDIR'
                ? `${name} is a folder: name the logs in it.`
                : packed
                  ? `${name} cannot be unpacked to its end (${code ?? 'unknown error'}): copy it again.`
                  : `${name} cannot be read: ${reasonOf(error)}`,
        );
    } finally {
        await handle.close();
    }
    if (decoder) taken(decoder.decode());
    if (rest !== '') take(rest, ++number, false);
    return hash.digest('hex');
}
