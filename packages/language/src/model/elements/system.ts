import type { Facts } from '../facts.ts';
import { one, text } from '../facts.ts';
import type { Named, Notes } from './common.ts';
import type { Duration } from './dependency.ts';
import { durationText } from './dependency.ts';
import { namedFacts, notes } from './common.ts';
import type { Matrix, Risk } from './matrix.ts';
import { matrix, riskText } from './matrix.ts';

/** The system under consideration (IEC 62443-3-2, ZCR 1). */
export interface System extends Named {
    readonly owner: string | null;
    readonly description: string | null;
    /** The highest risk that the owner tolerates: a number, or the name of a band of the risk matrix. */
    readonly tolerableRisk: Risk | null;
    /** How long evidence with a date is good for where it does not say it. */
    readonly evidenceValid: Duration | null;
    readonly notes: Notes;
    readonly matrix: Matrix | null;
}

/** The facts of the system under consideration. */
export const systemFacts = {
    ...namedFacts,
    owner: text('owner'),
    description: text('description'),
    tolerableRisk: risk => one('tolerable-risk', risk === null ? null : riskText(risk)),
    evidenceValid: time => one('evidence-valid', time && durationText(time)),
    notes,
    matrix,
} satisfies Facts<System>;
