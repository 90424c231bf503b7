import { factsOf, ownNames, type ElementKind, type Elements, type Model, type Naming } from '../../model/index.ts';
import type { Marks } from './likeness.ts';

/** What others name, of which nothing may be said itself. */
export type Mentionable = Exclude<keyof Naming, 'element'>;

/** By the name of each thing of a kind, which elements name it: the rest of what it is, where nothing is said of it. */
export function mentionsIn(model: Model, of: Mentionable): ReadonlyMap<string, Marks> {
    const found = new Map<string, Map<string, number>>();
    const all = <K extends ElementKind>(
        kind: K,
        elements: readonly Elements[K][],
        called: (each: Elements[K]) => string,
    ): void => {
        for (const each of elements) {
            const mark = `named by ${kind} ${called(each)}`;
            const name = (id: string): string => {
                const marks = found.get(id) ?? new Map<string, number>();
                found.set(id, marks.set(mark, 1));
                return id;
            };
            factsOf(kind, each, { ...ownNames, [of]: name });
        }
    };
    const id = (each: { readonly id: string }): string => each.id;
    all('system', model.system ? [model.system] : [], id);
    all('zone', model.zones, id);
    all('conduit', model.conduits, id);
    all('asset', model.assets, id);
    all('flow', model.flows, ({ from, arrow, to }) => `${from.id} ${arrow} ${to.id}`);
    all(
        'type',
        model.types.filter(each => !each.builtIn),
        id,
    );
    all('countermeasure', model.countermeasures, id);
    all('threat', model.threats, id);
    all('function', model.functions, id);
    all('island', model.islands, id);
    all('view', model.views, id);
    all('programme', model.programmes, id);
    return found;
}
