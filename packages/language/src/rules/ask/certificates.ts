import { countsFrom, goodUntil } from '../../assessment/index.ts';
import type { Certificate } from '../../model/index.ts';

/** The last day of a certificate; `null` for one that says neither how long it is valid nor until when. */
export function lastDay({ time }: Certificate): string | null {
    return goodUntil(time, null);
}

/** True for a certificate that is dated a day to come. */
export function isToCome({ time }: Certificate, today: string): boolean {
    return (countsFrom(time) ?? today) > today;
}

/** True for a certificate whose last day has passed, or whose day is to come. One that cannot be read may be valid. */
export function isIdle(certificate: Certificate, today: string): boolean {
    return isToCome(certificate, today) || (lastDay(certificate) ?? today) < today;
}
