import { Uri, window, workspace } from 'vscode';
import { toBytes } from './bytes.ts';
import type { Diagrams } from './preview/panels.ts';

const kinds = {
    SVG: ['svg'],
    PNG: ['png'],
    'Mermaid (GitHub)': ['mmd'],
    'draw.io': ['drawio'],
    'Positioned graph (JSON)': ['json'],
};

/** Saves the diagram as it is shown; a PNG is made by the page of the preview. */
export async function exportDiagram(diagrams: Diagrams, uri: string): Promise<void> {
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
    const panel = diagrams.front ?? (await diagrams.show(uri));
    if (!panel) return;
    if (format === 'png') return workspace.fs.writeFile(target, await panel.png());
    const text = await panel.onPaper(format);
    if (text === null) void window.showErrorMessage('A diagram is saved as .svg, .png, .mmd, .drawio or .json.');
    else await workspace.fs.writeFile(target, toBytes(text));
}
