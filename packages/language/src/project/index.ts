/**
 * The one road from files to findings: which files are models, which settings hold for them, what is left out, and how
 * they are read and judged. The command line, the comparison and the language server all take it.
 */
export * from './both.ts';
export * from './file-system.ts';
export * from './project.ts';
export * from './search.ts';
export * from './settings-files.ts';
export * from './texts.ts';
export * from './uri.ts';
