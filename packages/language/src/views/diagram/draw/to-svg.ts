import { counted } from '../../../model/index.ts';
import type { DiagramGraph } from '../content/graph.ts';
import { emptyNote, headingOf } from '../content/notes.ts';
import { faces, sizes } from '../measure/measures.ts';
import type { Positioned, PositionedZone } from '../layout/positioned.ts';
import { lineFacts } from './svg-conduit.ts';
import { defsSvg, drawingSvg, flatten } from './svg-drawing.ts';
import { showsOf } from './legend-cases.ts';
import { legendOf, styledTones, tonesOf } from './svg-legend.ts';
import { text } from './svg-marks.ts';
import { styleSheet } from './svg-style.ts';
import { colourNote, titleBlock, titleBlockOf } from './svg-title.ts';
import { shorten, wrap } from '../measure/text.ts';
import { allTones, type Theme } from './theme.ts';
import { escape, number, tag } from '../../text/xml.ts';

const margin = 28;
const headHeight = 52;
const headLine = 24;
const leastWidth = 760;

function sentence({ node, box }: PositionedZone, { colour }: DiagramGraph): string {
    const target = node.levels.slT.every(level => level === null)
        ? 'no SL-T'
        : `SL-T ${node.levels.slT.map(level => level ?? '–').join(' ')}`;
    const facts = [
        node.kind,
        node.purdue === null ? null : `level ${node.purdue}`,
        ...node.traits,
        node.phase?.words ?? null,
        target,
        // What the colour says stands on the zone in words too.
        node.phase === null && (colour === 'gap' || colour === 'requirement') ? box.header.chip.text : null,
    ];
    return `Zone ${node.title ?? node.name} (${[...new Set(facts)].filter(part => part !== null).join(', ')}).`;
}

/** The picture in words, for those who do not see it. Long models are summed up. */
export function description(graph: DiagramGraph, zones: readonly PositionedZone[]): string {
    const all = flatten(zones);
    const conduits = graph.conduits.filter(conduit => conduit.kind === 'conduit');
    const stray = graph.conduits.length - conduits.length;
    const counts = `${counted(all.length, 'zone')} and ${counted(conduits.length, 'conduit')}.`;
    const missing = graph.notUnderstood > 0 ? ' Incomplete: a part of the text was not understood.' : '';
    const more = (stray === 0 ? '' : ` ${counted(stray, 'connection is', 'connections are')} in no conduit.`) + missing;
    if (all.length + conduits.length > 60) return counts + more;
    const joined = graph.conduits.map(conduit => {
        const ends = [...conduit.ends, ...conduit.away.map(({ id }) => `${id} (not in this picture)`)];
        const devices = conduit.devices.map(device => device.name);
        const via = devices.length === 0 ? '' : ` via ${devices.join(', ')}`;
        const facts = [...lineFacts(conduit), conduit.phase?.words ?? ''].filter(part => part !== '').join(', ');
        const name = `${conduit.kind === 'conduit' ? 'Conduit ' : ''}${conduit.title ?? conduit.name}`;
        return `${name} between ${ends.join(', ')}${via}${facts === '' ? '' : ` (${facts})`}.`;
    });
    return [counts + more, ...all.map(zone => sentence(zone, graph)), ...joined].join(' ');
}

/** What the reader of a picture has to know: of the layout, then of the content. */
export function notesOf(positioned: Positioned): string[] {
    const { graph, reason, engine } = positioned;
    const grid =
        engine === 'grid' && reason !== null
            ? [
                  `${reason} This is a plain grid: lines run straight, below the boxes. A view of fewer zones ` +
                      'gives a better picture.',
              ]
            : [];
    return [...grid, ...emptyNote(graph), ...graph.notes];
}

/**
 * Draws a positioned diagram: one self-contained SVG without script, the same bytes for the same input on every
 * machine. Groups that stand for an element carry its id in `data-id`, and in `data-key` what sets them apart from any
 * other group. A line of flows carries the id of the first in `data-id` and all of them in `data-flows`, one a line.
 */
