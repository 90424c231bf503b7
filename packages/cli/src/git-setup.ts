import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gitConfig, Repository, setGitConfig, whyNoRepository } from './git.ts';
import { Failure } from './io.ts';
import { writeWhole } from './write-whole.ts';

const attribute = '*.iacs diff=iacs';

/** What was done, for the user: one line each. */
export type Done = readonly string[];

/**
 * Makes `git diff` tell changes of `.iacs` files in meaning: a line in `.gitattributes` at the top of the repository
 * (to be
 * committed), and a driver in the repository's own settings (each clone sets its own: git runs no command that a
 * repository brings).
 * What is already set is left alone.
 * @param folder any folder of the repository
 * @throws {@link Failure} where there is no repository, or a file cannot be written
 */
export async function setUpGit(folder: string): Promise<Done> {
    const repository = await Repository.around(folder);
    if (!repository)
        throw new Failure(
            `${(await whyNoRepository(folder)).replace(/repository\.$/, 'repository: run git init first.')}`,
        );
    const done: string[] = [];
    const file = path.join(repository.top, '.gitattributes');
    let text = '';
    try {
        text = readFileSync(file, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Failure(`${file} cannot be read.`);
    }
    if (!text.split(/\r?\n/).some(line => /^\*\.iacs\s.*\bdiff=/.test(line))) {
        writeWhole(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${attribute}\n`);
        done.push(`.gitattributes: ${attribute}`);
    }
    const settings = [
        ['diff.iacs.command', 'iacs diff --driver'],
        [
            'diff.iacs.xfuncname',
            '^[ \\t]*((system|zone|conduit|asset|countermeasure|type|protocol|threat|invariant|view)[ \\t].*)$',
        ],
    ] as const;
    for (const [key, value] of settings) {
        if ((await gitConfig(repository.top, key)) !== null) continue;
        await setGitConfig(repository.top, key, value);
        done.push(`git config ${key} "${value}"`);
    }
    return done;
}
