/** What {@link scanXml} reports. Names come without their prefix: `x:row` is `row`. */
export interface XmlHandlers {
    /** @param attributes as they stand in the text; see {@link attribute} */
    open?(name: string, attributes: string, empty: boolean): void;
    /** Also called right after `open` for an empty element. */
    close?(name: string): void;
    /** The characters between two tags, entities resolved. */
    text?(text: string): void;
}

const entities: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\'']]);

/** The five entities of XML and numbers. No others: a document type that declares some is passed over, so none can grow. */
function unescaped(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (name !== undefined) return entities.get(name) ?? all;
        const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal!, 10);
        return code > 0x10ffff ? all : String.fromCodePoint(code);
    });
}

/** The end of a tag: the first `>` that stands in no attribute value. Each character is looked at once. */
function tagEnd(text: string, from: number): number {
    let end = text.indexOf('>', from);
    for (let at = from; end >= 0; at++) {
        if (at >= end) return end;
        const sign = text.charCodeAt(at);
        if (sign !== 0x22 && sign !== 0x27) continue;
        at = text.indexOf(text[at]!, at + 1);
        if (at < 0) break;
        if (at > end) end = text.indexOf('>', at);
    }
    return text.length;
}

function localName(name: string): string {
    const colon = name.indexOf(':');
    return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Walks through XML once, from its beginning to its end, and keeps nothing. Comments, instructions and document types are passed over.
 * A text that ends in the middle of something ends there; it is for the caller to judge what is missing.
 */
export function scanXml(text: string, handlers: XmlHandlers): void {
    let at = 0;
    while (at < text.length) {
        const tag = text.indexOf('<', at);
        if (tag < 0) return;
        if (tag > at && handlers.text) handlers.text(unescaped(text.slice(at, tag)));
        const next = text[tag + 1];
        if (next === '!' || next === '?') {
            at = passedOver(text, tag, handlers);
            continue;
        }
        const end = tagEnd(text, tag + 1);
        if (next === '/') {
            handlers.close?.(localName(text.slice(tag + 2, end).trimEnd()));
        } else {
            const empty = text[end - 1] === '/';
            const inner = text.slice(tag + 1, empty ? end - 1 : end);
            const blank = inner.search(/\s/);
            const name = localName(blank < 0 ? inner : inner.slice(0, blank));
            handlers.open?.(name, blank < 0 ? '' : inner.slice(blank), empty);
            if (empty) handlers.close?.(name);
        }
        at = end + 1;
    }
}

/** The position behind a comment, an instruction, a document type, or a section of plain characters, which is text. */
function passedOver(text: string, tag: number, handlers: XmlHandlers): number {
    const ending = text.startsWith('<!--', tag) ? '-->' : text.startsWith('<![CDATA[', tag) ? ']]>' : text[tag + 1] === '?' ? '?>' : '>';
    const found = text.indexOf(ending, tag + 2);
    const end = found < 0 ? text.length : found;
    if (ending === ']]>') handlers.text?.(text.slice(tag + 9, end));
    return end + ending.length;
}

function isBlank(code: number): boolean {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The value of an attribute by its name, prefix aside; `null` where there is none. */
export function attribute(attributes: string, name: string): string | null {
    const { length } = attributes;
    for (let at = 0; at < length;) {
        while (at < length && isBlank(attributes.charCodeAt(at))) at += 1;
        const start = at;
        while (at < length && attributes.charCodeAt(at) !== 0x3d && !isBlank(attributes.charCodeAt(at))) at += 1;
        const end = at;
        while (at < length && attributes.charCodeAt(at) !== 0x22 && attributes.charCodeAt(at) !== 0x27) at += 1;
        const closing = at < length ? attributes.indexOf(attributes[at]!, at + 1) : -1;
        if (closing < 0) return null;
        const found = attributes.endsWith(name, end) && (end - start === name.length || attributes[end - name.length - 1] === ':') && end - start >= name.length;
        if (found) return unescaped(attributes.slice(at + 1, closing));
        at = closing + 1;
    }
    return null;
}
