import type { FortiBlocks } from './fortios-blocks.ts';
import { RulesError } from './reading.ts';

/**
 * The blocks of one firewall: of the configuration without VDOMs, or of the VDOM that is meant.
 * @param part the name of the VDOM; `null` where none is asked for
 * @param cut true where the file ends inside of a VDOM
 * @throws {@link RulesError} where it is open which VDOM is meant, or the one that is meant is not there
 */
export function firewallOf(top: FortiBlocks, part: string | null, cut: boolean): FortiBlocks {
    const declared = top.get('vdom')?.entries ?? [];
    const vdoms = declared.filter(entry => entry.blocks.size > 0);
    if (vdoms.length === 0) return top;
    // A whole export names all VDOMs at its head, and has the settings of each of them after that.
    const lacking = declared.filter(entry => entry.blocks.size === 0).map(entry => entry.name);
    const half = cut || lacking.length > 0;
    const withPolicies = vdoms.filter(entry => entry.blocks.has('firewall policy'));
    const wanted =
        part === null && withPolicies.length === 1 && !half
            ? withPolicies[0]
            : vdoms.find(entry => entry.name === part);
    const names = vdoms.map(entry => entry.name).join(', ');
    const rest = lacking.length > 0 ? `, and nothing of ${lacking.join(', ')}` : '';
    if (!wanted)
        throw new RulesError(
            part !== null
                ? `The export has no VDOM ${part}: it has ${names}${rest}${half ? '; it seems to be cut' : ''}.`
                : half
                  ? 'The export has virtual firewalls (VDOMs) and seems to be cut before the last of them: it has ' +
                    `${names}${rest}. Give the whole export, or name one of them with --part.`
                  : `The export has several virtual firewalls (VDOMs): name one of them with --part: ${names}.`,
        );
    return new Map([...top, ...wanted.blocks]);
}
