/**
 * Part of `npm run lint`: subjects of commits are `area: what a user gains`, at most 72 characters (CONTRIBUTING.md).
 * Commits before the rule, merges, and a tree whose history is not there (an archive, a shallow clone) are left alone.
 */
import { spawnSync } from 'node:child_process';

/** The last commit with a longer subject. */
const since = 'b3cadc6b33dd';
const longest = 72;

const git = (...args) => spawnSync('git', args, { encoding: 'utf8', cwd: new URL('../', import.meta.url) });
const { status, stdout } = git('log', '--no-merges', '--format=%h %s', `${since}..HEAD`);
if (status === 0 && git('merge-base', '--is-ancestor', since, 'HEAD').status === 0) {
    const wrong = stdout
        .split('\n')
        .filter(Boolean)
        .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
        .filter(([, subject]) => subject.length > longest || !/^[a-z][\w .,/-]*: \S/u.test(subject));
    for (const [commit, subject] of wrong)
        console.error(`${commit} "${subject}": write "area: what a user gains", ${longest} characters at most.`);
    if (wrong.length > 0) process.exit(1);
}
