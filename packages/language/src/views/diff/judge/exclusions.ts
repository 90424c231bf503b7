import type { Model, RequirementMention, Statement } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { meetEachOther, newlyMet } from './newly-met.ts';

const keyOf = (mention: RequirementMention): string =>
    mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`;

/** The requirements that some statements exclude. */
export function excludedBy(statements: readonly Statement[]): ReadonlySet<string> {
    return new Set(
        statements.filter(({ verb }) => verb === 'excludes').flatMap(({ requirements }) => requirements.map(keyOf)),
    );
}

/** The statements without the exclusions that were not there before; the same list where there are none. */
export function withoutNewExclusions(
    statements: readonly Statement[],
    before: ReadonlySet<string>,
): readonly Statement[] {
    const waives = (statement: Statement): boolean =>
        statement.verb === 'excludes' && statement.requirements.some(each => !before.has(keyOf(each)));
    if (!statements.some(waives)) return statements;
    return statements.flatMap(statement => {
        if (!waives(statement)) return [statement];
        const requirements = statement.requirements.filter(each => before.has(keyOf(each)));
        return requirements.length === 0 ? [] : [{ ...statement, requirements }];
    });
}

/** The exclusions of before that are gone, of requirements of which nothing else is said now. */
function withdrawn(now: readonly Statement[], old: readonly Statement[]): readonly Statement[] {
    const spoken = new Set(now.flatMap(({ requirements }) => requirements.map(keyOf)));
    return old
        .filter(({ verb }) => verb === 'excludes')
        .flatMap(statement => {
            const requirements = statement.requirements.filter(each => !spoken.has(keyOf(each)));
            return requirements.length === 0 ? [] : [{ ...statement, requirements }];
        });
}

interface Stating {
    readonly statements: readonly Statement[];
}

/**
 * What was admitted in BASE, and is not any more, where nothing new is said of it either: what meets it was said before
 * as well, and the fault is still there.
 */
function admitted(
    now: Stating,
    old: Stating,
    isNewlyMet: (requirement: RequirementMention) => boolean,
): readonly Statement[] {
    const claimed = (all: readonly Statement[]): readonly (readonly [string, RequirementMention])[] =>
        all.flatMap(each => each.requirements.map(of => [`${each.verb} ${keyOf(of)}`, of] as const));
    const known = new Set(claimed(old.statements).map(([key]) => key));
    const news = claimed(now.statements).filter(([key]) => !known.has(key));
    const kept = new Set(claimed(now.statements).map(([key]) => key));
    const isAnswered = (of: RequirementMention): boolean =>
        isNewlyMet(of) || news.some(([, other]) => meetEachOther(of, other));
    // Of two statements on one requirement the first counts.
    const first = (of: RequirementMention): Statement | undefined =>
        old.statements.find(({ requirements }) => requirements.some(each => keyOf(each) === keyOf(of)));
    return old.statements
        .filter(({ verb }) => verb === 'misses')
        .flatMap(statement => {
            const requirements = statement.requirements.filter(
                of => !kept.has(`misses ${keyOf(of)}`) && !isAnswered(of) && first(of) === statement,
            );
            return requirements.length === 0 ? [] : [{ ...statement, requirements }];
        });
}

/**
 * A model with the exclusions and the admissions of BASE that HEAD has withdrawn; the same model where there are none.
 * @param measure how HEAD calls a countermeasure of BASE
 */
export function withExclusions(
    model: Model,
    before: DiffSide,
    partners: ReadonlyMap<string, string>,
    measure: (id: string) => string,
): Model {
    let any = false;
    const isNewlyMet = newlyMet(model, before, partners, measure);
    const restored = <T extends Stating & { readonly id: string }>(list: readonly T[]): readonly T[] =>
        list.map(each => {
            const old = before.lookup.element(partners.get(each.id) ?? '');
            const faults = old ? admitted(each, old, isNewlyMet(each.id)) : [];
            const waivers = old ? withdrawn(each.statements, old.statements) : [];
            if (faults.length + waivers.length === 0) return each;
            any = true;
            return { ...each, statements: [...faults, ...each.statements, ...waivers] };
        });
    const found = { ...model, zones: restored(model.zones), conduits: restored(model.conduits) };
    return any ? found : model;
}
