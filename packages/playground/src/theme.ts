/** Light or dark: as the system says, until the reader chooses. */
export type Theme = 'light' | 'dark';

const key = 'iacs-playground-theme';

/** What was chosen before; a browser may keep nothing for pages on a disk. */
function kept(): Theme | null {
    try {
        const theme = localStorage.getItem(key);
        return theme === 'light' || theme === 'dark' ? theme : null;
    } catch {
        return null;
    }
}

export class ThemeSwitch {
    private readonly system = matchMedia('(prefers-color-scheme: dark)');
    private chosen = kept();
    private readonly changed: () => void;

    constructor(button: HTMLElement, changed: () => void) {
        this.changed = changed;
        button.addEventListener('click', () => {
            this.chosen = this.theme === 'dark' ? 'light' : 'dark';
            try {
                localStorage.setItem(key, this.chosen);
            } catch {
                // It holds until the page is closed.
            }
            this.apply();
        });
        this.system.addEventListener('change', () => this.apply());
        this.apply();
    }

    get theme(): Theme {
        return this.chosen ?? (this.system.matches ? 'dark' : 'light');
    }

    private apply(): void {
        document.documentElement.dataset['theme'] = this.theme;
        this.changed();
    }
}
