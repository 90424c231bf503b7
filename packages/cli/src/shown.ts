import { Lines } from 'iacs-language';
import type { Shown } from 'iacs-language/findings';
import { printedName } from './files.ts';
import type { Io } from './io.ts';
import type { LoadedModel } from './models.ts';

/** How the places of a model are printed on this command line. */
export function shownModel(loaded: LoadedModel, io: Io): Shown {
    const lines = new Map<string, Lines>();
    const names = new Map<string, string>();
    return {
        system: loaded.analysis.model.system?.id ?? '',
        root: loaded.file,
        nameOf: file => {
            const name = names.get(file) ?? printedName(file, io.cwd);
            names.set(file, name);
            return name;
        },
        linesOf: file => {
            const known = lines.get(file);
            if (known) return known;
            const text = loaded.disk.texts.get(file);
            if (text === undefined) return undefined;
            const made = new Lines(text);
            lines.set(file, made);
            return made;
        },
    };
}
