import assert from 'node:assert/strict';

/**
 * The bytes of a text in an encoding of one byte or of Japan, by what its decoder makes of every byte and pair of
 * bytes.
 */
export function encoded(text: string, encoding: string): Uint8Array {
    const decoder = new TextDecoder(encoding);
    const bytes = new Map<string, readonly number[]>();
    for (let one = 255; one >= 0; one--) bytes.set(decoder.decode(new Uint8Array([one])), [one]);
    if (['shift_jis', 'euc-jp', 'gb18030', 'euc-kr', 'big5'].includes(encoding)) {
        for (let one = 0x81; one <= 0xfe; one++)
            for (let two = 0x40; two <= 0xfe; two++) {
                const sign = decoder.decode(new Uint8Array([one, two]));
                if ([...sign].length === 1 && sign !== '\ufffd' && !bytes.has(sign)) bytes.set(sign, [one, two]);
            }
    }
    return new Uint8Array([...text].flatMap(sign => bytes.get(sign) ?? assert.fail(`${encoding} has no ${sign}`)));
}
