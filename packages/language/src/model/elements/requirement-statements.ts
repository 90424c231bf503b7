import type { Origin, Span } from '../place.ts';
import type { Fact, Naming, FactsOf } from '../facts.ts';
import { joined, nothingLeft, quoted } from '../facts.ts';
import type { Verb } from '../words.ts';
import type { DateFact, Mention } from './common.ts';
import type { EvidenceTime } from './time.ts';
import { evidenceTimeText } from './time.ts';

/** `meets`, `misses`, `excludes` or `compensates`. */
export interface Statement {
    readonly verb: Verb;
    readonly requirements: readonly RequirementMention[];
    readonly by: readonly Mention[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    /** It speaks of all evidence of this statement. */
    readonly evidenceTime: EvidenceTime;
    readonly due: DateFact | null;
    /** `name` spans the verb and the requirements. */
    readonly origin: Origin;
}

/** One requirement, or all of a foundational requirement up to a level. */
export type RequirementMention =
    | { readonly kind: 'requirement'; readonly id: string; readonly at: Span }
    | { readonly kind: 'fr'; /** 0 to 6 */ readonly fr: number; readonly level: number; readonly at: Span };

/** A requirement as it is written: `SR 1.1`, `FR 1 SL 2`. */
export function requirementText(mention: RequirementMention): string {
    return mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`;
}

/** What is said of the requirements of a statement, without its verb: `by M because "…"`. */
function detailsOf(
    {
        by,
        because,
        evidence,
        evidenceTime,
        due,
        verb: _verb,
        requirements: _requirements,
        origin: _origin,
        ...rest
    }: Statement,
    names: Naming,
): string {
    nothingLeft(rest);
    return joined(
        by.length > 0 &&
            `by ${by
                .map(each => names.countermeasure(each.id))
                .sort()
                .join(', ')}`,
        because !== null && `because ${quoted(because)}`,
        evidence.length > 0 && `evidence ${evidence.map(quoted).sort().join(', ')}`,
        evidenceTimeText(evidenceTime),
        due && `due ${due.date}`,
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One fact a requirement, so that each is compared with what was said of it before. */
export const statements: FactsOf<readonly Statement[]> = (of, names) =>
    of
        .flatMap(statement =>
            statement.requirements.map(mention => ({
                verb: statement.verb,
                label: requirementText(mention),
                value: detailsOf(statement, names),
                weight: 0.5,
                origin: statement.origin,
            })),
        )
        .sort((a, b) => compareText(`${a.verb} ${a.value}`, `${b.verb} ${b.value}`))
        .map((fact, index, all): Fact => {
            const earlier = all.slice(0, index).filter(other => other.label === fact.label).length;
            return { ...fact, key: `requirement ${fact.label}${earlier > 0 ? ` ${earlier}` : ''}` };
        });
