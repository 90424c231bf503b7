import { enhancementsOf, requirementById, requirementsOfFr } from 'iacs-language';
import { quoted } from '../names.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { ReportRow, ReportTables } from './report-tables.ts';
import type { Block, FurtherFacts } from './statement-lines.ts';
import { linesIn, listLine, newBlock, textLine } from './statement-lines.ts';
import { addAll } from '../add-all.ts';

/** What a zone or conduit says of itself: the lines before its assets and flows, and the zones that a conduit joins. */
export interface SubjectBlock extends Block {
    readonly id: string;
    readonly kind: 'zone' | 'conduit';
    readonly parent: string | null;
    readonly between: readonly string[];
}

const verbs: Readonly<Record<string, string>> = {
    met: 'meets',
    planned: 'meets',
    missed: 'misses',
    excluded: 'excludes',
    compensated: 'compensates',
};

/** What a row says of a requirement; `null` where nothing is said there. */
interface Said {
    readonly id: string;
    readonly verb: string;
    readonly details: string;
}

function saidIn(row: ReportRow, evidence: ReadonlyMap<string, readonly string[]>): Said | null {
    // What rests on a countermeasure of which nobody said whether it works, or on evidence that is too old, is written
    // too.
    const spoken = row.has('By') || row.has('Because') || row.has('Evidence');
    const verb = verbs[row.get('State') ?? ''] ?? (spoken ? 'meets' : undefined);
    const id = row.get('Requirement') ?? '';
    if (verb === undefined || row.has('Inherited from') || !requirementById(id)) return null;
    const by = linesIn(row, 'By');
    const ofCountermeasures = new Set(by.flatMap(countermeasure => evidence.get(countermeasure) ?? []));
    const own = linesIn(row, 'Evidence').filter(text => !ofCountermeasures.has(text));
    const details = [
        ...listLine('by', by),
        ...textLine('because', row.get('Because')),
        ...evidenceLines(own),
        ...(row.has('Due') ? [`due ${row.get('Due')}`] : []),
    ].join(' ');
    return { id, verb, details };
}

/**
 * `excludes SR 2.1` takes its enhancements along. Where one of them is not excluded and nothing else is said of it,
 * only a whole foundational requirement up to a level can have been excluded.
 */
function wholeFrs(said: readonly Said[]): ReadonlyMap<string, string> {
    const written = new Set(said.map(each => each.id));
    const whole = new Map<string, string>();
    const excluded = said.filter(each => each.verb === 'excludes');
    for (const each of excluded) {
        if (enhancementsOf(each.id).every(({ id }) => written.has(id))) continue;
        const { fr } = requirementById(each.id)!;
        const alike = excluded.filter(other => requirementById(other.id)!.fr === fr && other.details === each.details);
        const level = Math.max(...alike.map(other => requirementById(other.id)!.level));
        const all = requirementsOfFr(fr).filter(requirement => requirement.level <= level);
        if (all.every(({ id }) => written.has(id)))
            for (const other of alike) whole.set(other.id, `FR ${fr + 1} SL ${level}`);
    }
    return whole;
}

/** Statements of requirements, by the zone or conduit; what a zone around says is not said again. */
function requirementLines({ lists }: ReportTables): ReadonlyMap<string, readonly string[]> {
    const evidence = new Map(
        (lists.get('countermeasures') ?? []).map(row => [row.get('Id') ?? '', linesIn(row, 'Evidence')]),
    );
    const rows = Map.groupBy(lists.get('requirements') ?? [], row => row.get('Zone or conduit') ?? '');
    return new Map(
        [...rows].map(([subject, own]) => {
            const said = own.flatMap(row => saidIn(row, evidence) ?? []);
            const whole = wholeFrs(said);
            const lines = said.map(({ id, verb, details }) => `${verb} ${whole.get(id) ?? id} ${details}`.trimEnd());
            return [subject, [...new Set(lines)]] as const;
        }),
    );
}

/** The characteristics of zones and conduits that somebody has written, by item of ZCR 6.4. */
class Characteristics {
    readonly #rows: ReadonlyMap<string, ReportRow>;
    readonly #devices: ReadonlySet<string>;

