/**
 * Signs of other keyboards and of word processors in the place of those of the language, one for one: full-width signs,
 * and a dash in an
 * arrow. They are read as what is meant, and told.
 */
const foreign = /[｛｝：，．＞＜－０-９]|[\u2010-\u2015\u2212](?=[>＞])/g;

function plainSign(sign: string): string {
    const code = sign.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '-';
}

/** A text of the same length in which such signs are those of the language; the same text where it has none. */
export function withPlainSigns(text: string): string {
    return text.replace(foreign, plainSign);
}
