import type { Rule } from '../../rules/engine/rule.ts';
import { problemRules } from '../../rules/engine/problem-rules.ts';
import type { FindingsFormat } from './format.ts';
import { jsonList } from './json-list.ts';
import type { Summary } from './summary.ts';
import type { LocatedFinding, Position } from './located.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A change of characters by line and column, for SARIF's fixes. */
export interface LocatedEdit extends Position {
    readonly text: string;
}

/** What SARIF tells beside the findings. */
export interface SarifOptions {
    readonly rules: readonly Rule[];
    readonly version: string;
    /** `I/N` of a run that looks at a part of the models only. */
    readonly shard?: string;
    /** The edits of a fix, located; in the order of the finding's fixes. */
    editsOf(located: LocatedFinding): readonly { readonly title: string; readonly edits: readonly LocatedEdit[] }[];
}

function descriptorsOf(options: SarifOptions) {
    return [
        ...problemRules.map(rule => descriptor(rule.id, rule.summary, rule.why, rule.why, 'error', [])),
        ...options.rules.map(rule =>
            descriptor(
                rule.id,
                rule.summary,
                rule.why,
                `${rule.why}\n\nWhen to accept it: ${rule.falsePositives}\n\nBasis: ${rule.basis.join(', ')}.`,
                rule.severity,
                rule.basis,
            ),
        ),
    ];
}

/**
 * Findings as SARIF 2.1.0 (OASIS), with what GitHub's code scanning asks for beyond the schema: help and a full
 * description for every rule, and `partialFingerprints`.
 */
export function sarifFindings(options: SarifOptions): FindingsFormat {
    const descriptors = descriptorsOf(options);
    const indexes = new Map(descriptors.map((rule, index) => [rule.id, index]));
    const shell = ({ turns }: Summary): object => ({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'iacs',
                        semanticVersion: options.version,
                        rules: descriptors,
                    },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The working directory of the check.' } } },
                results: [],
                ...(options.shard === undefined
                    ? {}
                    : { properties: { shard: options.shard, ...(turns ? { turns } : {}) } }),
            },
        ],
    });
    return jsonList('results', 4, shell, located => result(located, indexes, options));
}

function descriptor(
    id: string,
    summary: string,
    why: string,
    help: string,
    severity: keyof typeof levels,
    basis: readonly string[],
) {
    return {
        id,
        // The specification wants no name that says the same as the id, as that of a single word would.
        ...(id.includes('-')
            ? {
                  name: id
                      .split('-')
                      .map(part => part.charAt(0).toUpperCase() + part.slice(1))
                      .join(''),
              }
            : {}),
        shortDescription: { text: summary },
        fullDescription: { text: `${summary} ${why}` },
        help: { text: help, markdown: help },
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: ['IEC 62443', ...basis] },
    };
}

function uriOf(file: string): string {
    return file
        .split('/')
        .map(part => encodeURIComponent(part))
        .join('/');
}

/**
 * Where a file is. What lies on another drive or server of Windows than the working directory has no relative
 * reference.
 * @param file as it is printed: relative to the working directory, with `/`
 */
export function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
    const [, drive, inside] = /^([A-Za-z]:)(\/.*)$/.exec(file) ?? [];
    if (drive !== undefined) return { uri: `file:///${drive}${uriOf(inside!)}` };
    if (file.startsWith('//')) return { uri: `file:${uriOf(file)}` };
    return { uri: uriOf(file), uriBaseId: '%SRCROOT%' };
}

function physical(place: Position) {
    return {
        artifactLocation: artifact(place.file),
        region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
        },
    };
}

function result(located: LocatedFinding, indexes: ReadonlyMap<string, number>, options: SarifOptions) {
    const { finding, fingerprint, related } = located;
    const fixes = options.editsOf(located);
    return {
        ruleId: finding.rule,
        ruleIndex: indexes.get(finding.rule) ?? -1,
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [
            {
                physicalLocation: physical(located),
                ...(finding.subject === null
                    ? {}
                    : {
                          logicalLocations: [
                              {
                                  fullyQualifiedName: finding.subject,
                                  name: finding.subject.slice(finding.subject.lastIndexOf('.') + 1),
                              },
                          ],
                      }),
            },
        ],
        ...(related.length === 0
            ? {}
            : {
                  relatedLocations: related.map((place, index) => ({
                      id: index + 1,
                      message: { text: place.message },
                      physicalLocation: physical(place),
                  })),
              }),
        partialFingerprints: { 'iacs/v1': fingerprint },
        ...(fixes.length === 0
            ? {}
            : {
                  fixes: fixes.map(fix => ({
                      description: { text: fix.title },
                      artifactChanges: [...new Set(fix.edits.map(edit => edit.file))].map(file => ({
                          artifactLocation: artifact(file),
                          replacements: fix.edits
                              .filter(edit => edit.file === file)
                              .map(edit => ({
                                  deletedRegion: {
                                      startLine: edit.line,
                                      startColumn: edit.column,
                                      endLine: edit.endLine,
                                      endColumn: edit.endColumn,
                                  },
                                  insertedContent: { text: edit.text },
                              })),
                      })),
                  })),
              }),
        ...(finding.accepted === null
            ? {}
            : {
                  suppressions: [
                      {
                          kind: 'inSource',
                          status: 'accepted',
                          ...(finding.accepted.because === null ? {} : { justification: finding.accepted.because }),
                      },
                  ],
              }),
    };
}