export function toSvg(positioned: Positioned, theme: Theme = 'light'): string {
    const { graph } = positioned;
    const down = graph.direction === 'down';
    const bandRoom = positioned.bands.length > 0 ? sizes.bandGutter[graph.direction] : 0;
    const left = margin + (down ? bandRoom : 0);
    const scale = frameScale(positioned.width);
    const width = Math.ceil(Math.max(leastWidth, left + positioned.width + margin + 12));
    const inner = width - 2 * margin;
    const sheet = inner / scale;
    const title = headingOf(graph);
    const headLines = wrap(title, faces.heading, sheet, 3, 'with hyphens');
    const moreHead = (Math.max(1, headLines.length) - 1) * headLine;
    const top = margin + (headHeight + moreHead) * scale + (down ? 12 : bandRoom);
    const shift = { x: left + Math.max(0, Math.floor((width - left - margin - 12 - positioned.width) / 2)), y: top };
    const tones = tonesOf(graph, allTones);
    const legend = legendOf(graph, tones, sheet - titleBlock.width - 30);
    const notes = notesOf(positioned).flatMap(note => wrap(note, faces.conduitMeta, sheet - titleBlock.width - 30, 3));
    const footTop = Math.ceil(top + positioned.height + 34);
    const words = 22 + legend.height + notes.length * 15;
    const block = titleBlockOf(graph);
    const foot = Math.max(block.height, words);
    const height = Math.ceil(footTop + foot * scale + margin);

    const sub = [graph.view ? graph.view.title : 'Zones and conduits', `coloured ${colourNote(graph)}`]
        .concat(graph.asFound ? ['as found'] : [])
        .concat(graph.whatIf ? ['what if'] : [])
        .join(' · ');
    const placed = (x: number, y: number): string => `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;
    const drawing = tag(
        'g',
        { class: 'drawing', transform: `translate(${shift.x} ${shift.y})` },
        drawingSvg(positioned, margin - shift.x, inner),
    );

    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${number(height)}" viewBox="0 0 ` +
            `${width} ${number(height)}" role="img" aria-labelledby="iacs-title iacs-desc" ` +
            `data-engine="${positioned.engine}">`,
        tag('title', { id: 'iacs-title' }, escape(`${title}: zones and conduits`)),
        tag('desc', { id: 'iacs-desc' }, escape(description(graph, positioned.zones))),
        tag(
            'style',
            {},
            styleSheet(theme, styledTones(graph), width > height ? 'landscape' : 'portrait', {
                shows: showsOf(graph),
            }),
        ),
        defsSvg([positioned]),
        tag('rect', { class: 'canvas', width, height }),
        tag('rect', { class: 'rim', x: 10.5, y: 10.5, width: width - 21, height: height - 21 }),
        tag(
            'g',
            { class: 'headline', 'data-id': graph.system?.id ?? null, transform: placed(margin, margin) },
            ...headLines.map((line, index) => text('heading', 0, 18 + index * headLine, line)),
            text('lm', 0, 36 + moreHead, shorten(sub, faces.conduitMeta, sheet)),
        ),
        drawing,
        tag(
            'g',
            { class: 'foot', transform: placed(margin, footTop) },
            legend.height > 0 ? text('ls', 0, 10, 'Legend') : '',
            legend.svg(0, 20),
            ...notes.map((note, index) => text('lm', 0, 34 + legend.height + index * 15, note)),
            block.svg(Math.floor(sheet - titleBlock.width), foot - block.height),
        ),
        '</svg>\n',
    ].join('\n');
}

/** Heading, legend and title block grow with the picture, so that they can be read when all of it is in sight. */
function frameScale(width: number): number {
    return Math.min(8, Math.max(1, Math.round(width / 180) / 10));
}
