/** Bytes and texts, by what Node and browsers have both. */

export const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text in base64, by its UTF-8. */
export function toBase64(text: string): string {
    let binary = '';
    for (const byte of toBytes(text)) binary += String.fromCharCode(byte);
    return btoa(binary);
}

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), each => each.charCodeAt(0));

/** What says of the one script of a page that it is ours; another one for each page. */
export const nonce = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
