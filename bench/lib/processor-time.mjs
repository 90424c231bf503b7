import { readFileSync } from 'node:fs';

/** Milliseconds of one tick of the counters in /proc: USER_HZ, 100 a second on every Linux that Node supports. */
const tick = 10;

/**
 * Processor time of a running process since its start, of all its threads, in milliseconds and in steps of ten; `NaN`
 * where the system does not say it in /proc.
 */
export function processorTime(pid) {
    try {
        const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ').slice(11, 13);
        return tick * (Number(user) + Number(system));
    } catch {
        return NaN;
    }
}
