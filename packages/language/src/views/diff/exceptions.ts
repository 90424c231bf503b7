import type { Exception, Naming } from '../../model/index.ts';
import { accesses } from '../../model/index.ts';
import type { DiffSide } from './model-diff.ts';

/** An exception under the names of the other side. */
export function renamed(exception: Exception, names: Naming): Exception {
    const { from, to, protocols } = exception;
    return {
        ...exception,
        from: { ...from, id: names.element(from.id) },
        to: { ...to, id: names.element(to.id) },
        protocols: protocols.map(each => ({ ...each, id: names.protocol(each.id) })),
    };
}

/** True where one exception takes in whatever another one does, and for as long. */
export function takesIn(wide: Exception, narrow: Exception, { lookup }: Pick<DiffSide, 'lookup'>): boolean {
    const covers = (outer: string, inner: string): boolean =>
        outer === inner || lookup.within(lookup.zoneOf(inner)?.id ?? inner, outer);
    const protocols = new Set(wide.protocols.map(({ id }) => id));
    const rank = ({ access }: Exception): number => (access === null ? accesses.length : accesses.indexOf(access));
    return (
        covers(wide.from.id, narrow.from.id) &&
        covers(wide.to.id, narrow.to.id) &&
        (wide.arrow === narrow.arrow || wide.arrow !== '->') &&
        (protocols.size === 0 ||
            (narrow.protocols.length > 0 && narrow.protocols.every(({ id }) => protocols.has(id)))) &&
        rank(wide) >= rank(narrow) &&
        (wide.until?.date ?? '9999') >= (narrow.until?.date ?? '9999')
    );
}
