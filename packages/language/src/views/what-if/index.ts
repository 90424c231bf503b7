/** What happens if: what `iacs cut` and `iacs assume` print. */
export { cutCase, type CutCase, cutJson, type CutQuestion, unlessMissing } from './cut.ts';
export { cutMarkdown, cutText } from './cut-text.ts';
export { assumeCase, type AssumeCase, assumeJson, inOtherHands, leadingOn, reachedJson } from './assume.ts';
export { assumeMarkdown, assumeText } from './assume-text.ts';
