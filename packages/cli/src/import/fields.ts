/** What a column of a register can mean. */
export interface Field {
    readonly key: string;
    /**
     * Heads that mean it, in lower case without signs, the one that counts most first; the first one is how it is
     * called in messages.
     */
    readonly heads: readonly string[];
    /**
     * What is done with several columns of this meaning. Without it the first one counts and the others are kept as
     * text. `first`: in each row
     * the first filled one, in the order of the heads. `all`: all of them together, in the order of the columns.
     */
    readonly several?: 'first' | 'all';
}

/** Reads a table of fields: a line with the key and what is done with several columns, then the heads, set in. */
export function fieldsOf(table: string): readonly Field[] {
    return table
        .trim()
        .split(/\n(?=\S)/)
        .map(part => {
            const [, key, several] = /^(\w+)(?: \((first|all)\))?:/.exec(part)!;
            const heads = part
                .slice(part.indexOf(':') + 1)
                .split(',')
                .map(head => head.replace(/\s+/g, ' ').trim());
            return { key: key!, heads, ...(several ? { several: several as 'first' | 'all' } : {}) };
        });
}

/** The columns of a risk register, in English, German, French and Spanish. */
export const riskFields: readonly Field[] = fieldsOf(`
id:
    id, no, nr, number, risk id, threat id, ref, reference, item, risk no, scenario id, #, lfd nr, risiko nr,
    risiko id, n, num, numéro, número, numero, código, codigo, id risque, id riesgo
title:
    title, threat, risk, scenario, deviation, threat scenario, risk scenario, threat event, name, risk title,
    hazard, event,
    threat description, risk description, bedrohung, risiko, szenario, gefährdung, bezeichnung, titel, ereignis,
    menace, risque, scénario, scénario de menace, événement redouté, amenaza, riesgo, escenario, peligro
description:
    description, details, cause, causes, explanation, vulnerability, consequence description, beschreibung,
    ursache, erläuterung, schwachstelle, détails, vulnérabilité, descripción, descripcion, causa, vulnerabilidad
from:
    from, source, origin, threat source, threat agent, threat actor, entry point, attack origin, quelle,
    ursprung, angreifer, source de menace, origine, origen, fuente, fuente de amenaza
against:
    against, target, asset, affected asset, affected system, zone, system, component, to, affected zone, ziel,
    betroffenes system, betroffenes asset, anlage, cible, actif, bien, objetivo, activo, activo afectado
path:
    path, attack path, route, conduit, angriffspfad, chemin d attaque, ruta de ataque
likelihood:
    likelihood, probability, frequency, l, unmitigated likelihood, initial likelihood, inherent likelihood,
    likelihood of occurrence, unmitigated l, inherent l, initial l, wahrscheinlichkeit,
    eintrittswahrscheinlichkeit, häufigkeit, vraisemblance, probabilité, fréquence, probabilidad, frecuencia,
    verosimilitud
consequence:
    consequence, impact, severity, c, s, unmitigated consequence, initial impact, inherent impact,
    consequence severity, unmitigated impact, unmitigated c, inherent c, initial c, auswirkung, schaden,
    schadensausmaß, schadenshöhe, schweregrad, gravité, conséquence, impacto, consecuencia, gravedad, severidad
category:
    class, category, consequence class, impact category, consequence category, type of consequence,
    schadenskategorie, kategorie, catégorie, categoría, categoria
measures:
    measures, mitigation, mitigations, mitigated by, controls, countermeasure, countermeasures,
    existing controls, existing countermeasures, safeguards, existing safeguards, treatment, mitigation controls,
    maßnahmen, massnahmen, gegenmaßnahmen, bestehende maßnahmen, vorhandene maßnahmen, mesures,
    mesures existantes, contre mesures, medidas, controles, controles existentes, salvaguardas
toLikelihood:
    residual likelihood, mitigated likelihood, likelihood after, target likelihood, residual l, final likelihood,
    mitigated l, restwahrscheinlichkeit, vraisemblance résiduelle, probabilité résiduelle, probabilidad residual
toConsequence:
    residual consequence, residual impact, mitigated consequence, consequence after, target consequence,
    residual severity, residual c, final impact, mitigated c, restauswirkung, gravité résiduelle,
    impact résiduel, impacto residual
`);

