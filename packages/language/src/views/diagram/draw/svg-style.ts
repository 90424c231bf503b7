import { fontFamily } from '../measure/text.ts';
import { textLooks, type TextLook } from './text-looks.ts';
import { colour, toneColours, type SurfaceColour, type Theme } from './theme.ts';
import type { Tone } from '../content/graph.ts';

function lookOf({ face, colour: name, middle }: TextLook, c: (name: SurfaceColour) => string): string {
    return (
        `font-size:${face.size}px${face.bold ? ';font-weight:700' : ''}${name ? `;fill:${c(name)}` : ''}` +
        `${middle ? ';text-anchor:middle' : ''}`
    );
}

/** What a picture has beside the model of the day: looks of their own. */
export interface Shows {
    readonly asFound?: boolean;
    /** What is planned or retired. */
    readonly otherDays?: boolean;
    /** A cut, or what is reached. */
    readonly supposed?: boolean;
}

/** Of lines and borders of what is not there on the day. */
export const laterDashes = '11 4 2 4';

/** Text looks of the plant as found alone. */
const foundTexts: readonly string[] = ['cfd', 'cfx'];

/** Declared grey, seen as ever, seen only red, permitted only dotted. */
function foundRules(c: (name: SurfaceColour) => string): readonly string[] {
    return [
        `.wire.declared{stroke:${c('rule')}}.wire.alone{stroke:${c('error')};stroke-width:2.25}`,
        `.wire.permitted{stroke:${c('rule')};stroke-dasharray:.1 4;stroke-linecap:round;stroke-width:2.25}`,
        `.head.declared{fill:${c('rule')}}.head.alone{fill:${c('error')}}`,
        `.head.permitted{fill:none;stroke:${c('muted')};stroke-width:.8;stroke-dasharray:1 1}`,
        `.halo{fill:none;stroke:${c('error')};stroke-width:6.5;stroke-linejoin:round;opacity:.4}`,
    ];
}

/** A cut, and what is reached. */
function supposedRules(c: (name: SurfaceColour) => string): readonly string[] {
    return [
        `.cutdisc{fill:${c('canvas')};stroke:${c('error')};stroke-width:2}.cutcross,.strike{fill:none;stroke:` +
            `${c('error')};stroke-width:2}`,
        `.strike{stroke-width:1.5}.struck{fill:none;stroke:${c('error')};stroke-width:2.5}`,
    ];
}

/** What is not there on the day: dashes and dots, and what has gone is pale besides. */
function otherDaysRules(): readonly string[] {
    const dashes = `stroke-dasharray:${laterDashes}`;
    return [
        `.planned>.body,.retired>.body,.planned>.card,.retired>.card,.planned>.wire,.retired>.wire,.later{${dashes}}`,
        '.planned>.ic,.retired>.ic{stroke-dasharray:3 2}.planned>.top,.retired>.top{opacity:.45}',
        '.retired>.body,.retired>.wire,.retired>.ic,.retired>.card{opacity:.5}',
    ];
}

/**
 * The style sheet of a picture.
 * @param used the tones in it, in a fixed order
 * @param paper size and orientation of a page in print, in the words of CSS
 * @param margin of that page
 * @param shows what is beside the model of the day
 */
