import { counted } from 'iacs-language';
import type { Analysis } from 'iacs-language';
import type { DiagramOptions, LayoutEngine } from 'iacs-language/diagram';
import { inBundledFont, layout, toGraph, toMermaid, toSvg } from 'iacs-language/diagram';
import type { Drawing } from 'iacs-language/report';

/**
 * The drawings of a report: all zones and conduits, the gaps, and every view that the model declares. With `pixels`
 * they are to be rasterised.
 * @param gaveUp takes the reason why a drawing is a plain grid
 */
export async function drawingsOf(
    analysis: Analysis,
    engine: LayoutEngine,
    today: string,
    revision: string | null,
    pixels: boolean,
    gaveUp: (reason: string) => void,
): Promise<readonly Drawing[]> {
    const { model, whole } = analysis;
    if (model.zones.length === 0) return [];
    // A picture has what is planned and what is retired too, dashed.
    const later = whole.zones.length - model.zones.length + whole.conduits.length - model.conduits.length;
    const counts =
        `${counted(model.zones.length, 'zone')}, ${counted(model.conduits.length, 'conduit')}` +
        (later > 0 ? `, and dashed ${later} planned or retired` : '');
    const wanted: readonly {
        readonly title: string;
        readonly description: string;
        readonly options: DiagramOptions;
    }[] = [
        {
            title: 'Zones and conduits',
            description: `Zone diagram with assets: ${counts}; the tables below list them.`,
            options: {},
        },
        {
            title: 'Gaps',
            description:
                `Zone diagram without assets, coloured by the gap between SL-T and SL-A: ${counts}; the tables below ` +
                'list the gaps.',
            options: { colour: 'gap', detail: 'zones' },
        },
        ...model.views.map(view => ({
            title: view.title ?? view.name,
            description: view.description ?? `View ${view.name}: ${view.title ?? view.name}`,
            options: { view },
        })),
    ];
    const drawings: Drawing[] = [];
    for (const { title, description, options } of wanted) {
        const asked = toGraph(analysis, { ...options, date: today, revision });
        const graph = pixels ? inBundledFont(asked) : asked;
        const positioned = await layout(graph, engine);
        if (positioned.reason !== null) gaveUp(`${title}: ${positioned.reason}`);
        drawings.push({ title, description, svg: toSvg(positioned, 'light'), mermaid: toMermaid(graph) });
    }
    return drawings;
}
