import type { Face } from './text.ts';

/** The type scale of a diagram, in pixels. */
export const faces = {
    heading: { size: 20, bold: true },
    zoneTitle: { size: 14, bold: true },
    zoneMeta: { size: 11, bold: false },
    chip: { size: 11, bold: true },
    strip: { size: 10, bold: false },
    stripValue: { size: 11, bold: true },
    assetTitle: { size: 11, bold: false },
    assetName: { size: 10, bold: false },
    conduitTitle: { size: 12, bold: true },
    conduitMeta: { size: 10.5, bold: false },
    band: { size: 12, bold: true },
    bandNote: { size: 10.5, bold: false },
    innerBand: { size: 10, bold: false },
    frame: { size: 11, bold: false },
    frameStrong: { size: 11, bold: true },
} as const satisfies Record<string, Face>;

/** Distances of a diagram, in pixels. All boxes are built from these. */
export const sizes = {
    zonePadding: 14,
    titleLine: 18,
    metaLine: 15,
    chipHeight: 20,
    chipPadding: 8,
    stripe: 8,
    stripCell: 34,
    stripHeight: 32,
    cellWidth: 104,
    icon: 36,
    assetLine: 13,
    zoneWidth: 196,
    ownPadding: 12,
    conduitPadding: 8,
    conduitTitleLine: 15,
    conduitLine: 14,
    conduitText: 176,
    tagText: 132,
    tagPadding: 4,
    dot: 10,
    /** Half the breadth of the tip of a connector, and its length. */
    tip: 10,
    badge: 28,
    /** Kept free for a badge in every head: findings come and go, and nothing moves for them. */
    badgeRoom: 34,
    device: 34,
    deviceColumn: 72,
    deviceGap: 12,
    capsule: 26,
    flowArrow: 14,
    innerGutter: 44,
    /** For the names of bands above nested zones. */
    innerName: 16,
    /** For the names of bands: beside them where levels run down, above them where they run to the right. */
    bandGutter: { down: 96, right: 62 },
    /** The same on a sheet of paper, where names beside bands run upwards. */
    sheetGutter: { down: 46, right: 48 },
} as const;
