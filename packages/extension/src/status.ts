import { StatusBarAlignment, ThemeColor, window, type Disposable, type StatusBarItem } from 'vscode';
import type { ActiveFile } from './active.ts';
import type { Requests } from './requests.ts';

/** The model of the file in the editor, in the status bar: its worst gap. */
export class Status implements Disposable {
    private readonly item: StatusBarItem = window.createStatusBarItem('iacs.gap', StatusBarAlignment.Left, 10);
    private readonly requests: Requests;
    private readonly active: ActiveFile;
    private readonly listening: Disposable;

    constructor(requests: Requests, active: ActiveFile) {
        this.requests = requests;
        this.active = active;
        this.item.name = 'IACS: worst gap';
        this.item.command = 'iacs.showGaps';
        this.listening = window.onDidChangeActiveTextEditor(() => void this.update());
    }

    async update(): Promise<void> {
        const { uri } = this.active;
        const about = window.activeTextEditor?.document.languageId;
        if (uri === null || (about !== undefined && about !== 'iacs')) return this.item.hide();
        const status = await this.requests.status(uri).catch(() => null);
        if (!status) return this.item.hide();
        const { worst, notAssessed, contradicted, assessed, targets, errors, warnings, system } = status;
        const open = `${notAssessed} ${notAssessed === 1 ? 'zone or conduit' : 'zones and conduits'}`;
        this.item.text = worst
            ? `$(shield) ${worst.id}: gap ${worst.gap}`
            : notAssessed > 0
              ? `$(shield) ${notAssessed} not assessed`
              : contradicted > 0
                ? `$(shield) ${contradicted} contradicted`
                : assessed
                  ? '$(shield) no gap where SL-T is stated'
                  : '$(shield) no SL-T: not assessed';
        this.item.tooltip = [
            system,
            worst
                ? `Largest gap: ${worst.id} is ${worst.gap} below its SL-T.`
                : assessed && notAssessed === 0
                  ? `SL-A reaches SL-T where a target is stated${
                        contradicted > 0 ? ', by claims that the model contradicts' : ''
                    }.`
                  : assessed
                    ? 'No requirement is known to be missed.'
                    : 'No zone or conduit has a target, so nothing is assessed.',
            ...(notAssessed > 0
                ? [`${open} below the SL-T only because nothing says whether requirements are met.`]
                : []),
            ...(targets.unstated > 0
                ? [
                      `${targets.unstated} of ${targets.all} targets are not stated (one for each foundational ` +
                          'requirement of each zone and conduit): nothing is said of those.',
                  ]
                : []),
            `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}. ` +
                'Click for all gaps.',
        ].join('\n');
        this.item.backgroundColor =
            worst && worst.gap > 1 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
        this.item.accessibilityInformation = { label: this.item.tooltip };
        this.item.show();
    }

    dispose(): void {
        this.item.dispose();
        this.listening.dispose();
    }
}
