import type { Missing } from '../model/index.ts';
import { code } from './code-marks.ts';
import type { NameKind } from './names.ts';
import { standsForAll } from './suggest.ts';

/** How an element of each kind is called. */
export const kindNames: Record<NameKind, string> = {
    zone: 'a zone',
    conduit: 'a conduit',
    asset: 'an asset',
    type: 'an asset type',
    protocol: 'a protocol',
    countermeasure: 'a countermeasure',
    threat: 'a threat',
    invariant: 'an invariant',
    view: 'a view',
    ruleset: 'a ruleset',
    observation: 'an observation',
    function: 'a function',
    island: 'an island',
    advisory: 'an advisory',
    party: 'a party',
    system: 'the system',
};

/** What to write where a name is not known and no other one is near. */
const unknownHelp: Partial<Record<NameKind, string>> = {
    type: ' Write what it is, such as `plc`, and its `product` in its block.',
    protocol: ' Declare it: `protocol N { port tcp 4000 }`.',
};

/** What is said of a name that nothing has. */
export interface NotFound {
    /** Without its full stop. */
    readonly message: string;
    /** What to write where no other name is near: a sentence with a blank before it, or nothing. */
    readonly instead: string;
    readonly missing: Missing | null;
}

/** What to write instead of a word for all of them, or for none. */
function insteadOf(word: string): string {
    if (word.toLowerCase() === 'none') return ' Where there is none, leave it out.';
    return ` ${code(word)} does not mean all of them: name each one.`;
}

/**
 * Says that nothing has a name.
 * @param written the name, or a text in its quotes
 * @param kinds of the elements that could have it
 * @param isNear true for a name that is looked up from the place where it stands
 */
export function notFound(written: string, kinds: readonly NameKind[], isNear: boolean): NotFound {
    const isText = written.startsWith('"');
    const forAll = standsForAll(written) ? insteadOf(written) : null;
    if (isText) {
        const expected = kinds.map(kind => kindNames[kind]).join(' or ');
        const message = `${written} is a text; the name of ${expected} is expected here`;
        return { message, instead: forAll ?? '', missing: null };
    }
    const what = kinds.map(kind => kindNames[kind].replace(/^an? /, '')).join(', ');
    return {
        message: `There is no ${what.replace(/, (?=[^,]*$)/, ' or ')} ${written}${isNear ? ' here' : ''}`,
        instead: forAll ?? unknownHelp[kinds[0]!] ?? '',
        missing: forAll !== null || written.includes('.') ? null : { name: written, kinds },
    };
}
