import { isPlain, withoutHidden } from './hidden.ts';

const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '\n': '&#10;',
    '\t': '&#9;',
    '\r': '&#13;',
};

/** Halves of surrogate pairs: XML 1.0 has no place for them, nor for control characters, which are hidden ones. */
const halves = /[\ud800-\udfff]/gu;

/**
 * Text that is safe between tags and within double quotes, and always valid XML. Hidden characters are replaced: they
 * could turn round what a picture says.
 */
export function escape(text: string): string {
    const shown = isPlain(text) ? text : withoutHidden(text).replace(halves, '\ufffd');
    return shown.replace(/[&<>"'\n\t\r]/gu, character => entities[character] ?? character);
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** A number as it is in an attribute: at most two decimals, no exponent. */
export function number(value: number): string {
    return String(Math.round(value * 100) / 100);
}

/** An element; attributes that are `null` are left out. `children` are XML already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
    let opening = `<${name}`;
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined) continue;
        opening += ` ${key}="${typeof value === 'number' ? number(value) : escape(value)}"`;
    }
    const content = children.join('');
    return content === '' ? `${opening}/>` : `${opening}>${content}</${name}>`;
}
