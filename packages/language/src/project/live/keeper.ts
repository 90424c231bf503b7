import type { LiveAnalysis } from './analysis.ts';
import type { ModelInput } from './model.ts';
import { LiveModel } from './model.ts';

/** How long, in milliseconds, it works before others get a turn. */
const slice = 5;
/** A model whose rules are asked in so many milliseconds is asked at every edit. */
const quick = 40;
/** For a larger one the rules are asked when nobody has typed for so long … */
const pause = 120;
/** … or for so many times as between the last keys, where somebody types slowly … */
const slower = 1.5;
/** … or for this part of the time that the rules need, up to `longest`: a key waits for the step that they are in. */
const patience = 0.1;
const longest = 500;
/** A longer time between two edits is a rest, and says nothing of how fast somebody types. */
const rest = 400;
/** When the answers are that old, the rules are asked whatever goes on … */
const oldest = 2000;
/** … and where they need long, when the answers are so many times as old as that. */
const share = 4;

/** Where models come from, and who hears of them. */
export interface KeeperHost {
    /** The roots that there are, those of interest first. */
    roots(): readonly string[];
    /** What the model of a root is made from now; `null` where the root cannot be read. */
    input(root: string): ModelInput | null;
    /** A model has been analysed anew, or is gone (`null`). */
    analysed(root: string, analysis: LiveAnalysis | null): void;
    /** Everything is up to date. */
    settled(): void;
    failed(error: unknown): void;
    /** Lets others do what they have to do; a turn of the event loop where it is missing. */
    turn?(): Promise<void>;
}

/**
 * Keeps the models of a workspace up to date. An edit is taken in at once; the rules are asked in slices between
 * whatever else there is to do, of small models at every edit, of large ones when nobody types for a moment or somebody
 * waits for the answers.
 */
export class Keeper {
    private readonly host: KeeperHost;
    private readonly models = new Map<string, LiveModel>();
    private readonly judgedAt = new WeakMap<LiveModel, number>();
    private readonly spent = new WeakMap<LiveModel, number>();
    private generation = 0;
    private done = 0;
    private running = false;
    private changedAt = 0;
    /** Between the last edits, in milliseconds. */
    private gap = 0;
    private waiting: (() => void)[] = [];
    private wake: (() => void) | null = null;

    constructor(host: KeeperHost) {
        this.host = host;
    }

    /** Something has changed: the analyses follow. */
    changed(): void {
        this.generation++;
        const gap = performance.now() - this.changedAt;
        if (gap < rest) this.gap = this.gap === 0 ? gap : (this.gap + gap) / 2;
        this.changedAt += gap;
        this.wake?.();
        if (this.running) return;
        this.running = true;
        void this.run();
    }

    /** Resolves when the analyses and the answers of the rules are those of the present texts. */
    settled(): Promise<void> {
        if (this.done === this.generation) return Promise.resolve();
        return new Promise(resolve => {
            this.waiting.push(resolve);
            this.wake?.();
        });
    }

    /** The analyses of all models, in the order of their roots. */
    get analyses(): readonly LiveAnalysis[] {
        return [...this.models.keys()]
            .sort()
            .map(root => this.models.get(root)!.analysis)
            .filter(analysis => analysis !== null);
    }

    analysisOf(root: string): LiveAnalysis | null {
        return this.models.get(root)?.analysis ?? null;
    }

    private turn(): Promise<void> {
        return (
            this.host.turn?.() ??
            new Promise(resolve => {
                setImmediate(resolve);
            })
        );
    }

    private async run(): Promise<void> {
        try {
            while (this.done !== this.generation) {
                await this.turn();
                const { generation } = this;
                if (!(await this.takeIn())) continue;
                const model = this.unjudged();
                if (model === null) this.done = generation;
                else if (await this.isTimeFor(model, generation)) await this.judge(model);
            }
        } catch (error) {
            this.done = this.generation;
            this.host.failed(error);
        }
        this.running = false;
        const waiting = this.waiting;
        this.waiting = [];
        for (const resolve of waiting) resolve();
        this.host.settled();
    }

    /** Takes the present texts in; false when a newer edit came in between. */
    private async takeIn(): Promise<boolean> {
        const { generation } = this;
        const roots = this.host.roots();
        for (const root of [...this.models.keys()]) {
            if (roots.includes(root)) continue;
            this.models.delete(root);
            this.host.analysed(root, null);
        }
        let began = performance.now();
        for (const root of roots) {
            const input = this.host.input(root);
            if (!input) continue;
            const model = this.models.get(root) ?? new LiveModel();
            this.models.set(root, model);
            if (model.isUpToDate(input)) continue;
            this.host.analysed(root, model.update(input));
            if (performance.now() - began <= slice) continue;
            await this.turn();
            if (generation !== this.generation) return false;
            began = performance.now();
        }
        return generation === this.generation;
    }

    /** The first root whose rules have to be asked. */
    private unjudged(): string | null {
        return this.host.roots().find(root => this.models.get(root)?.isUnjudged === true) ?? null;
    }

    /** Waits for the moment to ask the rules; false when a newer edit came in between. */
    private async isTimeFor(root: string, generation: number): Promise<boolean> {
        const model = this.models.get(root)!;
        const spent = this.spent.get(model) ?? 0;
        if (spent > quick) {
            const wait = Math.max(pause, slower * this.gap, Math.min(longest, patience * spent));
            while (generation === this.generation && this.waiting.length === 0 && !this.isStarving(model)) {
                const left = this.changedAt + wait - performance.now();
                if (left <= 0) break;
                await new Promise<void>(resolve => {
                    const timer = setTimeout(resolve, left);
                    this.wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
                this.wake = null;
            }
        }
        return generation === this.generation;
    }

    private isStarving(model: LiveModel): boolean {
        const age = performance.now() - (this.judgedAt.get(model) ?? -Infinity);
        return age > Math.max(oldest, share * (this.spent.get(model) ?? 0));
    }

    /** Asks the rules of one model, and takes in what is edited meanwhile. */
    private async judge(root: string): Promise<void> {
        const model = this.models.get(root)!;
        const { facts } = model;
        let { generation } = this;
        let spent = 0;
        const steps = model.judgeSteps();
        for (;;) {
            const began = performance.now();
            let step = steps.next();
            while (!step.done && performance.now() - began <= slice) step = steps.next();
            spent += performance.now() - began;
            if (step.done) break;
            await this.turn();
            if (generation === this.generation) continue;
            ({ generation } = this);
            await this.takeIn();
            // What is found out would be of yesterday: it is begun anew, unless it has been so for long.
            if (this.models.get(root) !== model || (model.facts !== facts && !this.isStarving(model))) return;
        }
        this.spent.set(model, spent);
        this.judgedAt.set(model, performance.now());
        this.forget(model);
        this.host.analysed(root, model.analysis);
    }

    /** Forgets pieces of the files of a model that no answers speak of any more. */
    private forget({ analysis }: LiveModel): void {
        for (const file of analysis?.files ?? []) {
            const stamps = [...this.models.values()].flatMap(model => model.stampOf(file.uri) ?? []);
            file.forgetBefore(Math.min(...stamps));
        }
    }
}
