import type { Band } from '../layout/positioned.ts';
import { faces } from '../measure/measures.ts';
import { text } from './svg-marks.ts';
import { shorten, wrap } from '../measure/text.ts';
import { bandWords } from '../content/words.ts';
import { escape, number, tag } from '../../text/xml.ts';

/** Where the name of a band is: at its left end, upwards at its left end, above its zones, or small inside a zone. */
export type BandName = 'beside' | 'upwards' | 'above' | 'inside';

/** How the words of a note that run upwards are apart, and how many lines of them there are beside the zones. */
const upwards = { first: 15, step: 12, lines: 2 } as const;

/** The note in so many lines, or what is left of it where it needs more. */
function noteLines(note: string, brief: string, room: number): string[] {
    const needed = wrap(note, faces.bandNote, room, 10).length;
    return wrap(needed <= upwards.lines ? note : brief, faces.bandNote, room, upwards.lines);
}

/** The stripe of a Purdue level with its name at the beginning. */
export function bandSvg(band: Band, at: BandName): string {
    const { rect } = band;
    const { name, note, brief, short } = bandWords(band);
    const inner = at === 'inside';
    const stripe = inner
        ? ''
        : tag('rect', { class: 'band', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 4 });
    if (inner) {
        return tag(
            'g',
            { class: 'level' },
            tag('title', {}, escape(`${name}: ${note}`)),
            tag('rect', { class: 'inband', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 3 }),
            text('il', rect.x + 5, rect.y + 14, shorten(short, faces.innerBand, 38)),
        );
    }
    if (at === 'upwards') {
        const room = rect.height - 16;
        const notes = noteLines(note, brief, room);
        return tag(
            'g',
            { class: 'level' },
            stripe,
            tag(
                'g',
                { transform: `translate(${number(rect.x)} ${number(rect.y + rect.height)}) rotate(-90)` },
                text('bt', 8, upwards.first, shorten(name, faces.band, room)),
                ...notes.map((line, index) => text('bn', 8, upwards.first + 1 + (index + 1) * upwards.step, line)),
            ),
        );
    }
    const beside = at === 'beside';
    const lines = beside ? wrap(note, faces.bandNote, 78, 5) : wrap(note, faces.bandNote, rect.width - 20, 2);
    const x = beside ? rect.x + 12 : rect.x + 10;
    const y = rect.y + 24;
    return tag(
        'g',
        { class: 'level' },
        stripe,
        text('bt', x, y, name),
        ...lines.map((line, index) => text('bn', x, y + 15 + index * 13, line)),
    );
}
