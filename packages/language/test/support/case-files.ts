import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/**
 * Makes a test of every case in the files of a folder: a heading after `## `, what is asked, and after `---` the
 * expected answer. IACS_RENEW=1 writes the answers.
 * @param folder ends with `/`; what a file has before its first heading is a remark
 * @param suiteOf the title of a suite, from the name of its file without the ending
 * @param answer from the heading and what is asked
 * @param heading of a case, where not every line with `## ` is one: what it captures is the heading
 */
export function casesIn(
    folder: URL,
    suiteOf: (file: string) => string,
    answer: (title: string, asked: string) => string | Promise<string>,
    heading = /^## (.+)\n/m,
): void {
    for (const file of readdirSync(folder)) {
        describe(suiteOf(file.replace(/\.txt$/, '')), () => {
            const place = new URL(file, folder);
            const [head, ...parts] = readFileSync(place, 'utf8').split(heading);
            const cases = new Map<string, string>();
            for (let at = 0; at < parts.length; at += 2) cases.set(parts[at]!, parts[at + 1]!);
            for (const [title, whole] of cases) {
                const [asked, expected = ''] = whole.split(/^---\n/m);
                it(title, async () => {
                    const actual = await answer(title, asked!);
                    if (process.env['IACS_RENEW'] === '1') {
                        cases.set(title, `${asked!}---\n${actual}`);
                        const all = [...cases].map(([name, each]) => `## ${name}\n${each}`);
                        return writeFileSync(place, head! + all.join(''));
                    }
                    assert.equal(actual, expected, 'read the change, then renew it with IACS_RENEW=1');
                });
            }
        });
    }
}
