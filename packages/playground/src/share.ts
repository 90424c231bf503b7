import { isPath, type ModelFiles } from './model.ts';

/** The longest link that is made, in characters of the part after the `#`: about 80 kB of text. */
export const longestLink = 30_000;
/** The most that a link may unpack to, in bytes: a short link can be made that unpacks to gigabytes. */
const largestText = 2_000_000;
const mark = 'm=';

/** Why a link is not made or not read: a sentence for the reader. */
export class LinkError extends Error {}

async function through(bytes: Uint8Array, transform: CompressionStream | DecompressionStream, limit: number) {
    const parts: Uint8Array[] = [];
    let length = 0;
    const input = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    const reader = input.pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array>).getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        length += value.length;
        if (length > limit) {
            await reader.cancel();
            throw new LinkError(`The model in the link is larger than ${limit / 1_000_000} MB.`);
        }
        parts.push(value);
    }
    return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

function toText(bytes: Uint8Array): string {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

function toBytes(text: string): Uint8Array {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), each => each.charCodeAt(0));
}

/**
 * A model as the fragment of a link, the part after the `#`, which browsers never send to a server.
 * @throws LinkError where the model is too large for a link
 */
export async function toFragment({ title, files }: ModelFiles): Promise<string> {
    const text = JSON.stringify({ version: 1, title, files });
    const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate'), Infinity);
    const fragment = mark + toText(packed);
    if (fragment.length > longestLink)
        throw new LinkError(
            `The model needs a link of ${fragment.length.toLocaleString('en')} characters, and ` +
                `${longestLink.toLocaleString('en')} is the limit. Save the files, and send those.`,
        );
    return fragment;
}

/** The fragment in a link or in what was copied with it; `null` where there is none. */
export function fragmentIn(link: string): string | null {
    return /#(m=[\w-]+)/u.exec(link)?.[1] ?? null;
}

/**
 * The model in a fragment.
 * @throws LinkError where it holds none
 */
export async function fromFragment(fragment: string): Promise<ModelFiles> {
    let content: unknown;
    try {
        const bytes = await through(
            toBytes(fragment.slice(mark.length)),
            new DecompressionStream('deflate'),
            largestText,
        );
        content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
        if (error instanceof LinkError) throw error;
        throw new LinkError('The link holds no model that can be read: a part of it is missing or was changed.');
    }
    const { version, title, files } = (content ?? {}) as { version?: unknown; title?: unknown; files?: unknown };
    if (version !== 1) throw new LinkError('The link was made by a newer playground than this one.');
    const isFile = (each: unknown): each is [string, string] =>
        Array.isArray(each) && each.length === 2 && isPath(each[0]) && typeof each[1] === 'string';
    if (
        typeof title !== 'string' ||
        !Array.isArray(files) ||
        files.length === 0 ||
        !files.every(isFile) ||
        new Set(files.map(([path]) => path)).size < files.length
    )
        throw new LinkError('The link holds no model that can be read: a part of it is missing or was changed.');
    return { title, files };
}
