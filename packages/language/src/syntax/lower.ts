import type {
    Apart,
    Advisory,
    AssetType,
    Countermeasure,
    EssentialFunction,
    Invariant,
    Island,
    Model,
    Observation,
    Party,
    Problem,
    Programme,
    Protocol,
    Ruleset,
    System,
    Threat,
    Unread,
    View,
} from '../model/index.ts';
import { withAdditions } from './additions.ts';
import { Block } from './block.ts';
import { emptyStatement } from './emptied.ts';
import { lowerAdvisory } from './lower-advisory.ts';
import { lowerFunction, lowerIsland } from './lower-dependencies.ts';
import { lowerObservation, lowerRuleset } from './lower-found.ts';
import { lowerInvariant } from './lower-invariant.ts';
import { lowerCountermeasure } from './lower-countermeasure.ts';
import { lowerProtocol, lowerType } from './lower-types.ts';
import { lowerSystem } from './lower-system.ts';
import { lowerThreat } from './lower-threat.ts';
import { lowerView } from './lower-view.ts';
import { lowerParty, lowerProgramme } from './lower-parties.ts';
import type { Gathered } from './lower-subjects.ts';
import { lowerConduit, lowerZone, pushFlow } from './lower-subjects.ts';
import { lowerWithin } from './lower-within.ts';
import type { Knowledge, Link } from './lowering.ts';
import { Lowering } from './lowering.ts';
import { modelProblems } from './model-problems.ts';
import type { Declaration, OuterNames } from './names.ts';
import { Names } from './names.ts';
import { outermost } from './resolve.ts';
import { fixOfMistake } from './parser/stumbles.ts';
import type { Parsed } from './parse.ts';
import { unreadIn, unreadValuesIn } from './unread.ts';

/** What one file adds to a model. */
export interface LoweredFile extends Gathered {
    readonly uri: string;
    readonly systems: System[];
    readonly types: AssetType[];
    readonly protocols: Protocol[];
    readonly countermeasures: Countermeasure[];
    readonly threats: Threat[];
    readonly invariants: Invariant[];
    readonly views: View[];
    readonly rulesets: Ruleset[];
    readonly observations: Observation[];
    readonly functions: EssentialFunction[];
    readonly islands: Island[];
    readonly advisories: Advisory[];
    readonly parties: Party[];
    readonly programmes: Programme[];
    readonly unread: Unread[];
    readonly problems: readonly Problem[];
    /** Empty where nobody asked for them. */
    readonly links: readonly Link[];
    /** The parts of all names that are mentioned here, understood or not. Empty where nobody asked for links. */
    readonly mentioned: ReadonlySet<string>;
    /** How many names were not resolved, those of `unresolvedBefore` among them. */
    readonly unresolved: number;
}

/** A model and what could not be understood of its text. */
export interface Lowered {
    readonly model: Model;
    readonly problems: readonly Problem[];
    readonly names: Names;
    readonly files: readonly LoweredFile[];
}

/** How trees become a model. */
export interface LoweringOptions {
    /** Keeps every mention of a name, which editors want: half as many objects again as the model has. */
    readonly links?: boolean;
    /** The file is one of the built-in library. */
    readonly builtIn?: boolean;
    /**
     * Of a piece of a file: how many names were not resolved in those before it. Only for the first few a nearest one
     * is looked for.
     */
    readonly unresolvedBefore?: number;
    /**
     * The tree is taken apart while it is lowered, statement by statement, so that it and the model are not in memory
     * at once. Whoever has the tree parses again.
     */
    readonly empties?: boolean;
}

const noNames: ReadonlySet<string> = new Set();

