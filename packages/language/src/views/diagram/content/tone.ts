import { gapKindOf, type SubjectAssessment } from '../../../assessment/index.ts';
import {
    highest,
    silent,
    type Colouring,
    type Conduit,
    type Level,
    type Zone,
    type ZoneKind,
} from '../../../model/index.ts';
import type { Levels, Tone } from './graph.ts';

/** What decides the colour of the zones in one picture. */
export interface ToneChoice {
    readonly colour: Colouring;
    readonly requirement: string | null;
}

/** The levels of a zone or conduit, as an assessment gives them. */
export function levelsOf(subject: SubjectAssessment | undefined): Levels {
    return {
        slT: subject?.slT ?? silent,
        slC: subject?.slC ?? silent,
        slA: subject?.slA ?? silent,
        gap: subject?.gap ?? silent,
        open: silent.map((_, fr) => subject !== undefined && gapKindOf(subject, fr) === 'not-assessed'),
        derived: subject?.slTSource.includes('derived') ?? false,
    };
}

/** The levels of what is not there on the day: its own target as it is written, and nothing that would be achieved. */
export function statedLevels({ slT }: Zone | Conduit): Levels {
    return { ...levelsOf(undefined), slT: slT?.levels ?? silent };
}

function targetTone(levels: Levels): Tone {
    const level: Level | null = highest(levels.slT);
    return level === null ? 'sl-none' : `sl-${level}`;
}

/**
 * The largest gap that is known: `none` where nothing is asked for, `open` where nothing is known to be short and
 * something is not assessed.
 */
export function knownGap({ gap, open }: Levels): number | 'none' | 'open' {
    const asked = gap.flatMap((each, fr) => (each === null ? [] : [{ each, isOpen: open[fr] === true }]));
    if (asked.length === 0) return 'none';
    const worst = Math.max(0, ...asked.filter(({ isOpen }) => !isOpen).map(({ each }) => each));
    return worst === 0 && asked.some(({ isOpen }) => isOpen) ? 'open' : worst;
}

/** The same in words; what nothing is asked of has no SL-T. */
export function gapWords(levels: Levels): string {
    const gap = knownGap(levels);
    return gap === 'none' ? 'no SL-T' : gap === 'open' ? 'not assessed' : gap === 0 ? 'no gap' : `gap ${gap}`;
}

function gapTone(levels: Levels): Tone {
    const worst = knownGap(levels);
    if (worst === 'none' || worst === 'open') return `gap-${worst}`;
    return worst >= 3 ? 'gap-3' : worst === 2 ? 'gap-2' : worst === 1 ? 'gap-1' : 'gap-0';
}

function stateTone(requirement: string, subject: SubjectAssessment | undefined): Tone {
    const state = subject?.requirements.find(row => row.id === requirement);
    if (!state) return 'state-unasked';
    return state.required || state.state !== 'not-assessed' ? `state-${state.state}` : 'state-unasked';
}

/**
 * The tone of a zone or conduit. A conduit has no kind.
 * @param levels which, where nothing is assessed, are those that are stated
 */
export function toneOf(
    choice: ToneChoice,
    subject: SubjectAssessment | undefined,
    kind: ZoneKind | null,
    levels: Levels = levelsOf(subject),
): Tone {
    if (choice.requirement !== null) return stateTone(choice.requirement, subject);
    if (choice.colour === 'gap') return gapTone(levels);
    if (choice.colour === 'kind') return kind === null ? 'kind-none' : `kind-${kind}`;
    return targetTone(levels);
}
