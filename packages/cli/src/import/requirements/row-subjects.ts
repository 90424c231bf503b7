import type { RowReader } from '../entry.ts';
import { nameFrom } from '../names.ts';
import { systemIdsOf } from './component-requirements.ts';
import type { KnownComponent, KnownStates, KnownSubject } from './known-subjects.ts';
import { componentOf, subjectOf } from './known-subjects.ts';
import type { ReadRequirement } from './requirement-ids.ts';

/** What a row speaks of. */
export interface RowSubject {
    readonly kind: KnownSubject['kind'] | KnownComponent['kind'];
    readonly id: string;
    /** The requirements in the numbers of IEC 62443-3-3. */
    readonly ids: readonly string[];
}

/** Cells that name no single component: the row speaks of the zone. */
const ofAll = /^([-–—/]|all|alle|any|tous|toutes|todos|todas|n\/?a|zone|system|anlage|none|keine?)$/iu;

/** Finds the zone, conduit, asset or type that each row of a sheet speaks of. */
export class RowSubjects {
    readonly #known: KnownStates;
    /** The zone of rows that name none; `null` for none. */
    readonly #zone: string | null;
    /** The asset or type of rows on component requirements that name none; `null` for none. */
    readonly #component: string | null;
    /** Rows of other zones than the one asked for. */
    elsewhere = 0;

    constructor(known: KnownStates, zone: string | null, component: string | null) {
        this.#known = known;
        this.#zone = zone;
        this.#component = component;
    }

    /**
     * What a row speaks of; `null` where that is not known, after `keep` was given the reason, or of another zone.
     * @param keep keeps the row as a comment
     */
    of(
        reader: RowReader,
        read: Extract<ReadRequirement, { readonly kind: 'requirements' | 'component' }>,
        keep: (why: string) => void,
    ): RowSubject | null {
        const cell = reader.cell('component').trim();
        const named = (ofAll.test(cell) ? '' : cell) || this.#componentInZoneColumn(reader.cell('zone').trim());
        if (read.kind === 'requirements' && (named === '' || this.#isZone(named))) {
            const zone = this.#zoneOf(reader.cell('zone') || named, keep);
            return zone && { ...zone, ids: read.ids };
        }
        return this.#componentOf(reader, read, named || (this.#component ?? ''), keep);
    }

    /** What a column of zones names where it is not a zone but an asset or a type of the model; empty for nothing. */
    #componentInZoneColumn(text: string): string {
        const { subjects } = this.#known;
        if (text === '' || subjects === null || subjectOf(text, subjects) !== null) return '';
        return componentOf(text, null, this.#known) === null ? '' : text;
    }

    #isZone(text: string): boolean {
        const { subjects } = this.#known;
        return subjects !== null && componentOf(text, null, this.#known) === null && subjectOf(text, subjects) !== null;
    }

    #componentOf(
        reader: RowReader,
        read: Extract<ReadRequirement, { readonly kind: 'requirements' | 'component' }>,
        name: string,
        keep: (why: string) => void,
    ): RowSubject | null {
        const { subjects } = this.#known;
        const what = reader.cell('requirement');
        if (subjects === null)
            keep(
                `"${what}" of ${name || 'a component'} needs the model, in which the component is found: give --model`,
            );
        else if (name === '')
            keep(
                `"${what}" is a requirement of a component, and the row names none: a column for the asset or ` +
                    'type, or --component, names it',
            );
        else {
            const inZone = reader.cell('zone') || this.#zone;
            const zone = inZone ? (subjectOf(inZone, subjects)?.id ?? null) : null;
            const found = componentOf(name, zone, this.#known);
            if (!found) keep(`The model has no asset and no type of its own "${name}"`);
            else if (this.#isElsewhere(found, zone)) this.elsewhere += 1;
            else {
                const ids = read.kind === 'component' ? systemIdsOf(read.ids, found.component) : read;
                if ('ids' in ids) return { kind: found.kind, id: found.id, ids: ids.ids };
                keep(`"${what}" of ${found.id} ${ids.why}`);
            }
        }
        return null;
    }

    /** True for an asset of another zone than the one asked for. */
    #isElsewhere({ kind, id }: KnownComponent, zone: string | null): boolean {
        return kind === 'asset' && this.#zone !== null && zone !== null && !id.startsWith(`${zone}.`);
    }

    #zoneOf(text: string, keep: (why: string) => void): Pick<KnownSubject, 'kind' | 'id'> | null {
        const { subjects } = this.#known;
        const wanted = this.#zone;
        if (text === '' && wanted === null) {
            keep('The row names no zone; --zone names the zone of all such rows');
            return null;
        }
        if (subjects === null) {
            if (text !== '' && wanted !== null && text !== wanted) this.elsewhere += 1;
            else return { kind: 'zone', id: wanted ?? nameFrom(text, 'Zone') };
            return null;
        }
        const subject = subjectOf(text || wanted!, subjects);
        if (!subject) {
            keep(`The model has no zone or conduit "${text || wanted!}"`);
            return null;
        }
        if (wanted !== null && subject.id !== subjectOf(wanted, subjects)?.id) {
            this.elsewhere += 1;
            return null;
        }
        return subject;
    }
}
