import type { Finding } from '../../rules/engine/finding.ts';
import { severities } from '../../settings/index.ts';
import { problemKinds } from './doubts.ts';
import { blamedOf, type Blamed, type BlamedSide } from './judge/blamed.ts';
import { narrowedFindings } from './judge/narrowed.ts';
import { withoutTwins } from './judge/twins.ts';
import { pairModels } from './pairing.ts';

/** True where an earlier finding was as grave at least, and accepted no more than the one now. */
function covers({ finding: old }: Blamed, { finding: now }: Blamed): boolean {
    const graver = severities.indexOf(now.severity) < severities.indexOf(old.severity);
    return !graver && !(old.accepted !== null && now.accepted === null);
}

/** What is said, as gravely and accepted or not. */
const wordsOf = ({ finding: { rule, message, severity, accepted } }: Blamed): string =>
    JSON.stringify([rule, message, severity, accepted === null]);

/**
 * The findings of a model that an earlier state of it did not have. Renamed elements, moved files and other lines make
 * no finding new; a graver one than before, or one that was accepted and is no longer, is new. What was not understood
 * in the text is always among them.
 * @param before judged by the same settings, on the same day
 * @returns findings of `after`, in their order, accepted ones too; one that blames several elements is cut down to what
 *    is new of it
 */
export function newFindings(before: BlamedSide, after: BlamedSide): readonly Finding[] {
    const pairing = pairModels(before.lookup, after.lookup);
    const [old, now] = [blamedOf(before, pairing), blamedOf(after, null)];
    const known = new Map(old.map(each => [each.key, each]));
    const keys = new Set(now.map(each => each.key));
    const unmatched = now.filter(each => {
        const was = known.get(each.key);
        return !was || !covers(was, each);
    });
    const [fresh] = withoutTwins(
        unmatched.filter(each => !problemKinds.has(each.finding.rule)),
        old.filter(each => !keys.has(each.key)),
        wordsOf,
        [before, after, pairing],
    );
    const parts = narrowedFindings(fresh, 'New');
    return after.findings.flatMap(finding => {
        if (problemKinds.has(finding.rule)) return [finding];
        return parts.get(finding) ?? [];
    });
}
