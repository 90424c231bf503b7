import { today } from 'iacs-language/clock';
import { NodeDisk } from 'iacs-language/disk';
import { serveStdio } from 'iacs-language/lsp';
import { boundMemory, elkEngine } from 'iacs-language/node';
import type { Command, Io } from '../io.ts';
import { Failure } from '../io.ts';
import { readOptions } from '../options.ts';

const usage = `Usage: iacs lsp

The language server on standard input and output, for any editor that speaks the Language Server
Protocol. It ends when the editor ends it or closes its input. docs/editors.md has the settings for
several editors.

      --stdio  accepted and without effect, for editors that add it`;

function run(args: readonly string[], _io: Io): Promise<number> {
    const { words } = readOptions(
        args.filter(arg => !arg.startsWith('--clientProcessId')),
        { stdio: 'flag' },
    );
    if (words.length > 0) throw new Failure('iacs lsp takes no path: the editor says which folders it has open.');
    boundMemory();
    serveStdio({ files: new NodeDisk(), today, engine: () => elkEngine() });
    // The connection ends the process.
    return new Promise(() => undefined);
}

const command: Command = { name: 'lsp', summary: 'the language server, for any editor', usage, run };
export default command;