export function styleSheet(
    theme: Theme,
    used: readonly Tone[],
    paper: string,
    { margin = '8mm', shows = {} }: { readonly margin?: string; readonly shows?: Shows } = {},
): string {
    const c = (name: SurfaceColour): string => colour(name, theme);
    const { asFound = false, otherDays = false, supposed = false } = shows;
    const rules = [
        `text{font-family:${fontFamily};fill:${c('ink')};font-size:11px}`,
        ...Object.entries(textLooks)
            .filter(([name]) => asFound || !foundTexts.includes(name))
            .map(([name, look]) => `.${name}{${lookOf(look, c)}}`),
        `.canvas{fill:${c('canvas')}}`,
        `.rim{fill:none;stroke:${c('rule')}}`,
        `.inband{fill:${c('ink')};opacity:.04}`,
        `.band{fill:${c('band')};stroke:${c('rule')};stroke-width:.6;stroke-dasharray:1 3}`,
        `.body{stroke-width:1.25}`,
        `.safe{fill:none;stroke-width:1.25}`,
        `.chipbox{fill:${c('card')};stroke-width:1}`,
        `.cell{stroke-width:1}`,
        `.own{fill:none;stroke:${c('rule')};stroke-dasharray:3 2}.unseen{stroke:none}`,
        `.card{fill:${c('card')};stroke:${c('rule')}}`,
        `.connector{stroke:${c('line')};stroke-linejoin:round}`,
        `.away{fill:none;stroke:${c('line')};stroke-width:1.2;stroke-linejoin:round}`,
        `.bad{stroke:${c('error')};stroke-dasharray:4 3}`,
        `.ic{fill:${c('card')};stroke:${c('ink')};stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}`,
        `.f{fill:${c('ink')};stroke:none}`,
        `.wire{fill:none;stroke:${c('line')};stroke-width:1.75;stroke-linejoin:round}`,
        `.clear{stroke-dasharray:8 4}`,
        `.stray{stroke:${c('error')};stroke-dasharray:2 4;stroke-linecap:round}`,
        ...(asFound ? foundRules(c) : []),
        ...(otherDays ? otherDaysRules() : []),
        ...(supposed ? supposedRules(c) : []),
        `.under{fill:none;stroke:${c('untrusted')};stroke-width:7;stroke-linejoin:round;stroke-dasharray:3 3}`,
        `.bar{fill:none;stroke:${c('line')};stroke-width:3;stroke-linecap:round}`,
        `.head{fill:${c('line')}}`,
        `.headbad{fill:${c('error')}}`,
        `.error{fill:${c('error')}}.warning{fill:${c('warning')}}.info{fill:${c('info')}}`,
        `.undeclared{fill:${c('error')}}`,
        `.haz{fill:${c('hazard')}}.hazline{stroke:${c('onHazard')};stroke-width:4}`,
        `.mark{fill:none;stroke:${c('ink')};stroke-width:1.4;stroke-linecap:round}`,
        `.cloud{fill:none;stroke:${c('error')};stroke-width:2}`,
        `.disc{fill:${c('ink')}}`,
        `.rule{stroke:${c('rule')};fill:none}`,
        `.pipe{fill:none;stroke:${c('line')};stroke-width:8;stroke-linejoin:round}.bore{fill:none;stroke:` +
            `${c('bore')};stroke-width:5.5;stroke-linejoin:round}`,
        // What is off a path steps back, but its words can still be read.
        '.pale>rect,.pale>path,.pale>use,.pale>circle,.pale>g>rect,.pale>g>path,.pale>g>circle{opacity:.35}.pale ' +
            `text{fill:${c('muted')}}`,
        // A browser prints the whole picture on one page of its shape.
        `@page{size:${paper};margin:${margin}}@media print{svg:root{width:100%;height:100vh}}`,
        `.strong>.body,.strong>.wire{stroke-width:3}`,
    ];
    for (const tone of used) {
        const { body, head, edge } = toneColours(tone, theme);
        rules.push(
            `.${tone}>.body{fill:${body};stroke:${edge}}.${tone}>.top{fill:${head}}` +
                `.${tone}>.chipbox,.${tone}>.safe,.${tone}>.cell,.${tone}>.topline{stroke:${edge}}` +
                `.${tone}>.cell,.${tone}>.swatch{fill:${head};stroke:${edge}}`,
        );
    }
    for (const tone of used.filter(each => each.startsWith('gap-'))) {
        const { body, edge } = toneColours(tone, theme);
        rules.push(`.${tone}>.card{fill:${body};stroke:${edge};stroke-width:2.5}`);
    }
    return `\n${rules.join('\n')}\n`;
}
