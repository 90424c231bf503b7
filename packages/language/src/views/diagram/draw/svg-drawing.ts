import { mostCards } from '../content/limits.ts';
import { icons } from '../content/icon-of.ts';
import type { Positioned, PositionedZone } from '../layout/positioned.ts';
import { tag } from '../../text/xml.ts';
import { hopsOf, legsDrawn } from './hops.ts';
import { iconSymbols } from './icons.ts';
import { withinOf } from './session.ts';
import { bandSvg } from './svg-bands.ts';
import { conduitSvg } from './svg-conduit.ts';
import { wiresSvg } from './svg-wire.ts';
import { headOver, zoneSvg } from './svg-zone.ts';

/** The zones and all that are nested in them. */
export function flatten(zones: readonly PositionedZone[]): PositionedZone[] {
    return zones.flatMap(zone => [zone, ...flatten(zone.zones)]);
}

function usedIcons(positioned: Positioned): string[] {
    return [
        ...flatten(positioned.zones).flatMap(zone => zone.assets.map(asset => asset.node.icon)),
        ...positioned.conduits.flatMap(conduit => conduit.node.devices.map(device => device.icon)),
    ];
}

/** What the drawings of a file refer to: the hazard pattern, and the icons that are in them. */
export function defsSvg(all: readonly Positioned[]): string {
    const used = new Set(all.flatMap(usedIcons));
    return tag(
        'defs',
        {},
        '<pattern id="iacs-hazard" width="10" height="10" patternUnits="userSpaceOnUse"><rect class="haz" ' +
            'width="10" height="10"/><path class="hazline" d="M-2 2L2 -2M-2 12L12 -2M8 12L12 8"/></pattern>',
        iconSymbols(icons.filter(icon => used.has(icon))),
    );
}

/**
 * Bands, zones, lines and conduits, from the left upper corner of the drawing.
 * @param left left edge of the bands, where they run across the picture
 * @param width of these
 * @param names how the names of bands run that run across the picture
 */
export function drawingSvg(
    positioned: Positioned,
    left: number,
    width: number,
    names: 'beside' | 'upwards' = 'beside',
): string {
    const down = positioned.graph.direction === 'down';
    const within = withinOf(positioned.zones);
    // On a grid lines run straight, below the boxes that lie in their way.
    const straight = positioned.engine === 'grid';
    // Bands run from one side of the sheet to the other, however narrow the drawing.
    const whole = down && positioned.strips === 1;
    const bands = positioned.bands.map(band => (whole ? { ...band, rect: { ...band.rect, x: left, width } } : band));
    const lines = positioned.conduits.map(conduit => ({ conduit, legs: legsDrawn(conduit) }));
    // With very many lines a jump at each crossing would be one more thing to look at.
    const hops =
        straight || positioned.conduits.length > mostCards ? undefined : hopsOf(lines.flatMap(each => each.legs));
    return [
        ...bands.map(band => bandSvg(band, down ? names : 'above')),
        tag('g', { class: 'zones' }, ...positioned.zones.map(zone => zoneSvg(zone, straight ? 'outer' : 'all'))),
        tag('g', { class: 'lines' }, ...lines.map(({ conduit, legs }) => wiresSvg(conduit, within, legs, hops))),
        straight ? tag('g', { class: 'zones' }, ...positioned.zones.map(zone => zoneSvg(zone, 'leaves'))) : '',
        tag(
            'g',
            { class: 'heads' },
            ...flatten(positioned.zones)
                .filter(zone => zone.head.crossed)
                .map(headOver),
        ),
        tag('g', { class: 'conduits' }, ...positioned.conduits.map(conduit => conduitSvg(conduit, down, within))),
    ].join('');
}
