import type { Countermeasure } from 'iacs-language';
import { requirementById } from 'iacs-language';
import { fieldsOfAll, RowReader } from '../entry.ts';
import type { Notice } from '../entry.ts';
import type { FoundTable } from '../find-tables.ts';
import { resolve } from '../known.ts';
import type { DayOrder } from '../local-days.ts';
import { readList, readYes } from '../values.ts';
import { DueDays } from './due-days.ts';
import { requirementFields } from './requirement-fields.ts';
import type { KnownStates } from './known-subjects.ts';
import { readEnhancements, readRequirement, requirementsIn } from './requirement-ids.ts';
import { Contradictions } from './contradictions.ts';
import type { AssessorState, ReadStatus } from './status-words.ts';
import { readStatus } from './status-words.ts';
import { evidenceOf, reasonOf, rowText } from './row-texts.ts';
import type { RowSubject } from './row-subjects.ts';
import { RowSubjects } from './row-subjects.ts';
import { withStatusFromMarks } from './status-marks.ts';

/** What a row says of one requirement at one zone or conduit. */
export interface RequirementEntry {
    /** The id of the zone, conduit, asset or type. */
    readonly subject: string;
    readonly kind: RowSubject['kind'];
    /** `SR 1.1 RE 2`, or `FR 5 SL 2` for all of a foundational requirement up to a level. */
    readonly id: string;
    readonly verb: 'meets' | 'misses' | 'excludes' | 'compensates';
    /** Ids of countermeasures that the model has. */
    readonly by: readonly string[];
    /** The title of a countermeasure that is planned and that the model does not have; `null` for none. */
    readonly plans: string | null;
    /** `because "…" evidence "…" due …`, as far as it is said; begins with a blank where it is not empty. */
    readonly details: string;
}

/** What a user says of how a sheet is read. */
export interface SheetReading {
    /** The zone of rows that name none, and the only one that is read where rows name some. */
    readonly zone: string | null;
    /** The asset or type of rows on component requirements that name none. */
    readonly component: string | null;
    readonly days: DayOrder | null;
    /** Status words of the user, in lower case. */
    readonly words: ReadonlyMap<string, AssessorState>;
}

export interface RequirementRows {
    readonly entries: readonly RequirementEntry[];
    readonly notices: readonly Notice[];
    /** Rows that no statement can say, word for word. */
    readonly texts: readonly string[];
    /** Rows that say what the model says already. */
    readonly matched: number;
    readonly contradicted: number;
    /** Rows of which the sheet says that nobody has looked. */
    readonly unsaid: number;
    /** What is required and has no row, by the zone or conduit. */
    readonly missing: ReadonlyMap<string, readonly string[]>;
}

const all = fieldsOfAll(requirementFields);

/** The rows of an assessor's sheet as statements. What the model says otherwise is reported, and never written. */
export function requirementEntries(
    found: readonly FoundTable[],
    known: KnownStates,
    reading: SheetReading,
): RequirementRows {
    const tables = found.map(withStatusFromMarks);
    const sheet = new SheetReader(known, reading, new DueDays(tables, reading.days));
    for (const table of tables) sheet.read(table);
    return sheet.answer();
}

class SheetReader {
    /** The row of each entry, word for word. */
    readonly #rows = new Map<string, string>();
    readonly #known: KnownStates;
    readonly #reading: SheetReading;
    readonly #days: DueDays;
    readonly #contradictions: Contradictions;
    readonly #entries = new Map<string, RequirementEntry>();
    readonly #notices: Notice[] = [];
    readonly #texts: string[] = [];
    /** What the sheet speaks of, by the zone or conduit. */
    readonly #spoken = new Map<string, Set<string>>();
    readonly #subjects: RowSubjects;
    #unsaid = 0;

    constructor(known: KnownStates, reading: SheetReading, days: DueDays) {
        this.#known = known;
        this.#reading = reading;
        this.#days = days;
        this.#contradictions = new Contradictions(known);
        this.#subjects = new RowSubjects(known, reading.zone, reading.component);
    }

    read(table: FoundTable): void {
        let above: string | null = null;
        for (const row of table.rows) {
            // Sheets are grouped by foundational requirement, which the requirement says by itself.
            const group = row.group !== null && /^FR\s*\d/iu.test(row.group) ? null : row.group;
            const reader = new RowReader(table, { ...row, group }, all);
            above = this.#row(reader, above);
            for (const notice of reader.notices) this.#notices.push(notice);
        }
    }

