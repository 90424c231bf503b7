/** Importing for another shell: the extension's server bundles it. */
export { default as command } from './commands/import.ts';
export { Failure } from './io.ts';
export { ImportError } from './import/import-error.ts';
