import path from 'node:path';
import type { Sides } from 'iacs-language/diff';
import type { Repository } from '../git.ts';
import type { Io } from '../io.ts';
import type { Side } from '../sides.ts';
import { placesIn } from './places-in.ts';

/**
 * Where a forge shows a line of a file of a commit, and the run that this is; `null` where its parts are not in the
 * environment.
 */
interface Forge {
    line(commit: string, file: string, line: number): string;
    readonly run: string | null;
}

const web = /^https?:\/\/[^\s()<>]+$/;

/** Only what looks like the address of a server gets into a link. */
function githubIn(env: Io['env']): Forge | null {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run } = env;
    if (!server || !web.test(server) || !name || !/^[\w.-]+\/[\w.-]+$/.test(name)) return null;
    return {
        line: (commit, file, line) => `${server}/${name}/blob/${commit}/${file}#L${line}`,
        run: run && /^\d+$/.test(run) ? `${server}/${name}/actions/runs/${run}` : null,
    };
}

function gitlabIn(env: Io['env']): Forge | null {
    const { CI_PROJECT_URL: project, CI_JOB_URL: job } = env;
    if (!project || !web.test(project)) return null;
    return {
        line: (commit, file, line) => `${project}/-/blob/${commit}/${file}#L${line}`,
        run: job && web.test(job) ? job : null,
    };
}

/** A name in an address: a bracket ends a link of Markdown, and `encodeURIComponent` leaves it. */
const encoded = (name: string): string =>
    encodeURIComponent(name).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const quoted = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** What a comment can say besides the comparison: links to the lines that it names, and how to see it at home. */
export function forgeOf(
    before: Side,
    after: Side,
    repository: Repository | null,
    paths: readonly string[],
    io: Io,
): Pick<Sides, 'link' | 'command' | 'run'> {
    const [base, head] = [before.commit ?? null, after.commit ?? null];
    const command =
        base !== null && head !== null
            ? {
                  command: [
                      'iacs diff',
                      base.slice(0, 12),
                      head.slice(0, 12),
                      ...paths.flatMap(each => ['--path', quoted(each)]),
                  ].join(' '),
              }
            : {};
    const forge = githubIn(io.env) ?? gitlabIn(io.env);
    if (!forge || !repository) return command;
    return {
        ...command,
        ...(forge.run === null ? {} : { run: forge.run }),
        link: (side, file, line) => {
            const commit = side === 'base' ? base : head;
            const [place] = placesIn(repository, [path.resolve(io.cwd, file)]);
            const inside = path.relative(repository.top, place!).split(path.sep).join('/');
            return commit === null || inside.startsWith('../')
                ? null
                : forge.line(commit, inside.split('/').map(encoded).join('/'), line);
        },
    };
}
