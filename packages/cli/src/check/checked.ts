import type { Finding, Settings } from 'iacs-language';
import { locate, type LocatedFinding, type Shown } from 'iacs-language/findings';
import type { Io } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { shownModel } from '../shown.ts';

/** One model that was checked, as far as its findings are printed and judged. */
export interface Checked {
    /** The root file as it is printed. */
    readonly file: string;
    /** The id of the system; `null` where there is none. */
    readonly system: string | null;
    /** The URIs of its files; of a model that was not looked into the root alone. */
    readonly files: readonly string[];
    readonly settings: Settings;
    readonly located: readonly LocatedFinding[];
    /** False where a piece of its text was not understood. */
    readonly understood: boolean;
    /** How its places are printed. */
    readonly shown: Shown;
    textOf(file: string): string;
}

/**
 * A model with its findings.
 * @param findings those that are reported; all of them where it is left out
 */
export function checked(model: LoadedModel, io: Io, findings?: readonly Finding[]): Checked {
    const { analysis, file, settings, project } = model;
    const shown = shownModel(model, io);
    return {
        file,
        system: analysis.model.system?.id ?? null,
        files: analysis.model.files,
        settings,
        located: locate(findings ?? analysis.findings, shown),
        understood: analysis.problems.length === 0,
        shown,
        textOf: uri => project.texts.state(uri)?.text ?? '',
    };
}
