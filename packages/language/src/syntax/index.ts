/** The syntax: text in, trees and models out. Imports only the model and the table of statements. */

/** A requirement as it is written: `SR 1.1 RE 1`, `FR 2 SL 3`, `NET 3.2`. */
export type { RequirementRef } from './generated/ast.ts';
export { wordOf } from './statement-heads.ts';
export * from './cut.ts';
export * from './edits.ts';
export { applyEdits } from './text-edit.ts';
export type { TextEdit } from './text-edit.ts';
export { zoneName } from './tops.ts';
export * from './format.ts';
export * from './imports.ts';
export { lex, type Token } from './lex.ts';
export { isClosedComment, isClosedString } from './literals.ts';
export * from './lower.ts';
export * from './model-problems.ts';
export { partIdOf } from './lower-statements.ts';
export { hasMarks, isMerging } from './merge-marks.ts';
export type { Knowledge, Link } from './lowering.ts';
export { fixOfMistake } from './parser/stumbles.ts';
export { mostSuggestions } from './lowering.ts';
export { isName } from './name-shape.ts';
export * from './names.ts';
export * from './parse.ts';
export { repaired } from './repaired.ts';
export * from './resolve.ts';
export { namesOf, plainName } from './suggest.ts';
export { beginsStatement } from './token-stream.ts';
export * from './tree.ts';
export { isDay, readString } from './values.ts';
