/**
 * "See also" in laws and frameworks: Article 21(2) of Directive (EU) 2022/2555 (NIS2) through the chapters of the annex
 * of Implementing Regulation (EU) 2024/2690, NERC CIP, and the NIST CSF. Each reference says where it is from and how
 * sure it is; none is an equivalence, and none shows conformity. Loaded only where it is printed.
 *
 * For NIS2 no authority publishes a table to IEC 62443. The letters of each chapter are the law's own headings. From
 * IEC 62443 to a chapter there are two kinds of rows: the two controls of CyberFundamentals 2025 (Centre for
 * Cybersecurity Belgium, its scheme for NIS2) that name system requirements; and our own, where the heading of a
 * requirement names the subject of a chapter. The latter have the lowest sureness and say so.
 */
import { csfSource, csfSubcategoriesOf } from './csf.ts';
import { byId } from './by-id.ts';
import { nercReferences, nercReferencesOf, nercSource } from './nerc.ts';
import { partRowIds } from './parts/ids.ts';

export const regulationIds = ['nis2', 'nerc-cip', 'csf'] as const;
export type RegulationId = (typeof regulationIds)[number];

/** What each is called. */
export const regulationNames: Readonly<Record<RegulationId, string>> = {
    nis2: 'NIS2',
    'nerc-cip': 'NERC CIP version 6',
    csf: 'NIST CSF 1.1',
};

export interface RegulationReference {
    readonly regulation: RegulationId;
    /** Where to look: `Article 21(2)(e), annex 6.8 of (EU) 2024/2690`, `CIP-005 R1`, `PR.AC-5`. */
    readonly text: string;
    readonly source: string;
    readonly sureness: 'high' | 'medium' | 'low';
}

/** The points of Article 21(2): the law's subjects, in our words. */
export const nis2Letters: ReadonlyMap<string, string> = new Map([
    ['a', 'risk analysis and security policies'],
    ['b', 'incident handling'],
    ['c', 'continuity: backup, disaster recovery, crisis management'],
    ['d', 'supply chain security'],
    ['e', 'security in acquisition, development and maintenance, with vulnerability handling'],
    ['f', 'assessing the effectiveness of the measures'],
    ['g', 'cyber hygiene and training'],
    ['h', 'cryptography and encryption'],
    ['i', 'human resources, access control, asset management'],
    ['j', 'multifactor or continuous authentication, secured communication'],
]);

export interface Nis2Chapter {
    /** The number in the annex of (EU) 2024/2690. */
    readonly number: string;
    readonly subject: string;
    /** The points of Article 21(2) that its heading names. */
    readonly letters: readonly string[];
    /** Requirements whose own heading names the subject; empty where none does. */
    readonly requirements: readonly string[];
}

function chapter(number: string, letters: string, subject: string, ...requirements: readonly string[]): Nis2Chapter {
    return { number, letters: [...letters], subject, requirements };
}

/** The chapters with their letters; of chapters 6, 11 and 13 the sections whose subject the heading names. */
export const nis2Chapters: readonly Nis2Chapter[] = [
    chapter('1', 'a', 'policy on security', 'ORG 1.1'),
    chapter('2', 'a', 'risk management', 'ORG 2.1'),
    chapter('3', 'b', 'incident handling', 'EVENT 1.8'),
    chapter('4', 'c', 'continuity and crisis management', 'AVAIL 1.1', 'AVAIL 2.1', 'AVAIL 2.5', 'SR 7.3', 'SR 7.4'),
    chapter('5', 'd', 'supply chain', 'ORG 1.6'),
    chapter('6', 'e', 'acquisition, development, maintenance', 'ORG 2.3'),
    chapter('6.3', 'e', 'configuration', 'CM 1.3', 'SR 7.6'),
    chapter('6.4', 'e', 'change', 'CM 1.4'),
    chapter('6.6', 'e', 'patches', 'COMP 3.1', 'COMP 3.2', 'COMP 3.3', 'COMP 3.4', 'COMP 3.5'),
    chapter(
        '6.8',
        'e',
        'segmentation',
        'NET 1.1',
        'NET 1.3',
        'NET 2.2',
        'SR 5.1',
        'SR 5.1 RE 1',
        'SR 5.1 RE 2',
        'SR 5.1 RE 3',
    ),
    chapter('6.9', 'e', 'malware', 'COMP 2.1', 'COMP 2.2', 'COMP 2.3', 'SR 3.2', 'SR 3.2 RE 1', 'SR 3.2 RE 2'),
    chapter('6.10', 'e', 'vulnerabilities', 'EVENT 1.9'),
    chapter('7', 'f', 'effectiveness', 'ORG 2.4'),
    chapter('8', 'g', 'hygiene and training', 'ORG 1.4', 'ORG 1.5'),
    chapter('9', 'h', 'cryptography', 'DATA 1.5', 'DATA 1.6', 'SR 4.3'),
    chapter('10', 'i', 'human resources', 'ORG 1.2'),
    chapter('11', 'ij', 'access control', 'USER 1.4', 'USER 2.1', 'NET 1.6', 'SR 1.3', 'SR 2.1'),
    chapter('11.7', 'j', 'multifactor authentication', 'USER 1.9', 'SR 1.1 RE 2', 'SR 1.1 RE 3'),
    chapter('12', 'i', 'asset management', 'CM 1.1', 'SR 7.8'),
    chapter('13', 'cei', 'physical and environmental security'),
    chapter('13.3', 'i', 'perimeter and physical access', 'ORG 3.1'),
];

