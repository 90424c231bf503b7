import { sizes } from '../measure/measures.ts';
import { headingOf } from '../content/notes.ts';
import type { Positioned } from '../layout/positioned.ts';
import { escape, number, tag } from '../../text/xml.ts';
import { defsSvg, drawingSvg } from './svg-drawing.ts';
import { showsOf } from './legend-cases.ts';
import { styledTones } from './svg-legend.ts';
import { styleSheet } from './svg-style.ts';
import type { Theme } from './theme.ts';
import { description } from './to-svg.ts';

const margin = 14;

/**
 * The drawing for a screen: without heading, frame, legend and title block, which belong on paper. A page that shows it
 * has its own places for what they say.
 */
export function toScreenSvg(positioned: Positioned, theme: Theme = 'auto'): string {
    const { graph, bands } = positioned;
    const down = graph.direction === 'down';
    const gutter = bands.length > 0 ? sizes.bandGutter[graph.direction] : 0;
    const [left, top] = [margin + (down ? gutter : 0), margin + (down ? 0 : gutter)];
    const width = Math.ceil(left + positioned.width + margin);
    const height = Math.ceil(top + positioned.height + margin);
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ` +
            `${height}" role="img" aria-labelledby="iacs-title iacs-desc" data-engine="${positioned.engine}">`,
        tag('title', { id: 'iacs-title' }, escape(`${headingOf(graph)}: zones and conduits`)),
        tag('desc', { id: 'iacs-desc' }, escape(description(graph, positioned.zones))),
        tag(
            'style',
            {},
            styleSheet(theme, styledTones(graph), width > height ? 'landscape' : 'portrait', { shows: showsOf(graph) }),
        ),
        defsSvg([positioned]),
        tag('rect', { class: 'canvas', width, height }),
        tag(
            'g',
            { class: 'drawing', transform: `translate(${number(left)} ${number(top)})` },
            drawingSvg(positioned, margin - left, width - 2 * margin),
        ),
        '</svg>\n',
    ].join('\n');
}
