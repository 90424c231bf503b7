import { strFromU8, unzipSync, Zip, ZipDeflate } from 'fflate';

/** The part of a document that holds its text. */
const textPart = 'word/document.xml';
/** The part that says when a document was made. */
const timesPart = 'docProps/core.xml';

/** So many characters are compressed at once. */
const pieceSize = 100_000;

/** Texts joined to pieces that are worth handing on. */
function* joined(texts: Iterable<string>): Generator<string> {
    let [held, length]: [string[], number] = [[], 0];
    for (const text of texts) {
        held.push(text);
        length += text.length;
        if (length < pieceSize) continue;
        yield held.join('');
        [held, length] = [[], 0];
    }
    yield held.join('');
}

function dated(properties: string, day: string): string {
    return properties.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
}

/**
 * A document that the library has written, with what was left out. It is compressed piece by piece, so that the whole
 * text, which is some twenty kilobytes an asset, is never in memory.
 * @param bytes of the `.docx`
 * @param day on which the document was made, as `YYYY-MM-DD`: the library takes the time of the clock
 * @param complete gives the text of the document in pieces
 * @param pictures by what is in their place: a text in ASCII
 * @returns the bytes of the `.docx`, the same for the same content
 */
export function completed(
    bytes: Uint8Array,
    day: string,
    complete: (xml: string) => Iterable<string>,
    pictures: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
    const written: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
        if (error) throw error;
        written.push(chunk);
    });
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
        const file = new ZipDeflate(name);
        file.mtime = new Date(1980, 0, 1);
        zip.add(file);
        if (name === textPart)
            for (const piece of joined(complete(strFromU8(content)))) file.push(Buffer.from(piece), false);
        else if (name === timesPart) file.push(Buffer.from(dated(strFromU8(content), day)), false);
        else file.push((name.endsWith('.png') ? pictures.get(strFromU8(content)) : undefined) ?? content, false);
        file.push(new Uint8Array(0), true);
    }
    zip.end();
    return Buffer.concat(written);
}
