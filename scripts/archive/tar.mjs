/** Writes tar archives (POSIX ustar) of which the bytes depend on names and contents alone. */
import { gzipSync } from 'node:zlib';

const block = 512;

function octal(value, length) {
    return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

/** A name as the two fields that hold it; a longer one cannot be said in this format. */
function split(name) {
    if (Buffer.byteLength(name) <= 100) return ['', name];
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
        if (Buffer.byteLength(name.slice(0, at)) <= 155 && Buffer.byteLength(name.slice(at + 1)) <= 100)
            return [name.slice(0, at), name.slice(at + 1)];
    throw new Error(`${name} is too long for a tar archive.`);
}

function header(name, size, mode, time) {
    const [prefix, last] = split(name);
    const head = Buffer.alloc(block);
    head.write(last, 0);
    head.write(octal(mode, 8), 100);
    head.write(octal(0, 8), 108);
    head.write(octal(0, 8), 116);
    head.write(octal(size, 12), 124);
    head.write(octal(time, 12), 136);
    head.write('        ', 148);
    head.write('0', 156);
    head.write('ustar\x0000', 257);
    head.write(prefix, 345);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return head;
}

/**
 * @param {{ name: string, content: Uint8Array, executable: boolean }[]} files names with `/`
 * @param {number} time seconds since 1970, of every file
 * @param {number} level how hard gzip packs, 1 to 9, or 0 for not at all
 * @returns {Buffer} the archive, packed with gzip
 */
export function tarGz(files, time, level = 6) {
    const parts = [];
    for (const { name, content, executable } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        parts.push(header(name, content.length, executable ? 0o755 : 0o644, time), content);
        parts.push(Buffer.alloc((block - (content.length % block)) % block));
    }
    parts.push(Buffer.alloc(2 * block));
    // The highest level takes three times as long for half a percent.
    const packed = gzipSync(Buffer.concat(parts), { level });
    // The system that packed it: unknown, whichever it was (RFC 1952).
    packed[9] = 255;
    return packed;
}
