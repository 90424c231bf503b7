import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, repository, withFiles } from './iacs.ts';

/**
 * A page of the documentation whose blocks are executed: the first block of the language is `main.iacs`, a later one
 * takes its place, and each command that is shown prints what stands below it. A block of JSON is
 * `delivery/advisory.json`. `IACS_RENEW=1` writes what it prints.
 * @param name in the folder of the documentation
 */
export function describePage(name: string): void {
    const file = path.join(repository, 'docs', name);
    const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ index, 1: kind, 2: text }) => ({
        index,
        line: page.slice(0, index).split('\n').length,
        kind: kind!,
        text: text!,
    }));

    describe(`docs/${name}`, () => {
        it('has blocks of three kinds, and what a command prints below each command', () => {
            for (const [at, { kind, line }] of blocks.entries()) {
                assert.ok(['iacs', 'sh', 'text', 'json'].includes(kind), `line ${line}`);
                if (kind === 'text') assert.equal(blocks[at - 1]?.kind, 'sh', `line ${line}`);
                if (kind === 'sh') assert.equal(blocks[at + 1]?.kind, 'text', `line ${line}`);
            }
        });

        let model = '';
        const beside: Record<string, string> = {};
        const printed = new Map<number, string>();
        for (const [at, { kind, line, text }] of blocks.entries()) {
            if (kind === 'iacs') {
                it(`line ${line}: a model in canonical layout, without problems`, () => {
                    model = text;
                    withFiles({ 'main.iacs': text }, cwd => {
                        assert.equal(iacs(['format', '--check', 'main.iacs'], { cwd }).stderr, '');
                        const { code, stdout } = iacs(['check', '--fail-on', 'never', 'main.iacs'], { cwd });
                        assert.equal(code, 0, stdout);
                    });
                });
            } else if (kind === 'json') beside['delivery/advisory.json'] = text;
            else if (kind === 'sh') {
                it(`line ${line}: ${text.trim()}`, () => {
                    withFiles({ 'main.iacs': model, ...beside }, cwd => {
                        const words = [...text.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(each => each[1] ?? each[2]!);
                        assert.equal(words[0], 'iacs');
                        const { stdout, stderr } = iacs(words.slice(1), { cwd });
                        printed.set(at + 1, stdout + stderr);
                        if (process.env['IACS_RENEW'] !== '1') assert.equal(stdout + stderr, blocks[at + 1]!.text);
                    });
                });
            }
        }

        after(() => {
            if (process.env['IACS_RENEW'] !== '1') return;
            let renewed = page;
            for (const [at, block] of [...blocks.entries()].reverse()) {
                const now = printed.get(at);
                if (now === undefined) continue;
                const whole = `\`\`\`text\n${block.text}\`\`\``;
                renewed = `${renewed.slice(0, block.index)}\`\`\`text\n${now}\`\`\`${renewed.slice(block.index + whole.length)}`;
            }
            writeFileSync(file, renewed);
        });
    });
}
