/**
 * Writes THIRD-PARTY-NOTICES.md: the licences of what the bundles contain, and the notices of data. With --check it
 * writes nothing, and fails
 * when the file is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.mjs';
import { attackNotice } from '../packages/language/src/catalogue/attack.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8'));

function notice(key) {
    const folder = join(root, key);
    const { name, version, license, homepage } = read(`${key}/package.json`);
    const file = readdirSync(folder).find(each => /^(licen[cs]e|copying|ofl)/i.test(each));
    const text = file
        ? readFileSync(join(folder, file), 'utf8').trim().replace(/\r\n/g, '\n')
        : `Licence: ${license}${homepage ? ` (${homepage})` : ''}`;
    return `### ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}

const content = `# Third-party notices

## Data

- MITRE ATT&CK for ICS ${attackNotice.version}: ${attackNotice.designation} ${attackNotice.licence}
- NIST Cybersecurity Framework 1.1: a work of the National Institute of Standards and Technology, in the public domain in the United States.
- NERC CIP topics: co-references printed in OTCCMM-1:2022 of the Saudi National Cybersecurity Authority, a public document.
- Port numbers: the service names and port numbers that IANA publishes under CC0 1.0.
- IEC 62443: identifiers, short titles and levels. IEC and ISA hold the copyright in the standards.

## Software in the bundles

${bundled().map(notice).join('\n')}`;

const file = join(root, 'THIRD-PARTY-NOTICES.md');
if (process.argv.includes('--check')) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
        process.stderr.write('THIRD-PARTY-NOTICES.md is stale: node scripts/third-party-notices.mjs\n');
        process.exit(1);
    }
} else {
    writeFileSync(file, content);
}
