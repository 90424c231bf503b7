import type { Paint } from 'iacs-language/findings';

/** What other catalogues say beside a requirement, each with its source. */
export async function crossReferences(id: string, paint: Paint): Promise<string[]> {
    const base = id.split(' RE ')[0]!;
    const [attack, csf, nerc] = await Promise.all([
        import('iacs-language/catalogue/attack'), import('iacs-language/catalogue/csf'), import('iacs-language/catalogue/nerc'),
    ]);
    const open = attack.techniquesLeftOpen(requirement => requirement !== base).filter(({ requirements }) => requirements.includes(base));
    const subcategories = csf.csfSubcategoriesOf(base);
    const cip = nerc.nercReferencesOf(base);
    return [
        ...(open.length === 0 ? [] : [
            `${paint('bold', 'ATT&CK for ICS techniques that it helps against when met')}:`,
            ...open.map(({ technique }) => `  ${technique.id} ${technique.name}`),
            paint('dim', `  ${attack.attackNotice.designation}`), '',
        ]),
        ...(subcategories.length === 0 ? [] : [`${paint('bold', 'NIST CSF 1.1')}: ${subcategories.join(', ')} ${paint('dim', '(NIST CSWP 04162018, Appendix A)')}`]),
        ...(cip.length === 0 ? [] : [`${paint('bold', 'See also NERC CIP')}: ${[...new Set(cip.flatMap(({ nerc: ids }) => ids))].join(', ')} ${paint('dim', '(by way of NCA OTCCMM-1:2022)')}`]),
    ];
}
