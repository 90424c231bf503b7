/** What an assessor says of a requirement, in the words of the language; `unsaid` for what was not assessed. */
export const assessorStates = ['meets', 'misses', 'excludes', 'compensates', 'planned', 'unsaid'] as const;
export type AssessorState = (typeof assessorStates)[number];

export interface ReadStatus {
    readonly state: AssessorState;
    /** True where a part is met: the language has no word between `meets` and `misses`. */
    readonly partly: boolean;
    /** Words beside the status that are worth keeping. */
    readonly more: string;
}

/** Status words of sheets in English, German, French and Spanish; a cell is compared whole. */
const words: Readonly<Record<AssessorState | 'partly', string>> = {
    meets: `
        meets, met, fully met, fulfilled, fully fulfilled, satisfied, compliant, fully compliant, conformant, conforms,
        conform, complies, implemented, fully implemented, in place, achieved, complete, completed, done, pass, passed,
        ok, okay, yes, y, true, ✓, ✔, ☑, ✅,
        erfüllt, voll erfüllt, vollständig erfüllt, umgesetzt, vollständig umgesetzt, vorhanden, konform, eingehalten,
        bestanden, i.o, i.o., in ordnung, ja, erledigt,
        conforme, entièrement conforme, satisfait, satisfaite, rempli, remplie, respecté, respectée, atteint, atteinte,
        en place, mis en œuvre, mise en œuvre, oui,
        cumple, cumplido, cumplida, satisfecho, satisfecha, implementado, implementada, implantado, implantada, sí, si`,
    misses: `
        misses, missed, missing, not met, unmet, not fulfilled, not satisfied, non compliant, noncompliant,
        not compliant, non conformant, nonconformity, non conformity, not implemented, not in place, absent, fail,
        failed, gap, no, n, nok, not ok, false, ✗, ✘, ☒, ❌,
        nicht erfüllt, unerfüllt, nicht umgesetzt, nicht vorhanden, fehlt, fehlend, nicht konform, abweichung,
        nicht eingehalten, nicht bestanden, n.i.o, n.i.o., nicht in ordnung, nicht ok, nein,
        non conforme, non satisfait, non satisfaite, non rempli, non remplie, non respecté, non respectée,
        non atteint, non atteinte, non mis en œuvre, non mise en œuvre, manquant, manquante, écart, non,
        no cumple, incumple, no cumplido, no cumplida, incumplido, incumplida, no satisfecho, no satisfecha,
        no implementado, no implementada, no implantado, no implantada, no conforme, falta, ausente`,
    partly: `
        partial, partially, partly, partially met, partly met, partially compliant, partly compliant,
        partially fulfilled, partially implemented, partly implemented, mostly met, largely met, mostly, largely,
        teilweise, teilweise erfüllt, zum teil erfüllt, teilerfüllt, teilweise umgesetzt, überwiegend erfüllt,
        weitgehend erfüllt, größtenteils erfüllt, teilweise konform,
        partiel, partielle, partiellement, partiellement conforme, partiellement satisfait, partiellement satisfaite,
        partiellement rempli, partiellement remplie, en partie, en partie conforme,
        parcial, parcialmente, cumple parcialmente, cumplimiento parcial, parcialmente cumplido,
        parcialmente implementado, parcialmente implementada, en parte`,
    excludes: `
        excludes, excluded, not applicable, n/a, n.a, n.a., na, not relevant, out of scope, does not apply,
        nicht anwendbar, nicht zutreffend, trifft nicht zu, nicht relevant, entfällt, ausgeschlossen, ausgenommen,
        sans objet, non applicable, s.o, s.o., hors périmètre, exclu, exclue, ne s'applique pas,
        no aplica, no aplicable, n/p, excluido, excluida, fuera de alcance, no procede`,
    compensates: `
        compensates, compensated, compensated for, compensating, compensating control, compensating countermeasure,
        compensating measure, met by compensating countermeasure, met by compensating measure,
        met by compensating control, met by other means, alternative measure,
        kompensiert, kompensierend, kompensationsmaßnahme, kompensierende maßnahme, ersatzmaßnahme,
        durch ersatzmaßnahme erfüllt, anderweitig erfüllt, ausgleichsmaßnahme, erfüllt durch ausgleichsmaßnahme,
        durch ausgleichsmaßnahme erfüllt, erfüllt durch ersatzmaßnahme, erfüllt durch kompensierende maßnahme,
        compensé, compensée, mesure compensatoire, contre mesure compensatoire, par compensation,
        compensado, compensada, medida compensatoria, control compensatorio`,
    planned: `
        planned, is planned, scheduled, in progress, in work, ongoing, in implementation, under implementation, to do,
        todo, to be implemented, to be done, open measure,
        geplant, ist geplant, in umsetzung, in arbeit, in bearbeitung, eingeplant, umzusetzen, vorgesehen,
        prévu, prévue, planifié, planifiée, en cours, à faire, à mettre en œuvre, programmé, programmée,
        planificado, planificada, previsto, prevista, en curso, en progreso, por hacer, por implementar, programado,
        programada`,
    unsaid: `
        capable, not assessed, not evaluated, not checked, not tested, not rated, unassessed, unknown, to be assessed, tbd, t.b.d,
        t.b.d., ?, -, –, —,
        nicht bewertet, nicht geprüft, nicht beurteilt, ungeprüft, unbekannt, zu prüfen, noch zu prüfen,
        non évalué, non évaluée, pas évalué, pas évaluée, à évaluer, inconnu, non vérifié, non vérifiée,
        no evaluado, no evaluada, sin evaluar, por evaluar, desconocido, no verificado, no verificada`,
};

