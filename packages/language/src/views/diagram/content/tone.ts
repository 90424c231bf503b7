import { targetSource } from '../../text/target-source.ts';
import { gapKindOf, shownSlA, type Assessment, type SubjectAssessment } from '../../../assessment/index.ts';
import {
    highest,
    silent,
    type Colouring,
    type Conduit,
    type Level,
    type Zone,
    type ZoneKind,
} from '../../../model/index.ts';
import { contradictedAt } from '../../../rules/ask/contradicted.ts';
import type { Levels, Tone } from './graph.ts';

/** What decides the colour of the zones in one picture. */
export interface ToneChoice {
    readonly colour: Colouring;
    readonly requirement: string | null;
}

/** The levels of a zone or conduit, as an assessment gives them; of what it does not know nothing is said. */
export function levelsOf(assessment: Assessment, id: string): Levels {
    const subject = assessment.of(id);
    return {
        ...assessedLevels(subject),
        contradicted: subject ? contradictedFrs(assessment, subject) : silent.map(() => false),
    };
}

function contradictedFrs(assessment: Assessment, subject: SubjectAssessment): readonly boolean[] {
    const contradicted = contradictedAt(assessment, subject);
    const asked = subject.requirements.filter(({ required, index }) => required && contradicted.has(index));
    return silent.map((_, fr) => asked.some(each => each.fr === fr));
}

function assessedLevels(subject: SubjectAssessment | undefined): Omit<Levels, 'contradicted'> {
    return {
        slT: subject?.slT ?? silent,
        slC: subject?.slC ?? silent,
        slA: subject?.slA ?? silent,
        shownSlA: subject ? shownSlA(subject) : silent,
        gap: subject?.gap ?? silent,
        open: silent.map((_, fr) => subject !== undefined && gapKindOf(subject, fr) === 'not-assessed'),
        derived: subject?.slTSource.includes('derived') ? targetSource(subject.slTSource) : '',
    };
}

/** The levels of what is not there on the day: its own target as it is written, and nothing that would be achieved. */
export function statedLevels({ slT }: Zone | Conduit): Levels {
    return { ...assessedLevels(undefined), contradicted: silent.map(() => false), slT: slT?.levels ?? silent };
}

function targetTone(levels: Levels): Tone {
    const level: Level | null = highest(levels.slT);
    return level === null ? 'sl-none' : `sl-${level}`;
}

/**
 * The largest gap that is known: `none` where nothing is asked for; where nothing is known to be short `contradicted`
 * where that rests on claims that the model contradicts, and `open` where something is not assessed.
 */
export function knownGap({ gap, open, contradicted }: Levels): FrGap | 'none' {
    const asked = gap.flatMap((each, fr) => (each === null ? [] : [{ each, isOpen: open[fr] === true }]));
    if (asked.length === 0) return 'none';
    const worst = Math.max(0, ...asked.filter(({ isOpen }) => !isOpen).map(({ each }) => each));
    if (worst > 0) return worst;
    if (contradicted.includes(true)) return 'contradicted';
    return asked.some(({ isOpen }) => isOpen) ? 'open' : worst;
}

/** The same in words; what nothing is asked of has no SL-T. */
export function gapWords(levels: Levels): string {
    const gap = knownGap(levels);
    if (gap === 'contradicted') return gap;
    return gap === 'none' ? 'no SL-T' : gap === 'open' ? 'not assessed' : gap === 0 ? 'no gap' : `gap ${gap}`;
}

/** The gap of one FR: levels; or that it is not known, since nothing is said or what is said is contradicted. */
export type FrGap = number | 'open' | 'contradicted';

/**
 * @param fr 0 to 6
 * @returns `null` where nothing is asked for
 */
export function gapOfFr({ gap, open, contradicted }: Levels, fr: number): FrGap | null {
    const level = gap[fr] ?? null;
    if (level === null || (level > 0 && !open[fr])) return level;
    if (contradicted[fr]) return 'contradicted';
    return open[fr] ? 'open' : level;
}

/** The tone of a gap. */
export function gapTone(gap: FrGap | 'none'): Tone {
    if (typeof gap === 'string') return `gap-${gap}`;
    return gap >= 3 ? 'gap-3' : gap === 2 ? 'gap-2' : gap === 1 ? 'gap-1' : 'gap-0';
}

function stateTone(requirement: string, assessment: Assessment, subject: SubjectAssessment | undefined): Tone {
    const state = subject?.requirements.find(row => row.id === requirement);
    if (!subject || !state) return 'state-unasked';
    if (contradictedAt(assessment, subject).has(state.index)) return 'state-contradicted';
    return state.required || state.state !== 'not-assessed' ? `state-${state.state}` : 'state-unasked';
}

/**
 * The tone of a zone or conduit. A conduit has no kind.
 * @param levels which, where nothing is assessed, are those that are stated
 */
export function toneOf(
    choice: ToneChoice,
    assessment: Assessment,
    id: string,
    kind: ZoneKind | null,
    levels: Levels,
): Tone {
    if (choice.requirement !== null) return stateTone(choice.requirement, assessment, assessment.of(id));
    if (choice.colour === 'gap') return gapTone(knownGap(levels));
    if (choice.colour === 'kind') return kind === null ? 'kind-none' : `kind-${kind}`;
    return targetTone(levels);
}
