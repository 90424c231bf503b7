import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, repository, withFiles } from './support/iacs.ts';

const page = readFileSync(path.join(repository, 'docs/commands.md'), 'utf8');
const commands = [...iacs(['--help']).stdout.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name!);
const sections = new Map(
    page
        .split(/^## /m)
        .slice(1)
        .map(section => [section.slice(0, section.indexOf('\n')), section]),
);
const optionsIn = (text: string): string[] => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [])].sort();

describe('The help of a command', () => {
    for (const name of ['', ...commands]) {
        it(`${name || 'iacs'}: fits a terminal of 100 columns`, () => {
            const { stdout } = iacs([name, '--help'].filter(word => word !== ''));
            assert.ok(stdout.startsWith(name === '' ? 'iacs' : `Usage: iacs ${name}`), stdout);
            assert.deepEqual(
                stdout.split('\n').filter(line => line.length > 100),
                [],
            );
        });
    }
});

describe('docs/commands.md', () => {
    it('has a section for each command and one for the settings', () =>
        assert.deepEqual([...sections.keys()].sort(), [...commands, 'Settings'].sort()));

    for (const name of commands) {
        it(`has every option of ${name}, and none that it lacks`, () => {
            const help = optionsIn(
                iacs([name, '--help']).stdout.replace(/iacs init --git|iacs check --format json/g, ''),
            );
            const told = optionsIn(
                sections.get(name)!.replace(/`iacs init --git`|`diff --fail-on`|`check --fail-on`/g, ''),
            );
            assert.deepEqual(told, help);
        });
    }

    it('has links that lead somewhere', () => {
        for (const [, target] of page.matchAll(/\]\(([^)#]+)\)/g))
            assert.ok(existsSync(path.join(repository, 'docs', target!)), target);
    });

    it('shows settings that work', () => {
        const settings = /```json\n([^`]*)```/.exec(sections.get('Settings')!)![1]!;
        withFiles({ 'main.iacs': 'system S { owner "O" }\n', 'iacs.config.json': settings }, cwd =>
            assert.equal(iacs(['check', '--fail-on', 'never'], { cwd }).stderr, ''),
        );
    });
});
