import type { Finding } from '../../../rules/engine/finding.ts';
import type { Blamed } from './blamed.ts';
import { some } from './reason.ts';

/** A finding that blames several elements, cut down to some of them; its message says which. */
function narrowed(finding: Finding, parts: readonly number[], what: string): Finding {
    if (parts.length === finding.parts.length) return finding;
    const kept = parts.map(index => finding.parts[index]!);
    const names = kept.flatMap(({ subject }) => subject ?? []);
    const message = names.length > 0 ? `${finding.message} ${what} in it: ${some(names)}.` : finding.message;
    return { ...finding, message, at: kept[0]!.at, subject: kept[0]!.subject, parts: kept };
}

/**
 * The findings of what is blamed, each once, in the order in which they are met first.
 * @param what what became of it, as a word that begins a sentence: `New`
 */
export function narrowedFindings(list: readonly Blamed[], what: string): ReadonlyMap<Finding, Finding> {
    const parts = Map.groupBy(list, ({ finding }) => finding);
    return new Map(
        [...parts].map(([finding, group]) => [
            finding,
            narrowed(
                finding,
                group.map(({ part }) => part),
                what,
            ),
        ]),
    );
}
