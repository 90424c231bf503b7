import { SaxesParser } from 'saxes';
import { WorkbookError } from './workbook.ts';

/** The attributes of a tag by their names, prefixes included. */
export type Attributes = Readonly<Record<string, string>>;

/** What {@link scanXml} reports. Names of tags come without their prefix: `x:row` is `row`. */
export interface XmlHandlers {
    open?(name: string, attributes: Attributes): void;
    /** Also called for an empty element. */
    close?(name: string): void;
    text?(text: string): void;
}

function localName(name: string): string {
    const colon = name.indexOf(':');
    return colon < 0 ? name : name.slice(colon + 1);
}

/** What takes XML in pieces, in order, and is closed at its end. */
export interface XmlScanner {
    write(piece: string): void;
    close(): void;
}

/**
 * Walks through XML once, from its beginning to its end, and keeps nothing. A document type is passed over: no entity
 * but those of XML itself is known, so none can grow.
 * @throws WorkbookError, as its methods do, for what is not well-formed
 */
export function xmlScanner({ open, close, text: characters }: XmlHandlers): XmlScanner {
    const parser = new SaxesParser();
    if (open) parser.on('opentag', tag => open(localName(tag.name), tag.attributes));
    if (close) parser.on('closetag', tag => close(localName(tag.name)));
    if (characters) {
        parser.on('text', characters);
        parser.on('cdata', characters);
    }
    parser.on('error', error => {
        throw new WorkbookError(
            `holds a part that is damaged (${error.message.replace(/\.$/, '')}): open it in a spreadsheet ` +
                'program and save it again.',
        );
    });
    return {
        write: piece => void parser.write(piece),
        close: () => void parser.close(),
    };
}

/**
 * Walks through XML that is there as a whole. An empty text is a part that is not there.
 * @throws WorkbookError for what is not well-formed
 */
export function scanXml(text: string, handlers: XmlHandlers): void {
    if (text === '') return;
    const scanner = xmlScanner(handlers);
    scanner.write(text);
    scanner.close();
}

/** The value of an attribute that has a prefix, such as `r:id`, whatever the prefix is; `null` where there is none. */
export function prefixed(attributes: Attributes, name: string): string | null {
    for (const [key, value] of Object.entries(attributes)) if (key.endsWith(`:${name}`)) return value;
    return null;
}
