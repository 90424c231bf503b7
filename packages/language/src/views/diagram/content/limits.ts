/** Where a picture leaves things out, because they would be too small to read or too slow to place. */

/** With more assets than this, assets of one type in one zone are drawn as one. */
export const mostAssets = 400;
/** With more assets than this in one zone, those of one type are drawn as one there. */
export const mostInZone = 24;
/** With more zones than this, assets are drawn only when the reader or the view asks for them. */
export const mostZonesWithAssets = 120;
/** With more conduits than this, conduits are plain lines without names and devices. */
export const mostCards = 240;
