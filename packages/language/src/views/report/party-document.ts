import { counted, missingHere } from '../../model/index.ts';
import type { PartyDuties } from '../life-cycle/index.ts';
import { partyDuties } from '../life-cycle/index.ts';
import type { Block, Document, Section } from './document.ts';
import type { ReportInput } from './input.ts';
import { placesNotUnderstood } from './not-assessed.ts';
import { partBlocks } from './section-parties.ts';
import { list, said, section } from './section-parts.ts';

const verbs = {
    operatedBy: 'Operates',
    integratedBy: 'Integrates',
    maintainedBy: 'Maintains',
    suppliedBy: 'Supplies',
    monitors: 'Monitors',
} as const;

/**
 * The duties of one party as a document of its own: what it does, for which assets, what it states of the standard, and
 * what rules find where it works.
 * @param id of the party
 * @returns `null` where the model has no such party
 */
export function toPartyDocument(input: ReportInput, id: string): Document | null {
    const party = input.model.parties.find(each => each.id === id);
    if (!party) return null;
    const duties = partyDuties(input, party);
    const { system } = input.model;
    const plant = system?.title ?? system?.id ?? 'the plant';
    const name = party.title ?? party.id;
    const sections: readonly Section[] = [dutiesSection(duties), statedSection(duties), findingsSection(input, duties)];
    return {
        title: `Duties of ${name} at ${plant}`,
        subtitle: 'From the model of the plant: what is not in the model is not in this document',
        facts: {
            kind: 'facts',
            rows: [
                { name: 'Party', values: [name] },
                { name: 'Roles', values: [list(party.roles)] },
                { name: 'Owner of the plant', values: [system?.owner ?? 'not stated'] },
                { name: 'Date', values: [input.today] },
                { name: 'Revision', values: [input.revision ?? 'not stated'] },
                { name: 'SHA-256 of the model', values: [input.sha256] },
                ...missingHere(placesNotUnderstood(input)).map(text => ({ name: 'Incomplete', values: [text] })),
            ],
        },
        sections,
        running: {
            head: `Duties of ${name} at ${plant}`,
            foot:
                `${input.today}${input.revision ? `, revision ${input.revision}` : ''}, model ` +
                `${input.sha256.slice(0, 12)}`,
        },
    };
}

function dutiesSection({ does, assets, flows, description }: PartyDuties): Section {
    const blocks: Block[] = [
        ...(description === null ? [] : [{ kind: 'paragraph', text: description } as const]),
        does.length === 0
            ? { kind: 'paragraph', text: 'Nothing in the model names this party.' }
            : {
                  kind: 'facts',
                  rows: does.map(({ duty, elements }) => ({ name: verbs[duty], values: [elements.join(', ')] })),
              },
    ];
    if (assets.length > 0)
        blocks.push({
            kind: 'table',
            caption: counted(assets.length, 'asset'),
            columns: [
                { title: 'Asset', weight: 2 },
                { title: 'Essential', weight: 0.7 },
                { title: 'Patches', weight: 2 },
                { title: 'Windows', weight: 1.6 },
                { title: 'Duty', weight: 2 },
            ],
            rowHeads: true,
            rows: assets.map(({ id, duties, essential, patches, windows }) => [
                id,
                essential ? 'yes' : '',
                said(patches.join('\n')),
                said(windows.join('\n')),
                duties.map(duty => verbs[duty].toLowerCase()).join(', '),
            ]),
        });
    if (flows.length > 0)
        blocks.push({
            kind: 'table',
            caption: 'Sessions from where it operates',
            columns: [
                { title: 'Flow', weight: 3 },
                { title: 'Until', weight: 1 },
                { title: 'Approved by', weight: 1.4 },
            ],
            rows: flows.map(({ id, until, approvedBy }) => [id, said(until), said(approvedBy)]),
        });
    return section('duties', 'What it does', 'ZCR 6.4', blocks);
}

function statedSection({ certificates, parts, roles }: PartyDuties): Section {
    return section('stated', 'What it states, and with which proof', null, [
        certificates.length === 0
            ? { kind: 'paragraph', text: 'No certificate is stated.' }
            : {
                  kind: 'table',
                  caption: counted(certificates.length, 'certificate'),
                  columns: [
                      { title: 'Certificate', weight: 3 },
                      { title: 'Of', weight: 1 },
                      { title: 'Valid until', weight: 1.2 },
                  ],
                  rows: certificates.map(({ text, dated, until, unread, expired }) => [
                      text,
                      said(dated),
                      unread
                          ? { text: 'a time that cannot be read', tone: 'bad' }
                          : expired
                            ? { text: `${until}: expired`, tone: 'bad' }
                            : said(until),
                  ]),
              },
        ...(parts.length === 0
            ? [
                  {
                      kind: 'paragraph',
                      text:
                          roles.length === 0
                              ? 'No role is stated, so it is not known what IEC 62443 asks of it.'
                              : 'No part of IEC 62443 asks for something of this role.',
                  } as const,
              ]
            : parts.flatMap(partBlocks)),
    ]);
}

function findingsSection({ where }: ReportInput, { findings }: PartyDuties): Section {
    return section('findings', 'What is found where it works', null, [
        findings.length === 0
            ? { kind: 'paragraph', text: 'The rules find nothing there. That does not show that nothing is wrong.' }
            : {
                  kind: 'table',
                  caption: counted(findings.length, 'finding'),
                  columns: [
                      { title: 'Severity', weight: 0.8 },
                      { title: 'Where', weight: 1.4 },
                      { title: 'Finding', weight: 4 },
                      { title: 'Rule', weight: 1.4 },
                  ],
                  rows: findings.map(({ severity, subject, at, message, rule }) => {
                      const place = where(at);
                      return [
                          severity,
                          `${subject ?? ''}${place ? `\n${place.file}:${place.line}` : ''}`.trim(),
                          { text: message, marked: true },
                          rule,
                      ];
                  }),
              },
    ]);
}
