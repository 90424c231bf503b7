import type { Field } from '../fields.ts';
import { fieldsOf } from '../fields.ts';

/**
 * The columns of an assessor's sheet of requirements, in English, German, French and Spanish. Columns that are `kept`
 * say what the catalogue says, such as the title of a requirement, and are not written.
 */
export const requirementFields: readonly Field[] = fieldsOf(`
requirement:
    requirement, sr, requirement id, requirement no, requirement number, sr id, sr no, sr number, control, control id,
    id, no, nr, number, ref, reference, clause, item, system requirement, cr, component requirement, iec 62443,
    iec 62443 3 3, iec 62443 4 2, 62443 3 3, 62443 4 2, anforderung, anforderungs id, anforderungsnummer, anforderung nr, nummer, exigence, id exigence,
    numéro, numero, référence, requisito, id requisito, código, codigo, número
enhancement:
    re, enhancement, requirement enhancement, re no, re number, erweiterung, anforderungserweiterung, amélioration,
    renforcement, mejora
zone:
    zone, security zone, zone or conduit, zone conduit, subject, system, system under consideration, sicherheitszone,
    zone oder conduit, zone de sécurité, zona, zona de seguridad
component:
    component, asset, device, product, component name, asset name, device name, product name, component or product,
    component under evaluation, component under assessment, komponente, gerät, geraet, produkt, betriebsmittel,
    composant, équipement, produit, appareil, componente, equipo, dispositivo, producto
status:
    status, state, compliance, compliant, compliance status, met, fulfilled, fulfilment, fulfillment, assessment,
    assessment result, result, rating, verdict, implemented, implementation status, conformity, erfüllt, erfüllung,
    erfüllungsgrad, umsetzung, umsetzungsstatus, umgesetzt, bewertung, ergebnis, konform, konformität, statut, état,
    conformité, conforme, résultat, évaluation, estado, cumplimiento, cumple, resultado, evaluación, conformidad
applicable:
    applicable, applicability, is applicable, anwendbar, anwendbarkeit, relevant, applicabilité, aplicable,
    aplicabilidad, aplica
because (all):
    because, reason, justification, rationale, gap, gaps, gap description, finding, findings, deviation, observation,
    observations, comment, comments, remark, remarks, notes, note, explanation, description, how met,
    begründung, lücke, abweichung, feststellung, bemerkung, bemerkungen, kommentar, hinweis, erläuterung,
    beschreibung, justificatif, raison, écart, constat, remarque, remarques, commentaire, commentaires,
    justificación, justificacion, motivo, brecha, desviación, hallazgo, observación, observaciones, comentario,
    comentarios
by:
    by, measure, measures, countermeasure, countermeasures, met by, control measure, mitigation, mitigations, treatment,
    action, actions, corrective action, planned measure, maßnahme, massnahme, maßnahmen, massnahmen, gegenmaßnahme,
    gegenmaßnahmen, mesure, mesures, contre mesure, contre mesures, plan d action, medida, medidas, acción,
    acción correctiva
evidence (all):
    evidence, evidences, proof, reference document, documents, document, nachweis, nachweise, beleg, belege, dokument,
    preuve, preuves, justificatifs, evidencia, evidencias, prueba, documento
due:
    due, due date, deadline, target date, planned date, date due, to be done by, by when, until, fällig, fällig am,
    fälligkeit, termin, frist, zieldatum, bis, umsetzung bis, échéance, date d échéance, date cible, délai,
    fecha límite, fecha limite, fecha objetivo, vencimiento, plazo
kept (all):
    title, name, requirement title, requirement name, sr title, text, requirement text, fr, foundational requirement,
    lowest sl, sl, level, sl level, security level, sl 1, sl 2, sl 3, sl 4, sl c, sl t, required, overdue,
    titel, bezeichnung, anforderungstext, titre, intitulé, libellé, título, titulo, denominación
inherited:
    inherited from, geerbt von, hérité de, heredado de
`);
