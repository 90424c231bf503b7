/** Asks what the columns of a table are, where none of its heads is known. */
import { window, type QuickPickItem } from 'vscode';
import type { UnreadColumns } from './import-messages.ts';

/** What the fields are, in everybody's words; others are shown by their name alone. */
const words: Readonly<Record<string, string>> = {
    id: 'short name',
    title: 'name',
    zone: 'zone that it is in',
    type: 'type of device',
    addresses: 'IP addresses',
    mac: 'MAC addresses',
    slT: 'target level, SL-T',
    from: 'where the connection starts',
    to: 'where it ends',
};

/**
 * Shows one head after the other with what is below it, and asks what it is.
 * @returns for `--map`, such as `title=1`; `null` when it was cancelled
 */
export async function askColumns(file: string, unread: UnreadColumns): Promise<readonly string[] | null> {
    const chosen: string[] = [];
    const left = new Set(unread.fields);
    for (const [index, { number, head, samples }] of unread.columns.entries()) {
        const text: QuickPickItem = { label: 'Keep as text', description: 'none of these' };
        const rest: QuickPickItem = { label: 'Keep this and all that follow as text' };
        const fields = [...left].map(field => ({ label: field, description: words[field] ?? '' }));
        const picked = await window.showQuickPick([text, ...(chosen.length > 0 ? [rest] : []), ...fields], {
            title: `${file}: what is “${head}”? (column ${index + 1} of ${unread.columns.length})`,
            placeHolder: samples.length > 0 ? `It has ${samples.join(', ')} …` : 'It is empty.',
            matchOnDescription: true,
            ignoreFocusOut: true,
        });
        if (!picked) return null;
        if (picked === rest) break;
        if (picked === text) continue;
        left.delete(picked.label);
        chosen.push(`${picked.label}=${number}`);
    }
    if (chosen.length > 0) return chosen;
    void window.showInformationMessage('No column was named, so nothing was imported.');
    return null;
}
