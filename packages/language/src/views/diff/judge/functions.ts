import { enduredAlone } from '../../../assessment/index.ts';
import type { Dependency, EssentialFunction, Island, Lookup, Mention } from '../../../model/index.ts';
import { dayAfter, durationText } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { inBase } from '../places.ts';
import { some, type Compared, type Reasons } from './reason.ts';

/** Essential functions and islands ask something of the plant, as invariants do. */

/** Durations compare by the day on which they end; without one, it lasts as long as the cut. */
const anyDay = '2000-01-01';
type Lasting = { readonly duration: Island['keeps'][number]['duration'] };
const endOf = ({ duration }: Lasting): string => (duration ? dayAfter(anyDay, duration) : '9999-12-31');

/** The islands of BASE under the names of HEAD, as far as what they speak of is still there. */
export function islandsAsked({ model: before }: DiffSide, { model, lookup }: DiffSide, pairing: Pairing) {
    const names = namesFrom(pairing);
    const functions = new Set(model.functions.map(({ id }) => id));
    const known = new Map(model.islands.map(each => [each.id, each]));
    const asked = before.islands.flatMap((old): readonly Island[] => {
        const now = known.get(pairing.islands.get(old.id) ?? '');
        const origin = now?.origin ?? { ...old.origin, file: inBase(old.origin.file) };
        const cut = old.cut
            .map(each => ({ ...each, id: names.element(each.id) }))
            .filter(({ id }) => lookup.element(id) !== undefined);
        const keeps = old.keeps
            .map(each => ({ ...each, origin, function: { ...each.function, id: names.function(each.function.id) } }))
            .filter(each => functions.has(each.function.id));
        if (now && saidOf(now) === saidOf({ ...old, cut, keeps })) return [now];
        return keeps.length === 0 || cut.length === 0 ? [] : [{ ...old, ...(now ?? {}), origin, cut, keeps }];
    });
    const same = asked.length === model.islands.length && asked.every(each => known.get(each.id) === each);
    return { asked, same };
}

function saidOf({ cut, keeps }: Pick<Island, 'cut' | 'keeps'>): string {
    return JSON.stringify([
        cut.map(({ id }) => id).sort(),
        keeps.map(each => [each.function.id, each.duration && durationText(each.duration)]).sort(),
    ]);
}

const keyOf = ({ of, id }: Dependency): string => `${of} ${id}`;

/** A function with what BASE says that it needs, and without what HEAD says by hand that it does not need. */
export function functionAsked(
    now: EssentialFunction,
    old: EssentialFunction,
    before: Lookup,
    pairing: Pairing,
    isThere: (each: Dependency) => boolean,
): { readonly asked: EssentialFunction; readonly same: boolean } {
    const names = namesFrom(pairing);
    const renamed = (each: Dependency): Dependency => ({ ...each, id: names[each.of](each.id) });
    const [was, is] = [old.needs.map(renamed), new Set(now.needs.map(keyOf))];
    const known = new Set(was.map(keyOf));
    const isNew = now.needs.some(each => !known.has(keyOf(each)));
    const lost = isNew ? [] : was.filter(each => !is.has(keyOf(each)) && isThere(each));
    const without = new Set(old.worksWithout.map(each => keyOf(renamed(each.without))));
    const endured = new Map(old.endures.map(each => [keyOf(renamed(each.without)), each]));
    const worksWithout = now.worksWithout.filter(each => without.has(keyOf(each.without)));
    const endures = now.endures.flatMap(each => {
        const earlier = endured.get(keyOf(each.without));
        if (!earlier) return [];
        return [endOf(each) > endOf(earlier) ? { ...each, duration: earlier.duration } : each];
    });
    const said = new Set([...now.endures, ...now.worksWithout].map(each => keyOf(each.without)));
    const unsaid = isNew
        ? []
        : enduredAlone(before, old)
              .map(each => ({ ...each, without: renamed(each.without), origin: now.origin }))
              .filter(({ without: each }) => !said.has(keyOf(each)) && isThere(each));
    const same =
        lost.length + unsaid.length === 0 &&
        worksWithout.length === now.worksWithout.length &&
        endures.every((each, index) => each === now.endures[index]) &&
        endures.length === now.endures.length;
    const place = now.origin.name;
    const needs = [...now.needs, ...lost.map(each => ({ ...each, at: place }))];
    return { asked: same ? now : { ...now, needs, worksWithout, endures: [...endures, ...unsaid] }, same };
}

function judgeIsland(old: Island, now: Island, { before, pairing }: Compared, reasons: Reasons): void {
    const names = namesFrom(pairing);
    const gone = (was: readonly Mention[], is: readonly Mention[], name: (id: string) => string): readonly string[] => {
        const known = new Set(is.map(({ id }) => id));
        return was.map(({ id }) => name(id)).filter(id => !known.has(id));
    };
    const stands = (id: string): boolean => [...pairing.elements.values()].includes(id);
    const cut = gone(old.cut, now.cut, names.element).filter(stands);
    const kept = gone(
        old.keeps.map(each => each.function),
        now.keeps.map(each => each.function),
        names.function,
    ).filter(id => before.model.functions.some(each => names.function(each.id) === id));
    const shorter = now.keeps.flatMap(each => {
        const was = old.keeps.find(other => names.function(other.function.id) === each.function.id);
        return was && endOf(each) < endOf(was) ? [`${each.function.id} for ${durationText(each.duration!)} only`] : [];
    });
    const about = [`island ${now.id}`];
    const lost = [
        ...(cut.length > 0 ? [`no longer cuts ${some(cut)}`] : []),
        ...(kept.length > 0 ? [`no longer keeps ${some(kept)}`] : []),
        ...(shorter.length > 0 ? [`keeps ${some(shorter)}`] : []),
    ];
    for (const text of lost) reasons.worse('invariant-coverage-lost', `island ${now.id} ${text}`, about);
}

function judgeFunction(old: EssentialFunction, now: EssentialFunction, compared: Compared, reasons: Reasons): void {
    const about = [`function ${now.id}`];
    if (old.traits.includes('essential') && !now.traits.includes('essential'))
        reasons.worse('rating-lowered', `function ${now.id} is no longer called essential`, about);
    const isThere = ({ of, id }: Dependency): boolean =>
        of === 'function' || compared.after.lookup.element(id) !== undefined;
    const isUnread = now.needsOneOf.some(({ unread }) => unread);
    if (!isUnread && !functionAsked(now, old, compared.before.lookup, compared.pairing, isThere).same)
        reasons.neutral('rating-raised', `what function ${now.id} needs is rated otherwise by hand`, about);
}

/** What islands and functions of BASE asked for and those of HEAD do not. */
export function judgeFunctions(compared: Compared, reasons: Reasons): void {
    const { before, after, pairing } = compared;
    if (!before.model.system || !after.model.system) return;
    const islands = new Map(after.model.islands.map(each => [each.id, each]));
    for (const old of before.model.islands) {
        const now = islands.get(pairing.islands.get(old.id) ?? '');
        if (now) judgeIsland(old, now, compared, reasons);
        else reasons.worse('invariant-removed', `no longer asked for: island ${old.id}`, [`island ${old.id}`]);
    }
    const functions = new Map(after.model.functions.map(each => [each.id, each]));
    for (const old of before.model.functions) {
        const now = functions.get(pairing.functions.get(old.id) ?? '');
        if (now) judgeFunction(old, now, compared, reasons);
        else
            reasons.worse('rating-lowered', `function ${old.id} is no longer stated: what it needs is not asked`, [
                `function ${old.id}`,
            ]);
    }
}