/**
 * The columns of an asset inventory, in English, German, French and Spanish; those of the IACS Rec 190 form for ships
 * are among them.
 */
export const assetFields: readonly Field[] = fieldsOf(`
id:
    id, asset id, no, nr, tag, tag no, tag number, ref, equipment no, item, inventory no, asset tag, #,
    anlagenkennzeichen, kennzeichen, akz, kks, bmk, betriebsmittelkennzeichen, inventarnummer, inventar nr,
    repère, numéro d inventaire, etiqueta, número de inventario, numero de inventario, n, n o, num, numéro, número,
    numero, código, codigo, lfd nr, lfdnr, laufende nummer, pos, pos nr, code, equipment id, device id
title:
    name, asset, asset name, system, system name, equipment, description of asset, device, device name, hostname,
    host name, host, component, computer based system, cbs, fqdn, label, source device name, bezeichnung, gerät,
    gerätename, rechnername, komponente, nom, équipement, appareil, désignation, nom de l équipement, nombre,
    equipo, dispositivo, denominación, nombre del equipo, nombre de equipo, nombre equipo, nombre del dispositivo,
    nombre del activo, activo, nom de l appareil, nom équipement, nom de machine, gerätebezeichnung, systemname
zone:
    zone, security zone, network zone, cell, segment, area zone, segment name, source segment name,
    sicherheitszone, netzwerkzone, netzsegment, zelle, zone de sécurité, zona, zona de seguridad, segmento,
    celda
type (first):
    type, role, asset type, device type, device role, equipment type, class, kind, category, asset class,
    source device role, typ, rolle, gerätetyp, geräteart, art, kategorie, rôle, type d équipement, catégorie,
    tipo, rol, tipo de equipo, tipo de dispositivo, categoría, categoria
addresses (all):
    ip, ip address, ip addresses, address, network address, ip mac, ip mac address, ip address mac address, ipv4,
    ipv6, ipv4 address, ipv6 address, primary ip, primary ip4, primary ip6, primary ipv4, primary ipv6,
    management ip, host ip, source ip, ip adresse, ip adressen, ipv4 adresse, adresse ip, dirección ip,
    direccion ip
mac (all):
    mac, mac address, mac addresses, hardware address, physical address, source mac, mac adresse, adresse mac,
    dirección mac, direccion mac
vendor (first):
    vendor, manufacturer, make, supplier, brand, source device manufacturer, mac vendor, hersteller, fabrikat,
    lieferant, fabricant, constructeur, marque, fabricante, marca, proveedor
product (first):
    product, model, model no, model number, product name, type designation, hardware model, device model,
    part number, part no, order number, produkt, modell, typbezeichnung, bestellnummer, produit, modèle,
    référence, producto, modelo, artículo, articulo
version (first):
    version, firmware, firmware version, fw version, fw, firmwarestand, software version, sw version,
    softwarestand, micrologiciel, version logicielle, version du micrologiciel, versión, versión de firmware, os,
    operating system, os version, platform, betriebssystem, système d exploitation, sistema operativo
location (all):
    location, place, room, position, building, site, deck, cabinet, rack, floor, area, plant area, standort, ort,
    einbauort, raum, gebäude, schaltschrank, schrank, emplacement, lieu, bâtiment, salle, local, armoire,
    anlagenteil, bereich, ubicación, ubicacion, edificio, sala, armario, área, subarea, subárea, planta
criticality:
    criticality, critical, importance, asset criticality, kritikalität, schutzbedarf, criticité, importance,
    criticidad, importancia
owner:
    owner, responsible, custodian, asset owner, verantwortlich, verantwortlicher, eigentümer, betreiber,
    responsable, propriétaire, propietario
description:
    description, remarks, comment, comments, notes, remark, summary, function, purpose, beschreibung, bemerkung,
    bemerkungen, kommentar, funktion, zweck, hinweis, hinweise, observation, observations, remarque,
    remarques, commentaire, commentaires, fonction,
    descripción, descripcion, observaciones, notas, comentarios, función, funcion
purdue:
    purdue, purdue level, purdue model level, purdue ebene, niveau purdue, nivel purdue
slT:
    sl t, sl target, slt, target sl, target security level, security level target, sl ziel, sl cible,
    sl objetivo
network (all):
    subnet, network, ip network, prefix, cidr, subnetz, netz, netzwerk, réseau, sous réseau, red, subred
status:
    status, life cycle, lifecycle, life cycle status, lifecycle status, lifecycle state, lebenszyklus, statut,
    cycle de vie, estado, ciclo de vida
wireless:
    wireless, wifi, wi fi, wlan, funk, sans fil, inalámbrico
essential:
    essential, essential function, wesentlich, essentiel, esencial
remote:
    remote, remote access, fernzugriff, fernwartung, accès distant, télémaintenance, acceso remoto
`);

