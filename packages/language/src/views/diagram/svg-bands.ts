import type { Band } from './positioned.ts';
import { faces } from './measures.ts';
import { text } from './svg-marks.ts';
import { wrap } from './text.ts';
import { bandWords } from './words.ts';
import { tag } from './xml.ts';

/**
 * The stripe of a Purdue level with its name at the beginning.
 * @param inner inside a zone, where there is room for a short name only
 */
export function bandSvg(band: Band, down: boolean, inner: boolean): string {
    const { rect } = band;
    const { name, note } = bandWords(band.rank);
    const stripe = inner ? '' : tag('rect', { class: 'band', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 4 });
    if (inner) {
        const short = band.rank === null ? '' : band.rank > 5 ? 'Ext.' : `L ${band.rank}`;
        return tag('g', { class: 'level' }, tag('title', {}, name),
            text('bn', down ? rect.x + 4 : rect.x + rect.width / 2 - 8, down ? rect.y + 24 : rect.y + 12, short));
    }
    const lines = wrap(note, faces.bandNote, 78, 3);
    const x = down ? rect.x + 12 : rect.x + 10;
    const y = rect.y + 24;
    return tag('g', { class: 'level' }, stripe, text('bt', x, y, name), ...lines.map((line, index) => text('bn', x, y + 15 + index * 13, line)));
}
