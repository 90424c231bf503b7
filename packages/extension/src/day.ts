import {
    StatusBarAlignment,
    ThemeColor,
    window,
    type Disposable,
    type QuickPickItem,
    type StatusBarItem,
} from 'vscode';
import type { ShownDay } from 'iacs-language/lsp';
import type { ActiveFile } from './active.ts';
import { dayFault } from './typed.ts';
import type { Requests } from './requests.ts';

const another = 'Another day…';

/** Asks for the day on which models are judged: one on which something changes, any other, or today again. */
export async function chooseDay(requests: Requests, uri: string): Promise<void> {
    const days = await requests.days(uri);
    const chosen = await window.showQuickPick<QuickPickItem & { readonly day?: string | null }>(
        [
            { label: '$(home) Today', day: null },
            { label: `$(calendar) ${another}` },
            ...days.map(({ day, what }) => ({ label: day, day, detail: what.join(' · ') })),
        ],
        {
            title: 'Show the model on a day',
            placeHolder: days.length === 0 ? 'No day is stated on which something changes' : 'What changes, and when',
            matchOnDetail: true,
        },
    );
    if (!chosen) return;
    const day = chosen.label.endsWith(another) ? await asked() : (chosen.day ?? null);
    if (day === undefined) return;
    if ((await requests.day(day)) === null) void window.showErrorMessage(`${day} is not a day of the calendar.`);
}

function asked(): Thenable<string | undefined> {
    return window.showInputBox({
        title: 'Show the model on a day',
        prompt: 'YYYY-MM-DD',
        ignoreFocusOut: true,
        validateInput: dayFault,
    });
}

/** The day of pictures, levels and findings, in the status bar. */
export class DayStatus implements Disposable {
    private readonly item: StatusBarItem = window.createStatusBarItem('iacs.day', StatusBarAlignment.Left, 9);
    private readonly requests: Requests;
    private readonly active: ActiveFile;
    private readonly listening: Disposable;

    constructor(requests: Requests, active: ActiveFile) {
        this.requests = requests;
        this.active = active;
        this.item.name = 'IACS: day';
        this.item.command = 'iacs.chooseDay';
        this.listening = window.onDidChangeActiveTextEditor(() => void this.update());
    }

    async update(): Promise<void> {
        const language = window.activeTextEditor?.document.languageId;
        if (this.active.uri === null || (language !== undefined && language !== 'iacs')) return this.item.hide();
        const shown = await this.requests.shownDay().catch((): ShownDay | null => null);
        if (!shown) return this.item.hide();
        const isToday = shown.day === shown.today;
        this.item.text = isToday ? '$(calendar) Today' : `$(calendar) ${shown.day}`;
        this.item.tooltip = isToday
            ? `Picture, levels and findings of today, ${shown.today}. Click to see another day.`
            : `Picture, levels and findings of ${shown.day}, not of today. Click for today, or another day.`;
        this.item.accessibilityInformation = { label: this.item.tooltip };
        this.item.backgroundColor = isToday ? undefined : new ThemeColor('statusBarItem.warningBackground');
        this.item.show();
    }

    dispose(): void {
        this.item.dispose();
        this.listening.dispose();
    }
}
