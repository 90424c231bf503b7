import type { DiagramContext, DiagramOptions } from '../content/options.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { bestOn, fitOn, type Fitted } from './fit.ts';
import { keptOn, keptPart } from './kept.ts';
import { makerOf } from './maker.ts';
import { overviewOf } from './overview.ts';
import { capacityFor, mostZones, partsOf } from './parts.ts';
import type { DrawnSheet, Sheet, SheetRequest, SheetSet } from './sheets.ts';
import { unitsOf } from './split.ts';

/** Smallest print of a set, in points, where one sheet is not enough: there is room then. */
const leastInSets = 7;
/** Where zones take more than so many times the usual room, one sheet is not tried. */
const hopelessly = 1.4;
/** With more crossings than this on one sheet, several are clearer. */
const mostOnOne = 20;

/**
 * Puts the picture of a model on sheets of paper, so that all its texts can be read: on one where that is enough, with
 * cards or with tags and a register, its levels down or to the right; otherwise an overview, and a sheet for each group
 * of zones that belong together, whose conduits to others lead to connectors with the number of the other sheet.
 * Remembered places are kept on each sheet that can be read with them.
 * @param options what the picture shows; its direction is kept where it says one
 */
export async function sheetsOf(
    context: DiagramContext,
    options: DiagramOptions,
    layouts: LayoutEngine,
    request: SheetRequest,
): Promise<SheetSet> {
    const { paper, conduits = null, areas = false, places = null, first: start = 1 } = request;
    const maker = makerOf(context, options, layouts, request);
    const { engine, least, lookup, shown, all, direction, whole, withAssets, graphWith, drawn } = maker;
    const problems: string[] = [];
    const remarks: string[] = [];
    const one = (fitted: Fitted): SheetSet => ({
        paper,
        sheets: [drawn('whole', String(start), whole, fitted, all, {})],
        problems,
        remarks,
    });

    const units = unitsOf(lookup, shown, withAssets);
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    const hopeless = total > hopelessly * capacityFor(paper, least);
    if (places && !areas) {
        const kept = conduits === 'tags' ? null : await keptOn(paper, places, direction, graphWith({}), engine, least);
        if (kept && 'fitted' in kept) return one(kept.fitted);
        remarks.push(kept?.remark ?? 'The remembered places are not used on one sheet with tags.');
    }
    if (all.length <= mostZones && !areas && !(hopeless && all.length > 1)) {
        // Upright only where it stays the only sheet; a slide never is.
        const kinds = maker.kindsOf(conduits === null ? ['cards', 'tags'] : [conduits], paper !== '16:9');
        const fitted = await bestOn(paper, kinds, graphWith({}), engine, least);
        const clear = fitted.crossings <= mostOnOne || all.length < 3;
        if ((fitted.print >= least && clear) || all.length < 2) {
            if (fitted.print < least) problems.push(tooSmall(whole, fitted));
            return one(fitted);
        }
    }

    const aim = areas ? least : Math.max(least, leastInSets);
    const parts = await partsOf(maker, units, conduits ?? 'tags', areas, aim);
    const numbers = new Map<string, string>();
    parts.forEach(({ zones }, index) => {
        for (const zone of zones) numbers.set(zone, String(start + index + 1));
    });
    const sheetOf =
        (here: string) =>
        (zone: string): string | null => {
            const number = numbers.get(zone) ?? null;
            return number === here ? null : number;
        };

    const details: DrawnSheet[] = [];
    const anew: string[] = [];
    for (const [index, { zones, title, fitted }] of parts.entries()) {
        const number = String(start + index + 1);
        const more = { only: zones, sheetOf: sheetOf(number) };
        const fresh = await fitOn(paper, fitted.manner, graphWith(more)(fitted.manner), engine);
        const kept = places && (await keptPart(maker, places, graphWith(more), fresh, conduits));
        if (places && !kept) anew.push(number);
        const drawing = kept ?? fresh;
        if (drawing.print < least) problems.push(tooSmall(`Sheet ${number}, ${title}`, drawing));
        details.push(drawn('detail', number, title, drawing, zones, more));
    }
    const first = await overview();
    if (anew.length > 0)
        remarks.push(
            `The remembered places are not used on ${anew.length === 1 ? 'sheet' : 'sheets'} ${anew.join(', ')}: ` +
                'they are clearer, or larger in print, without them.',
        );
    return { paper, sheets: [first, ...details], problems, remarks };

    async function overview(): Promise<Sheet> {
        const number = String(start);
        if (places && areas) {
            const more = { sheetOf: sheetOf(number) };
            const kept = await keptOn(paper, places, direction, graphWith(more), engine, least, true);
            if ('fitted' in kept) return drawn('overview', number, `${whole}: overview`, kept.fitted, [], more);
            remarks.push(kept.remark);
        }
        return overviewOf(maker, units, details, number, areas, sheetOf(number));
    }
}

const tooSmall = (what: string, { print }: Fitted): string =>
    `${what}: the smallest print is ${print.toFixed(1)} pt; a larger sheet or a view of fewer zones has larger print.`;
