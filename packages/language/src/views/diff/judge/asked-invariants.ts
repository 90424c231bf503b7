import type { Invariant, Mention } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';
import { namesFrom } from '../pairing.ts';
import { inBase } from '../places.ts';
import type { Questions } from './asked-elements.ts';
import { acceptsOf, words } from './asked-elements.ts';

const asked = (invariant: Invariant): string =>
    words([
        invariant.clauses.map(({ verb, access, from, to, through }) => [
            verb,
            access,
            from.id,
            to.id,
            through?.id ?? null,
        ]),
        invariant.exceptions.map(({ from, to, arrow, protocols, access, until }) => [
            from.id,
            to.id,
            arrow,
            access,
            protocols.map(({ id }) => id),
            until?.date ?? null,
        ]),
    ]);

/**
 * The invariants of BASE, as far as their ends are still there, under the names of HEAD. Places in the text of BASE get
 * a file of their own, so that no finding there is taken for one of HEAD.
 */
export function invariantsAsked(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
    questions: Questions,
): readonly Invariant[] {
    const names = namesFrom(pairing);
    const there = (mention: Mention | null): boolean =>
        mention === null || after.lookup.element(names.element(mention.id)) !== undefined;
    const renamed = (mention: Mention, name: (id: string) => string): Mention => ({ ...mention, id: name(mention.id) });
    const apart = <T extends { readonly origin: { readonly file: string } }>(each: T): T => ({
        ...each,
        origin: { ...each.origin, file: inBase(each.origin.file) },
    });
    const known = new Map(after.model.invariants.map(each => [each.id, each]));
    const translated = before.model.invariants.map((old): Invariant => {
        const id = pairing.invariants.get(old.id);
        const now = id === undefined ? undefined : known.get(id);
        const translation: Invariant = {
            ...apart(old),
            ...(now ? { id: now.id, name: now.name, origin: now.origin } : {}),
            clauses: old.clauses
                .filter(({ from, to, through }) => there(from) && there(to) && there(through))
                .map(clause =>
                    apart({
                        ...clause,
                        from: renamed(clause.from, names.element),
                        to: renamed(clause.to, names.element),
                        through: clause.through ? renamed(clause.through, names.element) : null,
                    }),
                ),
            exceptions: old.exceptions
                .filter(({ from, to }) => there(from) && there(to))
                .map(exception =>
                    apart({
                        ...exception,
                        from: renamed(exception.from, names.element),
                        to: renamed(exception.to, names.element),
                        protocols: exception.protocols.map(protocol => renamed(protocol, names.protocol)),
                    }),
                ),
        };
        return now && asked(now) === asked(translation)
            ? { ...now, accepts: acceptsOf(now, old, questions) }
            : translation;
    });
    const same =
        translated.length === known.size && translated.every(each => known.get(each.id)?.clauses === each.clauses);
    return questions.pick(after.model.invariants, translated, same);
}
