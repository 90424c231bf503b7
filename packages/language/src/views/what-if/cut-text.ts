import type { FunctionVerdict, Unclean } from '../../assessment/index.ts';
import { missingHere } from '../../model/index.ts';
import { forMarkdown, forTerminal, messageForMarkdown } from '../text/escape.ts';
import type { CutCase } from './cut.ts';

const headings = {
    kept: 'Kept',
    degraded: 'Degraded: goes on for a time',
    lost: 'Lost',
    'not-said': 'Not said: nothing in the model decides it',
} as const;
const order = ['lost', 'not-said', 'degraded', 'kept'] as const;

/** What the verdict rests on, in one line. */
function reason({ verdict, until, endures, mayGoOn, chain, because }: FunctionVerdict): string {
    const why = chain.length > 0 ? `${chain.join(' → ')}${because === '' ? '' : ` (${because})`}` : because;
    if (verdict === 'degraded') return `until ${until} (${endures}), then${mayGoOn ? ' not said' : ''}: ${why}`;
    return why;
}

function questionTexts({ questions }: FunctionVerdict): readonly string[] {
    const texts = questions.map(({ asset, peer, flow, goesOn }) =>
        flow
            ? `Does ${asset} go on without ${peer}? Write in it \`needs ${peer}\` or ` +
              `\`works without ${peer} because "…"\`.`
            : goesOn.length > 0
              ? `Is what ${asset} still has of ${peer} enough for it? A session of theirs stops, another goes on.`
              : `How does ${asset} reach ${peer}? No flow between them is declared.`,
    );
    // One answer is for all sessions of the two.
    return [...new Set(texts)];
}

function uncleanText({ kind, id, zone }: Unclean): string {
    switch (kind) {
        case 'conduit':
            return `${id} has no device in via: it cannot be closed, only unplugged`;
        case 'flow':
            return `${id} is in no conduit: there is no device that could close it`;
        case 'leg':
            return `${id} has a leg in ${zone}: it has to be unplugged there, or it joins both sides`;
    }
}

/** Where to cut, what cannot be cut cleanly, and what stops. */
function parts({ cut, lookup }: CutCase): readonly (readonly [title: string, lines: readonly string[]])[] {
    return [
        [
            'Where to cut',
            cut.where.map(
                ({ conduit, devices }) =>
                    `${conduit}${devices.length > 0 ? ` at ${devices.join(', ')}` : ' (no device)'}`,
            ),
        ],
        ['What cannot be cut cleanly', cut.unclean.map(uncleanText)],
        [
            'Sessions that stop',
            cut.stopped.map(flow => {
                const conduit = lookup.conduit(flow.container ?? '');
                const part = cut.mayStop(flow) ? ', if it runs over what is cut' : ', a part of it';
                const partly = cut.stops(flow) === 'partly' ? part : '';
                return `${flow.from.id} ${flow.arrow} ${flow.to.id}${conduit ? ` (${conduit.id})` : ''}${partly}`;
            }),
        ],
    ];
}

/** The case for a terminal. */
export function cutText(shown: CutCase): string {
    const { cut, functions, date } = shown;
    const lines = [`Cut on ${date}: ${cut.asked.join(', ') || 'nothing'}`, ''];
    if (functions.length === 0) lines.push('No function is declared: what the plant must keep doing is not said.', '');
    for (const verdict of order) {
        const found = functions.filter(each => each.verdict === verdict);
        if (found.length === 0) continue;
        lines.push(headings[verdict]);
        for (const each of found) {
            lines.push(`  ${each.function.id}${each.function.title === null ? '' : ` "${each.function.title}"`}`);
            if (reason(each) !== '') lines.push(`    ${reason(each)}`);
            if (verdict !== 'kept' && each.function.fallback !== null)
                lines.push(`    by hand: ${each.function.fallback}`);
            lines.push(...questionTexts(each).map(text => `    ? ${text}`));
        }
        lines.push('');
    }
    for (const [title, found] of parts(shown)) {
        if (found.length === 0) continue;
        lines.push(title, ...found.map(line => `  ${line}`), '');
    }
    lines.push(...missingHere(shown.notUnderstood));
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}

/** The case as a section of Markdown. */
export function cutMarkdown(shown: CutCase, system: string | null): string {
    const { cut, functions, date } = shown;
    const lines = [
        `## ${forMarkdown(system === null ? 'Cut' : `${system}: cut`)} of ` +
            `${forMarkdown(cut.asked.join(', ') || 'nothing')}, ${date}`,
        '',
    ];
    if (functions.length === 0) lines.push('No function is declared: what the plant must keep doing is not said.', '');
    else {
        lines.push('| Function | Verdict | Why |', '| --- | --- | --- |');
        for (const verdict of order) {
            for (const each of functions.filter(found => found.verdict === verdict)) {
                const name = each.function.title ?? each.function.id;
                const why = [forMarkdown(reason(each)), ...questionTexts(each).map(messageForMarkdown)]
                    .filter(text => text !== '')
                    .join(' ');
                lines.push(`| ${forMarkdown(name)} | ${verdict.replace('-', ' ')} | ${why} |`);
            }
        }
        lines.push('');
    }
    for (const [title, found] of parts(shown)) {
        if (found.length === 0) continue;
        lines.push(`### ${title}`, '', ...found.map(line => `- ${forMarkdown(line)}`), '');
    }
    lines.push(...missingHere(shown.notUnderstood));
    return `${lines.join('\n').trimEnd()}\n`;
}
