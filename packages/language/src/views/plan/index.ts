/** What to do next: what `iacs plan` prints. */
export { planJson } from './to-json.ts';
export { planMarkdown, planText } from './to-text.ts';
