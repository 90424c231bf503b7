/** The statements of the language: one table, and what follows from it. Imports only the words of the model. */
export * from './blocks.ts';
export * from './follow.ts';
export * from './form.ts';
export * from './slots.ts';
export * from './table.ts';
export * from './value-help.ts';
export * from './words.ts';
export * from './written.ts';
