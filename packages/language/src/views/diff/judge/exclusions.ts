import type { Model, RequirementMention, Statement } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';

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

/** A model with the exclusions of BASE that HEAD has withdrawn; the same model where there are none. */
export function withExclusions(model: Model, before: DiffSide, partners: ReadonlyMap<string, string>): Model {
    let any = false;
    const restored = <T extends { readonly id: string; readonly statements: readonly Statement[] }>(
        list: readonly T[],
    ): readonly T[] =>
        list.map(each => {
            const old = before.lookup.element(partners.get(each.id) ?? '');
            const more = old ? withdrawn(each.statements, old.statements) : [];
            if (more.length === 0) return each;
            any = true;
            return { ...each, statements: [...each.statements, ...more] };
        });
    const found = { ...model, zones: restored(model.zones), conduits: restored(model.conduits) };
    return any ? found : model;
}
