/** What a text file is written in, and how sure that is. */
export interface DecodedText {
    readonly text: string;
    /** As `--encoding` takes it. */
    readonly encoding: string;
    /** False for a file that says so itself, or is UTF-8. */
    readonly guessed: boolean;
}

/** Encodings of one byte a sign that office programs write, with the letters by which a text in them is known. */
const codePages: readonly { readonly name: string; readonly letters: RegExp }[] = [
    { name: 'windows-1252', letters: /[äöüßÄÖÜéèêàâçñóáíúÉñåøæÅØÆõãôîïë°µ§²³–—„“”‘’€]/gu },
    { name: 'windows-1250', letters: /[ąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăâîşţȘȚđĐáéíúýôľĺŕäöü°–„”]/gu },
    { name: 'windows-1254', letters: /[ğışçöüİĞŞÇÖÜâîû°–“”]/gu },
    { name: 'windows-1251', letters: /[а-яА-ЯёЁіїєґІЇЄҐўЎ№°–«»]/gu },
    { name: 'windows-1253', letters: /[α-ωΑ-Ωάέήίόύώϊϋΐΰ°–«»]/gu },
    { name: 'macintosh', letters: /[äöüßÄÖÜéèêàâçñóáíúÉåøæ°µ§–—„“”‘’]/gu },
    { name: 'ibm866', letters: /[а-яА-ЯёЁ№]/gu },
];

/** Encodings of Japan, China and Korea, of which a wrong one nearly never reads without a fault. */
const wide = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const;

/** Other names under which people know them. */
const otherNames: Readonly<Record<string, string>> = {
    latin1: 'windows-1252',
    'latin-1': 'windows-1252',
    ansi: 'windows-1252',
    cp1252: 'windows-1252',
    cp1250: 'windows-1250',
    cp1251: 'windows-1251',
    cp1254: 'windows-1254',
    mac: 'macintosh',
    'mac-roman': 'macintosh',
    macroman: 'macintosh',
    sjis: 'shift_jis',
    cp932: 'shift_jis',
    utf8: 'utf-8',
    utf16: 'utf-16le',
    'utf-16': 'utf-16le',
    turkish: 'windows-1254',
};

/**
 * The decoder of an encoding by one of its names.
 * @returns `null` for a name that nothing knows
 */
export function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
    try {
        return new TextDecoder(otherNames[name.trim().toLowerCase()] ?? name.trim());
    } catch {
        return null;
    }
}

function readsAs(bytes: Uint8Array, encoding: string): string | null {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return null;
    }
}

/** True for the many zero bytes of UTF-16 without its mark: at every second place. */
function zerosAt(bytes: Uint8Array, offset: 0 | 1): boolean {
    const end = Math.min(bytes.length - 1, 2000);
    if (end < 4) return false;
    let zeros = 0;
    let pairs = 0;
    for (let at = 0; at + 1 < end; at += 2) {
        pairs += 1;
        if (bytes[at + offset] === 0 && bytes[at + 1 - offset] !== 0) zeros += 1;
    }
    return zeros > pairs * 0.6;
}

/**
 * What no text holds that is read in the right page: a capital in the middle of a word, two scripts in one word, a
 * currency or box sign in one.
 */
const odds = new RegExp(
    [
        '\\p{Ll}\\p{Lu}\\p{Ll}',
        '[\\u0080-\\u009f\\ufffd]',
        '[\\u2500-\\u259f¤¦¨¬¯´·¸¼½¾×÷]',
        '\\p{L}[¡¢£¥©®±¶¿†‡•]\\p{L}',
        '[A-Za-z][\\p{sc=Cyrillic}\\p{sc=Greek}]',
        '[\\p{sc=Cyrillic}\\p{sc=Greek}][A-Za-z]',
    ].join('|'),
    'gu',
);

/**
 * How well a text fits a code page: the share of its foreign letters that are letters of that page, less what no text
 * holds.
 */
function fit(text: string, letters: RegExp): number {
    const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
    if (foreign === 0) return 0;
    const known = text.match(letters)?.length ?? 0;
    const odd = text.match(odds)?.length ?? 0;
    return (known - 3 * odd) / foreign;
}

/**
 * The bytes of a text file as text: by its mark, as UTF-8, as UTF-16 without a mark, else by the page whose letters fit
 * best. A guess is a guess: callers say so.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', guessed: false };
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', guessed: false };
    if (zerosAt(bytes, 1))
        return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', guessed: true };
    if (zerosAt(bytes, 0))
        return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', guessed: true };
    const utf8 = readsAs(bytes, 'utf-8');
    if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };
    const [best] = candidates(bytes).sort((a, b) => b.fit - a.fit);
    return { text: best!.text, encoding: best!.encoding, guessed: true };
}

interface Candidate {
    readonly encoding: string;
    readonly text: string;
    readonly fit: number;
}

const sample = 200_000;

function candidates(bytes: Uint8Array): Candidate[] {
    const pages = codePages.map(({ name, letters }): Candidate => {
        const text = new TextDecoder(name).decode(bytes);
        // Of pages that fit alike the first one counts: each further one has to fit better.
        return {
            encoding: name,
            text,
            fit: fit(text.slice(0, sample), letters) - codePages.findIndex(page => page.name === name) * 0.001,
        };
    });
    const others = wide.flatMap((encoding, index): Candidate[] => {
        const text = readsAs(bytes, encoding);
        if (text === null) return [];
        const part = text.slice(0, sample);
        const foreign = part.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
        // Kana, common Han and Hangul, in runs: single ones between Latin letters are accents that were read two by
        // two.
        const runs =
            part
                .match(
                    /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\p{sc=Hangul}\u3000-\u303f\u30fb\u30fc\uff01-\uff5e]{2,}/gu,
                )
                ?.join('').length ?? 0;
        const kana = part.match(/[\u3041-\u30fa]/gu)?.length ?? 0;
        const bonus = encoding === 'shift_jis' || encoding === 'euc-jp' ? (kana > 0 ? 0.1 : -0.1) : 0;
        return [{ encoding, text, fit: foreign === 0 ? 0 : runs / foreign + bonus - index * 0.001 }];
    });
    return [...pages, ...others];
}
