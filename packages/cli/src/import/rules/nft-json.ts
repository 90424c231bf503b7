/** The JSON of nft, and the tables in it that are in force. */
import type { RuleNotice } from './reading.ts';
import { RulesError } from './reading.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The objects of what `nft -j list ruleset` prints.
 * @throws {@link RulesError} where it is something else
 */
export function parseNft(text: string): readonly Json[] {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        throw new RulesError(
            /^\s*(table|#!|flush ruleset)/m.test(text)
                ? 'This is the text form of nft: give the output of "nft -j list ruleset".'
                : 'This is not the JSON of nft, or it is cut: give the whole output of "nft -j list ruleset".',
        );
    }
    const list = isObject(value) ? value['nftables'] : null;
    if (!Array.isArray(list))
        throw new RulesError('The JSON has no "nftables": give the output of "nft -j list ruleset".');
    return list.filter(isObject);
}

/** Flags of a table that say nothing of whether it decides. */
const plainFlags: readonly unknown[] = [undefined, 'owner', 'persist'];

/** What is not in a table that is switched off: its chains are asked by no packet. */
export function inForce(objects: readonly Json[], notices: RuleNotice[]): readonly Json[] {
    const off = new Set<string>();
    for (const { table } of objects) {
        const flags = isObject(table) ? [table['flags']].flat() : [];
        if (!isObject(table) || flags.every(flag => plainFlags.includes(flag))) continue;
        // Version 1.0.6 of nft prints other signs in their place.
        if (!flags.includes('dormant'))
            throw new RulesError(
                `The flags of the table ${String(table['name'])} cannot be read: whether it is switched off ` +
                    '(dormant) is not known. Give the output of a newer nft, or remove the flags.',
            );
        off.add(`${String(table['family'])} ${String(table['name'])}`);
        notices.push({
            line: 0,
            message: `The table ${String(table['name'])} is switched off (dormant): none of its chains decides.`,
        });
    }
    return objects.filter(
        object =>
            !Object.values(object).some(
                body => isObject(body) && off.has(`${String(body['family'])} ${String(body['table'])}`),
            ),
    );
}