/** Lowers one file, or a piece of one, against the names of its model. */
export function lowerFile(
    parsed: Parsed,
    names: Names,
    knowledge: Knowledge,
    options: LoweringOptions = {},
): LoweredFile {
    const lowering = new Lowering(parsed, names, knowledge, options.links === true, options.unresolvedBefore ?? 0);
    const builtIn = options.builtIn === true;
    const out: LoweredFile = {
        uri: parsed.uri,
        systems: [],
        zones: [],
        conduits: [],
        assets: [],
        flows: [],
        types: [],
        protocols: [],
        countermeasures: [],
        threats: [],
        invariants: [],
        views: [],
        rulesets: [],
        observations: [],
        functions: [],
        islands: [],
        advisories: [],
        parties: [],
        programmes: [],
        repeats: [],
        additions: [],
        unread: [],
        problems: lowering.problems,
        links: lowering.links,
        mentioned: lowering.mentioned ?? noNames,
        unresolved: 0,
    };
    const statements = parsed.file.statements ?? [];
    new Block(lowering, statements, 'file', null, out.repeats);
    for (const [index, node] of statements.entries()) {
        const before = lowering.problems.length;
        switch (node.$type) {
            case 'Zone':
                lowerZone(lowering, node, null, [], out);
                break;
            case 'Within':
                lowerWithin(lowering, node, out);
                break;
            case 'Conduit':
                lowerConduit(lowering, node, out);
                break;
            case 'Flow':
                pushFlow(lowering, node, null, outermost, out);
                break;
            case 'Programme':
                out.programmes.push(lowerProgramme(lowering, node, out.repeats));
                break;
            default: {
                const id = names.idOf(node as Declaration);
                if (id === undefined) break;
                if (node.$type === 'System') out.systems.push(lowerSystem(lowering, node, id, out.repeats));
                else if (node.$type === 'AssetType')
                    out.types.push(lowerType(lowering, node, id, builtIn, out.repeats));
                else if (node.$type === 'Protocol')
                    out.protocols.push(lowerProtocol(lowering, node, id, builtIn, out.repeats));
                else if (node.$type === 'Countermeasure')
                    out.countermeasures.push(lowerCountermeasure(lowering, node, id, out.repeats));
                else if (node.$type === 'Threat') out.threats.push(lowerThreat(lowering, node, id, out.repeats));
                else if (node.$type === 'Invariant')
                    out.invariants.push(lowerInvariant(lowering, node, id, out.repeats));
                else if (node.$type === 'Ruleset') out.rulesets.push(lowerRuleset(lowering, node, id, out.repeats));
                else if (node.$type === 'Observation')
                    out.observations.push(lowerObservation(lowering, node, id, out.repeats));
                else if (node.$type === 'PlantFunction')
                    out.functions.push(lowerFunction(lowering, node, id, out.repeats));
                else if (node.$type === 'Island') out.islands.push(lowerIsland(lowering, node, id, out.repeats));
                else if (node.$type === 'Advisory') out.advisories.push(lowerAdvisory(lowering, node, id, out.repeats));
                else if (node.$type === 'Party') out.parties.push(lowerParty(lowering, node, id, out.repeats));
                else if (node.$type === 'View') out.views.push(lowerView(lowering, node, id, out.repeats));
            }
        }
        if (lowering.problems.length > before)
            out.unread.push(...unreadIn(node, lowering.problems.slice(before), names));
        const behind = statements[index + 1]?.start ?? Infinity;
        const own = parsed.mistakes.filter(({ start }) => node.start <= start && start < behind);
        if (lowering.problems.length > before || own.length > 0)
            out.unread.push(...unreadValuesIn(node, lowering.problems.slice(before), own, names));
        if (options.empties) emptyStatement(parsed, index);
    }
    const mistakes = parsed.mistakes.filter(
        ({ start, line, kind }) =>
            line !== undefined ||
            // A fix of what is explained would uncover the brace.
            kind === 'unopened' ||
            !lowering.explained.some(end => start >= end && start <= end + 1),
    );
    // A word that a mistake is about is not looked up as well; of a line that is explained as a whole nothing else is
    // said, but names that are not known where its fix would leave them as they are.
    const lines = mistakes.flatMap(({ line, write }) => (line ? [{ ...line, hasFix: write !== undefined }] : []));
    lowering.withdraw(
        ({ kind, at }) =>
            lines.some(
                ({ start, end, hasFix }) => start <= at.start && at.end <= end && !(hasFix && kind === 'unresolved'),
            ) ||
            ((kind === 'unresolved' || kind === 'invalid-value') &&
                mistakes.some(({ start, end }) => start < at.end && at.start < end)),
    );
    lowering.withdrawSwallowed();
    for (const mistake of mistakes) {
        const fix = fixOfMistake(mistake);
        const fixes = fix === null ? [] : [lowering.replacement(fix.title, mistake, fix.write)];
        lowering.problem('syntax', mistake, mistake.message, null, fixes);
    }
    return { ...out, unresolved: lowering.unresolved };
}

