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
     * text. `first`: in each row the first filled one, in the order of the heads. `else`: the first column, and in rows
     * where it is empty the next one. `all`: all of them together, in the order of the columns.
     */
    readonly several?: 'first' | 'else' | 'all';
}

/** Reads a table of fields: a line with the key and what is done with several columns, then the heads, set in. */
export function fieldsOf(table: string): readonly Field[] {
    return table
        .trim()
        .split(/\n(?=\S)/)
        .map(part => {
            const [, key, several] = /^(\w+)(?: \((first|else|all)\))?:/.exec(part)!;
            const heads = part
                .slice(part.indexOf(':') + 1)
                .split(',')
                .map(head => head.replace(/\s+/g, ' ').trim());
            return { key: key!, heads, ...(several ? { several: several as NonNullable<Field['several']> } : {}) };
        });
}

/** The columns of a risk register, in English, German, French and Spanish. */
export const riskFields: readonly Field[] = fieldsOf(`
id:
    id, no, nr, number, risk id, threat id, ref, reference, item, risk no, scenario id, #, lfd nr, risiko nr,
    risiko id, n, num, numéro, número, numero, código, codigo, id risque, id riesgo
title:
    title, threat, risk, scenario, deviation, threat scenario, risk scenario, threat event, name, risk title,
    hazard, event, threat name, risk name, hazard name, scenario name,
    threat description, risk description, bedrohung, risiko, szenario, gefährdung, bezeichnung, titel, ereignis,
    menace, risque, scénario, scénario de menace, événement redouté, amenaza, riesgo, escenario, peligro
description:
    description, details, cause, causes, explanation, vulnerability, consequence description, beschreibung,
    ursache, erläuterung, schwachstelle, détails, vulnérabilité, descripción, descripcion, causa, vulnerabilidad
from:
    from, source, origin, threat source, threat agent, threat actor, entry point, attack origin, quelle,
    ursprung, angreifer, source de menace, origine, origen, fuente, fuente de amenaza
against:
    against, target, asset, affected asset, affected system, zone, system, component, to, affected zone, asset name,
    device, device name, equipment, equipment name, system name, zone name, ziel,
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
    geräte nr, gerätenummer, geräte id, anlagen nr, inventar id, nº, n°, repère, numéro d inventaire, n d inventaire, n inventaire, n de repère, etiqueta, número de inventario, numero de inventario, n, n o, num, numéro, número,
    numero, código, codigo, lfd nr, lfdnr, laufende nummer, pos, pos nr, code, equipment id, device id
title (else):
    name, asset, asset name, system, system name, equipment, description of asset, device, device name, hostname,
    host name, host, component, computer based system, cbs, fqdn, label, source device name, bezeichnung, gerät,
    gerätename, rechnername, komponente, nom, équipement, appareil, désignation, nom de l équipement, nombre,
    equipo, dispositivo, denominación, nombre del equipo, nombre de equipo, nombre equipo, nombre del dispositivo,
    nome, nome dispositivo, nombre del activo, activo, nom de l appareil, nom équipement, nom de machine, gerätebezeichnung, systemname
zone (else):
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
    lieferant, fabricant, constructeur, marque, fabricante, marca, proveedor, produttore, costruttore
product (first):
    product, model, model no, model number, product name, type designation, hardware model, device model,
    part number, part no, order number, produkt, modell, typbezeichnung, bestellnummer, produit, modèle,
    référence, producto, modelo, artículo, articulo, modello
version (first):
    version, firmware, firmware version, fw version, fw, firmwarestand, software version, sw version,
    softwarestand, micrologiciel, version logicielle, version du micrologiciel, versión, versión de firmware, os,
    operating system, os version, platform, betriebssystem, système d exploitation, sistema operativo
location (all):
    location, place, room, position, building, site, deck, cabinet, rack, floor, area, plant area, standort, ort,
    einbauort, raum, gebäude, schaltschrank, schrank, emplacement, lieu, bâtiment, salle, local, armoire,
    anlagenteil, bereich, sektor, sector, secteur, abschnitt, teilanlage, section, plant section, sección, seccion,
    ubicación, ubicacion, edificio, posizione, sala, armario, área, subarea, subárea, planta
criticality (else):
    criticality, critical, importance, asset criticality, kritikalität, schutzbedarf, criticité, importance,
    criticidad, importancia
owner (else):
    owner, responsible, custodian, asset owner, verantwortlich, verantwortlicher, eigentümer, betreiber,
    responsable, propriétaire, propietario
description:
    description, remarks, comment, comments, notes, remark, summary, function, purpose, beschreibung, bemerkung,
    bemerkungen, kommentar, funktion, zweck, hinweis, hinweise, observation, observations, remarque,
    remarques, commentaire, commentaires, fonction,
    descripción, descripcion, observaciones, notas, comentarios, función, funcion
purdue (else):
    purdue, purdue level, purdue model level, purdue ebene, niveau purdue, nivel purdue
slT (else):
    sl t, sl target, slt, target sl, target security level, security level target, sl ziel, sl cible,
    sl objetivo
network (all):
    subnet, network, ip network, prefix, cidr, subnetz, netz, netzwerk, réseau, sous réseau, red, subred
status (else):
    status, life cycle, lifecycle, life cycle status, lifecycle status, lifecycle state, life cycle state,
    install status, operational status, asset status, deployment status, life cycle stage,
    lifecycle stage, lebenszyklus, betriebszustand, anlagenstatus, statut, cycle de vie, estado,
    ciclo de vida
wireless:
    wireless, wifi, wi fi, wlan, funk, sans fil, inalámbrico
essential:
    essential, essential function, wesentlich, essentiel, esencial
remote:
    remote, remote access, fernzugriff, fernwartung, accès distant, télémaintenance, acceso remoto
`);
