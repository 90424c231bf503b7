import { knowledge } from '../analysis.ts';
import type { Problem } from '../model/index.ts';
import type { LoweredFile, Names, Parsed } from '../syntax/index.ts';
import { lowerFile } from '../syntax/index.ts';
import type { Retold } from './same-facts.ts';

/** How a file compares with an earlier state of it: the texts that are told anew, or `null` where a fact has changed. */
interface Comparison {
    readonly state: ModelFile;
    readonly retold: readonly Retold[] | null;
}

const forEditors = { links: true };

/**
 * One file of a model as it was last read. It is lowered at once, or, where it says the same as an earlier state without a problem, when
 * somebody asks for more than its findings.
 */
export class ModelFile {
    readonly parsed: Parsed;
    readonly problems: readonly Problem[];
    /** How many systems it declares. */
    readonly systems: number;
    private comparison: Comparison | null;
    private readonly names: Names;
    private made: LoweredFile | undefined;

    constructor(parsed: Parsed, names: Names, comparison: Comparison | null) {
        this.parsed = parsed;
        this.names = names;
        this.comparison = comparison;
        if (comparison?.retold) {
            this.problems = [];
            this.systems = comparison.state.systems;
        } else {
            this.made = lowerFile(parsed, names, knowledge, forEditors);
            this.problems = this.made.problems;
            this.systems = this.made.systems.length;
        }
    }

    get uri(): string {
        return this.parsed.uri;
    }

    get lowered(): LoweredFile {
        return this.made ??= lowerFile(this.parsed, this.names, knowledge, forEditors);
    }

    get compared(): Comparison | null {
        return this.comparison;
    }

    /** Lets the earlier state go: a file that is typed in for hours would keep them all. */
    forget(): void {
        this.comparison = null;
    }
}
