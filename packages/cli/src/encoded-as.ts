/** How the characters of a file are written, so that they are written back in the same way. */
interface Encoding {
    readonly mark: readonly number[];
    readonly encode: (text: string) => Buffer;
}

const utf8: Encoding = { mark: [], encode: text => Buffer.from(text, 'utf8') };
const encodings: readonly Encoding[] = [
    { mark: [0xef, 0xbb, 0xbf], encode: utf8.encode },
    { mark: [0xff, 0xfe], encode: text => Buffer.from(text, 'utf16le') },
    { mark: [0xfe, 0xff], encode: text => Buffer.from(text, 'utf16le').swap16() },
];

/**
 * A text as a file is written, with its byte order mark.
 * @param before what is in the file
 */
export function encodedAs(before: Uint8Array, text: string): Buffer {
    const { mark, encode } = encodings.find(each => each.mark.every((byte, index) => before[index] === byte)) ?? utf8;
    return Buffer.concat([Buffer.from(mark), encode(text)]);
}
