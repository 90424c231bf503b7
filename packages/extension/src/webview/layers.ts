/** What can be switched off in the picture, by the classes that it is drawn with: nothing moves for it. */
export const layerNames = [
    { id: 'findings', title: 'Findings' },
    { id: 'levels', title: 'Bands of levels' },
    { id: 'targets', title: 'Security levels' },
    { id: 'protocols', title: 'Protocols' },
    { id: 'devices', title: 'Boundary devices' },
    { id: 'assets', title: 'Assets' },
    { id: 'planned', title: 'Planned and retired' },
    { id: 'undeclared', title: 'In no conduit' },
] as const;
export type LayerName = (typeof layerNames)[number]['id'];

/** The layers that the reader hides. */
export class Layers {
    private readonly stage: HTMLElement;
    private readonly changed: () => void;
    private off: Set<LayerName>;

    /** @param hidden names from an earlier time; unknown ones are left out */
    constructor(stage: HTMLElement, hidden: readonly string[], changed: () => void) {
        this.stage = stage;
        this.changed = changed;
        this.off = new Set(layerNames.map(({ id }) => id).filter(id => hidden.includes(id)));
        this.apply();
    }

    get hidden(): readonly LayerName[] {
        return [...this.off];
    }

    isHidden(name: LayerName): boolean {
        return this.off.has(name);
    }

    set(name: LayerName, hidden: boolean): void {
        if (hidden) this.off.add(name);
        else this.off.delete(name);
        this.apply();
        this.changed();
    }

    private apply(): void {
        for (const { id } of layerNames) this.stage.classList.toggle(`no-${id}`, this.off.has(id));
    }
}