/**
 * A head in the form in which heads are compared: lower case, `camelCase` and `snake_case` as words, no signs, no text
 * in brackets.
 */
export function plainHead(head: string): string {
    const spaced = head
        .normalize('NFC')
        .replace(/(\p{Ll}\p{Ll})(\p{Lu})/gu, '$1 $2')
        .toLowerCase();
    const words = (text: string): string => text.replace(/[^\p{Letter}\p{Number}#]+/gu, ' ').trim();
    const plain = words(spaced.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
    return plain === '' ? words(spaced) : plain;
}

/** A word without the ending of its plural: enough to compare heads by, and nothing that is ever shown. */
function singular(word: string): string {
    if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
    return word
        .replace(/(?<=[sx]|sh|ch|ss)es$/, '')
        .replace(/ies$/, 'y')
        .replace(/s$/, '');
}

function singulars(head: string): string {
    return head.split(' ').map(singular).join(' ');
}

interface KnownHead {
    readonly field: Field;
    /** How much it counts among the heads of its field: 0 is the most. */
    readonly rank: number;
}

/**
 * So many cells are remembered of those that were asked whether they are a head: in a table most cells stand in it many
 * times.
 */
const mostRemembered = 20_000;

/** The known heads of some fields, by the form in which they are compared. */
class Heads {
    readonly #asked = new Map<string, KnownHead | null>();
    readonly #exact = new Map<string, KnownHead>();
    readonly #singular = new Map<string, KnownHead>();

    constructor(fields: readonly Field[]) {
        for (const each of fields) {
            [...each.heads, each.key.toLowerCase()].forEach((head, rank) => {
                if (!this.#exact.has(head)) this.#exact.set(head, { field: each, rank });
                const plain = singulars(head);
                if (!this.#singular.has(plain)) this.#singular.set(plain, { field: each, rank });
            });
        }
    }

    /** The same of a cell that may be a head or not: most are not, and cost little. */
    ofCell(text: string): KnownHead | null {
        // Numbers stand in heads behind a bracket, and in the names of address families.
        if (text.length > 60 || (/\d/.test(text) && !/[([]|ip/i.test(text))) return null;
        const before = this.#asked.get(text);
        if (before !== undefined) return before;
        const found = this.whole(plainHead(text));
        if (this.#asked.size < mostRemembered) this.#asked.set(text, found);
        return found;
    }

    whole(plain: string): KnownHead | null {
        return this.#exact.get(plain) ?? this.#singular.get(singulars(plain)) ?? null;
    }

    /** By its last words: two or more, or one that says by itself what it is. */
    ending(plain: string): KnownHead | null {
        const words = plain.split(' ');
        for (let from = 1; from < words.length; from++) {
            const rest = words.slice(from);
            if (rest.length === 1 && !telling.has(singular(rest[0]!))) continue;
            const found = this.whole(rest.join(' '));
            if (found) return found;
        }
        return null;
    }
}

/**
 * Last words that a head may have other words before: `mitigation_controls`, `cf_security_zone`, `device manufacturer`.
 */
const telling = new Set(
    (
        'zone zona tag control countermeasure safeguard measure mitigation manufacturer hersteller fabricante vendor ' +
        'firmware ip mac likelihood probability consequence ' +
        'protocol protokoll protocole protocolo puerto port impact severity scenario hostname criticality ' +
        'kritikalität location standort building cabinet room purdue'
    ).split(' '),
);
/** Words before which such a head means something else: `residual risk` is not the risk. */
const turning =
    /^(residual|target|mitigated|final|after|rest|no|non|previous|old|last|first|number of|count|source|destination|is)\b/;

const known = new WeakMap<readonly Field[], Heads>();

function headsOf(fields: readonly Field[]): Heads {
    const found = known.get(fields) ?? new Heads(fields);
    known.set(fields, found);
    return found;
}

/** Words of the risk before countermeasures and after them, as heads or groups of heads say them. */
const untreated =
    /(?<!\p{L})(ausgangs|brutto|anfangs|inhärente?s?|initiale?s?|initial|initiaux|inherente?|inhérente?|unmitigated|untreated|gross|brute?|bruto|raw|vorher|before|pre|pre mitigation)(risiko|risk|risque|riesgo)?(?!\p{L})/giu;
const treated =
    /(?<!\p{L})(rest|netto|residual|residuel(?:le)?s?|résiduel(?:le)?s?|residuale?|res|net|neto|nachher|after|post|post mitigation|mitigated|treated)(risiko|risk|risque|riesgo)?(?!\p{L})/giu;
const ofTreated: Readonly<Record<string, string>> = { likelihood: 'toLikelihood', consequence: 'toConsequence' };

/** A head with the group that it belongs to: `Ausgangsrisiko Schadensausmaß`, `Residual Impact`, `S (res)`. */
function graded(head: string, fields: readonly Field[]): { readonly field: Field; readonly rank: number } | null {
    for (const [words, after] of [
        [treated, true],
        [untreated, false],
    ] as const) {
        const rest = head.normalize('NFC').replace(words, ' ');
        if (rest === head.normalize('NFC')) continue;
        const plain = plainHead(rest.replace(/\(\s*\)|\[\s*\]/gu, ' ')).replace(/^(risiko|risk|risque|riesgo) /u, '');
        const found = headsOf(fields).whole(plain) ?? headsOf(fields).ending(plain);
        const key = found && (after ? ofTreated[found.field.key] : found.field.key);
        const field = key && key in ofTreated === !after ? fields.find(each => each.key === key) : undefined;
        if (field) return { field, rank: 500 };
    }
    return null;
}

/** A head that names one thing in two ways: `Abweichung / Bemerkung`, `Vendor | Manufacturer`. */
function inParts(head: string, fields: readonly Field[]): { readonly field: Field; readonly rank: number } | null {
    const parts = head.split(/[/|&+]|\s(?:und|and|et|y|or|oder|ou|o)\s/u).map(plainHead);
    const found = parts.map(part => headsOf(fields).whole(part)?.field ?? null);
    const [first] = found;
    return parts.length > 1 && first && found.every(field => field === first) ? { field: first, rank: 600 } : null;
}

/**
 * The field that a cell means where it is a head, its plural and its case aside; `null` where it is none of the known
 * ones.
 */
export function fieldOf(cell: string, fields: readonly Field[]): Field | null {
    return headsOf(fields).ofCell(cell)?.field ?? null;
}

/**
 * The field that a head means, by all of it or by its last words, and how much it counts there; a whole head counts
 * before an ending.
 */
export function meaningOf(
    head: string,
    fields: readonly Field[],
): { readonly field: Field; readonly rank: number } | null {
    const plain = plainHead(head);
    // In brackets stands what a short head is of: `S (res)` is not `S`.
    const whole = graded(head, fields) ?? headsOf(fields).whole(plain) ?? inParts(head, fields);
    if (whole) return whole;
    const ending = turning.test(plain) ? null : headsOf(fields).ending(plain);
    return ending && { field: ending.field, rank: 1000 + ending.rank };
}
