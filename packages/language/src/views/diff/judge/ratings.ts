import { targetOf } from '../../../assessment/target.ts';
import type { Asset, Conduit, Lookup, Zone } from '../../../model/index.ts';
import { criticalities } from '../../../model/words.ts';
import { foreignMedium } from '../../../rules/ask/boundary-flows.ts';
import { assetTypes, networkDevices } from '../../../rules/ask/types.ts';
import { outwardTypes } from '../../../rules/ask/outside-lines.ts';
import { liesElsewhere, withInherited } from './moved-zones.ts';
import { pairsOf, type Compared, type Reasons } from './reason.ts';
import { isRelabelled, roleOf, sameProduct } from './relabelled.ts';

const outside: ReadonlySet<string | null> = new Set(['enterprise', 'external']);
const rankOf = (asset: Asset): number => (asset.criticality === null ? -1 : criticalities.indexOf(asset.criticality));

/** Traits that make somebody careful: to take one away asks for less. */
function judgeTraits(
    old: Zone | Conduit | Asset,
    now: Zone | Conduit | Asset,
    about: readonly string[],
    reasons: Reasons,
): void {
    const [was, is] = [new Set<string>(old.traits), new Set<string>(now.traits)];
    const [lost, won] = [[...was].filter(each => !is.has(each)), [...is].filter(each => !was.has(each))];
    if (lost.length > 0) reasons.worse('rating-lowered', `${now.id} is no longer called ${lost.join(', ')}`, about);
    if (won.length > 0) reasons.neutral('rating-raised', `${now.id} is called ${won.join(', ')}`, about);
}

/** Networks of others, or of radio, that carry a conduit: to name one no longer asks for less. */
function judgeCarriers({ before, asked, pairing }: Compared, old: Conduit, now: Conduit, reasons: Reasons): void {
    if (foreignMedium(before.lookup, old) === null || now.over.length > 0) return;
    const lost = old.over.map(({ id }) => pairing.elements.get(id) ?? id).filter(id => asked.lookup.zone(id));
    if (lost.length > 0)
        reasons.worse('rating-lowered', `${now.id} is no longer said to be carried over ${lost.join(', ')}`, [
            `conduit ${now.id}`,
        ]);
}

function judgeKind(old: Zone, now: Zone, about: readonly string[], reasons: Reasons): void {
    const [was, is] = [old.zoneKind, now.zoneKind];
    if (was === is) return;
    const text = `${now.id} is of kind ${is ?? 'not stated'}, where it was ${was ?? 'not stated'}`;
    // A session from the office may end in a DMZ: to call a zone of the plant one excuses those that end there.
    const isOpened = is === 'dmz' && !outside.has(was);
    const lowered =
        was !== null && (was === 'safety' || is === null || isOpened || (outside.has(was) && !outside.has(is)));
    if (lowered) reasons.worse('rating-lowered', text, about);
    else reasons.neutral('rating-raised', text, about);
}

/**
 * The SL-T of where an asset is; `null` where none holds for it: in a conduit, for what is neither a network device nor
 * on its boundary (`asset-in-no-zone` says so).
 */
function targetAt(lookup: Lookup, asset: Asset): readonly (number | null)[] | null {
    const conduit = lookup.conduit(asset.container);
    const zone = lookup.zone(asset.container);
    if (!conduit) return zone ? targetOf(lookup, zone).levels : null;
    const isIn = asset.type === null || networkDevices(lookup)(asset) || lookup.boundariesOf(asset.id).length > 0;
    return isIn ? targetOf(lookup, conduit).levels : null;
}

