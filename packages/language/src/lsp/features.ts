import type { Feature } from './feature.ts';

/** What the server answers: one line for each request. The server announces and registers what stands here, nothing else. */
export const features: readonly Feature[] = [
];
