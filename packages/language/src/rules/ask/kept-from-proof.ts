import type { Assessment } from '../../assessment/index.ts';
import { invariantsLeftOpen, type Connection } from './left-open.ts';

/** The ids of the invariants that hold over the declared flows, and may not over a connection. */
export function keptFromProof(assessment: Assessment, connection: Connection): readonly string[] {
    return assessment.model.invariants.length === 0 ? [] : invariantsLeftOpen(assessment, connection);
}
