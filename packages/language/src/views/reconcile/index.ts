/** The three-way table of what is declared, configured and observed, in its formats. */
export * from './rows.ts';
export * from './to-json.ts';
export * from './to-text.ts';
