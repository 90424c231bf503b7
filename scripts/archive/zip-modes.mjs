/** Makes a ZIP archive the same on every machine: the modes of its files are those of the builder's disk. */

/** A regular file that everybody may read, in the upper half of the external attributes (APPNOTE 4.4.15). */
const readable = (0o100644 << 16) >>> 0;

/**
 * Gives every file of an archive the same mode. Windows has none, and elsewhere they follow from the umask of whoever
 * cloned the repository.
 * @param {Buffer} zip is changed; without a comment at its end, and below 4 GB
 * @returns {Buffer} the same
 */
export function withSameModes(zip) {
    const end = zip.length - 22;
    if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('This is no ZIP archive without a comment.');
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
        if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory of this ZIP archive is not whole.');
        zip.writeUInt32LE(readable, at + 38);
        at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return zip;
}
