import { clockDoubt, nearest } from 'iacs-language';
import { forTerminal } from 'iacs-language/text';
import { decode } from 'iacs-language/read-text';
import { today } from 'iacs-language/clock';
import type { Command, Io } from './io.ts';
import { folderOf } from './files.ts';
import { exit, Failure } from './io.ts';
import { isTerminal, writerTo } from './standard-streams.ts';

/** The commands by their names; each is loaded when it is called, so that none pays for another. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly default: Command }>>>;

async function help(commands: Commands): Promise<string> {
    const all = await Promise.all(Object.values(commands).map(load => load()));
    const width = Math.max(...all.map(({ default: { name } }) => name.length));
    return [
        'iacs: IEC 62443 zones and conduits as code',
        '',
        'Usage: iacs <command> [path…]',
        '',
        'A path is a root file (one with a system) or a folder, which means every root below it; without',
        'one, the working directory.',
        '',
        ...all.map(({ default: { name, summary } }) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        'Nothing outside of the repository is read for a model. With every command, --within FOLDER sets',
        'another limit.',
        '',
        'iacs <command> --help has the options.',
        'Exit codes: 0 success · 1 a check failed · 2 usage or input error.',
        '',
    ].join('\n');
}

async function run(commands: Commands, args: readonly string[], io: Io): Promise<number> {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        io.out(await help(commands));
        if (name === undefined) throw new Failure('Name a command, such as: iacs check');
        return exit.fine;
    }
    if ((name === '--version' || name === '-v') && rest.length === 1 && rest[0] === '--json') {
        const { node } = process.versions;
        const { platform, arch } = process;
        const versions = { schemaVersion: 1, version: io.version, node, platform, arch };
        io.out(`${JSON.stringify(versions, null, 2)}\n`);
        return exit.fine;
    }
    if (name === '--version' || name === '-v') {
        io.out(`${io.version}\n`);
        return exit.fine;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
        const near = nearest(name, Object.keys(commands));
        throw new Failure(
            `There is no command ${name}.${near ? ` Did you mean ${near}?` : ''} iacs --help lists them.`,
        );
    }
    const command = (await load()).default;
    if (rest.includes('--help') || rest.includes('-h')) {
        io.out(`${command.usage}\n`);
        return exit.fine;
    }
    // A day that was named is judged by in its place.
    const doubt = rest.some(word => /^--(?:today|at)(?:=|$)/u.test(word)) ? null : clockDoubt(io.today);
    if (doubt !== null) io.err(`iacs: ${doubt}\n`);
    return name === 'check' ? command.run(rest, io) : runWithin(command, rest, io);
}

/** Runs a command with `--within`, which every command has; `check` reads it by itself, for its threads. */
function runWithin(command: Command, args: readonly string[], io: Io): Promise<number> {
    const at = args.findIndex(word => word === '--within' || word.startsWith('--within='));
    if (at < 0) return command.run(args, io);
    const [word, next] = [args[at]!, args[at + 1]];
    const given = word === '--within' ? next : word.slice('--within='.length);
    if (given === undefined) throw new Failure('--within expects a folder.');
    const rest = args.filter((_, index) => index !== at && (word !== '--within' || index !== at + 1));
    return command.run(rest, { ...io, within: folderOf(given, io) });
}

/**
 * A name as the system gives it. macOS gives back accents as they were typed or completed, and finds a file by both of
 * their forms: as in folders that are listed, and as in git, names have the composed one.
 */
const named = (text: string): string => (process.platform === 'darwin' ? text.normalize('NFC') : text);

function processIo(version: string): Io {
    const wantsColours =
        (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb' && isTerminal('stdout');
    const err = writerTo('stderr');
    return {
        cwd: named(process.cwd()),
        version,
        env: process.env,
        today: today(),
        colours: wantsColours,
        progress: isTerminal('stderr'),
        out: writerTo('stdout'),
        err,
        status: err,
        stdin: async () => {
            const chunks: Buffer[] = [];
            for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
            const text = decode(Buffer.concat(chunks));
            if (typeof text !== 'string') throw new Failure(`Standard input cannot be read: ${text.unreadable}`);
            return text;
        },
    };
}

/** Names, cells and paths come from files of others: nothing in them is for the terminal to obey. */
function withoutControls(text: string): string {
    return text
        .split('\n')
        .map(line => line.split('\t').map(forTerminal).join('\t'))
        .join('\n');
}

/**
 * Runs a command line. Every error ends as one line on standard error.
 * @param commands that there are
 * @param args the words after `iacs`
 * @param io what it may touch of the world
 * @returns the exit code; never rejects
 */
export async function callOf(commands: Commands, args: readonly string[], io: Io): Promise<number> {
    const safe: Io = { ...io, err: text => io.err(withoutControls(text)) };
    try {
        return await run(commands, args, safe);
    } catch (error) {
        const message =
            error instanceof Failure
                ? error.message
                : `Internal error: ${error instanceof Error ? error.message : String(error)} (please report it)`;
        safe.err(`iacs: ${message.replace(/[\r\n]+/g, ' ')}\n`);
        if (!(error instanceof Failure) && io.env['IACS_DEBUG'] === '1' && error instanceof Error)
            io.err(`${error.stack}\n`);
        return exit.failed;
    }
}

/**
 * Runs the command line of this process, and sets its exit code.
 * @param commands that there are
 * @param args the words after `iacs`
 * @param version of this command line
 * @param more what this process has besides
 */
export async function runProcess(
    commands: Commands,
    args: readonly string[],
    version: string,
    more: Partial<Io> = {},
): Promise<void> {
    process.exitCode = await callOf(commands, args.map(named), { ...processIo(version), ...more });
}
