/** The files of the model as tabs. */
import { element } from './dialogs.ts';
import type { Findings } from './findings.ts';
import { pathOf } from './model.ts';
import type { ModelFile, ModelWorkspace } from './workspace.ts';

export interface TabsHost {
    readonly workspace: ModelWorkspace;
    readonly findings: Findings;
    remove(file: ModelFile): void;
}

/** Draws the tabs; arrows walk, Enter shows a file, Delete takes it away. */
export function drawTabs({ workspace, findings, remove }: TabsHost, list: HTMLElement): void {
    const hadFocus = list.contains(document.activeElement);
    const tabs = workspace.files.map(file => {
        const isFront = file === workspace.front;
        const found = findings.at(file.uri);
        const worst = Math.min(4, ...found.map(({ severity }) => severity ?? 1));
        const count = found.filter(({ severity }) => severity === worst).length;
        const path = pathOf(file.uri);
        const tab = element(
            'button',
            {
                type: 'button',
                role: 'tab',
                'aria-selected': String(isFront),
                'aria-controls': 'editor',
                tabindex: isFront ? '0' : '-1',
                title: workspace.files.length > 1 ? `${path} (Delete takes it out of the model)` : path,
                click: () => workspace.show(file),
            },
            path + (file.isChanged ? ' •' : ''),
        );
        if (worst <= 2) {
            const word = worst === 1 ? 'error' : 'warning';
            const label = `${count} ${word}${count === 1 ? '' : 's'}`;
            tab.append(element('span', { class: `count ${word}`, 'aria-label': label }, String(count)));
        }
        tab.addEventListener('keydown', event => {
            const files = workspace.files;
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            const next = step === undefined ? undefined : files.at((files.indexOf(file) + step) % files.length);
            if (next) workspace.show(next);
            else if (event.key === 'Delete' && files.length > 1) remove(file);
            else return;
            event.preventDefault();
        });
        return tab;
    });
    list.replaceChildren(...tabs);
    if (hadFocus) list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}
