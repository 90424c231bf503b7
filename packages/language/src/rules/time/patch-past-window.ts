import { isSameVersion } from '../../advisories/same-version.ts';
import type { Asset, Lookup, Patch, Window } from '../../model/index.ts';
import { isDoneBy, nameOf } from '../../model/index.ts';
import type { PatchState } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { related } from '../say/related.ts';

/** States in which a patch may be installed. */
const ready: ReadonlySet<PatchState> = new Set(['approved', 'released', 'authorized', 'effective']);

/** The windows of an asset and of the zones around it. */
function windowsOf(lookup: Lookup, asset: Asset): readonly Window[] {
    return [...asset.windows, ...lookup.chain(asset.container).flatMap(zone => zone.windows)];
}

/** The first window that was over without the patch, though it was ready before. */
function missed(lookup: Lookup, asset: Asset, { on }: Patch, today: string): Window | undefined {
    return windowsOf(lookup, asset)
        .filter(({ to }) => to.date < today && (on === null || to.date >= on.date))
        .sort((a, b) => (a.to.date < b.to.date ? -1 : 1))[0];
}

/** True where a later line says that it is installed or not to be, or the asset or its type has that version. */
function isSettled(lookup: Lookup, asset: Asset, patch: Patch, today: string): boolean {
    const { patches } = asset;
    const version = asset.version ?? lookup.typesOf(asset).find(type => type.version !== null)?.version ?? null;
    const isOf = (of: string): boolean => isSameVersion(of, patch.version);
    const isLater = ({ on }: Patch): boolean => on === null || on.date >= patch.on!.date;
    const settles = (each: Patch): boolean =>
        isOf(each.version) && !ready.has(each.state) && isDoneBy(each, today) !== false && isLater(each);
    return (version !== null && isOf(version)) || patches.some(settles);
}

export default {
    id: 'patch-past-window',
    severity: 'warning',
    basis: ['SR 3.4', 'SR 7.3'],
    summary: 'A patch was ready, and a window passed without it.',
    why:
        'Where work is done once or twice a year, a missed window leaves a known vulnerability open until the ' +
        'next one. IEC TR 62443-2-3 asks who decided that a patch waits, and what protects the asset meanwhile.',
    falsePositives:
        'The patch was left out on purpose: write its state (not-authorized) and the countermeasure instead.',
    check({ model, lookup, today }, report) {
        for (const asset of model.assets) {
            const { patchedTo } = asset;
            for (const patch of asset.patches) {
                if (!ready.has(patch.state)) continue;
                // A day to come is the plan that is asked for. Nobody knows what one says that cannot be read.
                if (patchedTo && isSameVersion(patchedTo.version, patch.version) && isDoneBy(patchedTo, today) !== null)
                    continue;
                // Without the day on which it was ready every window of the past would count.
                if (patch.on === null || isSettled(lookup, asset, patch, today)) continue;
                const window = missed(lookup, asset, patch, today);
                if (!window) continue;
                report({
                    at: nameOf(patch.origin),
                    subject: asset.id,
                    message:
                        `${patch.version} of ${asset.id} is ${patch.state} since ${patch.on.date}, and ` +
                        `${window.title === '' ? 'a window' : window.title} passed on ${window.to.date} without it. ` +
                        'Write `patched to` where it is installed, or plan it for the next window.',
                    related: related('The window that passed.', [window]),
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  window "Yearly stop" 2026-04-10 to 2026-04-14
  asset Plc1 : plc {
    patch "V3.2" state approved on 2026-02-01
          ^^^^^^
  }
}
`,
        },
        {
            title: 'Installed in the window',
            before: `system Plant
zone Control {
  window "Yearly stop" 2026-04-10 to 2026-04-14
  asset Plc1 : plc {
    patch "V3.2" state installed on 2026-04-11
    patched to "V3.2" on 2026-04-11
  }
}
`,
        },
    ],
} satisfies Rule;
