import type { ReachedAsset } from '../../assessment/index.ts';
import { forMarkdown, forTerminal } from '../text/escape.ts';
import type { AssumeCase } from './assume.ts';

/** How the reach beyond the own zone ends, where something is reached there. */
function endingText(by: 'conduits' | 'flows', { assumed, isEnded }: AssumeCase): string {
    const contain = by === 'conduits' ? assumed.contain : assumed.containByFlows;
    if (contain.impossible)
        return 'No cut of connections ends the reach: an asset has a leg on both sides and has to be unplugged.';
    const parts = [
        ...(contain.conduits.length > 0 ? [contain.conduits.join(', ')] : []),
        ...(contain.flows.length > 0
            ? [`${by === 'conduits' ? 'the flows in no conduit ' : ''}${contain.flows.join(', ')}`]
            : []),
    ];
    const count = contain.conduits.length + contain.flows.length;
    const proof = contain.proved
        ? 'no smaller set does it'
        : `at least ${contain.atLeast} are needed; whether a smaller set exists is not known`;
    const limit = isEnded[by] ? '' : ', over the declared flows; what is not known may lead past it';
    return `${parts.join(', and ')} (${count}; ${proof}${limit})`;
}

function pathOf({ path }: ReachedAsset): string {
    return [path.from, ...path.hops.map(hop => hop.to)].join(' → ');
}

const isBeyond = ({ assumed }: AssumeCase): boolean => assumed.beyond.length > 0;

function containText(shown: AssumeCase): string {
    if (isBeyond(shown)) return endingText('conduits', shown);
    return shown.notKnown.length === 0
        ? 'Nothing beyond its own zone is reached: there is nothing to cut.'
        : 'Nothing beyond its own zone is known to be reached: what may lead further is not described.';
}

/** The case for a terminal. */
export function assumeText(shown: AssumeCase): string {
    const { assumed } = shown;
    const lines = [`Assumed compromised: ${assumed.from.join(', ')}`, ''];
    if (assumed.reached.length === 0) lines.push('Nothing is reached over the declared flows.', '');
    const byHops = Map.groupBy(assumed.reached, each => each.path.hops.length);
    for (const [hops, found] of byHops) {
        lines.push(`${hops} ${hops === 1 ? 'hop' : 'hops'}`);
        lines.push(...found.map(each => `  ${each.id}  ${pathOf(each)}`), '');
    }
    if (assumed.functions.length > 0) {
        lines.push('Functions in reach');
        for (const { function: each, hops, assets } of assumed.functions)
            lines.push(`  ${each.id}: ${assets.join(', ')} (${hops} ${hops === 1 ? 'hop' : 'hops'})`);
        lines.push('');
    } else if (shown.lookup.model.functions.length > 0)
        lines.push(
            shown.notKnown.length > 0
                ? 'No function is known to need what is reached.'
                : 'No function needs what is reached.',
            '',
        );
    lines.push('The fewest connections that end it', `  ${containText(shown)}`);
    if (isBeyond(shown) && !assumed.containByFlows.impossible)
        lines.push(`  or single flows: ${endingText('flows', shown)}`);
    if (shown.notKnown.length > 0) lines.push('', 'Not known:', ...shown.notKnown.map(text => `  ${text}`));
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}

/** The case as a section of Markdown. */
export function assumeMarkdown(shown: AssumeCase, system: string | null): string {
    const { assumed } = shown;
    const lines = [
        `## ${forMarkdown(system === null ? '' : `${system}: `)}${forMarkdown(assumed.from.join(', '))} compromised`,
        '',
    ];
    if (assumed.reached.length === 0) lines.push('Nothing is reached over the declared flows.', '');
    else {
        lines.push('| Reached | Zone | Hops | Path |', '| --- | --- | --- | --- |');
        for (const each of assumed.reached) {
            const cells = [each.id, each.zone ?? '', String(each.path.hops.length), pathOf(each)].map(forMarkdown);
            lines.push(`| ${cells.join(' | ')} |`);
        }
        lines.push('');
    }
    if (assumed.functions.length > 0) {
        lines.push('| Function in reach | By | Hops |', '| --- | --- | --- |');
        for (const { function: each, hops, assets } of assumed.functions)
            lines.push(`| ${forMarkdown(each.title ?? each.id)} | ${forMarkdown(assets.join(', '))} | ${hops} |`);
        lines.push('');
    }
    lines.push(`The fewest connections that end it: ${forMarkdown(containText(shown))}.`);
    if (shown.notKnown.length > 0)
        lines.push('', 'Not known:', '', ...shown.notKnown.map(text => `- ${forMarkdown(text)}`));
    return `${lines.join('\n').trimEnd()}\n`;
}