    answer(): RequirementRows {
        const { matched, contradicted } = this.#contradictions;
        const { elsewhere } = this.#subjects;
        if (elsewhere > 0)
            this.#notices.push({
                sheet: '',
                row: 0,
                message:
                    `${elsewhere} rows of other zones than ${this.#reading.zone} are left out, as --zone ` + 'says.',
            });
        return {
            entries: [...this.#entries.values()],
            notices: [...this.#days.notices, ...this.#notices],
            texts: this.#texts,
            matched,
            contradicted,
            unsaid: this.#unsaid,
            missing: this.#missing(),
        };
    }

    /** Reads a row. @returns the requirement to which an enhancement in the row below would belong */
    #row(reader: RowReader, above: string | null): string | null {
        const named = reader.cell('requirement');
        const letters = /\bcr\b|component req|4-2/iu.test(reader.head('requirement')) ? 'CR' : 'SR';
        const read = withColumn(readRequirement(named, above, letters), reader);
        const status = this.#status(reader);
        const says = status !== 'unread' && status !== null && status.state !== 'unsaid';
        const keep = (why: string): void => {
            reader.notice(`${why}; the row is kept as a comment.`);
            this.#texts.push(rowText(reader));
        };
        if (read.kind === 'fr' || read.kind === 'none') {
            // The head of a group of rows, such as "FR 1 – Identification and authentication control".
            if (!says && status !== 'unread') return above;
            if (read.kind === 'fr')
                keep(`${named} is a whole foundational requirement without a level; FR ${read.fr} SL 2 would name one`);
            else keep(`"${named}" ${read.why}`);
            return above;
        }
        const { base } = read;
        if (/^\s*\d/u.test(named) && lostZero(above, base)) {
            keep(
                `"${named}" after ${above} may be ${base}0: a spreadsheet turns the number 1.10 into 1.1. Write ` +
                    'it as SR 1.10 in the sheet',
            );
            return above;
        }
        if (read.kind === 'component' && !says && status !== 'unread') {
            this.#withoutStatus(reader, keep);
            return base;
        }
        const subject = this.#subjects.of(reader, read, keep);
        if (subject === null) return base;
        const spoken = this.#spoken.get(subject.id) ?? new Set();
        this.#spoken.set(subject.id, spoken);
        if (status === 'unread')
            keep(
                `"${reader.cell('status')}" is not a status that is known; give it a meaning with --status WORD=misses`,
            );
        else if (status === null || status.state === 'unsaid') this.#withoutStatus(reader, keep);
        else if (reader.cell('inherited') === '') this.#say(reader, subject, status, keep);
        for (const id of subject.ids) for (const each of requirementsIn(id)) spoken.add(each);
        return base;
    }

    /** A row that does not say whether its requirement is met. What it says beside that is kept. */
    #withoutStatus(reader: RowReader, keep: (why: string) => void): void {
        this.#unsaid += 1;
        const said = ['because', 'evidence', 'by', 'due'].filter(
            field => !/^(?:[-–—]|n\/?a)?$/iu.test(reader.cell(field).trim()),
        );
        if (said.length > 0)
            keep(`"${reader.cell('requirement')}" is not assessed, but ${reader.head(said[0]!)} has a text`);
    }

    #status(reader: RowReader): ReadStatus | 'unread' | null {
        const applies = reader.cell('applicable');
        if (applies !== '' && readYes(applies) === false) return { state: 'excludes', partly: false, more: '' };
        const text = reader.cell('status');
        return text === '' ? null : (readStatus(text, this.#reading.words) ?? 'unread');
    }

    #say(reader: RowReader, subject: RowSubject, status: ReadStatus, keep: (why: string) => void): void {
        if (subject.kind === 'type' && status.state !== 'meets') {
            keep(
                `${reader.cell('requirement')} of the type ${subject.id}: a type states what its devices can do, and ` +
                    `"${reader.cell('status')}" is not that`,
            );
            return;
        }
        const countermeasures = this.#countermeasures(reader, status);
        const due = this.#days.read(reader);
        const details = [
            reasonOf(reader, [
                ...(status.partly || status.more !== '' ? [`${reader.head('status')}: ${reader.cell('status')}`] : []),
                ...countermeasures.texts,
                ...due.texts,
            ]),
            evidenceOf(reader),
            due.day === null ? '' : ` due ${due.day}`,
        ].join('');
        const verb = status.state === 'planned' || status.state === 'unsaid' ? 'meets' : status.state;
        for (const id of subject.ids) {
            const entry: RequirementEntry = {
                subject: subject.id,
                kind: subject.kind,
                id,
                verb,
                by: countermeasures.ids,
                plans:
                    countermeasures.plans &&
                    (countermeasures.plans === true ? `Planned for ${id}` : countermeasures.plans),
                details,
            };
            if (!this.#contradictions.allow(reader, entry, status.state, countermeasures.named)) continue;
            const key = `${subject.id} ${id}`;
            const before = this.#entries.get(key);
            if (!before) {
                this.#entries.set(key, entry);
                this.#rows.set(key, rowText(reader));
            } else if (textOf(before) !== textOf(entry)) {
                // What one row misses, another one does not meet.
                const isWorse = verb === 'misses' && before.verb !== 'misses';
                reader.notice(
                    `${id} of ${subject.id} is in the sheet twice` +
                        `${before.verb === verb ? '' : `, as ${verb} where the first one says ${before.verb}`}; ` +
                        `${isWorse ? 'what is missed' : 'the first one'} is taken.`,
                );
                this.#texts.push(isWorse ? this.#rows.get(key)! : rowText(reader));
                if (isWorse) {
                    this.#entries.set(key, entry);
                    this.#rows.set(key, rowText(reader));
                }
            }
        }
    }

    /**
     * The countermeasures of a row: those of the model by name, and the words of a planned one that it does not have.
     */
    #countermeasures(
        reader: RowReader,
        status: ReadStatus,
    ): {
        readonly ids: readonly string[];
        readonly named: readonly Countermeasure[];
        readonly plans: string | true | null;
        readonly texts: readonly string[];
    } {
        const text = reader.cell('by');
        const listed = readList(text).map(name => resolve(name, this.#known.countermeasures));
        const whole = text === '' ? null : resolve(text, this.#known.countermeasures);
        const ids = whole !== null ? [whole] : listed.every(id => id !== null) ? [...new Set(listed)] : [];
        const named = this.#known.countermeasures.filter(countermeasure => ids.includes(countermeasure.id));
        if (ids.length > 0) return { ids, named, plans: null, texts: [] };
        if (status.state === 'planned') return { ids, named, plans: text === '' ? true : text, texts: [] };
        return { ids, named, plans: null, texts: text === '' ? [] : [`${reader.head('by')}: ${text}`] };
    }

    #missing(): ReadonlyMap<string, readonly string[]> {
        return new Map(
            (this.#known.subjects ?? []).flatMap(({ id, requirements }): readonly (readonly [string, string[]])[] => {
                const spoken = this.#spoken.get(id);
                if (!spoken) return [];
                const missing = requirements
                    .filter(each => each.required && each.origin === null && !spoken.has(each.id))
                    .map(each => each.id);
                return missing.length === 0 ? [] : [[id, missing]];
            }),
        );
    }
}

