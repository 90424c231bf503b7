/** Words that stand in a cell where nothing is known, in the languages of the headers. */
const unknown = new Set(
    (
        'unknown|not known|n/a|n.a.|n. a.|none|null|nil|nan|undefined|unspecified|not specified|not available|' +
        'not applicable|not set|tbd|t.b.d.|tba|tbc|to be defined|to be determined|to be confirmed|(blank)|(none)|' +
        '(unknown)|?|??|???|unbekannt|nicht bekannt|nicht vorhanden|nicht verfügbar|keine|keine angabe|keine angaben|' +
        'k.a.|k. a.|n.v.|n. v.|n.b.|n. b.|noch offen|noch unbekannt|folgt|wird nachgereicht|(leer)|inconnu|inconnue|' +
        'néant|' +
        'aucun|aucune|non renseigné|non disponible|à définir|à compléter|sans objet|s.o.|desconocido|desconocida|' +
        'ninguno|ninguna|no disponible|por definir|no aplica|s/d|sconosciuto|sconosciuta|nessuno|non disponibile'
    ).split('|'),
);

/** What spreadsheets show in the place of a result that they do not have, in English, German, French and Spanish. */
const failed =
    /^(?:#(?:REF|VALUE|N\/A|NAME|DIV\/0|NULL|NUM|SPILL|CALC|GETTING_DATA|BEZUG|WERT|NV|ZAHL|VALEUR|NOM|NOMBRE|VALOR|¡VALOR|¡REF|¿NOMBRE|¡DIV\/0|¡NUM)[!?]?|Err:\d{3})$/iu;

/** A long number as a spreadsheet shows it that took it for one: `1.23457E+11`. */
const shortened = /^\d(?:[.,]\d+)?E\+\d{1,3}$/u;

/**
 * Why a cell has no value that a name, a maker or a version could be; `null` for one that has.
 * @returns the end of a sentence that begins with the text
 */
export function whyUnsaid(text: string): string | null {
    if (text.length > 30) return null;
    if (failed.test(text)) return 'is what a spreadsheet shows in the place of a result that it does not have';
    if (shortened.test(text)) return 'is a number of which a spreadsheet has left digits out';
    return unknown.has(text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim())
        ? 'says that nothing is known'
        : null;
}

/** Fields of an inventory in which any text is a value, so that a word for nothing would be one too. */
export const namingFields: ReadonlySet<string> = new Set(
    'id title zone vendor product version location owner'.split(' '),
);
