import type { Origin, Span } from '../place.ts';
import type { Fact, Facts, FactsOf } from '../facts.ts';
import { joined, mentions, nothingLeft, quoted, text, words, written } from '../facts.ts';
import type { PartyRole, Verb } from '../words.ts';
import type { DateFact, Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';
import type { Evidence, EvidenceTime } from './time.ts';
import { evidenceTimeText } from './time.ts';

/** A certificate, how long it is valid, and the version of the product that it is for. */
export interface Certificate extends Evidence {
    readonly version: string | null;
}

/** One fact a certificate. */
export const certificates: FactsOf<readonly Certificate[]> = all =>
    all.flatMap(certificate => {
        const { text: name, time, version, origin, ...rest } = certificate;
        nothingLeft(rest);
        const said = joined(version !== null && `for ${quoted(version)}`, evidenceTimeText(time));
        if (said === '') return written('certificate', [[quoted(name), origin]]);
        const label = `certificate ${quoted(name)}`;
        return [{ key: label, label, value: said, weight: 1, origin }];
    });

/** What is said of requirements on organisations (IEC 62443-2-1, 2-4, 4-1). */
export interface PartStatement {
    readonly verb: Verb;
    readonly requirements: readonly PartMention[];
    /** 1 to 4. */
    readonly maturity: number | null;
    readonly by: readonly Mention[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    readonly evidenceTime: EvidenceTime;
    readonly due: DateFact | null;
    /** `name` spans the verb and the requirements. */
    readonly origin: Origin;
}

/** `NET 3.2`, `SP.07.04 RE 1` or `SM-1`; it exists. */
export interface PartMention {
    readonly id: string;
    readonly at: Span;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One fact a requirement, so that each is compared with what was said of it before. */
export const partStatements: FactsOf<readonly PartStatement[]> = (all, names) =>
    all
        .flatMap(statement => {
            const { verb, requirements, maturity, by, because, evidence, evidenceTime, due, origin, ...rest } =
                statement;
            nothingLeft(rest);
            const measures = by.map(each => names.countermeasure(each.id)).sort();
            const value = joined(
                maturity !== null && `maturity ${maturity}`,
                measures.length > 0 && `by ${measures.join(', ')}`,
                because !== null && `because ${quoted(because)}`,
                evidence.length > 0 && `evidence ${evidence.map(quoted).sort().join(', ')}`,
                evidenceTimeText(evidenceTime),
                due && `due ${due.date}`,
            );
            return requirements.map(({ id }) => ({ verb, label: id, value, weight: 0.5, origin }));
        })
        .sort((a, b) => compareText(`${a.verb} ${a.value}`, `${b.verb} ${b.value}`))
        .map((fact, index, sorted): Fact => {
            const earlier = sorted.slice(0, index).filter(other => other.label === fact.label).length;
            return { ...fact, key: `requirement ${fact.label}${earlier > 0 ? ` ${earlier}` : ''}` };
        });

/** An organisation or department with a part in the life of the plant. */
export interface Party extends Named {
    readonly roles: readonly PartyRole[];
    readonly certificates: readonly Certificate[];
    /** On requirements of IEC 62443-2-4 and 4-1. */
    readonly statements: readonly PartStatement[];
    readonly description: string | null;
}

/** The facts of a party. */
export const partyFacts = {
    ...namedFacts,
    roles: words('role'),
    certificates,
    statements: partStatements,
    description: text('description'),
} satisfies Facts<Party>;

/**
 * The security programme of the asset owner (IEC 62443-2-1). It has no name: its id is `programme`, of a second one
 * `programme #2`. What they state adds up.
 */
export interface Programme extends Named {
    readonly owner: string | null;
    readonly statements: readonly PartStatement[];
    readonly description: string | null;
}

/** The facts of a security programme. */
export const programmeFacts = {
    ...namedFacts,
    owner: text('owner'),
    statements: partStatements,
    description: text('description'),
} satisfies Facts<Programme>;

/** Who builds, maintains and supplies something. */
export interface Served {
    readonly integratedBy: readonly Mention[];
    readonly maintainedBy: readonly Mention[];
    readonly suppliedBy: readonly Mention[];
}

/** The facts of who builds, maintains and supplies something. */
export const servedFacts = {
    integratedBy: mentions('integrated by', 'party'),
    maintainedBy: mentions('maintained by', 'party'),
    suppliedBy: mentions('supplied by', 'party'),
} satisfies Facts<Served>;

/** Who operates it besides. */
export interface Operated extends Served {
    readonly operatedBy: readonly Mention[];
}

/** The facts of who operates and serves something. */
export const operatedFacts = {
    operatedBy: mentions('operated by', 'party'),
    ...servedFacts,
} satisfies Facts<Operated>;
