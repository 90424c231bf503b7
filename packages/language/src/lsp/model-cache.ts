import type { Analysis } from '../analysis.ts';
import { analyseLowered, knowledge, library } from '../analysis.ts';
import type { Settings } from '../rules/settings.ts';
import type { Gathering, LoweredFile, Parsed, Source } from '../syntax/index.ts';
import { declaredNames, gather, lowerFile, merge, Names } from '../syntax/index.ts';

interface Lowered {
    readonly parsed: Parsed;
    readonly declares: string;
    readonly lowered: LoweredFile;
}

/**
 * The analysis of one model over many edits: a file is lowered again when its text changed; all of them when a name came, went or moved.
 */
export class ModelCache {
    private names: Names | null = null;
    private files = new Map<string, Lowered>();
    private order: readonly string[] = [];

    analyse(root: Parsed, source: Source, today: string, settings: Settings): Analysis {
        const gathering = gather(root, source);
        const lowered = this.lower(gathering);
        return analyseLowered(root.uri, gathering, lowered, { today, settings });
    }

    private lower(gathering: Gathering) {
        const order = gathering.files.map(file => file.uri);
        const declares = new Map(gathering.files.map(file => {
            const known = this.files.get(file.uri);
            return [file.uri, known?.parsed === file ? known.declares : declaredNames(file)];
        }));
        const sameNames = this.names !== null && order.length === this.order.length
            && order.every((uri, index) => uri === this.order[index] && this.files.get(uri)?.declares === declares.get(uri));
        const names = sameNames ? this.names! : new Names(library().names);
        for (const file of gathering.files) {
            const before = this.files.get(file.uri)?.parsed;
            if (!sameNames) names.declare(file);
            else if (before && before !== file) names.renew(before, file);
        }
        const files = gathering.files.map((file): Lowered => {
            const known = this.files.get(file.uri);
            const declared = declares.get(file.uri)!;
            return sameNames && known?.parsed === file ? known : { parsed: file, declares: declared, lowered: lowerFile(file, names, knowledge, false) };
        });
        this.names = names;
        this.order = order;
        this.files = new Map(files.map(file => [file.parsed.uri, file]));
        return merge(files.map(file => file.lowered), names, library());
    }
}