const ownReading = 'our own reading: both headings name the same subject; no authority publishes such a table';

/** The rows of CyberFundamentals 2025 that name system requirements. */
const cyfun: readonly { readonly control: string; readonly requirements: readonly string[] }[] = [
    { control: 'PR.IR-01.2 network segmentation', requirements: ['SR 5.1', 'SR 5.2', 'SR 5.3'] },
    { control: 'PR.IR-01.6 safe failure of boundary devices', requirements: ['SR 5.2 RE 3'] },
];

/**
 * Sets of the annex of NCA OTCCMM-1:2022 by subdomain: requirements of 2-1 in the numbers of the committee draft, and
 * CSF 1.1. Numbers that moved before the edition are left out; `NET 2 *` is all of NET 2.
 */
const ncaSets: readonly { readonly subdomain: string; readonly owner: string; readonly csf: string }[] = [
    {
        subdomain: '1-1',
        owner: 'ORG 1.1, ORG 1.6, ORG 2 *, ORG 2.4, CM 1.2',
        csf: 'ID.GV-1, ID.GV-2, ID.GV-4, ID.RA-4, ID.RA-5, ID.BE *, PR.IP-3',
    },
    { subdomain: '1-2', owner: 'ORG 1.3, ORG 1.5', csf: 'ID.AM-6, ID.GV-2, PR.AT-4' },
    {
        subdomain: '1-3',
        owner: 'ORG 2.1, ORG 2.4, AVAIL 1.2, NET 1.5, COMP 3.5',
        csf: 'ID.RM-1, ID.RM-3, ID.RA-4, ID.RA-6, ID.GV-4, PR.IP-3',
    },
    { subdomain: '1-4', owner: 'ORG 1.6, ORG 2.3, ORG 2.4', csf: 'ID.SC-4, PR.IP-9, ID.GV-4' },
    { subdomain: '1-5', owner: 'CM 1.4, ORG 2.4', csf: 'PR.IP-3' },
    { subdomain: '1-7', owner: 'USER 1.2, USER 1.4', csf: 'PR.IP-11' },
    { subdomain: '1-8', owner: 'ORG 1.4, ORG 1.5', csf: 'PR.AT-1, PR.AT-2, PR.AT-3, PR.AT-5' },
    { subdomain: '2-1', owner: 'CM 1.1, ORG 1.3, USER 1.5, AVAIL 2.4', csf: 'ID.AM-1, ID.GV-2, PR.AC-4' },
    {
        subdomain: '2-2',
        owner: 'USER 1.2, USER 2.3, USER 2.4, NET 1.1, DATA 1.2',
        csf: 'PR.AC-1, PR.AC-3, PR.AC-7, PR.DS-1, PR.DS-2',
    },
    {
        subdomain: '2-3',
        owner:
            'COMP 1.1, COMP 1.2, COMP 2.1, COMP 2.2, COMP 3 *, USER 1.5, DATA 1.3, NET 1.3, ORG 2.2, EVENT 1.1, ' +
            'EVENT 1.5, EVENT 1.7',
        csf: 'DE.CM-4, DE.AE-3, PR.PT-1, PR.PT-2, PR.PT-3, PR.IP-1, PR.IP-3, PR.AC-4',
    },
    {
        subdomain: '2-4',
        owner: 'NET 1.1, NET 1.2, NET 1.3, NET 1.6, NET 1.7, NET 2 *, NET 2.2, NET 3 *',
        csf: 'PR.AC-3, PR.AC-5, PR.PT-4, ID.AM-3, DE.AE-1',
    },
    { subdomain: '2-5', owner: 'NET 1.7, NET 1.8, NET 2 *, COMP 1.2, COMP 2.1', csf: 'PR.AC-3, PR.AC-7, DE.CM-7' },
    { subdomain: '2-6', owner: 'DATA 1.2', csf: 'PR.DS-1, PR.DS-2, PR.DS-3, PR.DS-7, ID.GV-4' },
    { subdomain: '2-8', owner: 'AVAIL 2.1, AVAIL 2.4', csf: 'PR.IP-4' },
    { subdomain: '2-9', owner: 'ORG 2.1, ORG 2.2, EVENT 1.9', csf: 'ID.RA-1, PR.IP-12' },
    {
        subdomain: '2-11',
        owner: 'EVENT 1.1, EVENT 1.2, EVENT 1.5, EVENT 1.7, ORG 2.2',
        csf: 'PR.PT-1, DE.AE-2, DE.AE-3, DE.CM-1, DE.CM-3, DE.CM-4, DE.CM-7, DE.DP-3',
    },
    {
        subdomain: '2-12',
        owner: 'EVENT 1.7, EVENT 1.8, AVAIL 2.5, ORG 2.3',
        csf: 'RS.RP *, RS.AN-2, RS.AN-3, RS.CO *, PR.IP-2, PR.IP-10, ID.RA-2',
    },
    { subdomain: '2-13', owner: 'ORG 3.1', csf: 'DE.CM-6, DE.CM-7, PR.AT-5' },
    { subdomain: '3-1', owner: 'AVAIL 1.1, AVAIL 1.2, AVAIL 2.1', csf: 'PR.IP-4, PR.IP-9, PR.IP-10, PR.DS-4, PR.PT-5' },
    { subdomain: '4-1', owner: 'ORG 1.6, ORG 2.3', csf: 'ID.SC-1, ID.SC-2, ID.SC-3, ID.SC-4, PR.IP-2' },
];

