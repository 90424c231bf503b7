/** The extension in a browser: vscode.dev, github.dev and others that have no machine for it. */
import type { ExtensionContext } from 'vscode';
import { deactivate, start, type Exports } from '../start.ts';
import { makeClient } from './client.ts';

export const activate = (context: ExtensionContext): Promise<Exports> => start(context, { makeClient });
export { deactivate };
