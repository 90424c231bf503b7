import { quoted } from '../names.ts';

/** A document as a report prints it: `drill.pdf (author "OT" dated 2026-03-12 valid 12 months, until 2027-03-12)`. */
const printed = /^(.*) \(((?:author ".*"|dated|valid|until)(?: .*?)?)(?:, until \d{4}-\d{2}-\d{2})?\)$/su;

/**
 * The `evidence` of documents as a report prints them, one for each time that is said of some: the day that follows
 * from a time is not written.
 */
export function evidenceLines(documents: readonly string[]): readonly string[] {
    const byTime = Map.groupBy(documents, document => printed.exec(document)?.[2] ?? '');
    return [...byTime].map(([time, all]) => {
        const names = all.map(document => quoted(printed.exec(document)?.[1] ?? document));
        return `evidence ${names.join(', ')}${time === '' ? '' : ` ${time}`}`;
    });
}
