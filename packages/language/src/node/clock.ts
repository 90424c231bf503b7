import { dayOfClock } from '../model/index.ts';

/**
 * Today, `YYYY-MM-DD`, in UTC. The command line and the editor ask this one clock, so that a due date passes in both at
 * the same moment, whatever the time zone of a machine or a pipeline is.
 */
export function today(): string {
    return dayOfClock(new Date());
}
