/**
 * `node:crypto` in a bundle for browsers, as far as the language uses it. The browser's own digests are asynchronous,
 * and rules are not.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface Hash {
    update(text: string): Hash;
    digest(encoding: 'hex'): string;
}

/** @param algorithm `sha256`; another one is an error of the program */
export function createHash(algorithm: string): Hash {
    if (algorithm !== 'sha256') throw new Error(`A browser has no ${algorithm} here.`);
    const hash = sha256.create();
    return {
        update(text) {
            hash.update(utf8ToBytes(text));
            return this;
        },
        digest: () => bytesToHex(hash.digest()),
    };
}
