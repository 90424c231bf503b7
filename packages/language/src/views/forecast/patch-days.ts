import type { Levels } from '../../assessment/index.ts';
import { assess, levelsOf, readRiskMatrix } from '../../assessment/index.ts';
import type { Asset, Model } from '../../model/index.ts';
import { daysOfChange, lookup as lookupOf, onDay } from '../../model/index.ts';
import advisoryAffected from '../../rules/advisories/advisory-affected.ts';
import advisoryUnconfirmed from '../../rules/advisories/advisory-unconfirmed.ts';
import advisoryUndecided from '../../rules/advisories/advisory-undecided.ts';
import type { Answer, Rule } from '../../rules/engine/rule.ts';
import certificateOfAnotherVersion from '../../rules/parties/certificate-of-another-version.ts';
import patchStateUnknown from '../../rules/time/patch-state-unknown.ts';
import versionNotAsPatched from '../../rules/time/version-not-as-patched.ts';

/** The rules that ask what is installed on a day. */
const rules: readonly Rule[] = [
    advisoryAffected,
    advisoryUnconfirmed,
    advisoryUndecided,
    certificateOfAnotherVersion,
    patchStateUnknown,
    versionNotAsPatched,
];

/** A patch whose day changes what is found. */
export interface PatchDay {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    readonly asset: string;
    readonly version: string;
    /** The rules that find something of the asset from this day on, and those that find less. */
    readonly begins: readonly string[];
    readonly ends: readonly string[];
}

/** What is installed on a day. */
function dayOf({ patchedTo, patches }: Asset): readonly { readonly version: string; readonly date: string }[] {
    return [...(patchedTo ? [patchedTo] : []), ...patches.filter(({ state }) => state === 'installed')].flatMap(
        ({ version, on, unread }) => (on && !unread ? [{ version, date: on.date }] : []),
    );
}

/** The asset with what is installed on a day put off for ever. */
function putOff(asset: Asset, date: string): Asset {
    const later = <T extends { readonly on: Asset['patches'][number]['on'] }>(each: T): T =>
        each.on?.date === date ? { ...each, on: { ...each.on, date: '9999-12-31' } } : each;
    return { ...asset, patchedTo: asset.patchedTo && later(asset.patchedTo), patches: asset.patches.map(later) };
}

/** Asks the rules of some days. Of levels they ask the SL-T, which is one until something comes or goes. */
class Blaming {
    private readonly changes: readonly string[];
    private readonly levels = new Map<string, Levels>();

    constructor(whole: Model) {
        this.changes = daysOfChange(whole);
    }

    /** How often each rule blames each asset on a day: `rule asset`. */
    on(whole: Model, today: string): ReadonlyMap<string, number> {
        const model = onDay(whole, today);
        const lookup = lookupOf(model);
        const since = this.changes.findLast(day => day <= today) ?? '';
        const levels = this.levels.get(since) ?? levelsOf(lookup, today);
        this.levels.set(since, levels);
        const assessment = assess(lookup, { today, matrix: readRiskMatrix(null) }, levels);
        const context = { model, whole, lookup, assessment, today };
        const found = new Map<string, number>();
        for (const { id, check } of rules) {
            const report = ({ subject, related, gathers }: Answer): void => {
                const others = (related ?? []).flatMap(({ blamed }) => blamed?.subject ?? []);
                for (const each of new Set([...(gathers && others.length > 0 ? [] : [subject]), ...others]))
                    found.set(`${id} ${each}`, (found.get(`${id} ${each}`) ?? 0) + 1);
            };
            for (const _ of check(context, report) ?? []);
        }
        return found;
    }
}

/**
 * The days to come on which a patch is installed, as far as that changes what is found: nothing else is compared than
 * the same day with the patch and without it.
 */
export function patchDays(whole: Model, from: string, until: string): readonly PatchDay[] {
    const days = whole.assets.flatMap(asset => dayOf(asset).map(each => ({ ...each, asset: asset.id })));
    const ahead = Map.groupBy(
        days.filter(({ date }) => date > from && date <= until),
        ({ date }) => date,
    );
    const blaming = new Blaming(whole);
    return [...ahead].flatMap(([date, patched]) => {
        const without = { ...whole, assets: whole.assets.map(asset => putOff(asset, date)) };
        const [was, is] = [blaming.on(without, date), blaming.on(whole, date)];
        return patched.flatMap(({ asset, version }): readonly PatchDay[] => {
            const step = ({ id }: Rule): number => (is.get(`${id} ${asset}`) ?? 0) - (was.get(`${id} ${asset}`) ?? 0);
            const begins = rules.filter(rule => step(rule) > 0).map(({ id }) => id);
            const ends = rules.filter(rule => step(rule) < 0).map(({ id }) => id);
            return begins.length + ends.length === 0 ? [] : [{ date, asset, version, begins, ends }];
        });
    });
}
