import { frAbbreviations } from '../../catalogue/index.ts';
import type { AssetRow, SubjectPart } from './data.ts';
import type { Block } from './document.ts';

/** What is said of the SL-C of a FR that is below its target or unknown, with all the assets that hold it there. */
function capabilityLimit({ id, levels }: SubjectPart, assets: readonly AssetRow[], fr: number): string | null {
    const asset = levels.slCLimit[fr];
    const [target, capability] = [levels.slT[fr] ?? 0, levels.slC[fr] ?? null];
    if (!asset || target === 0 || (capability !== null && capability >= target)) return null;
    const alike = assets.filter(
        each => each.container === id && each.id !== asset && (each.slC[fr] ?? null) === capability,
    );
    const all = `${asset}${alike.length === 0 ? '' : ` and ${alike.length} more`}`;
    if (capability !== null) return `SL-C is held at ${capability} by ${all}`;
    return `SL-C is unknown, since ${all} ${alike.length === 0 ? 'states' : 'state'} none`;
}

/** What holds the levels of a zone or conduit below its SL-T: requirements, and the products in it. */
export function limitBlocks(part: SubjectPart, assets: readonly AssetRow[]): readonly Block[] {
    const achieved = frAbbreviations.flatMap((abbr, fr) => {
        const limits = part.levels.limits[fr] ?? [];
        return limits.length > 0 ? [`${abbr}: SL-A is held at ${part.levels.slA[fr]} by ${limits.join(', ')}`] : [];
    });
    // What all seven have in common is said once.
    const capable = Map.groupBy(frAbbreviations.keys(), fr => capabilityLimit(part, assets, fr));
    const items = [
        ...achieved,
        ...[...capable].flatMap(([said, frs]) =>
            said === null ? [] : [`${frs.map(fr => frAbbreviations[fr]!).join(' ')}: ${said}`],
        ),
    ];
    return items.length > 0
        ? [
              { kind: 'paragraph', text: 'What holds the levels down:' },
              { kind: 'list', items },
          ]
        : [];
}
