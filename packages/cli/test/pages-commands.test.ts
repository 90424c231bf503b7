import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, repository } from './support/iacs.ts';

/** Every page that a reader copies a command from. Release notes tell of words that were. */
const pages = globSync(
    [
        '*.md',
        'llms.txt',
        'docs/**/*.md',
        'packages/*/README.md',
        'action/**/*.yml',
        'ci/**/*',
        'examples/**/*.{md,yml}',
    ],
    { cwd: repository, exclude: name => name.endsWith('CHANGELOG.md') },
).filter(name => /\.\w+$/.test(name));

const commands = [...iacs(['--help']).stdout.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name!);
/** What every command has, or the program itself. */
const common = new Set(['--help', '--within', '--at', '--today', '--version', '--json']);
const helps = new Map<string, Set<string>>();

function optionsOf(command: string): Set<string> {
    let known = helps.get(command);
    if (!known) {
        const usage = iacs([command, '--help']).stdout;
        known = new Set(usage.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? []);
        helps.set(command, known);
    }
    return known;
}

/** The commands in code: of a block line by line, of a paragraph between its marks. */
function commandsIn(text: string): string[] {
    // A value that another command writes has options of that command.
    const whole = text.replaceAll('\\\n', ' ').replace(/\$\([^)]*\)/g, 'VALUE');
    const inBlocks = [...whole.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block!.split('\n'));
    const inLines = [...whole.matchAll(/`((?:npx )?iacs [^`\n]+)`/g)].map(([, code]) => code!);
    return [...inBlocks, ...inLines]
        .map(line => /^\s*(?:\$ |- |run: )?(?:npx )?(iacs [^|#>]+)/.exec(line)?.[1]?.trim())
        .filter(line => line !== undefined);
}

describe('Commands of the pages', () => {
    it('are commands that there are, with options that they have', () => {
        const wrong: string[] = [];
        let count = 0;
        for (const page of pages)
            for (const command of commandsIn(readFileSync(path.join(repository, page), 'utf8'))) {
                const [, name = '', ...words] = command.split(/\s+/);
                if (name === '' || name.startsWith('-') || name.startsWith('<')) continue;
                count++;
                const options = words
                    .map(word => /^--?[a-z][a-z-]*/.exec(word)?.[0])
                    .filter(word => word !== undefined);
                const unknown = options.filter(option => !common.has(option) && !optionsOf(name).has(option));
                if (!commands.includes(name) || unknown.length > 0) wrong.push(`${page}: ${command}`);
            }
        assert.deepEqual(wrong, []);
        assert.ok(count > 100, `only ${count} commands are found`);
    });
});
