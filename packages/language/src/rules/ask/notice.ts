import { dayAfter } from '../../model/index.ts';

/** So many days before something gets worse it is time to see to it. */
export const notice = 90;

/** The last day that is looked at, `YYYY-MM-DD`. */
export function lastDayOfNotice(today: string): string {
    return dayAfter(today, { amount: notice, unit: 'days' });
}
