/** A MAC address in any of its usual forms as six pairs of lower-case digits with colons; `null` for any other text. */
export function readMac(text: string): string | null {
    const written = text.trim();
    if (
        !/^(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$|^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$|^[0-9a-f]{12}$/i.test(
            written,
        )
    )
        return null;
    return written
        .replace(/[^0-9a-f]/gi, '')
        .toLowerCase()
        .match(/../g)!
        .join(':');
}
