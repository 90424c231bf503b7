import type { Shown } from 'iacs-language/findings';
import { printedName } from './files.ts';
import type { Io } from './io.ts';
import type { LoadedModel } from './models.ts';

/** How the places of a model are printed on this command line. */
export function shownModel(loaded: LoadedModel, io: Io): Shown {
    const names = new Map<string, string>();
    return {
        system: loaded.analysis.model.system?.id ?? '',
        root: loaded.file,
        nameOf: file => {
            const name = names.get(file) ?? printedName(file, io.cwd);
            names.set(file, name);
            return name;
        },
        linesOf: file => loaded.project.texts.state(file)?.lines,
    };
}
