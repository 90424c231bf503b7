/** The model: what the author said. Imports nothing from the other rooms. */
export * from './edit.ts';
export * from './level.ts';
export * from './lookup.ts';
export * from './model.ts';
export * from './nearest.ts';
export * from './place.ts';
export * from './problem.ts';
export * from './words.ts';
export * from './written.ts';
