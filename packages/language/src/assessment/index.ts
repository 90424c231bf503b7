/** The assessment: what the model achieves against the catalogue. */
export * from './assessment.ts';
export { assess } from './assess.ts';
export * from './reach.ts';
