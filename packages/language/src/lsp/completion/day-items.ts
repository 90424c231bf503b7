import { CompletionItemKind } from 'vscode-languageserver';
import type { Item } from './item.ts';

/** Today, and the days on which things usually end. */
export function days(today: string): Item[] {
    const at = new Date(`${today}T00:00:00Z`);
    const text = (date: Date): string => date.toISOString().slice(0, 10);
    const later = (count: number): string => text(new Date(at.getTime() + count * 86_400_000));
    const year = at.getUTCFullYear();
    const quarter = Math.floor(at.getUTCMonth() / 3) + 1;
    const found: [string, string][] = [
        [later(30), 'in 30 days'],
        [later(90), 'in 90 days'],
        [text(new Date(Date.UTC(year, quarter * 3, 0))), 'end of this quarter'],
        [text(new Date(Date.UTC(year, (quarter + 1) * 3, 0))), 'end of the next quarter'],
        [`${year}-12-31`, 'end of this year'],
        [`${year + 1}-12-31`, 'end of the next year'],
        [today, 'today'],
    ];
    return [...new Map([...found].reverse())]
        .reverse()
        .map(([label, detail], rank) => ({ label, kind: CompletionItemKind.Constant, detail, rank }));
}