/** The built-in library, lowered once: types and protocols that are in scope everywhere. */
export interface Library {
    readonly names: OuterNames;
    /** What is in the lists of every model. */
    readonly files: readonly LoweredFile[];
    /** What is not in them, and is looked up. */
    readonly apart?: Apart;
}

/** Lowers the built-in library: its names, and its files with types and protocols. */
export function lowerLibrary(files: readonly Parsed[], knowledge: Knowledge): Library {
    const names = new Names(null);
    names.declare(files);
    return { names, files: files.map(file => lowerFile(file, names, knowledge, { builtIn: true })) };
}

/**
 * Lowers the files of one model, root first. Never throws: what could not be understood is a problem, the rest is in
 * the model.
 * @param empties true for a file whose tree is taken apart meanwhile; see {@link LoweringOptions.empties}
 */
export function lower(
    files: readonly Parsed[],
    library: Library,
    knowledge: Knowledge,
    options: LoweringOptions = {},
    empties: (file: Parsed) => boolean = () => false,
): Lowered {
    const names = new Names(library.names);
    names.declare(files);
    return merge(
        files.map(file => lowerFile(file, names, knowledge, empties(file) ? { ...options, empties: true } : options)),
        names,
        library,
    );
}

/** Puts the lowered files of a model together. */
export function merge(files: readonly LoweredFile[], names: Names, library: Library): Lowered {
    const all = <
        K extends
            | 'zones'
            | 'conduits'
            | 'assets'
            | 'countermeasures'
            | 'threats'
            | 'invariants'
            | 'views'
            | 'rulesets'
            | 'observations'
            | 'functions'
            | 'islands'
            | 'advisories'
            | 'parties'
            | 'programmes'
            | 'repeats'
            | 'unread'
            | 'systems',
    >(
        key: K,
    ): LoweredFile[K] => files.flatMap(file => file[key] as never[]) as unknown as LoweredFile[K];
    const systems = all('systems');
    const continued = withAdditions(
        {
            zones: all('zones'),
            conduits: all('conduits'),
            assets: all('assets'),
            types: [...library.files, ...files].flatMap(file => file.types),
        },
        files.flatMap(file => file.additions),
    );
    const model: Model = {
        files: files.map(file => file.uri),
        system: systems[0] ?? null,
        ...continued,
        flows: numbered(files.flatMap(file => file.flows)),
        protocols: [...library.files, ...files].flatMap(file => file.protocols),
        countermeasures: all('countermeasures'),
        threats: all('threats'),
        invariants: all('invariants'),
        views: all('views'),
        rulesets: all('rulesets'),
        observations: all('observations'),
        functions: all('functions'),
        islands: all('islands'),
        advisories: all('advisories'),
        parties: all('parties'),
        programmes: numbered(all('programmes')),
        repeats: all('repeats'),
        unread: all('unread'),
    };
    const problems = [...files.flatMap(file => file.problems), ...modelProblems(files, names, library)];
    return { model, problems, names, files };
}

function numbered<T extends { readonly id: string }>(elements: readonly T[]): readonly T[] {
    const counts = new Map<string, number>();
    return elements.map(each => {
        const count = (counts.get(each.id) ?? 0) + 1;
        counts.set(each.id, count);
        return count === 1 ? each : { ...each, id: `${each.id} #${count}` };
    });
}
