import type { Lookup, Party } from '../../model/index.ts';

/** A party as it is called in a sentence: its title, else its name. */
export function partyName(lookup: Lookup, id: string): string {
    return partyOf(lookup, id)?.title ?? id;
}

export function partyOf({ model }: Lookup, id: string): Party | undefined {
    return model.parties.find(party => party.id === id);
}
