import type { BlockKind, Part, Slot, SlotName, StatementWord } from '../../src/statements/index.ts';
import { formOf } from '../../src/statements/index.ts';

/** A statement that is filled in, piece by piece. */
export interface Sample {
    readonly entry: StatementWord;
    readonly block: BlockKind;
    readonly pieces: readonly Piece[];
    /** Its text. */
    readonly title: string;
}

export interface Piece {
    readonly text: string;
    /** The slot that it fills; none for a word or sign. */
    readonly slot?: Slot;
    readonly name?: SlotName;
    /** Another value for the slot, where there is one. */
    readonly other?: string | undefined;
}

/**
 * Values for each slot; of names, those of the plant below: `Z*` is `Za`, `Zb` for the first place, `Zc`, `Zd` for the
 * next.
 */
const values: { readonly [N in SlotName]?: string | readonly [string, string] } = {
    NAME: ['Sample', 'Another'],
    OUTER_ZONE: 'Z*',
    OUTER_SUBJECT: 'Z*',
    ZONE: 'Z*',
    ELEMENT: 'Z*',
    DEPENDENCY: 'Z*',
    OUTER_DEPENDENCY: 'Z*',
    FUNCTION: 'F*',
    ASSET: 'Z*.P*',
    END: 'Z*.P*',
    TYPE: 't*',
    BASE: 't*',
    PROTOCOL: 'p*',
    MEASURE: 'M*',
    THREAT: 'T*',
    PARTY: 'O*',
    ORGANISATIONAL: ['SP.07.01', 'SM-1'],
    OF_PROGRAMME: ['NET 3.2', 'ORG 1.1'],
    MATURITY: ['2', '3'],
    ARROW: ['->', '<->'],
    DAY: ['2026-12-31', '2027-12-31'],
    NUMBER: ['4', '5'],
    MONEY: ['91234', '91235'],
    GRADE: ['2', '3'],
    LEVEL: ['2', '3'],
    RISK: ['6', '7'],
    CELL: ['6', '7'],
    ADDRESS: ['10.77.3.9', '10.77.3.10'],
    PREFIX: ['10.78.0.0/16', '10.79.0.0/16'],
    MAC: ['"00:1b:1b:00:00:01"', '"00:1b:1b:00:00:02"'],
    PORTS: ['4711', '4712'],
    LEVELS: ['2', '3'],
    REQUIREMENT: ['SR 1.1', 'SR 1.2'],
    RULE: ['zone-without-owner', 'zone-without-target'],
    FR: ['RDF', 'TRE'],
    PRESET: ['nist-sp-800-30', 'mil-std-882e'],
    CLASS: ['safety', 'supply'],
    PROTOCOL_CLASS: ['ot', 'it'],
    PROTOCOL_TRAIT: ['engineering', 'remote-access'],
    PATH: ['"parts.iacs"', '"more.iacs"'],
    PLACE: ['10.77.4.1', '10.77.4.2'],
    SIGHT: ['10.77.5.1', '10.77.5.2'],
    SERVICE: ['tcp 4711', 'tcp 4712'],
};

const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The value of a slot, and another one; `index` counts the slots of that name before it. */
function valuesOf(name: SlotName, slot: Slot, index: number): readonly [string, string?] {
    const known = values[name];
    if (typeof known === 'string')
        return [known.replaceAll('*', letters[2 * index]!), known.replaceAll('*', letters[2 * index + 1]!)];
    // A further number is a higher one.
    if (known) return index === 0 || slot.is !== 'number' ? known : [`${index}${known[0]}`, `${index}${known[1]}`];
    // Further scores are not above 10.
    if (name === 'SCORE') return [`${5 + index}.5`, `${5 + index}.6`];
    const text = name.toLowerCase().replace('_', ' ');
    return slot.words
        ? (slot.words.slice(0, 2) as [string, string?])
        : [`"${text} ${index} one"`, `"${text} ${index} two"`];
}

/**
 * Writes a statement with everything that may stand in it, of a list one item (two where it has several words), once
 * for each way of a choice.
 */
export function samplesOf(entry: StatementWord, block: BlockKind): readonly Sample[] {
    const written: Piece[][] = [];
    let counts = new Map<string, number>();

    function value(name: SlotName, slot: Slot): Piece {
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        const [text, other] = valuesOf(name, slot, count);
        // A window does not end before it begins.
        if (entry.word === 'window' && name === 'DAY' && count === 0) return { text, other: '2025-12-31', slot, name };
        return { text, other, slot, name };
    }

    function write(part: Part, choices: readonly number[]): Piece[] {
        switch (part.kind) {
            case 'literal':
                return [{ text: part.text }];
            case 'slot':
                return [value(part.name, part.slot)];
            case 'block':
                return [{ text: '{}' }];
            case 'sequence':
                return part.parts.flatMap(each => write(each, choices));
            case 'choice':
                return write(part.choices[(choices[0] ?? 0) % part.choices.length]!, choices);
            case 'any-order':
                return part.choices.flatMap(each => write(each, choices));
            case 'optional':
                return write(part.part, choices);
            case 'list':
                return part.part.kind === 'slot'
                    ? write(part.part, choices)
                    : [...write(part.part, choices), { text: ',' }, ...write(part.part, choices)];
        }
    }

    for (const way of [0, 1]) {
        counts = new Map();
        const pieces = write(formOf(entry), [way]);
        const text = pieces.map(each => each.text).join(' ');
        if (!written.some(other => other.map(each => each.text).join(' ') === text)) written.push(pieces);
    }
    return written.map(pieces => ({ entry, block, pieces, title: textOf({ pieces }) }));
}

