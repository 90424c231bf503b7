/** Makes a ZIP archive as small as zlib can: the packager asks for its usual effort. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Bytes of a header before the name, in the file and in the directory (APPNOTE 4.3.7 and 4.3.12). */
const [local, central] = [30, 46];
/** The flag that says that sizes and checksum follow the data. */
const sizesFollow = 8;
const deflated = 8;

/**
 * Compresses every file of an archive anew with the greatest effort.
 * @param {Buffer} zip without a comment at its end, and below 4 GB
 * @returns {Buffer} an archive of the same files, in the same order
 */
export function tighter(zip) {
    const end = Buffer.from(zip.subarray(-22));
    if (end.readUInt32LE(0) !== 0x06054b50) throw new Error('This is no ZIP archive without a comment.');
    const [files, directory] = [[], []];
    let written = 0;
    let at = end.readUInt32LE(16);
    for (let left = end.readUInt16LE(10); left > 0; left--) {
        const names = zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        const entry = Buffer.from(zip.subarray(at, at + central + names));
        at += entry.length;
        const from = entry.readUInt32LE(42);
        const body = from + local + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
        const head = Buffer.from(zip.subarray(from, body));
        const before = zip.subarray(body, body + entry.readUInt32LE(20));
        const again =
            entry.readUInt16LE(10) === deflated ? deflateRawSync(inflateRawSync(before), { level: 9 }) : before;
        const data = again.length < before.length ? again : before;
        entry.writeUInt16LE(entry.readUInt16LE(8) & ~sizesFollow, 8);
        entry.writeUInt32LE(data.length, 20);
        entry.writeUInt32LE(written, 42);
        head.writeUInt16LE(entry.readUInt16LE(8), 6);
        // The checksum and both sizes, as the directory has them.
        entry.copy(head, 14, 16, 28);
        files.push(head, data);
        written += head.length + data.length;
        directory.push(entry);
    }
    const list = Buffer.concat(directory);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(written, 16);
    return Buffer.concat([...files, list, end]);
}