const ncaSource =
    'NCA OTCCMM-1:2022, co-references of one subdomain, in the numbers of a draft of IEC 62443-2-1 ' +
    '(a hint, no equivalence)';

function membersOf(text: string): readonly string[] {
    return text
        .split(', ')
        .flatMap(id =>
            id.endsWith(' *') ? partRowIds('2-1').filter(row => row.startsWith(`${id.slice(0, -2)}.`)) : [id],
        );
}

function nis2Of(id: string): readonly RegulationReference[] {
    const named = cyfun.filter(row => row.requirements.includes(id));
    return [
        ...named.map(({ control }): RegulationReference => ({
            regulation: 'nis2',
            text: `CyberFundamentals 2025, ${control}`,
            source: 'Centre for Cybersecurity Belgium, its scheme for NIS2',
            sureness: 'high',
        })),
        ...nis2Chapters
            .filter(({ requirements }) => requirements.includes(id))
            .map(({ number, letters, subject }): RegulationReference => ({
                regulation: 'nis2',
                text:
                    `Article 21(2)${letters.map(letter => `(${letter})`).join('')}, ` +
                    `annex ${number} of (EU) 2024/2690 (${subject})`,
                source: ownReading,
                sureness: 'low',
            })),
    ];
}

let ownersOfSets: readonly ReadonlySet<string>[] | undefined;

/** Of a requirement of 2-1: what the annex names in the same subdomains. */
function ncaOf(id: string): readonly RegulationReference[] {
    const owners = (ownersOfSets ??= ncaSets.map(({ owner }) => new Set(membersOf(owner))));
    const sets = ncaSets.filter((_, index) => owners[index]!.has(id));
    const cip = new Set(
        sets.flatMap(({ subdomain }) =>
            nercReferences.filter(row => row.subdomain === subdomain).flatMap(row => row.nerc),
        ),
    );
    const csf = new Set(sets.flatMap(each => each.csf.split(', ')));
    return [
        ...Array.from(cip, (text): RegulationReference => ({
            regulation: 'nerc-cip',
            text,
            source: ncaSource,
            sureness: 'low',
        })),
        ...Array.from(csf, (text): RegulationReference => ({
            regulation: 'csf',
            text: text.replace(' *', ' (all)'),
            source: ncaSource,
            sureness: 'medium',
        })),
    ];
}

/**
 * Where a requirement is related to a law or framework, each with its source and how sure it is.
 * @param id of IEC 62443-3-3 or 2-1: `SR 5.1`, `NET 1.1`
 * @returns in the order NIS2, NERC CIP, CSF; empty where no source is known
 */
export const regulationsOf = byId((id): readonly RegulationReference[] => {
    if (!id.startsWith('SR ')) return [...nis2Of(id), ...ncaOf(id)];
    const cip = [...new Set(nercReferencesOf(id).flatMap(({ nerc }) => nerc))].sort();
    return [
        ...nis2Of(id),
        ...cip.map((text): RegulationReference => ({
            regulation: 'nerc-cip',
            text,
            source: nercSource,
            sureness: 'medium',
        })),
        ...csfSubcategoriesOf(id).map((text): RegulationReference => ({
            regulation: 'csf',
            text,
            source: csfSource,
            sureness: 'high',
        })),
    ];
});

/** The lines of references, by these: a report has the lines of a requirement once for each party that it asks. */
const linesOf = new WeakMap<readonly RegulationReference[], readonly string[]>();

/** References of one source together, for a line: `NIS2: Article 21(2)(e) … (low: our own reading …)`. */
export function regulationLines(references: readonly RegulationReference[]): readonly string[] {
    const known = linesOf.get(references);
    if (known) return known;
    const groups = Map.groupBy(references, each => `${each.regulation} ${each.sureness} ${each.source}`);
    const lines = Array.from(groups.values(), group => {
        const { regulation, source, sureness } = group[0]!;
        const places = group.map(({ text }) => text).join(', ');
        return `${regulationNames[regulation]}: ${places} (how sure: ${sureness}; ${source})`;
    });
    linesOf.set(references, lines);
    return lines;
}
