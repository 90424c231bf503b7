import { nameOf, type Place } from '../../../model/index.ts';
import type { Finding, Part } from '../../../rules/engine/finding.ts';
import { standings, type Standing } from '../kinds.ts';
import type { DiffSide } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';

/** What is read from others line by line: whatever points at a line of it points at it. */
const sources: ReadonlySet<string> = new Set(['advisory', 'observation']);

/** True for the place of the name of an element. */
function isNameOf({ origin: { name } }: Standing, at: Place): boolean {
    return name.start === at.start && name.end === at.end;
}

/** The innermost element at a place of a text. */
class Places {
    private readonly byFile: ReadonlyMap<string, readonly Standing[]>;

    constructor(side: BlamedSide, pairing: Pairing | null) {
        const byFile = Map.groupBy(standings(side.model, pairing), each => each.origin.file);
        for (const list of byFile.values()) list.sort((a, b) => a.origin.whole.start - b.origin.whole.start);
        this.byFile = byFile;
    }

    /** The element in whose statement a place lies. */
    around(at: Place): Standing | undefined {
        const list = this.byFile.get(at.file) ?? [];
        let [low, high] = [0, list.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (list[middle]!.origin.whole.start <= at.start) low = middle + 1;
            else high = middle;
        }
        // Elements nest, so the last one that begins before a place and ends behind it is the innermost.
        for (let index = low - 1; index >= 0; index--) if (list[index]!.origin.whole.end >= at.end) return list[index];
        return undefined;
    }
}

/** What has to be known of a side to compare its findings. */
export type BlamedSide = Pick<DiffSide, 'model' | 'lookup' | 'findings' | 'textOf'>;

/** One thing that a finding blames: a finding that speaks of several like flows has one for each. */
export interface Blamed {
    readonly finding: Finding;
    /** Its index among the parts of the finding. */
    readonly part: number;
    /** The same on both sides for the same fault of the same element. */
    readonly key: string;
    /** The element, as a change of the side after names it; `null` where the place belongs to none. */
    readonly about: string | null;
    /** True where the element is on both sides. */
    readonly stands: boolean;
    /** True where no text is a part of the key. */
    readonly named: boolean;
    /** The elements that the finding points at besides, as `about` names them. */
    besides(): readonly string[];
}

/**
 * What the findings of a side blame, one entry for each element.
 * @param pairing for the side before, whose names are turned into those of the other one
 */
export function blamedOf(side: BlamedSide, pairing: Pairing | null): readonly Blamed[] {
    if (side.findings.length === 0) return [];
    const places = new Places(side, pairing);
    const counts = new Map<string, number>();
    const clauses = clausesOf(side, pairing);
    const named = (id: string | null): string | null => (id === null ? null : (pairing?.elements.get(id) ?? id));
    const textAt = (at: Place): string =>
        (side.textOf(at.file) ?? '').slice(at.start, at.end).replace(/\s+/g, ' ').trim();

    const facts = (
        finding: Finding,
        { at, subject }: Part,
    ): Omit<Blamed, 'finding' | 'part' | 'key' | 'besides'> & { readonly facts: readonly unknown[] } => {
        // Which of several paths refutes an invariant is chance: the clause is what identifies the finding.
        const clause =
            finding.rule === 'invariant-broken' && finding.related[0]
                ? clauses.get(placeKey(finding.related[0].at))
                : undefined;
        if (clause)
            return {
                about: `invariant ${clause.invariant}`,
                stands: clause.stands,
                named: false,
                facts: [clause.text],
            };
        const standing = places.around(at);
        const isName = standing !== undefined && isNameOf(standing, at);
        const subjectStands =
            subject === null || !pairing || pairing.elements.has(subject) || !side.lookup.element(subject);
        if (!standing) return { about: null, stands: subjectStands, named: false, facts: [named(subject), textAt(at)] };
        const about = `${standing.element} ${standing.other ?? standing.id}`;
        // Types, countermeasures and what else is no place may be called otherwise too.
        const own = subject === standing.id ? (standing.other ?? subject) : named(subject);
        // A model has one system, whatever it is called.
        const isSystem = standing.element === 'system';
        return {
            about,
            stands: standing.other !== null && (standing.element === 'flow' || subjectStands),
            named: isName,
            facts: [
                isSystem ? 'system' : about,
                isSystem || standing.element === 'flow' ? null : own,
                isName ? null : textAt(at),
            ],
        };
    };

    // Where a finding blames several elements, nothing says to which of them belongs what it points at.
    const besidesOf = ({ at: head, parts, related }: Finding): readonly string[] =>
        (parts.length > 1 ? [] : [{ at: head }, ...related]).flatMap(({ at }) => {
            if (parts.some(part => placeKey(part.at) === placeKey(at))) return [];
            const standing = places.around(at);
            const isMeant = standing !== undefined && (isNameOf(standing, at) || sources.has(standing.element));
            return isMeant ? `${standing.element} ${standing.other ?? standing.id}` : [];
        });

    /** What an asset has is of the advisory that says so: it may have the like from several. */
    const saidBy = ({ at, parts }: Finding): readonly string[] => {
        if (parts.some(part => placeKey(part.at) === placeKey(at))) return [];
        const standing = places.around(at);
        return standing?.element === 'advisory' ? [`advisory ${standing.other ?? standing.id}`] : [];
    };

    return side.findings.flatMap(finding => {
        const by = saidBy(finding);
        return finding.parts.map((part, index): Blamed => {
            const { facts: found, ...blamed } = facts(finding, part);
            const key = JSON.stringify([finding.rule, ...found, ...by]);
            const count = counts.get(key) ?? 0;
            counts.set(key, count + 1);
            return { finding, part: index, key: `${key}#${count}`, ...blamed, besides: () => besidesOf(finding) };
        });
    });
}

const placeKey = (at: Place): string => `${at.file} ${at.start} ${at.end}`;

/** The clauses of invariants by the places at which they stand. */
function clausesOf(
    { model, lookup }: BlamedSide,
    pairing: Pairing | null,
): ReadonlyMap<string, { readonly invariant: string; readonly text: string; readonly stands: boolean }> {
    const element = (id: string): string => pairing?.elements.get(id) ?? id;
    const there = (id: string): boolean => !pairing || pairing.elements.has(id) || !lookup.element(id);
    return new Map(
        model.invariants.flatMap(({ id, clauses }) =>
            clauses.map(({ origin, verb, from, to, through }) => {
                const ends = [from, to, ...(through ? [through] : [])];
                const invariant = pairing?.invariants.get(id) ?? id;
                return [
                    placeKey(nameOf(origin)),
                    {
                        invariant,
                        text: `${invariant} ${verb} ${ends.map(end => element(end.id)).join(' ')}`,
                        stands: ends.every(end => there(end.id)),
                    },
                ] as const;
            }),
        ),
    );
}