/** The text of a sample, the value of one slot changed. */
export function textOf({ pieces }: Pick<Sample, 'pieces'>, changed = -1): string {
    return pieces
        .map((piece, index) => (index === changed ? piece.other! : piece.text))
        .join(' ')
        .replaceAll(' ,', ',');
}

/** Where a statement stands in the plant, and the name of the element that it is said of. */
const places: Readonly<Record<BlockKind, readonly [mark: string, element: string | null]>> = {
    file: ['//file', null],
    system: ['//system', 'Plant'],
    zone: ['//zone', 'Zone'],
    within: ['//within', 'Zone'],
    conduit: ['//conduit', 'Line'],
    asset: ['//asset', 'Device'],
    flow: ['//flow', null],
    type: ['//type', 'own'],
    protocol: ['//protocol', 'bus'],
    countermeasure: ['//countermeasure', 'Measure'],
    threat: ['//threat', 'Threat'],
    invariant: ['//invariant', 'Invariant'],
    function: ['//function', 'Loading'],
    island: ['//island', 'Isle'],
    view: ['//view', 'View'],
    party: ['//party', 'Acme'],
    programme: ['//programme', null],
    matrix: ['//matrix', 'Plant'],
    category: ['//category', 'Plant'],
    ruleset: ['//ruleset', 'Rules'],
    permits: ['//permits', 'Rules'],
    blocks: ['//blocks', 'Rules'],
    observation: ['//observation', 'Seen'],
    saw: ['//saw', 'Seen'],
    advisory: ['//advisory', 'Warning'],
    affected: ['//affected', 'Warning'],
    'not-affected': ['//not-affected', 'Warning'],
    fixed: ['//fixed', 'Warning'],
    'under-investigation': ['//under-investigation', 'Warning'],
};

const plant = `system Plant {
  //system
  matrix {
    //matrix
    category finance {
      //category
    }
  }
}
zone Zone "The zone" {
  //zone
  asset Device "The device" : ta {
    //asset
  }
  asset Other : ta
}
${letters.map(name => `zone Z${name} {\n  asset P${name} : plc\n}`).join('\n')}
within Zone {
  //within
}
conduit Line "The conduit" between Zone and Za {
  //conduit
  flow Device -> Za.Pa : pa {
    //flow
  }
}
countermeasure Measure "The measure" {
  //countermeasure
}
${letters.map(name => `countermeasure M${name}`).join('\n')}
threat Threat "The threat" {
  //threat
}
${letters.map(name => `threat T${name} {\n  category ${name === 'a' ? 'safety' : 'supply'}\n}`).join('\n')}
type own "The type" : ta {
  //type
}
${letters.map(name => `type t${name} : plc`).join('\n')}
protocol bus "The protocol" {
  //protocol
}
${letters.map(name => `protocol p${name}`).join('\n')}
invariant Invariant "The invariant" {
  //invariant
}
function Loading "The function" {
  //function
}
${letters.map(name => `function F${name}`).join('\n')}
island Isle "The island" {
  //island
}
party Acme "The party" {
  //party
}
${letters.map(name => `party O${name}`).join('\n')}
programme "The programme" {
  //programme
}
view View "The view" {
  //view
}
ruleset Rules "The rules" {
  //ruleset
  permits 10.1.1.1 -> any : any "1" {
    //permits
  }
  blocks any -> any : any "2" {
    //blocks
  }
}
observation Seen "What was seen" {
  //observation
  saw 10.1.1.2 -> 10.1.1.3 : tcp 502 used {
    //saw
  }
}
advisory Warning "The advisory" {
  //advisory
  affected "A" {
    //affected
  }
  not-affected "B" {
    //not-affected
  }
  fixed "C" {
    //fixed
  }
  under-investigation "D" {
    //under-investigation
  }
}
//file
`;

/** The plant with a statement in a block, which begins with a mark where one is asked for. */
export function plantWith(block: BlockKind, statement: string): string {
    const [mark] = places[block];
    // A model has one system, and a matrix of no words of its own would be one that cannot be used.
    const leftOut = /^\W*system/.test(statement)
        ? /^system Plant \{\n[^]*?^\}\n/m
        : block === 'matrix' || block === 'category'
          ? /$^/
          : /^ {2}matrix \{\n[^]*?^ {2}\}\n/m;
    return plant
        .replace(leftOut, '')
        .replace(new RegExp(`^( *)${mark}\n`, 'm'), (_, indent: string) => `${indent}${statement}\n`)
        .replace(/^ *\/\/[\w-]+\n/gm, '')
        .replace(/\{\n *\}/g, '{}')
        .replace(/\{\n *\{\}\n *\}/g, '{}');
}

/** The name of the element that a sample is said of; `null` for what has no name. */
export function elementOf({ block, pieces }: Sample): string | null {
    return pieces.find(piece => piece.name === 'NAME')?.text ?? places[block][1];
}