/** What an asset is called: to call a controller or a station of the plant something else asks less of it. */
function judgeRole({ before, after }: Compared, old: Asset, now: Asset, reasons: Reasons): void {
    if (after.problems.length > 0) return;
    const [first, last] =
        now.type?.id === old.type?.id
            ? [roleOf(before.lookup, old), roleOf(after.lookup, now)]
            : [old.type?.id, now.type?.id ?? 'not stated'];
    const ledOut = before.lookup.isA(old, ...outwardTypes) && !after.lookup.isA(now, ...outwardTypes);
    if (ledOut && sameProduct(before.lookup, old, after.lookup, now)) {
        const text = `${now.id} is of type ${last}, where it was ${first}: nothing says any more that it leads out`;
        reasons.worse('rating-lowered', text, [`asset ${now.id}`]);
        return;
    }
    if (!isRelabelled(before.lookup, old, after.lookup, now)) return;
    const cared = [...assetTypes.control, ...assetTypes.temporary, ...assetTypes.safety];
    const [was, is] = [before.lookup.isA(old, ...cared), after.lookup.isA(now, ...cared)];
    const isLower =
        was && (!is || (before.lookup.isA(old, ...assetTypes.safety) && !after.lookup.isA(now, ...assetTypes.safety)));
    const isDevice = !isLower && after.lookup.isA(now, 'network-device');
    const text =
        `${now.id} is of type ${last}, where it was ${first}` +
        (isDevice ? ': only the word has changed, so it is judged as before' : '');
    reasons.say(isLower ? 'worse' : 'neutral', isLower ? 'rating-lowered' : 'rating-raised', text, [`asset ${now.id}`]);
}

/** True for an asset that is in another zone or conduit now, of which less is asked. */
export function isAskedLess({ before, asked, pairing }: Compared, old: Asset, now: Asset): boolean {
    if (pairing.elements.get(old.container) === now.container) return false;
    const [was, is] = [targetAt(before.lookup, old), targetAt(asked.lookup, now)];
    return was !== null && is !== null && was.some((level, fr) => level !== null && level > (is[fr] ?? -1));
}

/** An asset that is in another zone or conduit now is asked what that one is asked. */
function judgePlace(compared: Compared, old: Asset, now: Asset, reasons: Reasons): void {
    const { before, asked, pairing } = compared;
    if (pairing.elements.get(old.container) === now.container) return;
    if (!targetAt(before.lookup, old) || !targetAt(asked.lookup, now)) return;
    const lower = isAskedLess(compared, old, now);
    const unsafe =
        before.lookup.kindOf(old.container) === 'safety' &&
        asked.lookup.zone(now.container) !== undefined &&
        asked.lookup.kindOf(now.container) !== 'safety';
    if (lower || unsafe) {
        reasons.worse(
            'moved-to-lower-target',
            `${now.id} was in ${old.container}, ${lower ? 'where the SL-T is higher' : 'a safety zone'}`,
            [`asset ${now.id}`],
        );
    }
}

/**
 * What people rate by hand: kinds, traits and criticalities. To rate lower asks for less; to rate higher makes nothing
 * worse.
 */
export function judgeRatings(compared: Compared, reasons: Reasons): void {
    const { before, after, pairing } = compared;
    for (const [old, now] of pairsOf(before.model.zones, after.model.zones, pairing.elements)) {
        const isElsewhere = liesElsewhere(old, now, pairing);
        const was = isElsewhere ? withInherited(before.lookup, old) : old;
        const is = isElsewhere ? withInherited(after.lookup, now) : now;
        judgeKind(was, is, [`zone ${now.id}`], reasons);
        judgeTraits(was, is, [`zone ${now.id}`], reasons);
    }
    for (const [old, now] of pairsOf(before.model.conduits, after.model.conduits, pairing.elements)) {
        judgeTraits(old, now, [`conduit ${now.id}`], reasons);
        judgeCarriers(compared, old, now, reasons);
    }
    for (const [old, now] of pairsOf(before.model.assets, after.model.assets, pairing.elements)) {
        const about = [`asset ${now.id}`];
        judgeTraits(old, now, about, reasons);
        const step = rankOf(now) - rankOf(old);
        const text =
            `the criticality of ${now.id} is ${now.criticality ?? 'not stated'}, where it was ` +
            `${old.criticality ?? 'not stated'}`;
        if (step < 0) reasons.worse('rating-lowered', text, about);
        if (step > 0) reasons.neutral('rating-raised', text, about);
        judgeRole(compared, old, now, reasons);
        judgePlace(compared, old, now, reasons);
    }
}
