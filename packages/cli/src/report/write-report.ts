import { createHash } from 'node:crypto';
import { nearest } from 'iacs-language';
import type { Analysis, Place, Plan, Settings } from 'iacs-language';
import type { Drawing, ReportData, ReportDocument, ReportInput } from 'iacs-language/report';
import {
    fillTemplate,
    tableWithPlaces,
    toCsv,
    toDocument,
    toHtml,
    toMarkdown,
    toOscal,
    toPartyDocument,
    toReport,
    toTables,
} from 'iacs-language/report';
import type { Pixels } from './docx.ts';

export const reportFormats = ['html', 'md', 'csv', 'xlsx', 'json', 'docx', 'oscal'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A file of the model: its path as the report prints it, and its bytes as they are on disk. */
export interface ModelBytes {
    readonly path: string;
    readonly bytes: Uint8Array;
}

export interface ReportRequest {
    readonly analysis: Analysis;
    /** Which rules are off. */
    readonly settings: Pick<Settings, 'rules' | 'asFound'>;
    /** `YYYY-MM-DD`. */
    readonly today: string;
    readonly files: readonly ModelBytes[];
    readonly revision: string | null;
    readonly drawings: readonly Drawing[];
    readonly plan: Plan | null;
    readonly where: (at: Place) => { readonly file: string; readonly line: number } | null;
}

/** Something about the request that cannot be done, in one line that says what to do. */
export class ReportError extends Error {}

/** The format that the ending of a file name asks for; `null` for none of them. */
export function formatOf(file: string): ReportFormat | null {
    const name = file.toLowerCase();
    if (name.endsWith('.oscal.json')) return 'oscal';
    if (name.endsWith('.htm')) return 'html';
    if (name.endsWith('.markdown')) return 'md';
    return reportFormats.find(format => format !== 'oscal' && name.endsWith(`.${format}`)) ?? null;
}

function sha256(bytes: Uint8Array | string): string {
    return createHash('sha256').update(bytes).digest('hex');
}

/** The content of a report with the hashes of the model: of each file, and of their list as `sha256sum` prints it. */
export function reportData(request: ReportRequest): ReportData {
    return toReport(reportInput(request));
}

/** What a report is written from. */
export function reportInput(request: ReportRequest): ReportInput {
    const files = request.files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }));
    const { model, whole, lookup, assessment, findings } = request.analysis;
    return {
        model,
        whole,
        lookup,
        assessment,
        findings,
        files,
        today: request.today,
        drawings: request.drawings,
        plan: request.plan,
        sha256: sha256(files.map(file => `${file.sha256}  ${file.path}\n`).join('')),
        revision: request.revision,
        where: request.where,
        settings: request.settings,
    };
}

/** A UUID of version 5 (RFC 9562) in a namespace of our own. */
export function nameUuid(text: string): string {
    const space = Buffer.from('6c1f0f1e5d0b4c6f9a7e2f8d3b4a5c61', 'hex');
    const bytes = createHash('sha1').update(space).update(text).digest().subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x50;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export interface RenderOptions {
    /** Which table a CSV holds. */
    readonly table: string;
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
    /** The text of an HTML template; `null` for the built-in page. */
    readonly template: string | null;
    /** Turns an SVG into pixels, for DOCX. */
    readonly pixels: (svg: string) => Promise<Pixels | null>;
}

async function picturesOf(
    document: ReportDocument,
    pixels: RenderOptions['pixels'],
): Promise<ReadonlyMap<string, Pixels>> {
    const pictures = new Map<string, Pixels>();
    for (const block of document.sections.flatMap(section => section.blocks)) {
        if (block.kind !== 'picture') continue;
        const found = await pixels(block.svg);
        if (found) pictures.set(block.svg, found);
    }
    return pictures;
}

/** The report of one model as the bytes or the text of a file. */
export async function renderReport(
    data: ReportData,
    format: ReportFormat,
    options: RenderOptions,
): Promise<string | Uint8Array> {
    switch (format) {
        case 'json':
            return `${JSON.stringify(data, null, 2)}\n`;
        case 'oscal':
            return `${JSON.stringify(toOscal(data, nameUuid), null, 2)}\n`;
        case 'md':
            return toMarkdown(toDocument(data));
        case 'html': {
            if (options.template === null) return toHtml(toDocument(data));
            const filled = fillTemplate(options.template, toDocument(data));
            if (filled.html === null) throw new ReportError(filled.problems.join(' '));
            return filled.html;
        }
        case 'csv': {
            const tables = toTables(data);
            const table = tables.find(each => each.name === options.table);
            if (!table)
                throw new ReportError(
                    `There is no table "${options.table}": choose one of ${tables.map(each => each.name).join(', ')}.`,
                );
            return toCsv(tableWithPlaces(table, options.notUnderstood));
        }
        case 'xlsx': {
            const { toXlsx } = await import('./xlsx.ts');
            return toXlsx(data);
        }
        case 'docx': {
            const { toDocx } = await import('./docx.ts');
            const document = toDocument(data);
            return toDocx(document, data.document.date, await picturesOf(document, options.pixels));
        }
    }
}

/**
 * The duties of one party as a document of its own.
 * @param id of the party
 */
export async function renderParty(
    request: ReportRequest,
    id: string,
    format: ReportFormat,
): Promise<string | Uint8Array> {
    const document = toPartyDocument(reportInput(request), id);
    if (!document) {
        const { parties } = request.analysis.model;
        const near = nearest(
            id,
            parties.map(party => party.id),
        );
        throw new ReportError(
            `There is no party ${id}` +
                (near ? `. Did you mean ${near}?` : parties.length === 0 ? ': the model declares none.' : '.'),
        );
    }
    switch (format) {
        case 'html':
            return toHtml(document);
        case 'md':
            return toMarkdown(document);
        case 'docx': {
            const { toDocx } = await import('./docx.ts');
            return toDocx(document, request.today);
        }
        default:
            throw new ReportError(`The duties of a party are written as html, md or docx, and not as ${format}.`);
    }
}
