import type { Band } from '../layout/positioned.ts';
import { faces } from '../measure/measures.ts';
import { text } from './svg-marks.ts';
import { shorten, wrap } from '../measure/text.ts';
import { bandWords } from '../content/words.ts';
import { escape, tag } from '../../text/xml.ts';

/**
 * The stripe of a Purdue level with its name at the beginning.
 * @param inner inside a zone, where there is room for a short name only
 */
export function bandSvg(band: Band, down: boolean, inner: boolean): string {
    const { rect } = band;
    const { name, note, short } = bandWords(band);
    const stripe = inner
        ? ''
        : tag('rect', { class: 'band', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 4 });
    if (inner) {
        return tag(
            'g',
            { class: 'level' },
            tag('title', {}, escape(`${name}: ${note}`)),
            tag('rect', { class: 'inband', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 3 }),
            text('il', down ? rect.x + 5 : rect.x + 6, rect.y + 14, shorten(short, faces.innerBand, 38)),
        );
    }
    const lines = wrap(note, faces.bandNote, 78, 5);
    const x = down ? rect.x + 12 : rect.x + 10;
    const y = rect.y + 24;
    return tag(
        'g',
        { class: 'level' },
        stripe,
        text('bt', x, y, name),
        ...lines.map((line, index) => text('bn', x, y + 15 + index * 13, line)),
    );
}
