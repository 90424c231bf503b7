import type { Countermeasure, State } from 'iacs-language';
import { stateText } from 'iacs-language';
import type { RowReader } from '../entry.ts';
import type { KnownState, KnownStates } from './known-subjects.ts';
import type { RequirementEntry } from './requirement-entries.ts';
import { requirementsIn } from './requirement-ids.ts';
import type { AssessorState } from './status-words.ts';

const stateOf: Readonly<Record<AssessorState, State>> = {
    meets: 'met',
    misses: 'missed',
    excludes: 'excluded',
    compensates: 'compensated',
    planned: 'planned',
    unsaid: 'not-assessed',
};

/**
 * Holds rows against what the model says: what it says already is not written again, and what it says otherwise is
 * never written.
 */
export class Contradictions {
    matched = 0;
    contradicted = 0;
    readonly #said: ReadonlyMap<string, ReadonlyMap<string, KnownState>>;

    constructor({ subjects, components }: KnownStates) {
        this.#said = new Map(
            [...(subjects ?? []), ...components].map(({ id, requirements }) => [
                id,
                new Map(requirements.filter(each => each.origin !== null).map(each => [each.id, each])),
            ]),
        );
    }

    /**
     * True where a row may be written.
     * @param named the countermeasures of the model that it rests on
     */
    allow(
        reader: RowReader,
        { subject, id }: RequirementEntry,
        state: AssessorState,
        named: readonly Countermeasure[],
    ): boolean {
        const all = requirementsIn(id).map(each => this.#said.get(subject)?.get(each));
        // What is said otherwise of one requirement of a whole FR speaks against the row.
        const said =
            all.find(each => each && each.state !== stateOf[state]) ?? (all.includes(undefined) ? undefined : all[0]);
        if (!said) return this.#restsWell(reader, `${id} of ${subject}`, state, named);
        if (said.state === stateOf[state]) {
            this.matched += 1;
            return false;
        }
        const where = said.inheritedFrom === null ? '' : `, inherited from ${said.inheritedFrom}`;
        const by = said.by.length === 0 ? '' : ` by ${said.by.join(', ')}`;
        this.#refuse(
            reader,
            `${said.id} of ${subject} is ${stateText(stateOf[state])} in the sheet and ` +
                `${stateText(said.state)}${by} in the model${where}`,
        );
        return false;
    }

    #restsWell(reader: RowReader, what: string, state: AssessorState, named: readonly Countermeasure[]): boolean {
        const waiting = named.filter(countermeasure => countermeasure.status === 'planned');
        const working = named.filter(
            countermeasure => countermeasure.status === 'implemented' || countermeasure.status === 'verified',
        );
        const silent = named.filter(countermeasure => countermeasure.status === null);
        const names = (countermeasures: readonly Countermeasure[]): string =>
            countermeasures.map(each => each.id).join(', ');
        if ((state === 'meets' || state === 'compensates') && waiting.length > 0) {
            this.#refuse(
                reader,
                `${what} is ${stateText(stateOf[state])} in the sheet by ${names(waiting)}, planned in the model`,
            );
            return false;
        }
        if (state === 'planned' && named.length > 0 && working.length === named.length) {
            this.#refuse(reader, `${what} is planned in the sheet by ${names(working)}, which works in the model`);
            return false;
        }
        if (silent.length > 0)
            reader.notice(
                `${what} depends on ${names(silent)}, which has no status in the model, so it does not count.`,
            );
        return true;
    }

    #refuse(reader: RowReader, message: string): void {
        this.contradicted += 1;
        reader.notice(`${message}. The row is not written; correct one of the two.`);
    }
}
