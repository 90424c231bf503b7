import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeActions, resolveCodeAction } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { foldingRanges, selectionRanges } from './folding.ts';
import { formatting, rangeFormatting } from './format.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { definition, documentLinks, highlights, references, workspaceSymbols } from './navigation.ts';
import { documentSymbols } from './outline.ts';
import { willRenameFiles } from './moved-files.ts';
import { prepareRename, rename } from './rename.ts';
import { semanticTokens, semanticTokensRange } from './semantic-tokens.ts';
import type { Feature } from './feature.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from './type-hierarchy.ts';

/**
 * What the server answers: one line for each request. The server announces and registers what stands here, nothing
 * else.
 */
export const features: readonly Feature[] = [
    codeActions,
    resolveCodeAction,
    codeLenses,
    completion,
    foldingRanges,
    selectionRanges,
    formatting,
    rangeFormatting,
    hover,
    inlayHints,
    definition,
    references,
    highlights,
    prepareRename,
    rename,
    willRenameFiles,
    workspaceSymbols,
    documentLinks,
    prepareCallHierarchy,
    incomingCalls,
    outgoingCalls,
    prepareTypeHierarchy,
    supertypes,
    subtypes,
    documentSymbols,
    semanticTokens,
    semanticTokensRange,
];
