import type { AssetType, Problem, System } from '../model/index.ts';
import { componentTypes } from '../model/index.ts';
import type { Names } from './names.ts';
import { namespaceOf } from './names.ts';

/** The problems that no file has alone: names and systems that are taken, types that are derived from themselves. */
export function modelProblems(
    files: readonly { readonly types: readonly AssetType[]; readonly systems: readonly System[] }[],
    names: Names,
    library: { readonly files: readonly { readonly types: readonly AssetType[] }[] },
): readonly Problem[] {
    const types = [...library.files, ...files].flatMap(file => file.types);
    return [...duplicateNames(names), ...furtherSystems(files.flatMap(file => file.systems)), ...circularTypes(types)];
}

function duplicateNames(names: Names): Problem[] {
    return names.duplicates
        .filter(declared => declared.kind !== 'system')
        .map(declared => {
            const first = declared.first!;
            const builtIn = names.isBuiltIn(first);
            const name = declared.node.name!.text;
            return {
                kind: 'duplicate-name' as const,
                message: builtIn
                    ? `${name} is built in and cannot be defined again: remove this one, or choose another name.`
                    : `${first.id} is already the name of ${/^[aio]/.test(first.kind) ? 'an' : 'a'} ${first.kind}: ` +
                      'choose another name.',
                at: { file: declared.file, ...declared.at },
                subject: namespaceOf(declared.kind) === 'element' ? declared.id : null,
                // A library that grows may come to have what a model defined by itself before. Of what is not
                // understood a part would be left.
                fixes:
                    builtIn && declared.node.broken !== true
                        ? [
                              {
                                  kind: 'fix' as const,
                                  title: `Remove it and use the ${name} that is built in`,
                                  edits: [
                                      {
                                          kind: 'remove' as const,
                                          at: {
                                              file: declared.file,
                                              start: declared.node.start,
                                              end: declared.node.end,
                                          },
                                      },
                                  ],
                              },
                          ]
                        : [],
                related: builtIn
                    ? []
                    : [{ message: `${first.id} is declared here.`, at: { file: first.file, ...first.at } }],
            };
        });
}

/**
 * Every type is finally derived from one of the four component types: one that is derived from itself says nothing of
 * what an asset is.
 */
function circularTypes(types: readonly AssetType[]): Problem[] {
    const bases = new Map(types.map(type => [type.id, type.base?.id]));
    const own = types.filter(type => !type.builtIn && type.base !== null);
    const seen = new Set<string>();
    const circular = new Set<string>();
    for (const { id } of own) {
        const path = new Set<string>();
        let at: string | undefined = id;
        for (; at !== undefined && !seen.has(at); at = bases.get(at)) {
            seen.add(at);
            path.add(at);
        }
        for (; at !== undefined && path.has(at) && !circular.has(at); at = bases.get(at)) circular.add(at);
    }
    return own
        .filter(type => circular.has(type.id))
        .map(type => ({
            kind: 'invalid-value',
            message:
                `${type.id} is derived from itself: every type is finally derived from ` +
                `${componentTypes.slice(0, -1).join(', ')} or ` +
                `${componentTypes.at(-1)}.`,
            at: { file: type.origin.file, ...type.base!.at },
            subject: null,
            fixes: [],
            related: [],
        }));
}

function furtherSystems(systems: readonly System[]): Problem[] {
    const [first, ...others] = systems;
    return others.map(system => ({
        kind: 'duplicate-name',
        message: `A model has one system, and ${first!.id} is that of this one: another site is an external zone.`,
        at: { file: system.origin.file, ...system.origin.name },
        subject: system.id,
        fixes: [],
        related: [
            { message: `${first!.id} is declared here.`, at: { file: first!.origin.file, ...first!.origin.name } },
        ],
    }));
}
