/**
 * A model that is kept up to date while somebody types. What invalidates what, and why that is sound:
 *
 * A text is cut into pieces, the statements of its top level (`syntax/cut.ts`). A piece is read without what is around
 * it, so an edit reads the pieces that it touches. The offsets in a piece are addresses that no other piece of the file
 * ever had (`pieces.ts`): what is before it may grow, and its tree, what it says and what is found in it stay as they
 * are, the very same objects. Addresses become offsets when they are shown, through the pieces that have taken the
 * place of those that are gone.
 *
 * What a piece says depends on its text, on the ids of what it declares, and on what the names that it mentions mean.
 * `Names` says after an edit which last parts of names have come, gone or become another kind of thing, and in which
 * pieces duplicates are counted anew; pieces that mention such a part, or that looked among all names for a nearest
 * one, are lowered again (`lowered.ts`). Names that no statement mentions, such as those of views, concern no other
 * piece.
 *
 * Everything that rules can see is in what the pieces say. Where that is the same as before, and each place in it is
 * where its address leads (`facts.ts`), no answer can be another one, and the answers only move. Where a fact has
 * changed, and be it a title, the rules that read it are asked again (`rules/engine/reads.ts`), and the answers of the
 * others move: in steps, in the pause after typing, of a snapshot that further edits leave alone (`keeper.ts`). Until
 * then the answers of before are shown where they belong now; what they say of a place that is gone is left out. Where
 * only addresses of assets and what is said of flows have changed, the comparison with rules and traffic goes on from
 * the one before (`reconcile/kept.ts`). So a settled analysis is that of a fresh look, fixes included, which a test
 * holds over random edits.
 */
export { LiveAnalysis } from './analysis.ts';
export { LiveFiles } from './files.ts';
export { Keeper, type KeeperHost } from './keeper.ts';
export { LiveModel, type ModelInput } from './model.ts';
export { Loose } from './loose.ts';
export { FilePieces } from './pieces.ts';
export { compareShown, type Said, type Shown } from './shown.ts';
