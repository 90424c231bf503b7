/**
 * Signatures in the format of minisign (https://jedisct1.github.io/minisign/): Ed25519 over BLAKE2b-512, so that a
 * signature is verified with minisign, or with the Node that an archive brings, and without a network.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** The part of a DER structure before the 32 bytes of an Ed25519 public key (RFC 8410). */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');
const prehashed = Buffer.from('ED');

const digest = content => createHash('blake2b512').update(content).digest();

/** The 32 bytes of a public key. */
function rawPublic(key) {
    return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(publicHead.length);
}

/** The number by which minisign knows a key; here its first bytes, hashed, so that it needs no file of its own. */
function idOf(raw) {
    return createHash('sha256').update(raw).digest().subarray(0, 8);
}

/** @returns {string} a private key, PEM (PKCS #8) */
export function newKey() {
    return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
}

/** The public key of a private one as minisign writes it: one line of Base64. */
export function publicKeyOf(pem) {
    const raw = rawPublic(createPrivateKey(pem));
    return Buffer.concat([Buffer.from('Ed'), idOf(raw), raw]).toString('base64');
}

/**
 * Signs a content.
 * @param {string} pem the private key
 * @param {string} comment one line, which is signed too
 * @returns {string} the text of a `.minisig` file
 */
export function signature(content, pem, comment) {
    const key = createPrivateKey(pem);
    const made = sign(null, digest(content), key);
    const trusted = sign(null, Buffer.concat([made, Buffer.from(comment)]), key);
    const first = Buffer.concat([prehashed, idOf(rawPublic(key)), made]).toString('base64');
    const second = trusted.toString('base64');
    return `untrusted comment: signature of iacs\n${first}\ntrusted comment: ${comment}\n${second}\n`;
}

/**
 * Verifies a signature.
 * @param {string} text of the `.minisig` file
 * @param {string} publicKey one line of Base64
 * @returns {string | null} the comment that was signed; `null` where the signature does not fit
 */
export function verified(content, text, publicKey) {
    const [, first = '', trusted = '', second = ''] = text.split(/\r?\n/);
    const known = Buffer.from(publicKey, 'base64');
    const made = Buffer.from(first, 'base64');
    const comment = trusted.replace(/^trusted comment: /, '');
    if (known.length !== 42 || made.length !== 74 || !made.subarray(0, 2).equals(prehashed)) return null;
    if (!made.subarray(2, 10).equals(known.subarray(2, 10))) return null;
    const key = createPublicKey({ key: Buffer.concat([publicHead, known.subarray(10)]), format: 'der', type: 'spki' });
    const own = made.subarray(10);
    if (!verify(null, digest(content), key, own)) return null;
    return verify(null, Buffer.concat([own, Buffer.from(comment)]), key, Buffer.from(second, 'base64'))
        ? comment
        : null;
}