/** Longer cells are texts, and not a status with a remark. */
const longest = 2000;

/** Letter case, accents in their two forms, blanks and the signs between words aside. */
function plain(text: string): string {
    return text
        .normalize('NFC')
        .toLowerCase()
        .replace(/oe(?=uvre)/gu, 'œ')
        .replace(/(?<=[\p{L}])\s*[-‐-―_]\s*(?=[\p{L}])/gu, ' ')
        .replace(/’/gu, "'")
        .replace(/(?<=(?<!\p{L})\p{L}\.)\s+(?=\p{L}\.?$)/gu, '')
        .replace(/\s+/gu, ' ')
        .replace(/\s*!$/u, '')
        .trim();
}

const byWord: ReadonlyMap<string, AssessorState | 'partly'> = new Map(
    Object.entries(words).flatMap(([state, list]) =>
        list.split(',').map(word => [plain(word), state as AssessorState | 'partly'] as const),
    ),
);

/** What an assessor may say with a limit behind it. */
const favourable: ReadonlySet<string> = new Set(['meets', 'compensates', 'excludes']);

/** Words that take back a part of the status before them: `Yes, but not documented`, `erfüllt - bis auf Büro`. */
const limiting =
    /^(?:but|except|however|only|not|no|without|pending|aber|jedoch|außer|ausser|ausgenommen|bis auf|nur|nicht|noch|ohne|mais|sauf|hors|excepté|seulement|sans|pas|pero|salvo|excepto|sólo|solo|sin)(?!\p{L})/u;

/** What words behind a status say: a status of their own, or that it holds with a limit; `null` for neither. */
function limitOf(more: string): AssessorState | 'partly' | 'limited' | null {
    const said = plain(more.replace(/[\s).]+$/u, ''));
    return byWord.get(said) ?? (limiting.test(said) ? 'limited' : null);
}

/**
 * Reads the status of a row.
 * @param text a cell; compared whole, or up to a sign: `Met (audit 2026)`, `erfüllt - siehe Bericht`
 * @param given words of the user, lower case, before those that are known
 * @returns `null` for a text that no list has, and for a status that words behind it limit: it is never guessed
 */
export function readStatus(text: string, given: ReadonlyMap<string, AssessorState> = new Map()): ReadStatus | null {
    if (text.length > longest) return null;
    const whole = plain(text);
    if (whole === '') return { state: 'unsaid', partly: false, more: '' };
    const split = /^([^\n(:;,]*?[^\s(:;,–—-])\s*(?:\(|:|;|,|\n|\s[–—-]\s)\s*([^]+)$/u.exec(text.trim());
    for (const [head, more] of [[whole, ''] as const, ...(split ? [[plain(split[1]!), split[2]!] as const] : [])]) {
        const state = given.get(head) ?? byWord.get(head);
        if (state === undefined) continue;
        const limit = more === '' || !favourable.has(state) ? null : limitOf(more);
        if (limit !== null && limit !== state)
            return limit === 'partly' ? { state: 'misses', partly: true, more: text.trim() } : null;
        const rest = more.trim().replace(/\)$/u, more.includes('(') ? ')' : '');
        return state === 'partly'
            ? { state: 'misses', partly: true, more: text.trim() }
            : { state, partly: false, more: rest };
    }
    return null;
}

/** True for a mark that says yes in a column whose head is itself a status. */
export function isMark(text: string): boolean {
    return /^(x|✓|✔|☑|✅|1|yes|y|ja|j|oui|s[ií]|true|wahr|vrai)$/iu.test(text.trim());
}
