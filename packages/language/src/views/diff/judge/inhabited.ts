import { isSilent } from '../../../model/index.ts';
import type { Blamed } from './blamed.ts';
import { blamedOf } from './blamed.ts';
import type { Compared } from './reason.ts';

const rules: ReadonlySet<string> = new Set(['zone-without-target']);

/**
 * Of a zone without assets it says nothing of the plant that no SL-T is stated. With the first assets it does, though
 * the finding is not new.
 */
export function askedByFirstAssets({ before, after, asked, alike, partners }: Compared): readonly Blamed[] {
    const filled = asked.model.zones.filter(({ id }) => {
        // HEAD may state one, of which BASE asked nothing.
        if (!isSilent(after.assessment.of(id)?.slT ?? [])) return false;
        const old = before.lookup.zone(partners.get(id) ?? '');
        return old !== undefined && before.lookup.assetsIn(old.id).length === 0 && asked.lookup.assetsIn(id).length > 0;
    });
    if (filled.length === 0) return [];
    const names = new Set(filled.map(({ id }) => `zone ${id}`));
    const needed = [...rules].some(rule => alike?.has(rule));
    return blamedOf(needed ? alike!.ask(rules) : asked, null).filter(
        ({ about, finding }) => rules.has(finding.rule) && names.has(about ?? ''),
    );
}
