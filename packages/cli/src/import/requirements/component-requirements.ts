import type { ComponentType } from 'iacs-language';
import { componentRequirementById, componentRequirements } from 'iacs-language';

/** The requirements of IEC 62443-3-3 in whose numbers a statement on a component is written. */
export type SystemIds = { readonly ids: readonly string[] } | { readonly why: string };

/**
 * The system requirements that component requirements of IEC 62443-4-2 correspond to, such as `CR 1.1 RE 2`, `EDR 3.2`;
 * `CR 3.2` is taken for the one of the component's own type, as people write it.
 * @param component `null` where the type of the component is not known
 */
export function systemIdsOf(ids: readonly string[], component: ComponentType | null): SystemIds {
    const found = new Set<string>();
    for (const id of ids) {
        const rows = rowsOf(id, component);
        if (rows.length === 0) return { why: `names ${id}, which IEC 62443-4-2 does not have` };
        const asked = rows.filter(row => component === null || row.components.includes(component));
        if (asked.length === 0)
            return {
                why: `names ${id}, which is asked of ${names(rows[0]!.components)} and not of ${names([component!])}`,
            };
        const system = asked.flatMap(row => row.systemRequirements);
        if (system.length === 0)
            return {
                why:
                    `names ${id}, which is in IEC 62443-4-2 alone: statements use the numbers of IEC ` +
                    '62443-3-3, which has none that corresponds to it',
            };
        for (const each of system) found.add(each);
    }
    return { ids: [...found] };
}

function rowsOf(id: string, component: ComponentType | null): typeof componentRequirements {
    const row = componentRequirementById(id);
    if (row) return [row];
    // `CR 3.2` is a heading: the requirements below it are those of each type of component.
    if (!id.startsWith('CR ')) return [];
    const number = id.slice(2);
    const rows = componentRequirements.filter(each => each.id.replace(/^[A-Z]+/u, '') === number);
    const own = rows.filter(each => component !== null && each.components.includes(component));
    return own.length > 0 ? own : rows;
}

function names(components: readonly string[]): string {
    return components.map(each => `${each.replace('-', ' ')}s`).join(', ');
}
