import { requirements } from '../catalogue/index.ts';
import type { Vector } from '../model/index.ts';
import type { RequirementState } from './levels.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

const unspoken: (RequirementState | undefined)[] = [];

/**
 * Puts the verdicts of one model into words. What is said alike of many zones and conduits is one object: a large model
 * would else have a hundred of its own for each of them.
 */
export class States {
    /** By verdict: the states at twice the index of their requirement, and one more where it is required. */
    private readonly ofVerdicts = new Map<Verdict, (RequirementState | undefined)[]>();

    /**
     * The states of the 100 requirements at one subject, in the order of the catalogue.
     * @param target SL-T
     * @param capable whether every asset of the subject is capable of the requirement at a position of the catalogue
     */
    of(verdicts: Verdicts, target: Vector, capable: (index: number) => boolean): RequirementState[] {
        return requirements.map(({ index, fr, level }) => {
            const verdict = verdicts[index];
            const wanted = target[fr] ?? null;
            const required = wanted !== null && level <= wanted;
            return verdict ? this.spoken(verdict, index, required) : silentState(index, required, capable(index));
        });
    }

    private spoken(verdict: Verdict, index: number, required: boolean): RequirementState {
        let known = this.ofVerdicts.get(verdict);
        if (!known) this.ofVerdicts.set(verdict, (known = []));
        const place = 2 * index + Number(required);
        const said = known[place];
        if (said) return said;
        const { id, fr, level } = requirements[index]!;
        const { state, by, because, evidence, evidenceUntil, due, inheritedFrom, origin } = verdict;
        const made = {
            id,
            index,
            fr,
            level,
            required,
            state,
            by,
            because,
            evidence,
            evidenceUntil,
            due,
            inheritedFrom,
            origin,
        };
        known[place] = made;
        return made;
    }
}

/** The state of a requirement of which nobody speaks. */
function silentState(index: number, required: boolean, capable: boolean): RequirementState {
    const { id, fr, level } = requirements[index]!;
    return (unspoken[4 * index + 2 * Number(required) + Number(capable)] ??= {
        id,
        index,
        fr,
        level,
        required,
        state: capable ? 'capable' : 'not-assessed',
        by: [],
        because: null,
        evidence: [],
        evidenceUntil: null,
        due: null,
        inheritedFrom: null,
        origin: null,
    });
}
