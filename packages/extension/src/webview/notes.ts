import type { Picture } from '../preview/messages.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

export interface NoteActions {
    today(): void;
    write(): void;
    moveBack(): void;
    clear(): void;
}

/** The line above the picture: what is shown, what is missing, what can be taken back. */
export class Notes {
    private picture: Picture | null = null;
    private warning: string | null = null;
    private said: string | null = null;
    private movedBox: string | null = null;
    private isAsking = false;

    constructor(actions: NoteActions) {
        byId('note-today').addEventListener('click', () => actions.today());
        byId('note-write').addEventListener('click', () => actions.write());
        byId('note-clear').addEventListener('click', () => actions.clear());
        byId('note-back').addEventListener('click', () => {
            this.movedBox = null;
            this.apply();
            actions.moveBack();
        });
    }

    show(picture: Picture, isAsking: boolean): void {
        this.picture = picture;
        this.warning = picture.notice;
        this.isAsking = isAsking;
        this.apply();
    }

    notice(warning: string | null): void {
        this.warning = warning;
        this.apply();
    }

    /** Something for the moment; `null` takes it away. */
    hint(text: string | null): void {
        this.said = text;
        if (text === null) this.movedBox = null;
        this.apply();
    }

    moved(id: string): void {
        this.movedBox = id;
        this.apply();
    }

    clear(): void {
        this.picture = null;
        this.warning = this.said = this.movedBox = null;
        this.isAsking = false;
        this.apply();
    }

    private apply(): void {
        const day = this.picture?.day;
        const isOtherDay = day !== undefined && day.day !== day.today;
        const { cut = [], assumed = [], traceTitle = null } = this.picture?.choice ?? {};
        const lasting = [
            isOtherDay ? `As on ${day.day}` : null,
            traceTitle,
            cut.length > 0 ? `Cut: ${cut.join(', ')}` : null,
            assumed.length > 0 ? `Compromised: ${assumed.join(', ')}` : null,
            this.isAsking && traceTitle === null && cut.length + assumed.length === 0
                ? (this.picture?.facts.map(({ title }) => title).join(' · ') ?? null)
                : null,
        ].filter(Boolean);
        const passing = [
            this.movedBox === null ? null : `${this.movedBox} was moved. Its place is kept beside the model.`,
            this.said,
        ];
        const text = [...lasting, ...passing, this.warning].filter(Boolean).join(' · ');
        byId('note').hidden = text === '';
        byId('note').classList.toggle('warn', this.warning !== null);
        // What is said for the moment lies over the picture, which would move under the pointer otherwise.
        byId('note').classList.toggle('passing', lasting.length === 0 && this.warning === null && !this.isAsking);
        byId('note-text').textContent = text;
        byId('note-today').hidden = !isOtherDay;
        byId('note-write').hidden = cut.length + assumed.length === 0;
        byId('note-back').hidden = this.movedBox === null;
        byId('note-clear').hidden = !this.isAsking;
    }
}
