import { Day, goodUntil, partVerdict } from '../../assessment/index.ts';
import type { PartId, PartRow } from '../../catalogue/parts/index.ts';
import { partById } from '../../catalogue/parts/index.ts';
import type { RegulationId } from '../../catalogue/regulations.ts';
import { regulationsOf } from '../../catalogue/regulations.ts';
import type { Certificate, Lookup, PartStatement, Party, PartyRole } from '../../model/index.ts';
import { responsibleFor } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { CertificateRow, Judge, PartAssessment, PartHolder, PartRowState } from './data.ts';

/** What a page on organisations is written from. */
export interface LifeCycleInput {
    readonly lookup: Lookup;
    /** What the rules found. */
    readonly findings: readonly Finding[];
    /** The day, `YYYY-MM-DD`. */
    readonly today: string;
    readonly settings?: Pick<Settings, 'rules'> | undefined;
}

/** The roles of whom a part asks. */
const rolesOf: Readonly<Record<PartId, readonly PartyRole[]>> = {
    '2-1': ['asset-owner'],
    '2-4': ['integration-provider', 'maintenance-provider'],
    '4-1': ['product-supplier'],
};

/** How often each rule found something, and how much of it is accepted. */
export type Counts = ReadonlyMap<string, Pick<Judge, 'found' | 'noted' | 'accepted'>>;

const none = { found: 0, noted: 0, accepted: 0 };

export function countsOf(findings: readonly Finding[], concerns: (subject: string | null) => boolean): Counts {
    const counts = new Map<string, Pick<Judge, 'found' | 'noted' | 'accepted'>>();
    for (const { rule, severity, parts, accepted } of findings) {
        const count = parts.filter(({ subject }) => concerns(subject)).length;
        if (count === 0) continue;
        const before = counts.get(rule) ?? none;
        const decides = severity !== 'info';
        counts.set(rule, {
            found: before.found + (decides ? count : 0),
            noted: before.noted + (decides ? 0 : count),
            accepted: before.accepted + (decides && accepted ? count : 0),
        });
    }
    return counts;
}

function judgesOf({ rules }: PartRow, counts: Counts, settings: LifeCycleInput['settings']): readonly Judge[] {
    return rules.map(rule => ({
        rule,
        ...(counts.get(rule) ?? none),
        off: settings?.rules.get(rule) === 'off',
    }));
}

/**
 * A requirement as it stands. Of the owner's programme a warning or error decides: the requirement is missed, whatever
 * a person says, an accepted finding included; only one that is compensated stays so. Of a party a finding is shown and
 * decides nothing: what is found in the plant may be the work of another.
 */
function rowState(
    row: PartRow,
    statements: readonly PartStatement[],
    { lookup, settings }: LifeCycleInput,
    day: Day,
    counts: Counts,
): PartRowState {
    const verdict = partVerdict(lookup, day, statements, row.id);
    const judgedBy = judgesOf(row, counts, settings);
    const found = judgedBy.some(each => each.found > 0);
    const decided = row.part === '2-1' && found && verdict.state !== 'compensated';
    const { statement, state: stated, ...said } = verdict;
    return {
        id: row.id,
        group: row.group,
        title: row.title,
        state: decided ? 'missed' : stated,
        stated: statement === null ? null : stated,
        source: decided ? 'rules' : statement === null ? 'nothing' : 'person',
        contradicted: decided && (stated === 'met' || stated === 'excluded'),
        ...said,
        judgedBy,
        shown: row.shown,
        why: row.why,
        sureness: row.sureness,
        doubt: row.doubt,
        seeAlso: regulationsOf(row.id),
    };
}

/** Certificates as they stand on a day. */
export function certificateRows(certificates: readonly Certificate[], today: string): readonly CertificateRow[] {
    return certificates.map(({ text, version, time }) => {
        const until = goodUntil(time, null);
        const unread = time.unread === true;
        const expired = until === null ? null : until < today;
        return { text, version, dated: time.dated?.date ?? null, until, unread, expired };
    });
}

/** True for an element for which a party does something that 2-4 or 4-1 is about. */
export function isResponsible(lookup: Lookup, party: string, subject: string | null): boolean {
    const element = subject === null ? undefined : lookup.element(subject);
    if (!element) return false;
    return (['integratedBy', 'maintainedBy', 'suppliedBy'] as const).some(duty =>
        responsibleFor(lookup, element, duty)?.parties.some(({ id }) => id === party),
    );
}

/** True for a party of whom a part asks: by its role, or because it states something of that part. */
function isAsked(party: Party, part: PartId, rows: readonly PartRow[]): boolean {
    const ids = new Set(rows.map(({ id }) => id));
    return (
        party.roles.some(role => rolesOf[part].includes(role)) ||
        party.statements.some(({ requirements }) => requirements.some(({ id }) => ids.has(id)))
    );
}

/** One part of IEC 62443 on organisations, as a model stands to it on a day. */
export function assessPart(input: LifeCycleInput, id: PartId): PartAssessment {
    const { lookup, findings, today } = input;
    const { model } = lookup;
    const { standard, on, source, rows } = partById(id);
    const day = new Day(lookup, today);
    const of = (statements: readonly PartStatement[], counts: Counts): readonly PartRowState[] =>
        rows.map(row => rowState(row, statements, input, day, counts));
    const [first] = model.programmes;
    const programme: PartHolder | undefined = first && {
        kind: 'programme',
        id: first.id,
        title: first.title,
        roles: [],
        certificates: [],
        rows:
            id === '2-1'
                ? of(
                      model.programmes.flatMap(each => each.statements),
                      countsOf(findings, () => true),
                  )
                : [],
    };
    const holders =
        id === '2-1'
            ? programme
                ? [programme]
                : []
            : model.parties
                  .filter(party => isAsked(party, id, rows))
                  .map((party): PartHolder => ({
                      kind: 'party',
                      id: party.id,
                      title: party.title,
                      roles: party.roles,
                      certificates: certificateRows(party.certificates, today),
                      rows: of(
                          party.statements,
                          countsOf(findings, subject => isResponsible(lookup, party.id, subject)),
                      ),
                  }));
    return { part: id, standard, on, source, holders };
}

/** A part with the requirements alone that are related to a law or framework; its other references are left out. */
export function onlyRelated(assessment: PartAssessment, regulation: RegulationId): PartAssessment {
    return {
        ...assessment,
        holders: assessment.holders.map(holder => ({
            ...holder,
            rows: holder.rows.flatMap(row => {
                const seeAlso = row.seeAlso.filter(each => each.regulation === regulation);
                return seeAlso.length === 0 ? [] : [{ ...row, seeAlso }];
            }),
        })),
    };
}
