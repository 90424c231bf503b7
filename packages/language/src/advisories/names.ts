/** Names of products and vendors: what is the same name, and what only looks like it. */

/** A name as it is compared: without differences of case, of white space and of the form of letters. */
export function plainName(text: string): string {
    return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Words of a company's name that say nothing of which company it is. */
const companyWords = new Set(
    (
        'ag and automation bv co company corp corporation de electronics electric gmbh group holding holdings inc ' +
        'incorporated industrial industries industry international kg limited llc ltd nv of oy plc pte pty sa sas se ' +
        'software spa srl systems technologies technology the'
    ).split(' '),
);

function wordsOf(vendor: string): ReadonlySet<string> {
    const words = plainName(vendor)
        .split(/[^\p{Letter}\p{Number}]+/u)
        .filter(word => word !== '');
    const own = words.filter(word => !companyWords.has(word));
    return new Set(own.length > 0 ? own : words);
}

/**
 * Whether two names of vendors may be of one company: `Siemens` and `Siemens AG`. `null` where one of them is not said.
 */
export function vendorsMeet(one: string | null, other: string | null): boolean | null {
    if (one === null || other === null) return null;
    const [left, right] = [wordsOf(one), wordsOf(other)];
    const isPart = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
        [...some].every(word => all.has(word));
    return isPart(left, right) || isPart(right, left);
}

/** The parts of a name that can be compared by themselves: `S7-1500`, `1516-3`, `PN/DP`, each without its signs. */
export function tokensOfName(text: string): readonly string[] {
    return plainName(text)
        .split(/[\s(),;:[\]"]+/u)
        .map(part => part.replace(/[^\p{Letter}\p{Number}]+/gu, ''))
        .filter(part => part !== '');
}

/** The smallest parts of a name, which no sign, blank or change from letters to digits divides: `s`, `7`, `1500`. */
export function atomsOfName(text: string): readonly string[] {
    return plainName(text).match(/\p{Letter}+|\p{Number}+/gu) ?? [];
}

/** Whether parts follow each other without a gap in others: those of `S7 1500` in those of `SIMATIC S7-1500 CPU`. */
export function isRunOf(some: readonly string[], all: readonly string[]): boolean {
    return all.some((_, start) => some.every((part, at) => all[start + at] === part));
}

/** True for a part that few products share: it has a digit, or is no short word. */
export function isDistinctive(token: string): boolean {
    return /\d/.test(token) ? token.length > 1 : token.length > 3;
}

/** True for a part that looks like an order or model number: `6ES7516-3AN02-0AB0`. */
export function isModelNumber(token: string): boolean {
    return token.length >= 8 && token.replace(/\D/g, '').length >= 4 && /\p{Letter}/u.test(token);
}

/** Vendor and product of a CPE name, of version 2.2 or 2.3, as words; `null` for anything else. */
export function productOfCpe(cpe: string): string | null {
    const parts = /^cpe:(?:2\.3:|\/)[aho]:((?:[^:\\]|\\.)+):((?:[^:\\]|\\.)+)/i.exec(cpe);
    return parts ? `${parts[1]} ${parts[2]}`.replace(/\\/g, '').replaceAll('_', ' ') : null;
}

/** The line of versions that a name is about: the `35.0` of `Parasolid V35.0`; `null` for a name without one. */
export function lineOfName(name: string): string | null {
    return /(?:^|\s)v(\d+(?:\.\d+)*(?:\.x)?)(?=$|[\s:,(])/i.exec(name)?.[1] ?? null;
}
