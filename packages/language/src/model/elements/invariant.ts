import type { Origin } from '../place.ts';
import type { Facts, Naming } from '../facts.ts';
import { many, nothingLeft, quoted } from '../facts.ts';
import type { DateFact, Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';
import type { Access } from '../words.ts';
import type { Arrow } from './flow.ts';

/** What is said about reachability, and proved over the declared flows. */
export interface Invariant extends Named {
    readonly clauses: readonly Clause[];
    readonly exceptions: readonly Exception[];
}

/** One statement of an invariant: a path that is denied, or one that is required. */
export interface Clause {
    readonly verb: 'deny' | 'require';
    /** `write`: only paths whose last session may write or program are denied. With `deny` alone. */
    readonly access: 'write' | null;
    readonly from: Mention;
    readonly to: Mention;
    /** Only with `require`. */
    readonly through: Mention | null;
    readonly origin: Origin;
}

/** `except flow A -> B : protocol access read because "…" until date`. */
export interface Exception {
    readonly from: Mention;
    readonly to: Mention;
    readonly arrow: Arrow;
    readonly protocols: readonly Mention[];
    /** The most that the sessions which it covers may do; `null` where nothing is said, which covers all of them. */
    readonly access: Access | null;
    readonly because: string | null;
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** A clause in the words of the language: `deny path from Office to Control`. */
export function clauseText(
    { verb, access, from, to, through, origin: _origin, ...rest }: Clause,
    names: Naming,
): string {
    nothingLeft(rest);
    return (
        `${verb}${access === null ? '' : ` ${access}`} path from ${names.element(from.id)} to ` +
        `${names.element(to.id)}${through ? ` through ${names.element(through.id)}` : ''}`
    );
}

/** The flows that an exception speaks of: `Dmz.Jump -> Control.Hmi : rdp`. */
export function exceptionText({ from, to, arrow, protocols, access }: Exception, names: Naming): string {
    const named = protocols
        .map(each => names.protocol(each.id))
        .sort()
        .join(', ');
    return (
        `${names.element(from.id)} ${arrow} ` +
        `${names.element(to.id)}${named === '' ? '' : ` : ${named}`}${access === null ? '' : ` access ${access}`}`
    );
}

/** The facts of an invariant. */
export const invariantFacts = {
    ...namedFacts,
    clauses: (clauses, names) =>
        many(
            '',
            clauses.map(clause => clauseText(clause, names)),
            2,
        ),
    exceptions: (exceptions, names) =>
        exceptions.map(exception => {
            const {
                because,
                until,
                from: _from,
                to: _to,
                arrow: _arrow,
                protocols: _protocols,
                access,
                origin: _origin,
                ...rest
            } = exception;
            nothingLeft(rest);
            // One flow whose exception covers more than before is one change of that exception.
            const label = `except flow ${exceptionText({ ...exception, access: null }, names)}`;
            const value = [
                access === null ? null : `access ${access}`,
                because === null ? null : quoted(because),
                until ? `until ${until.date}` : null,
            ]
                .filter(part => part !== null)
                .join(' ');
            return { key: label, label, value, weight: 1 };
        }),
} satisfies Facts<Invariant>;
