import { faces } from '../measure/measures.ts';
import { fontFamily, type Face } from '../measure/text.ts';
import { colour, toneColours, type SurfaceColour, type Theme } from './theme.ts';
import type { Tone } from '../content/graph.ts';

const faceOf = (face: Face): string => `font-size:${face.size}px${face.bold ? ';font-weight:700' : ''}`;

/**
 * The style sheet of a picture.
 * @param used the tones in it, in a fixed order
 */
export function styleSheet(theme: Theme, used: readonly Tone[]): string {
    const c = (name: SurfaceColour): string => colour(name, theme);
    const rules = [
        `text{font-family:${fontFamily};fill:${c('ink')};font-size:11px}`,
        `.canvas{fill:${c('canvas')}}`,
        `.rim{fill:none;stroke:${c('rule')}}`,
        `.heading{${faceOf(faces.heading)}}`,
        `.zt{${faceOf(faces.zoneTitle)}}`,
        `.zm{${faceOf(faces.zoneMeta)}}`,
        `.ct{${faceOf(faces.conduitTitle)}}`,
        `.cm{${faceOf(faces.conduitMeta)};fill:${c('muted')}}`,
        `.cf{${faceOf(faces.conduitMeta)}}`,
        `.at{${faceOf(faces.assetTitle)};text-anchor:middle}`,
        `.an{${faceOf(faces.assetName)};fill:${c('muted')};text-anchor:middle}`,
        `.chip{${faceOf(faces.chip)};text-anchor:middle}`,
        `.sv{${faceOf(faces.stripValue)};text-anchor:middle}`,
        `.sn{${faceOf(faces.strip)};fill:${c('muted')};text-anchor:middle}`,
        `.bt{${faceOf(faces.band)};fill:${c('muted')}}`,
        `.bn{${faceOf(faces.bandNote)};fill:${c('muted')}}`,
        `.lt{${faceOf(faces.frame)}}`,
        `.ls{${faceOf(faces.frameStrong)}}`,
        `.lm{${faceOf(faces.conduitMeta)};fill:${c('muted')}}`,
        `.inband{fill:${c('ink')};opacity:.04}`,
        `.il{font-size:9.5px;fill:${c('muted')}}`,
        `.band{fill:${c('band')};stroke:${c('rule')};stroke-width:.6;stroke-dasharray:1 3}`,
        `.body{stroke-width:1.25}`,
        `.safe{fill:none;stroke-width:1.25}`,
        `.chipbox{fill:${c('card')};stroke-width:1}`,
        `.cell{stroke-width:1}`,
        `.own{fill:none;stroke:${c('rule')};stroke-dasharray:3 2}`,
        `.card{fill:${c('card')};stroke:${c('rule')}}`,
        `.connector{stroke:${c('line')};stroke-linejoin:round}`,
        `.away{fill:none;stroke:${c('line')};stroke-width:1.2;stroke-linejoin:round}`,
        `.bad{stroke:${c('error')};stroke-dasharray:4 3}`,
        `.ic{fill:${c('card')};stroke:${c('ink')};stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}`,
        `.f{fill:${c('ink')};stroke:none}`,
        `.wire{fill:none;stroke:${c('line')};stroke-width:1.75;stroke-linejoin:round}`,
        `.clear{stroke-dasharray:8 4}`,
        `.stray{stroke:${c('error')};stroke-dasharray:2 4;stroke-linecap:round}`,
        `.under{fill:none;stroke:${c('untrusted')};stroke-width:7;stroke-linejoin:round;stroke-dasharray:3 3}`,
        `.bar{fill:none;stroke:${c('line')};stroke-width:3;stroke-linecap:round}`,
        `.head{fill:${c('line')}}`,
        `.headbad{fill:${c('error')}}`,
        `.error{fill:${c('error')}}.warning{fill:${c('warning')}}.info{fill:${c('info')}}`,
        `.on{fill:${c('onBadge')};font-size:10px;font-weight:700;text-anchor:middle}`,
        `.undeclared{fill:${c('error')}}`,
        `.haz{fill:${c('hazard')}}.hazline{stroke:${c('onHazard')};stroke-width:4}`,
        `.mark{fill:none;stroke:${c('ink')};stroke-width:1.4;stroke-linecap:round}`,
        `.disc{fill:${c('ink')}}.ondisc{fill:${c('canvas')};font-size:9px;font-weight:700;text-anchor:middle}`,
        `.rule{stroke:${c('rule')};fill:none}`,
        `.step{fill:${c('canvas')};font-size:11px;font-weight:700;text-anchor:middle}`,
        `.pipe{fill:none;stroke:${c('line')};stroke-width:8;stroke-linejoin:round}.bore{fill:none;stroke:${c('bore')};stroke-width:5.5;stroke-linejoin:round}`,
        // What is off a path steps back, but its words can still be read.
        `.pale>rect,.pale>path,.pale>use,.pale>circle,.pale>g>rect,.pale>g>path,.pale>g>circle{opacity:.35}.pale text{fill:${c('muted')}}`,
        `.strong>.body,.strong>.wire{stroke-width:3}`,
    ];
    for (const tone of used) {
        const { body, head, edge } = toneColours(tone, theme);
        rules.push(`.${tone}>.body{fill:${body};stroke:${edge}}.${tone}>.top{fill:${head}}.${tone}>.chipbox,.${tone}>.safe,.${tone}>.cell,.${tone}>.topline{stroke:${edge}}.${tone}>.cell,.${tone}>.swatch{fill:${head};stroke:${edge}}`);
    }
    return `\n${rules.join('\n')}\n`;
}
