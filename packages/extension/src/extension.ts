/** The extension on a machine: its server is a process, and git can be asked. */
import type { ExtensionContext } from 'vscode';
import { makeClient } from './client.ts';
import { Repository } from './git.ts';
import { deactivate, start, type Exports } from './start.ts';

export const activate = (context: ExtensionContext): Promise<Exports> =>
    start(context, { makeClient, canImport: true, repositoryOf: file => Repository.around(file.fsPath) });
export { deactivate };
