import type { Paint } from 'iacs-language/findings';

/** What other catalogues say beside a requirement, each with its source. */
export async function crossReferences(id: string, paint: Paint): Promise<string[]> {
    const base = id.split(' RE ')[0]!;
    const [attack, csf, nerc, regulations] = await Promise.all([
        import('iacs-language/catalogue/attack'),
        import('iacs-language/catalogue/csf'),
        import('iacs-language/catalogue/nerc'),
        import('iacs-language/catalogue/regulations'),
    ]);
    const techniques = [...new Set(attack.mitigationsBy(base).flatMap(mitigation => mitigation.mitigates))];
    const alone = new Set(
        attack.techniquesLeftOpen(requirement => requirement !== base).map(({ technique }) => technique.id),
    );
    const subcategories = csf.csfSubcategoriesOf(base);
    const cip = nerc.nercReferencesOf(base);
    const nis2 = regulations.regulationsOf(id).filter(({ regulation }) => regulation === 'nis2');
    return [
        ...(techniques.length === 0
            ? []
            : [
                  paint('bold', 'ATT&CK for ICS techniques left open when it is unmet and nothing else is in place') +
                      ':',
                  ...techniques.map(
                      each =>
                          `  ${each} ${attack.techniqueById(each)?.name ?? ''}` +
                          `${alone.has(each) ? ' (no other requirement works against it)' : ''}`,
                  ),
                  paint('dim', `  ${attack.attackNotice.designation}`),
                  paint('dim', `  ${attack.attackNotice.licence}`),
                  '',
              ]),
        ...(subcategories.length === 0
            ? []
            : [
                  `${paint('bold', 'NIST CSF 1.1')}: ${subcategories.join(', ')} ` +
                      `${paint('dim', '(NIST CSWP 04162018, Appendix A)')}`,
              ]),
        ...(cip.length === 0
            ? []
            : [
                  `${paint('bold', 'See also NERC CIP')}: ` +
                      `${[...new Set(cip.flatMap(({ nerc: ids }) => ids))].join(', ')} ` +
                      `${paint('dim', '(by way of NCA OTCCMM-1:2022)')}`,
              ]),
        ...regulations.regulationLines(nis2).map(line => `${paint('bold', 'See also')} ${line}`),
    ];
}
