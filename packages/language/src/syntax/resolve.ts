import type { Declared, NameKind, Names } from './names.ts';

/** From where a name is looked up. */
export interface Scope {
    /** Ids of the blocks around, innermost first. */
    readonly around: readonly string[];
    /** In a conduit: the ids of the zones that it connects, whose assets are in scope by their short names. */
    readonly connected: readonly string[];
    /** True in a conduit of which not all zones could be read: what is not found may lie in one of these. */
    readonly unread?: boolean;
}

/** A scope outside of all blocks. */
export const outermost: Scope = { around: [], connected: [] };

/** What is part of the plant. */
export const anyElement = ['zone', 'asset', 'conduit'] as const;

/** What a flow, a path or a clause may end at. */
export const ends = ['asset', 'zone'] as const;

/** What a name stands for: one declaration, one of a kind that is not allowed there, several, or none. */
export type Resolution =
    | { readonly found: Declared }
    | { readonly wrongKind: Declared }
    | { readonly ambiguous: readonly Declared[] }
    | { readonly nothing: true };

/**
 * Looks up the name of a zone, conduit or asset: in the blocks around from the inside out, then as it stands, then, in
 * a conduit, among all that lies in the connected zones.
 */
export function resolveElement(names: Names, name: string, scope: Scope, kindsWanted: readonly NameKind[]): Resolution {
    let wrong: Declared | undefined;
    for (const block of scope.around) {
        const found = names.find('element', `${block}.${name}`);
        if (found && kindsWanted.includes(found.kind)) return { found };
        wrong ??= found;
    }
    const whole = names.find('element', name);
    if (whole && kindsWanted.includes(whole.kind)) return { found: whole };
    wrong ??= whole;
    if (scope.connected.length > 0) {
        const candidates = names.within(scope.connected, name).filter(declared => kindsWanted.includes(declared.kind));
        if (candidates.length === 1) return { found: candidates[0]! };
        if (candidates.length > 1) return { ambiguous: candidates };
    }
    return wrong ? { wrongKind: wrong } : { nothing: true };
}