    constructor({ lists }: ReportTables) {
        this.#rows = new Map(
            (lists.get('characteristics') ?? []).map(row => [`${row.get('Zone or conduit')} ${row.get('Item')}`, row]),
        );
        this.#devices = new Set((lists.get('assets') ?? []).map(row => row.get('Id') ?? ''));
    }

    #lines(id: string, item: string): readonly string[] {
        const row = this.#rows.get(`${id} ${item}`);
        return row ? linesIn(row, 'Value') : [];
    }

    owner(id: string): string | undefined {
        const row = this.#rows.get(`${id} b`);
        return row?.get('Source') === 'stated' ? row.get('Value') : undefined;
    }

    /** Lines of the notes that are not derived from networks, devices and conduits. */
    notes(id: string, around: string | null): readonly string[] {
        const own = (item: string, derived: (line: string) => boolean): readonly string[] => {
            const above = around === null ? [] : this.#lines(around, item);
            return this.#lines(id, item).filter(line => !derived(line) && !above.includes(line));
        };
        const device = (text: string): boolean => this.#devices.has(text.replace(/ at .*$/u, ''));
        return [
            ...own('c', line => /^network \S+$/u.test(line) || device(line)).map(
                line => `logical-boundary ${quoted(line)}`,
            ),
            ...own('d', line => line.startsWith('location: ')).map(line => `physical-boundary ${quoted(line)}`),
            ...own('f', line => /^\S+: (through |no boundary device$)/u.test(line)).map(
                line => `logical-access ${quoted(line)}`,
            ),
            ...own('g', () => false).map(line => `physical-access ${quoted(line)}`),
        ];
    }

    networks(id: string): readonly string[] {
        return this.#lines(id, 'c').flatMap(line => /^network (\S+)$/u.exec(line)?.[1] ?? []);
    }

    /** The zones of a conduit, its carriers and its devices. */
    conduit(id: string): Readonly<Record<'between' | 'over' | 'via', readonly string[]>> {
        const joined = this.#lines(id, 'i');
        return {
            between: joined.filter(line => !line.startsWith('carried over ')),
            over: joined.flatMap(line => /^carried over (.*)$/u.exec(line)?.[1]?.split(', ') ?? []),
            via: this.#lines(id, 'c').filter(line => this.#devices.has(line)),
        };
    }
}

/** Assumptions and policies, by the element; of the system by the empty name. */
export function notesOf({ lists }: ReportTables): ReadonlyMap<string, readonly string[]> {
    const notes = new Map<string, string[]>();
    for (const [list, column, word] of [
        ['assumptions', 'Assumption', 'assumption'],
        ['policies', 'Policy', 'policy'],
    ] as const) {
        for (const row of lists.get(list) ?? []) {
            const where = row.get('Where') ?? '';
            notes.set(where, [...(notes.get(where) ?? []), ...textLine(word, row.get(column))]);
        }
    }
    return notes;
}

/** Zones and conduits, in the order of the report. */
export function subjectBlocks(report: ReportTables, further: FurtherFacts): readonly SubjectBlock[] {
    const characteristics = new Characteristics(report);
    const statements = requirementLines(report);
    const notes = notesOf(report);
    const rows = new Map((report.lists.get('zones-and-conduits') ?? []).map(row => [row.get('Id') ?? '', row]));
    const reasons = new Map(
        (report.lists.get('targets') ?? []).map(row => [row.get('Zone or conduit') ?? '', row.get('Reason')]),
    );
    return [...rows].map(([id, row]): SubjectBlock => {
        const kind = row.get('Kind') === 'conduit' ? 'conduit' : 'zone';
        const parent = row.get('Inside') ?? null;
        const above = parent === null ? undefined : rows.get(parent);
        /** What is said here, and not only in the zone around. */
        const own = (column: string): string | undefined =>
            row.get(column) === above?.get(column) ? undefined : row.get(column);
        const block = newBlock(row);
        const { between, over, via } = kind === 'conduit' ? characteristics.conduit(id) : nowhere;
        const owner = characteristics.owner(id);
        const traits = linesIn(row, 'Traits').filter(trait => !above || !linesIn(above, 'Traits').includes(trait));
        block.lines.push(
            ...textLine('description', row.get('Description')),
            ...textLine('owner', parent !== null && owner === characteristics.owner(parent) ? undefined : owner),
            ...(own('Zone kind') === undefined ? [] : [`kind ${own('Zone kind')}`]),
            ...(own('Purdue level') === undefined ? [] : [`purdue ${own('Purdue level')}`]),
            ...listLine('is', traits),
            ...listLine('network', kind === 'zone' ? characteristics.networks(id) : []),
            ...(row.has('SL-T as stated') ? [levelLine('SL-T', row.get('SL-T as stated')!, reasons.get(id))] : []),
            ...(row.has('SL-A as claimed') ? [levelLine('SL-A', row.get('SL-A as claimed')!, undefined)] : []),
            ...listLine('via', via),
            ...listLine('over', over),
            ...characteristics.notes(id, parent),
            ...(notes.get(id) ?? []),
        );
        // What decides first: of two statements on one requirement the second one is a further fact.
        addAll(block.lines, statements.get(id) ?? []);
        further.addTo(block, kind, id, ['over']);
        return { ...block, id, kind, parent, between };
    });
}

const nowhere = { between: [], over: [], via: [] };

function levelLine(word: string, levels: string, because: string | undefined): string {
    return [`${word} ${levels}`, ...textLine('because', because)].join(' ');
}
