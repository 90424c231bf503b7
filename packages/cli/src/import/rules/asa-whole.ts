/** Whether the running configuration of an ASA is whole: it says so at its head and at its end. */
import type { RuleNotice } from './reading.ts';

/** `: Saved` and the version are printed before a configuration, its checksum and `: end` after it. */
const headMark = /^(?:: Saved|(?:ASA|PIX) Version )/;
const endMark = /^(?:: end\b|Cryptochecksum:)/;

/**
 * How much of a configuration a text has. `whole`: head and end; `cut`: the end is missing; `headless`: the beginning
 * is missing; `part`: neither is there, as in an access list that was copied, and nothing in it shows whether it is
 * all.
 */
export type Extent = 'whole' | 'cut' | 'headless' | 'part';

/** @param lines the lines of the text */
export function extentOf(lines: readonly string[]): Extent {
    let seen = false;
    let open = false;
    let headless = false;
    for (const line of lines) {
        if (headMark.test(line)) {
            open = true;
            seen = true;
        } else if (endMark.test(line)) {
            if (!seen) headless = true;
            open = false;
            seen = true;
        }
    }
    return !seen ? 'part' : open ? 'cut' : headless ? 'headless' : 'whole';
}

/**
 * What is said of a text that is not whole.
 * @param last the number of its last line with a statement, from 1
 * @param filters true where what filters packets is whole before that line
 */
export function extentNotices(extent: Extent, last: number, filters: boolean): readonly RuleNotice[] {
    switch (extent) {
        case 'whole':
            return [];
        case 'cut':
            return [
                {
                    line: last,
                    message:
                        'The configuration ends here without its end mark (": end"): the file seems to be cut. ' +
                        (filters
                            ? 'Its access lists, and where they are asked, are before this line and are read whole.'
                            : 'What the missing lines would decide is not assessable.'),
                },
            ];
        case 'headless':
            return [
                {
                    line: 0,
                    message:
                        'The configuration has its end mark but not its head ("ASA Version"): its beginning seems to ' +
                        'be missing. What the missing lines would decide is not assessable.',
                },
            ];
        case 'part':
            return [
                {
                    line: 0,
                    message:
                        'This is a part of a configuration: without its head ("ASA Version") and its end mark ' +
                        '(": end"), a missing line would not be noticed. What no rule here permits is read as blocked.',
                },
            ];
    }
}
