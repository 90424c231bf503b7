import type { Model, Origin } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Report, Rule } from '../engine/rule.ts';

/** What has a name and may have a title. */
interface Named {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly origin: Origin;
    /** What it is in: names in different blocks are never taken for each other. */
    readonly scope: string;
}

function namedOf(model: Model): readonly Named[] {
    const named = ({ id, name, title, origin }: Omit<Named, 'scope'>, scope: string): Named => ({
        id,
        name,
        title,
        origin,
        scope,
    });
    const own = (things: readonly Omit<Named, 'scope'>[], scope: string): readonly Named[] =>
        things.map(thing => named(thing, scope));
    const byId = ({ id, title, origin }: Omit<Named, 'name' | 'scope'>, scope: string): Named =>
        named({ id, name: id, title, origin }, scope);
    return [
        ...model.zones.map(zone => named(zone, `in ${zone.parent ?? ''}`)),
        ...own(model.conduits, 'in '),
        ...model.assets.map(asset => named(asset, `in ${asset.container}`)),
        ...model.types.filter(type => !type.builtIn).map(type => byId(type, 'type')),
        ...model.protocols.filter(protocol => !protocol.builtIn).map(protocol => byId(protocol, 'protocol')),
        ...own(model.countermeasures, 'countermeasure'),
        ...own(model.threats, 'threat'),
    ];
}

const ascii = /^[\u0000-\u007f]*$/u;

/** A text as a reader sees it: accents and the width of signs in one form. */
function seen(text: string): string {
    return ascii.test(text) ? text : text.normalize('NFKC');
}

/** Cyrillic and Greek letters that most fonts draw as a Latin one, and that one: by the letters of each pair. */
const drawnAlike = [
    '\u0410A \u0412B \u0415E \u0405S \u0406I \u0408J \u041aK \u041cM \u041dH \u041eO \u0420P \u0421C \u0422T',
    '\u0423Y \u0425X \u0430a \u0435e \u0455s \u0456i \u0458j \u043eo \u0440p \u0441c \u0443y \u0445x \u04cfl',
    '\u0391A \u0392B \u0395E \u0396Z \u0397H \u0399I \u039aK \u039cM \u039dN \u039fO \u03a1P \u03a4T \u03a5Y \u03a7X',
    '\u03bfo \u03bdv \u03c1p',
];
const latin: ReadonlyMap<string, string> = new Map(
    drawnAlike.flatMap(row => row.split(' ').map(([letter, like]) => [letter!, like!] as const)),
);

/** A text in which letters of another alphabet are the Latin ones as which they are drawn. */
function drawn(text: string): string {
    return ascii.test(text)
        ? text
        : seen(text).replace(/[\p{sc=Cyrillic}\p{sc=Greek}]/gu, sign => latin.get(sign) ?? sign);
}

/** In what two names differ that a reader takes for one. */
function difference(name: string, other: string): string {
    if (seen(name) === seen(other)) return 'the form of their signs';
    const isOneAlphabet = seen(name).toLowerCase() === seen(other).toLowerCase();
    return isOneAlphabet ? 'letter case' : 'letters of another alphabet';
}

/** Names of one block that differ in letter case, in the width of signs, or in the alphabet of letters alone. */
function names(things: readonly Named[], report: Report): void {
    const first = new Map<string, Named>();
    for (const thing of things) {
        const key = `${thing.scope}: ${drawn(thing.name).toLowerCase()}`;
        const before = first.get(key);
        if (!before) first.set(key, thing);
        // A name that is taken, exactly as it is written, is reported where names are read.
        else if (before.name !== thing.name)
            report({
                at: nameOf(thing.origin),
                subject: thing.id,
                message:
                    `${thing.id} and ${before.id} differ in ${difference(thing.name, before.name)} alone: ` +
                    'a reader takes one for the other, and a table that writes it otherwise may mean both. Rename one.',
                related: [{ message: `The other name.`, at: nameOf(before.origin) }],
            });
    }
}

/** Titles that look the same and are not, or whose accents are signs of their own. */
function titles(things: readonly Named[], report: Report): void {
    const titled = things.filter(thing => thing.title !== null && !ascii.test(thing.title));
    // Where all is ASCII, nothing looks like what it is not.
    if (titled.length === 0) return;
    const alike = Map.groupBy(
        things.filter(thing => thing.title !== null),
        thing => seen(thing.title!),
    );
    for (const thing of titled) {
        const title = thing.title!;
        const twin = alike.get(seen(title))!.find(other => other.title !== title);
        const decomposed = title !== title.normalize('NFC');
        // Of two that look the same the one with the rarer signs is blamed.
        if (!decomposed && (!twin || title === seen(title) || twin.title !== twin.title!.normalize('NFC'))) continue;
        report({
            at: nameOf(thing.origin),
            subject: thing.id,
            severity: twin ? 'warning' : 'info',
            message: decomposed
                ? `The title of ${thing.id} has its accents as separate signs (NFD)` +
                  (twin ? `, and the title of ${twin.id} looks the same with other signs` : '') +
                  ': a search for the title does not find it. Write it in the composed form (NFC).'
                : `The title of ${thing.id} looks like that of ${twin!.id}, with other signs: a search for ` +
                  'one does not find the other. Write both with the same signs.',
            fixes: decomposed
                ? [
                      {
                          kind: 'layout',
                          title: 'Write it in the composed form (NFC)',
                          edits: [{ kind: 'compose', at: thing.origin }],
                          preferred: true,
                      },
                  ]
                : [],
            related: twin ? [{ message: 'The title that looks the same.', at: nameOf(twin.origin) }] : [],
        });
    }
}

export default {
    id: 'look-alike-names',
    severity: 'warning',
    basis: ['SR 7.8', 'ZCR 6.4'],
    summary: 'Two names or titles look the same and are not, or a title has accents as separate signs.',
    why:
        'Whoever reads `Control` and `control` takes them for one zone. A title that another keyboard or another ' +
        'system wrote may hold other signs than the eye sees, so that searches and comparisons do not find it.',
    falsePositives: 'Names that a plant has always distinguished by letter case; renaming is safer.',
    *check({ model }, report) {
        const things = namedOf(model);
        yield;
        names(things, report);
        yield;
        titles(things, report);
    },
    examples: [
        {
            before: `system Plant
zone Cell {
  SL-T 1
  asset Plc1 : plc
}
zone cell {
     ^^^^
  SL-T 1
  asset Plc2 : plc
}
`,
        },
        {
            before: `system Plant
zone Office "Bu\u0308ro" {
     ^^^^^^
  SL-T 1
  asset Pc1 : workstation
}
`,
            after: `system Plant
zone Office "B\u00fcro" {
  SL-T 1
  asset Pc1 : workstation
}
`,
        },
    ],
} satisfies Rule;
