import { Uri, window, workspace } from 'vscode';
import { toBytes } from './bytes.ts';
import type { Diagrams } from './preview/panels.ts';
import { firstChoice } from './preview/messages.ts';
import type { Requests } from './requests.ts';

const kinds = {
    SVG: ['svg'],
    PNG: ['png'],
    'Mermaid (GitHub)': ['mmd'],
    'draw.io': ['drawio'],
    'Positioned graph (JSON)': ['json'],
};

/** Saves the diagram as it is shown; a PNG is made by the page of the preview. */
export async function exportDiagram(requests: Requests, diagrams: Diagrams, uri: string): Promise<void> {
    const { choice } = diagrams.open?.shown ?? { choice: firstChoice };
    const file = Uri.parse(uri);
    const target = await window.showSaveDialog({
        title: 'Export the diagram',
        filters: kinds,
        ...(file.scheme === 'file'
            ? { defaultUri: file.with({ path: file.path.replace(/[^/]+$/u, 'zones.svg') }) }
            : {}),
    });
    if (!target) return;
    const format = /\.([a-z]+)$/u.exec(target.path)?.[1] ?? 'svg';
    if (format === 'png') {
        const panel = diagrams.open ?? (await diagrams.show(uri));
        if (panel) await workspace.fs.writeFile(target, await panel.png());
        return;
    }
    const { view, colour, detail, requirement, asFound, folded, trace } = choice;
    const text = await requests.export({
        uri,
        theme: 'light',
        view,
        options: { colour, detail, requirement, asFound, folded, trace },
        format,
    });
    if (text === null) void window.showErrorMessage('A diagram is saved as .svg, .png, .mmd, .drawio or .json.');
    else await workspace.fs.writeFile(target, toBytes(text));
}
