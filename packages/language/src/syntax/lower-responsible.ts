import type { Certificate, Mention, Operated, Served } from '../model/index.ts';
import { flat } from './flat.ts';
import type { Block } from './block.ts';
import { lowerEvidenceTime } from './lower-time.ts';
import type { Lowering } from './lowering.ts';
import { readString } from './values.ts';

const none: readonly never[] = [];

function parties(lowering: Lowering, block: Block, word: string, subject: string | null): readonly Mention[] {
    const fact = block.of('PartyFact', word)[0];
    return fact ? lowering.globals(fact.parties, 'party', subject) : none;
}

const serving = ['integrated', 'maintained', 'supplied'];

const served: Served = { integratedBy: none, maintainedBy: none, suppliedBy: none };
const operated: Operated = { operatedBy: none, ...served };

/** Who builds, maintains and supplies what the block is of. */
export function lowerServed(lowering: Lowering, block: Block, subject: string | null): Served {
    if (!serving.some(word => block.has(word))) return served;
    return {
        integratedBy: parties(lowering, block, 'integrated', subject),
        maintainedBy: parties(lowering, block, 'maintained', subject),
        suppliedBy: parties(lowering, block, 'supplied', subject),
    };
}

/** Who operates it besides. */
export function lowerOperated(lowering: Lowering, block: Block, subject: string | null): Operated {
    if (!block.has('operated') && !serving.some(word => block.has(word))) return operated;
    return {
        operatedBy: parties(lowering, block, 'operated', subject),
        ...lowerServed(lowering, block, subject),
    };
}

export function lowerCertificates(lowering: Lowering, block: Block, subject: string | null): readonly Certificate[] {
    const facts = block.of('CertificateFact', 'certificate');
    if (facts.length === 0) return none;
    return flat(facts, fact => {
        const time = lowerEvidenceTime(lowering, block, fact, subject);
        const version = fact.version?.[0] ? readString(fact.version[0].text) : null;
        return (fact.values ?? []).map(value => ({
            text: readString(value.text),
            time,
            version,
            origin: lowering.origin(fact, value),
        }));
    });
}
