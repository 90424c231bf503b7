import type { Countermeasure, Duration, EvidenceTime, Lookup, Statement } from '../model/index.ts';
import { evidenceTimeText } from '../model/index.ts';
import { countsFrom, goodUntil, usualTime } from './evidence-time.ts';
import { works } from './verdicts.ts';

/**
 * What a countermeasure counts for on a day: `stale` where it works, and all that shows it has expired; `unknown` where
 * it is proposed, or nothing says whether it works.
 */
export type Standing = 'works' | 'planned' | 'stale' | 'unknown';

/** On which day statements are judged, and what is assumed of what is planned. */
export interface DayOptions {
    /** Counts what is planned from the day on which it is due, as if it were done by then. */
    readonly asPlanned?: boolean;
}

/** The day on which the statements of a model are judged. */
export class Day {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    private readonly usual: Duration | null;
    private readonly asPlanned: boolean;
    /** Until when each evidence is good: every zone asks for that of its countermeasures. */
    private readonly untils = new Map<EvidenceTime, string | null>();

    constructor(lookup: Lookup, date: string, options: DayOptions = {}) {
        this.date = date;
        this.usual = usualTime(lookup);
        this.asPlanned = options.asPlanned === true;
    }

    private until(time: EvidenceTime): string | null {
        const known = this.untils.get(time);
        if (known !== undefined) return known;
        const until = goodUntil(time, this.usual);
        this.untils.set(time, until);
        return until;
    }

    /** The last day on which the evidence of a statement is good. */
    goodUntil({ evidence, evidenceTime }: Pick<Statement, 'evidence' | 'evidenceTime'>): string | null {
        return evidence.length === 0 ? null : this.until(evidenceTime);
    }

    /**
     * True for evidence that has expired, whose own day has not come, or whose time cannot be read: it shows nothing on
     * this day.
     */
    isOff(time: EvidenceTime): boolean {
        return time.unread === true || this.isAhead(time) || (this.until(time) ?? this.date) < this.date;
    }

    /** True for evidence of a day to come. The next one has begun somewhere on earth. */
    isAhead(time: EvidenceTime): boolean {
        // Most evidence is of days gone by, and needs no arithmetic.
        return time.dated !== null && time.dated.date > this.date && countsFrom(time)! > this.date;
    }

    /** True where what is shown for a statement shows nothing on this day, so that what it claims is not assessed. */
    isStale({ evidence, evidenceTime }: Pick<Statement, 'evidence' | 'evidenceTime'>): boolean {
        return evidence.length > 0 && this.isOff(evidenceTime);
    }

    /** The last day on which something still shows that a countermeasure works; `null` where that does not age. */
    goodUntilOf({ evidence }: Countermeasure): string | null {
        const days = evidence.filter(({ time }) => !time.unread).map(({ time }) => this.until(time));
        return days.includes(null) ? null : (days.sort().at(-1) ?? null);
    }

    standingOf(countermeasure: Countermeasure): Standing {
        if (works(countermeasure)) {
            const { evidence } = countermeasure;
            return evidence.length > 0 && evidence.every(({ time }) => this.isOff(time)) ? 'stale' : 'works';
        }
        if (countermeasure.status !== 'planned') return 'unknown';
        const done = this.asPlanned && countermeasure.due !== null && countermeasure.due.date <= this.date;
        return done ? 'works' : 'planned';
    }

    /**
     * What rests on some countermeasures rests on all of them: `works` where every one does, `planned` where the others
     * are planned, and `unknown` where one of them counts for nothing.
     */
    restsOn(countermeasures: readonly Countermeasure[]): 'works' | 'planned' | 'unknown' {
        const standings = countermeasures.map(countermeasure => this.standingOf(countermeasure));
        if (standings.every(each => each === 'works')) return 'works';
        return standings.every(each => each === 'works' || each === 'planned') ? 'planned' : 'unknown';
    }

    /** A document as it is printed, with its time where one is said. */
    printed(text: string, time: EvidenceTime): string {
        const said = evidenceTimeText(time);
        if (said === '') return text;
        const until = this.until(time);
        return `${text} (${said}${until === null || time.until ? '' : `, until ${until}`})`;
    }
}
