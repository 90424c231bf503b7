/** The model: what the author said. Imports nothing from the other rooms. */
export * from './edit.ts';
export { elementFacts, factsOf } from './elements/index.ts';
export type { ElementKind, Elements } from './elements/index.ts';
export { sessionText } from './elements/flow.ts';
export { clauseText, exceptionText } from './elements/invariant.ts';
export * from './level.ts';
export * from './lines.ts';
export * from './lookup.ts';
export * from './model.ts';
export * from './nearest.ts';
export * from './place.ts';
export * from './placeholder.ts';
export * from './problem.ts';
export { factLines, ownNames } from './tell.ts';
export type { Fact, Naming } from './tell.ts';
export * from './words.ts';
export * from './written.ts';
