import type { Notes } from '../model/index.ts';
import type { Block } from './block.ts';
import { lowerEvidence } from './lower-time.ts';
import type { Lowering } from './lowering.ts';

const emptyNotes: Notes = {
    location: [],
    evidence: [],
    logicalBoundary: [],
    physicalBoundary: [],
    logicalAccess: [],
    physicalAccess: [],
    assumption: [],
    policy: [],
    regulation: [],
};
const noteWords = [
    'location',
    'evidence',
    'logical-boundary',
    'physical-boundary',
    'logical-access',
    'physical-access',
    'assumption',
    'policy',
    'regulation',
];

/** The characteristics that a block documents in free text. */
export function lowerNotes(lowering: Lowering, block: Block): Notes {
    if (!noteWords.some(word => block.has(word))) return emptyNotes;
    return {
        location: block.texts('location'),
        evidence: lowerEvidence(lowering, block, block.subject),
        logicalBoundary: block.texts('logical-boundary'),
        physicalBoundary: block.texts('physical-boundary'),
        logicalAccess: block.texts('logical-access'),
        physicalAccess: block.texts('physical-access'),
        assumption: block.texts('assumption'),
        policy: block.texts('policy'),
        regulation: block.texts('regulation'),
    };
}
