import { CompletionItemKind } from 'vscode-languageserver';
import type { Loose } from '../../project/live/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Item } from './item.ts';
import { qualified } from './place.ts';

/** The ports of the protocols of the flow around, for the transport that is typed. */
export function portItems({ heads, statement }: Cursor, { lookup }: Loose): Item[] {
    const flow = heads.at(-1);
    if (flow?.kind !== 'flow') return [];
    const words = qualified(flow.words);
    const spoken = words.slice(words.indexOf(':') + 1).flatMap(word => lookup.protocol(word) ?? []);
    const transport = statement[1]?.text;
    const said = new Set(statement.map(({ text }) => text));
    const items = spoken.flatMap(protocol =>
        protocol.ports
            .filter(ports => ports.transport === transport)
            .flatMap(({ ranges }) => ranges)
            .map(({ from, to }) => ({
                label: from === to ? String(from) : `${from}-${to}`,
                kind: CompletionItemKind.Constant,
                detail: protocol.title ?? protocol.id,
            })),
    );
    return [...new Map(items.filter(({ label }) => !said.has(label)).map(item => [item.label, item])).values()];
}
