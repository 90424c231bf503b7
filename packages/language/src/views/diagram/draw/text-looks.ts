import { faces } from '../measure/measures.ts';
import type { Face } from '../measure/text.ts';
import type { SurfaceColour } from './theme.ts';

/** How the text of a class is set. */
export interface TextLook {
    readonly face: Face;
    readonly colour?: SurfaceColour;
    /** Around its place; otherwise from it to the right. */
    readonly middle?: true;
}

const mark = (size: number): Face => ({ size, bold: true });

/** The classes of text in a picture. */
export const textLooks: Readonly<Record<string, TextLook>> = {
    heading: { face: faces.heading },
    zt: { face: faces.zoneTitle },
    zm: { face: faces.zoneMeta },
    ct: { face: faces.conduitTitle },
    cm: { face: faces.conduitMeta, colour: 'muted' },
    cf: { face: faces.conduitMeta },
    cfd: { face: faces.conduitMeta, colour: 'muted' },
    cfx: { face: faces.conduitMeta, colour: 'error' },
    at: { face: faces.assetTitle, middle: true },
    an: { face: faces.assetName, colour: 'muted', middle: true },
    chip: { face: faces.chip, middle: true },
    sv: { face: faces.stripValue, middle: true },
    sn: { face: faces.strip, colour: 'muted', middle: true },
    si: { face: faces.strip, middle: true },
    bt: { face: faces.band, colour: 'muted' },
    bn: { face: faces.bandNote, colour: 'muted' },
    il: { face: faces.innerBand, colour: 'muted' },
    lt: { face: faces.frame },
    ls: { face: faces.frameStrong },
    lm: { face: faces.conduitMeta, colour: 'muted' },
    on: { face: mark(10), colour: 'onBadge', middle: true },
    ondisc: { face: mark(10), colour: 'canvas', middle: true },
    step: { face: mark(11), colour: 'canvas', middle: true },
};
