/**
 * Signs of other keyboards and of word processors in the place of those of the language, one for one: full-width signs,
 * and a dash in an arrow or within a word, as in `SL–T` and `modbus‑tcp`. They are read as what is meant, and reported.
 */
const foreign =
    /[｛｝：，．＞＜－０-９]|[\u2010-\u2015\u2212](?=[>＞])|(?<=[\p{L}\p{N}_])[\u2010-\u2015\u2212](?=[\p{L}\p{N}_])/gu;
const dashes = /[\u2010-\u2015\u2212]/gu;

function plainSign(sign: string): string {
    const code = sign.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '-';
}

/** A text of the same length in which such signs are those of the language; the same text where it has none. */
export function withPlainSigns(text: string): string {
    return text.replace(foreign, plainSign);
}

/** A name with plain hyphens; its letters stay as they are typed. */
export function withPlainDashes(name: string): string {
    return name.replace(dashes, '-');
}
