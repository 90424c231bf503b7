import { shownSlA } from './shown-levels.ts';
import { missingHere, writeVector } from '../../model/index.ts';
import type { ReportData, RequirementRow, SubjectPart } from './data.ts';
import { stateWords } from './section-parts.ts';
import { vectorText } from './risk-part.ts';

/** A name, the same one for the same thing in every run: a UUID of version 5 (RFC 9562) of the text. */
export type NameUuid = (text: string) => string;

/** The namespace of the properties that OSCAL does not define; a name, no address to fetch. */
const ns = 'https://iacs.invalid/ns/oscal';

/**
 * What OSCAL calls the states in a system security plan, where it has a word; of the others it has none, and the
 * `state` property says them.
 */
const statuses: Readonly<Partial<Record<RequirementRow['state'], string>>> = {
    met: 'implemented',
    compensated: 'alternative',
    excluded: 'not-applicable',
    planned: 'planned',
};

/** One line without blanks around it, as OSCAL wants a string. */
function line(text: string): string {
    return text
        .toWellFormed()
        .replace(/[\s\u0000-\u001f]+/gu, ' ')
        .trim();
}

/**
 * The same for a title, a description or a remark, which OSCAL reads as Markdown: nothing in it is markup, nor a
 * parameter to insert.
 */
function markup(text: string): string {
    return line(text)
        .replace(/[\\`*_~^[\]<>{}&]/g, '\\$&')
        .replace(/(?<=\w)\\_(?=\w)/g, '_')
        .replace(/^[-+=#]/, '\\$&')
        .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

interface Property {
    readonly name: string;
    readonly value: string;
    readonly ns: string;
}

/**
 * A property in a namespace of our own: in that of OSCAL, NIST's metaschema of release 1.2.1 allows no other name than
 * `marking` for a requirement of a component, and none of ours for a component.
 */
function own(name: string, value: string | null): readonly Property[] {
    const text = value === null ? '' : line(value);
    return text === '' ? [] : [{ name, value: text, ns }];
}

/** `SR 1.1 RE 2` as a token: `sr-1.1-re-2`. */
function controlId(requirement: string): string {
    return requirement.toLowerCase().replaceAll(' ', '-');
}

function requirementPart(uuid: NameUuid, row: RequirementRow): unknown {
    const status = statuses[row.state];
    const by = row.by.length > 0 ? ` by ${row.by.join(', ')}` : '';
    const evidence = row.evidence.map(line).filter(each => each !== '');
    return {
        uuid: uuid(`requirement ${row.subject} ${row.id}`),
        'control-id': controlId(row.id),
        description: markup(
            `${row.id} ${row.title}: ${stateWords[row.state]}${by}${row.because ? `, because ${row.because}` : ''}` +
                (row.lapse === null ? '' : `; ${row.lapse}`) +
                (row.contradicted.length > 0 ? `; contradicted by the model: ${row.contradicted.join('; ')}` : ''),
        ),
        props: [
            ...own('implementation-status', status ?? null),
            ...own('state', row.state),
            ...own('required', row.required ? 'yes' : 'no'),
            ...own('contradicted', row.contradicted.length > 0 ? 'yes' : null),
            ...own('owner', row.owner),
            ...own('due', row.due),
            ...own('inherited-from', row.inheritedFrom),
        ],
        ...(evidence.length > 0 ? { remarks: markup(`Evidence: ${evidence.join('; ')}`) } : {}),
    };
}

function component(uuid: NameUuid, part: SubjectPart, rows: readonly RequirementRow[], source: string): unknown {
    const spoken = rows.filter(row => row.required || (row.state !== 'not-assessed' && row.state !== 'capable'));
    return {
        uuid: uuid(`${part.kind} ${part.id}`),
        type: part.kind,
        title: markup(part.title ?? '') || markup(part.id),
        description: markup(part.description ?? '') || markup(`${part.kind} ${part.id}`),
        props: [
            ...own('id', part.id),
            ...own('kind', part.zoneKind),
            ...own('inside', part.parent),
            ...own('sl-t', vectorText(part.levels.slT)),
            ...own('sl-c', vectorText(part.levels.slC)),
            ...own('sl-a', writeVector(shownSlA(rows)(part)) || null),
        ],
        ...(spoken.length === 0
            ? {}
            : {
                  'control-implementations': [
                      {
                          uuid: uuid(`implementation ${part.id}`),
                          source,
                          description: markup(
                              `The requirements that SL-T of ${part.id} asks for, or that the model speaks of, with ` +
                                  'their state',
                          ),
                          'implemented-requirements': spoken.map(row => requirementPart(uuid, row)),
                      },
                  ],
              }),
    };
}

/**
 * The zones and conduits as an OSCAL component definition (NIST, version 1.2.1), for governance tools: each is a
 * component with the requirements of IEC 62443-3-3 that concern it. Requirements that are only possible, missed or not
 * assessed carry no `implementation-status`, because OSCAL has no word for them; the property `state` says it. All
 * properties are in a namespace of our own.
 * @param uuid names things; the same text has to give the same UUID in every run
 */
export function toOscal(data: ReportData, uuid: NameUuid): unknown {
    const name = (text: string): string => uuid(`${data.document.system ?? ''} ${text}`);
    const standard = name('IEC 62443-3-3');
    const rows = Map.groupBy(data.requirements, row => row.subject);
    const parts = [...data.zones, ...data.conduits];
    return {
        'component-definition': {
            uuid: name(`component definition ${data.document.sha256}`),
            metadata: {
                title: markup(`${data.document.title}: zones and conduits`),
                'last-modified': `${data.document.date}T00:00:00Z`,
                version: line(data.document.revision ?? '') || data.document.sha256.slice(0, 12),
                'oscal-version': '1.2.1',
                props: [
                    ...own('model-sha256', data.document.sha256),
                    ...own('system', data.document.system),
                    ...own('owner', data.document.owner),
                    ...own('not-understood', data.notUnderstood > 0 ? String(data.notUnderstood) : null),
                ],
                remarks: [
                    'Computed from a model. A requirement without a statement is not assessed; this does not ' +
                        'state that a standard is fulfilled.',
                    ...missingHere(data.notUnderstood),
                ].join(' '),
            },
            ...(parts.length === 0
                ? {}
                : { components: parts.map(part => component(name, part, rows.get(part.id) ?? [], `#${standard}`)) }),
            'back-matter': {
                resources: [
                    {
                        uuid: standard,
                        title: 'IEC 62443-3-3:2013, System security requirements and security levels',
                        description: 'Requirements are named by their identifiers; their text is in the standard.',
                        citation: { text: 'IEC 62443-3-3:2013 with COR1:2014' },
                    },
                ],
            },
        },
    };
}
