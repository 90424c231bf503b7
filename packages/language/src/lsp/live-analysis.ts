import type { Analysis } from '../analysis.ts';
import type { Assessment } from '../assessment/index.ts';
import { assess } from '../assessment/index.ts';
import type { Lookup, Model, Problem } from '../model/index.ts';
import { lookup } from '../model/index.ts';
import type { Finding } from '../rules/engine/finding.ts';
import type { Gathering, Lowered } from '../syntax/index.ts';

/** What an editor works on: an analysis that still knows the text, and whose model, lookup and assessment are made when somebody asks for them. */
export class LiveAnalysis implements Analysis {
    readonly root: string;
    readonly gathering: Gathering;
    readonly problems: readonly Problem[];
    readonly findings: readonly Finding[];
    readonly riskMatrix: unknown;
    private readonly make: () => Lowered;
    private madeLowered: Lowered | undefined;
    private madeLookup: Lookup | undefined;
    private madeAssessment: Assessment | undefined;

    constructor(root: string, gathering: Gathering, problems: readonly Problem[], findings: readonly Finding[], riskMatrix: unknown, make: () => Lowered) {
        this.root = root;
        this.riskMatrix = riskMatrix;
        this.gathering = gathering;
        this.problems = problems;
        this.findings = findings;
        this.make = make;
    }

    get lowered(): Lowered {
        return this.madeLowered ??= this.make();
    }

    get model(): Model {
        return this.lowered.model;
    }

    get lookup(): Lookup {
        return this.madeLookup ??= lookup(this.model);
    }

    get assessment(): Assessment {
        return this.madeAssessment ??= assess(this.lookup);
    }
}
