/**
 * Verifies a release without a network: the signature of SHA256SUMS, and the sum of every file in it.
 *
 *   node verify.mjs PUBLIC-KEY [FOLDER]     FOLDER has SHA256SUMS, SHA256SUMS.minisig and the files (default: here)
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verified } from './minisign.mjs';

const [publicKey = '', folder = '.'] = process.argv.slice(2);

function fail(message) {
    console.error(message);
    process.exit(1);
}

for (const name of ['SHA256SUMS', 'SHA256SUMS.minisig'])
    if (!existsSync(join(folder, name))) fail(`There is no ${name} in ${folder}.`);
const sums = readFileSync(join(folder, 'SHA256SUMS'));
const comment = verified(sums, readFileSync(join(folder, 'SHA256SUMS.minisig'), 'utf8'), publicKey);
if (comment === null) fail('The signature does not fit SHA256SUMS and this key. Do not use these files.');
let checked = 0;
for (const line of sums.toString('utf8').trim().split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? fail('SHA256SUMS has a line that is not a sum.');
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    if (createHash('sha256').update(readFileSync(file)).digest('hex') !== sum)
        fail(`${name} is not the file that was signed.`);
    checked++;
}
if (checked === 0) fail('None of the files of SHA256SUMS is here.');
console.log(`${checked} files are as they were signed (${comment}).`);
