import type { Shown } from 'iacs-language/findings';
import { printedName } from './files.ts';
import type { Io } from './io.ts';
import type { LoadedModel } from './models.ts';

/** How the places of a model are printed on this command line. */
export function shownModel({ analysis, file: root, project: { texts } }: LoadedModel, io: Io): Shown {
    const names = new Map([[analysis.root, root]]);
    return {
        system: analysis.model.system?.id ?? '',
        root,
        nameOf: file => {
            const name = names.get(file) ?? printedName(file, io.cwd);
            names.set(file, name);
            return name;
        },
        linesOf: file => texts.state(file)?.lines,
    };
}
