import path from 'node:path';
import type {
    Analysis,
    Asset,
    AssetType,
    ComponentType,
    Countermeasure,
    RequirementState,
    Statement,
} from 'iacs-language';
import { assess, componentTypes, fileUri, lookup, requirementText } from 'iacs-language';
import type { Io } from '../../io.ts';
import { loadOneModel } from '../../models.ts';
import { byAddress, resolve, resolveBeside } from '../known.ts';
import type { Where } from '../places.ts';
import { nothingIsWhere, whereIn } from '../places.ts';
import { requirementsIn } from './requirement-ids.ts';

/** What a model says of a requirement. */
export type KnownState = Pick<RequirementState, 'id' | 'required' | 'state' | 'by' | 'origin' | 'inheritedFrom'>;

/** A zone or conduit of the model, and what the model says of its requirements outside of the file that is written. */
export interface KnownSubject {
    readonly kind: 'zone' | 'conduit';
    readonly id: string;
    readonly title: string | null;
    readonly requirements: readonly KnownState[];
}

/** An asset or an asset type of the model, and what is said in its own block. */
export interface KnownComponent {
    readonly kind: 'asset' | 'type';
    readonly id: string;
    readonly title: string | null;
    readonly addresses: readonly string[];
    /** One of the four of IEC 62443-4-2; `null` where the model does not say. */
    readonly component: ComponentType | null;
    readonly requirements: readonly KnownState[];
}

/** What an import of requirements has to know of the model. */
export interface KnownStates {
    /** `null` without a model: every zone is taken at its word. */
    readonly subjects: readonly KnownSubject[] | null;
    /** Assets, then types of the model itself. */
    readonly components: readonly KnownComponent[];
    readonly where: Where;
    /** Countermeasures outside of the file that is written. */
    readonly countermeasures: readonly Countermeasure[];
}

export const noModel: KnownStates = { subjects: null, components: [], where: nothingIsWhere, countermeasures: [] };

/** The subject that a text names: by name or title, letter case, signs and what is in brackets aside. */
export function subjectOf(text: string, subjects: readonly KnownSubject[]): KnownSubject | null {
    const id = resolveBeside(text, subjects) ?? resolve(text.replace(/\s*\b(zone|conduit)\b\s*/iu, ' '), subjects);
    return id === null ? null : subjects.find(subject => subject.id === id)!;
}

/**
 * The asset that a text names, by name, title or address, else the type; of several assets of one name the one in a
 * zone.
 * @param zone the id of the zone that the row names; `null` for none
 */
export function componentOf(
    text: string,
    zone: string | null,
    { components, where }: Pick<KnownStates, 'components' | 'where'>,
): KnownComponent | null {
    const assets = components.filter(each => each.kind === 'asset');
    const inside = assets.filter(each => zone !== null && each.id.startsWith(`${zone}.`));
    const address = text.replace(/.*[([]([^()[\]]*)[)\]]$/u, '$1');
    const named = (all: readonly KnownComponent[]): string | null =>
        resolveBeside(text, all) ?? byAddress(address, all);
    const shown = new Set(where(address).all.map(place => place.asset));
    const [only = null] = shown.size === 1 ? shown : [];
    const id = named(inside) ?? named(assets) ?? only;
    if (id !== null) return assets.find(each => each.id === id)!;
    const types = components.filter(each => each.kind === 'type');
    const type = resolveBeside(text, types);
    return type === null ? null : types.find(each => each.id === type)!;
}

/** What the statements in the block of an asset or type say. */
function statesIn(statements: readonly Statement[], countermeasures: readonly Countermeasure[]): readonly KnownState[] {
    const waits = ({ by }: Statement): boolean =>
        by.some(({ id }) => countermeasures.find(countermeasure => countermeasure.id === id)?.status === 'planned');
    return statements.flatMap(statement =>
        statement.requirements.flatMap(mention =>
            requirementsIn(requirementText(mention)).map((id): KnownState => ({
                id,
                required: false,
                state:
                    statement.verb === 'misses'
                        ? 'missed'
                        : statement.verb === 'excludes'
                          ? 'excluded'
                          : waits(statement)
                            ? 'planned'
                            : statement.verb === 'meets'
                              ? 'met'
                              : 'compensated',
                by: statement.by.map(each => each.id),
                origin: statement.origin,
                inheritedFrom: null,
            })),
        ),
    );
}

/**
 * What a model says without one of its files, so that what an earlier import wrote there does not speak against the
 * sheet that it came from.
 * @param written the address of the file; `null` for none
 */
export function statesWithout(
    { model, assessment }: Pick<Analysis, 'model' | 'assessment'>,
    written: string | null,
): KnownStates {
    const elsewhere = <T extends { readonly origin: { readonly file: string } }>(all: readonly T[]): readonly T[] =>
        all.filter(each => each.origin.file !== written);
    const rest = {
        ...model,
        zones: model.zones.map(zone => ({ ...zone, statements: elsewhere(zone.statements) })),
        conduits: model.conduits.map(conduit => ({ ...conduit, statements: elsewhere(conduit.statements) })),
    };
    const known = lookup(rest);
    const assessed = assess(known, assessment.yardstick);
    const component = (each: Asset | AssetType, kind: KnownComponent['kind']): KnownComponent => ({
        kind,
        id: each.id,
        title: each.title,
        addresses: 'addresses' in each ? each.addresses.map(({ text }) => text) : [],
        component:
            'container' in each
                ? known.componentTypeOf(each)
                : (componentTypes.find(root => known.typeIsA(each.id, root)) ?? null),
        requirements: statesIn(elsewhere(each.statements), model.countermeasures),
    });
    return {
        countermeasures: elsewhere(model.countermeasures),
        where: whereIn(known),
        components: [
            ...model.assets.map(asset => component(asset, 'asset')),
            // `within` finds an element before a type of the same name.
            ...model.types
                .filter(type => !type.builtIn && !known.element(type.id))
                .map(type => component(type, 'type')),
        ],
        subjects: [...rest.zones, ...rest.conduits].map(({ kind, id, title }) => ({
            kind,
            id,
            title,
            requirements: assessed.of(id)?.requirements ?? [],
        })),
    };
}

/** @param model the path of the model; `undefined` for none */
export async function knownStates(model: string | undefined, output: string | undefined, io: Io): Promise<KnownStates> {
    if (model === undefined) return noModel;
    const { analysis } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    return statesWithout(analysis, output === undefined ? null : fileUri(path.resolve(io.cwd, output)));
}
