/** What to do next: what `iacs plan` prints. */
export { planJson } from './to-json.ts';
export { type OpenRow, openRows, planMarkdown, planText, restTexts, whenOf } from './to-text.ts';
export {
    budgetText,
    type Contradicted,
    contradictedTexts,
    countedAndContradicted,
    goalsByPlace,
    noStepText,
    nothingOpen,
} from './words.ts';
