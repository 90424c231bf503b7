import type { PartAssessment } from './data.ts';

/** What `assess --part --format json` prints of a model; the schema is `parts.schema.json`. */
export function partJson({ holders }: PartAssessment) {
    return {
        holders: holders.map(({ rows, ...holder }) => ({
            ...holder,
            requirements: rows.map(({ shown, why: _why, ...row }) => ({ ...row, modelShows: shown })),
        })),
    };
}