/** A statement without its countermeasures that are not known yet; two rows that say the same are one. */
function textOf({ verb, by, plans, details }: RequirementEntry): string {
    return JSON.stringify([verb, by, plans, details]);
}

/** A requirement with the numbers in a column of enhancements beside it. */
function withColumn(read: ReturnType<typeof readRequirement>, reader: RowReader): ReturnType<typeof readRequirement> {
    if ((read.kind !== 'requirements' && read.kind !== 'component') || read.ids.length > 1) return read;
    if (read.ids[0] !== read.base) return read;
    const cell = reader.cell('enhancement');
    const numbers = readEnhancements(cell);
    if (numbers === null) return { kind: 'none', why: `has "${cell}" as its enhancement, which is not a number` };
    const ids = numbers.map(each => `${read.base} RE ${each}`);
    const unknown = read.kind === 'requirements' ? ids.find(id => !requirementById(id)) : undefined;
    if (unknown !== undefined) return { kind: 'none', why: `names ${unknown}, which IEC 62443-3-3 does not have` };
    return ids.length === 0 ? read : { ...read, ids };
}

/** True where a row `1.1` follows on `1.9`. */
function lostZero(above: string | null, base: string | null): boolean {
    return above !== null && base !== null && /\.1$/u.test(base) && above === base.replace(/\.1$/u, '.9');
}
