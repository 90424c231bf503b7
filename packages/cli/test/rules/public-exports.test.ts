import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyAddress, readAddresses } from 'iacs-language/filter';
import { dialectOf } from '../../src/import/rules/readers.ts';
import { RulesError } from '../../src/import/rules/reading.ts';
import { read } from './read.ts';

const folder = fileURLToPath(new URL('../../../../../shared/data/firewalls', import.meta.url));
const files = existsSync(folder)
    ? readdirSync(folder).flatMap(name =>
          readdirSync(path.join(folder, name)).map(file => path.join(folder, name, file)),
      )
    : [];

describe('exports that other projects publish', () => {
    it(
        files.length > 0
            ? `are read, or named as what they are: ${files.length} of them`
            : 'are not here: ../shared/data/firewalls is missing',
        () => {
            for (const file of files) {
                const text = readFileSync(file, 'utf8');
                try {
                    const dialect = dialectOf(text);
                    assert.notEqual(dialect, 'csv', file);
                    const { rules, notices } = read(dialect as Exclude<typeof dialect, 'csv'>, text, {
                        own: everyAddress,
                    });
                    assert.ok(rules.length > 0, file);
                    if (dialect !== 'iptables' && dialect !== 'fortios') continue;
                    // Every line that sets a rule is the line of a rule that was read, or of a notice. Rules for the
                    // device
                    // itself need its address.
                    const other = read(dialect, text, { own: readAddresses('192.0.2.99') });
                    const named = new Set(
                        [...rules, ...notices, ...other.rules, ...other.notices].map(each => each.line),
                    );
                    const asked = new Set([
                        'INPUT',
                        'FORWARD',
                        'OUTPUT',
                        ...[...text.matchAll(/^-A (?:INPUT|FORWARD|OUTPUT) .*-j (\S+)/gm)].map(found => found[1]!),
                    ]);
                    const lost = text.split('\n').flatMap((line, at) => {
                        const rule = /^-A (\S+) .*-j (?:ACCEPT|DROP|REJECT)/.exec(line);
                        return rule && asked.has(rule[1]!) && !named.has(at + 1) ? [`${file}:${at + 1} ${line}`] : [];
                    });
                    assert.deepEqual(lost, []);
                } catch (error) {
                    if (!(error instanceof RulesError)) throw error;
                    assert.match(error.message, /^\S.{20,}[^.]\.?$/s, file);
                    assert.ok(!/set srcintf/.test(text), `${file} has policies, and was refused: ${error.message}`);
                }
            }
        },
    );
});
