import { attackNotice, mitigationsBy } from '../../catalogue/attack.ts';
import { byId } from '../../catalogue/by-id.ts';
import { csfSource } from '../../catalogue/csf.ts';
import { nercReferencesOf, nercSource } from '../../catalogue/nerc.ts';
import type { Source } from './data.ts';

/** NERC CIP requirements that the annex names in the same row, each once. */
export const nercTextsFor = byId((requirement): readonly string[] =>
    [...new Set(nercReferencesOf(requirement).flatMap(row => row.nerc))].sort(),
);

/**
 * Mitigations of ATT&CK for ICS that MITRE labels with the requirement, such as `M0932 Multi-factor Authentication`.
 */
export const attackReferencesFor = byId((requirement): readonly string[] =>
    mitigationsBy(requirement).map(each => `${each.id} ${each.name}`),
);

/** Where the columns come from and how far they may be relied on; has to be in every report that shows them. */
export const seeAlsoSources: readonly Source[] = [
    {
        name: 'NIST CSF 1.1',
        text:
            `${csfSource}. NIST names these references beside a subcategory; they are not exhaustive and do not show ` +
            'that an outcome is reached. They are cross-references only.',
    },
    {
        name: 'NERC CIP',
        text: `${nercSource}. Current CIP versions have other numbers; these are cross-references only.`,
    },
    {
        name: 'ATT&CK for ICS',
        text:
            `Mitigations that MITRE labels with the requirement, ATT&CK version ${attackNotice.version}. ` +
            `${attackNotice.designation} ${attackNotice.licence}`,
    },
    {
        name: 'IEC 62443',
        text:
            'Identifiers, short titles and levels of IEC 62443-3-3:2013 (with COR1:2014) and IEC 62443-3-2:2020. ' +
            'The text of the requirements is in the standards; this document does not replace them.',
    },
    {
        name: 'SL-T of a conduit',
        text:
            'Where a conduit states no SL-T, the highest SL-T of the zones that it connects is used, enterprise ' +
            'and external ones left aside. ' +
            'This is a convention: the standard gives no formula.',
    },
    {
        name: 'SL-A',
        text:
            'Computed from what the model says is met, compensated or excluded, requirement by requirement. An ' +
            'estimate from a model: it has to be verified on site.',
    },
];
