import { analyse, library, parse } from 'iacs-language';
import type { ImportAnswer, ImportKind } from '../../src/import/import-file.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { Known, KnownElement } from '../../src/import/known.ts';
import { nothingIsWhere } from '../../src/import/places.ts';

export { declarations, messages } from './imports.ts';

function element(id: string, title: string | null, more: Partial<KnownElement> = {}): KnownElement {
    return {
        kind: id.includes('.') ? 'asset' : 'zone',
        id,
        title,
        file: 'main.iacs',
        addresses: [],
        macs: [],
        says: new Map(),
        ...more,
    };
}

const known: Known = {
    where: nothingIsWhere,
    elements: [
        element('Enterprise', 'Office'),
        element('Control', null),
        element('Control.Plc1', 'Dosing PLC'),
        element('Control.Hmi1', null),
    ],
    countermeasures: [
        { id: 'Accounts', title: 'Named accounts' },
        { id: 'Backup', title: null },
    ],
    types: library().files.flatMap(file => file.types),
    classes: ['safety'],
    likelihood: { size: 5, names: [] },
    consequence: { size: 5, names: [] },
};

/** The same without anything of a model. */
const alone: Known = { ...known, elements: [], countermeasures: [], classes: [] };

/** The model that the registers of these tests speak of. */
const plant = `system Plant { tolerable-risk 6 }
zone Enterprise { kind enterprise }
zone Control { asset Plc1 : plc asset Hmi1 : hmi }
countermeasure Accounts { status implemented }
countermeasure Backup { status planned }
`;

interface Options {
    readonly existing?: string;
    readonly columns?: readonly (readonly [string, string])[];
    readonly sheet?: string;
    readonly known?: Known;
    readonly ignore?: readonly string[];
    readonly without?: readonly string[];
}

export async function run(
    kind: ImportKind,
    content: string | Uint8Array,
    { existing, columns = [], sheet, known: given, ...more }: Options = {},
): Promise<ImportAnswer> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return importFile({
        kind,
        name: 'register',
        bytes,
        sheet: sheet ?? null,
        columns: new Map(columns),
        known: given ?? (kind === 'risks' ? known : alone),
        existing: existing ?? null,
        taken: [],
        ...more,
    });
}

/** What is not understood of an import, put beside the model that it speaks of. */
export function problems(kind: ImportKind, text: string): readonly string[] {
    const source = { parse: () => undefined, resolve: () => null };
    const root = parse('file:///main.iacs', `${kind === 'risks' ? plant : 'system Plant\n'}${text}`);
    return analyse(root, source, { today: '2026-06-01' }).problems.map(problem => problem.message);
}

export const register = `Risk register of the dosing plant,,,,,,,,
"Revision 4, 2026-03-02",,,,,,,,

No.,Threat scenario,Source,Target,Likelihood (1-5),Impact,Existing controls,Residual likelihood,Comment
Dosing,,,,,,,,
R-01,Overdosing by a remote attacker,Office,Dosing PLC,4,5,Accounts,2,"see HAZOP, node 3"
R\u201102,Ransomware \u2013 stops the HMI,Office \u2192 Control,Hmi1,3 - possible,4 (major),Restore,n/a,
,,,,,,,,
R-03,Wrong set-point,,,2 (re-dosing: 3),0\u20131,,,
R-03,Second of the same,,,n/a,high,,,

Environmental risks,,,,,,,,
ID,Title,Probability,Severity,,,,,
E-1,Spill,2,9,loose text,,,,
`;
