import { counted, formatText } from 'iacs-language';
import { nameFrom, quoted } from '../names.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { ReportTables } from './report-tables.ts';
import { readReport } from './report-tables.ts';
import { blockText } from './block-text.ts';
import { FurtherFacts, headText, newBlock, textLine } from './statement-lines.ts';
import type { Placed } from './write-elements.ts';
import {
    assetDeclarations,
    flowDeclarations,
    invariantDeclarations,
    libraryDeclarations,
    countermeasureDeclarations,
    threatDeclarations,
} from './write-elements.ts';
import { functionDeclarations, furtherDeclarations, islandDeclarations } from './write-others.ts';
import type { SubjectBlock } from './write-subjects.ts';
import { notesOf, subjectBlocks } from './write-subjects.ts';

export interface ReportAnswer {
    readonly text: string;
    readonly notices: readonly string[];
    readonly counts: Readonly<
        Record<'zones' | 'conduits' | 'assets' | 'flows' | 'threats' | 'countermeasures', number>
    >;
}

function system(report: ReportTables, further: FurtherFacts): string {
    const title = report.facts.get('System');
    const owner = report.facts.get('Owner');
    const facts = Map.groupBy(report.lists.get('system') ?? [], row => row.get('Fact of the system') ?? '');
    const values = (fact: string): readonly string[] => facts.get(fact)?.map(row => row.get('Value') ?? '') ?? [];
    const tolerable = values('Tolerable risk')[0];
    const name =
        values('Id')[0] ?? further.ids('system')[0] ?? report.facts.get('Id') ?? nameFrom(title ?? 'System', 'System');
    const block = newBlock();
    block.title = values('Title')[0] ?? (title === undefined || title === name ? null : title);
    block.lines.push(
        ...textLine('owner', values('Owner')[0] ?? (owner === 'not stated' ? undefined : owner)),
        ...textLine('description', values('Description')[0]),
        ...(tolerable === undefined
            ? []
            : [`tolerable-risk ${/^\d+$/u.test(tolerable) ? tolerable : quoted(tolerable)}`]),
        ...values('Location').flatMap(text => textLine('location', text)),
        ...values('Regulation').flatMap(text => textLine('regulation', text)),
        ...evidenceLines(values('Evidence')),
        ...(notesOf(report).get('') ?? []),
    );
    further.addTo(block, 'system', name);
    return blockText(headText('system', name, block), block.lines);
}

/** Zones and conduits that something is in and no list of the report names, as bare zones. */
function withUnnamed(subjects: readonly SubjectBlock[], placed: readonly Placed[]): readonly SubjectBlock[] {
    const all = new Map(subjects.map(subject => [subject.id, subject]));
    const add = (id: string): void => {
        if (id === '' || all.has(id)) return;
        const parent = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null;
        if (parent !== null) add(parent);
        all.set(id, { ...newBlock(), id, kind: 'zone', parent, between: [] });
    };
    for (const { container } of placed) add(container);
    return [...all.values()];
}

/** Zones and conduits with what is in them, zones inside each other. */
function subjects(
    all: readonly SubjectBlock[],
    assets: readonly Placed[],
    flows: readonly Placed[],
): readonly string[] {
    const inside = (placed: readonly Placed[], id: string): readonly string[] =>
        placed.filter(each => each.container === id).map(each => each.text);
    const known = new Set(all.map(subject => subject.id));
    const write = (subject: SubjectBlock): string => {
        const { id, kind, between } = subject;
        const name = id.slice(id.lastIndexOf('.') + 1);
        const head = headText(kind, name, subject) + (between.length === 0 ? '' : ` between ${between.join(' and ')}`);
        const nested = all.filter(each => each.parent === id).map(write);
        const parts = [...inside(assets, id), ...nested, ...inside(flows, id)];
        return blockText(head, [...subject.lines, ...parts.map(part => `\n${part}`)]);
    };
    return all.filter(({ parent }) => parent === null || !known.has(parent)).map(write);
}

/**
 * The model that a report of iacs describes, as one text.
 * @throws ImportError for a file that is no such report
 */
export function importReport(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): ReportAnswer {
    const report = readReport(files);
    const further = new FurtherFacts(report);
    const assets = assetDeclarations(report, further);
    const flows = flowDeclarations(report, further);
    const all = withUnnamed(subjectBlocks(report, further), [...assets, ...flows]);
    const threats = threatDeclarations(report, further);
    const countermeasures = countermeasureDeclarations(report, further);
    const parts = [
        system(report, further),
        ...libraryDeclarations(report, further),
        ...countermeasures,
        ...subjects(all, assets, flows),
        ...flows.filter(({ container }) => container === '').map(({ text }) => text),
        ...threats,
        ...invariantDeclarations(report, further),
        ...functionDeclarations(report, further),
        ...islandDeclarations(report, further),
        ...(['party', 'programme', 'view'] as const).flatMap(kind => furtherDeclarations(further, kind)),
    ];
    further.leave();
    const names = files.map(file => file.name.replace(/\s+/gu, ' ')).join(', ');
    const comments = further.left.map(line => `// Not a statement: ${line.replace(/\s*\n\s*/gu, ' ')}\n`).join('');
    const head = `// Imported from ${names} by "iacs import report". Review every line.\n${comments}\n`;
    return {
        text: formatText(head + parts.join('\n')),
        notices: noticesOf(report, further),
        counts: {
            zones: all.filter(subject => subject.kind === 'zone').length,
            conduits: all.filter(subject => subject.kind === 'conduit').length,
            assets: assets.length,
            flows: flows.length,
            threats: threats.length,
            countermeasures: countermeasures.length,
        },
    };
}

/** What a report does not say, so that it cannot come back. */
function noticesOf({ lists }: ReportTables, further: FurtherFacts): readonly string[] {
    const missing = (['zones-and-conduits', 'assets', 'flows', 'further-facts'] as const).filter(
        list => !lists.has(list),
    );
    return [
        'A report does not hold rulesets, observations, advisories, comments and which file a statement is in; what ' +
            'countermeasures do where they are applied is written as statements of the zones.',
        ...(missing.length === 0
            ? []
            : [`The report comes without ${missing.join(', ')}: what they say is not there.`]),
        ...(further.left.length === 0
            ? []
            : [
                  counted(further.left.length, 'fact is not a statement and is', 'facts are not statements and are') +
                      ' kept as comments.',
              ]),
    ];
}
