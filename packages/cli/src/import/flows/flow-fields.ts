import type { Field } from '../fields.ts';
import { fieldsOf } from '../fields.ts';

/**
 * The columns of a table of connections, in English, German, French and Spanish. `a` and `b` are ends of which the
 * sheet does not say who opens the session.
 */
export const flowFields: readonly Field[] = fieldsOf(`
id:
    id, no, nr, number, rule, rule no, rule id, flow id, connection id, ref, lfd nr, nummer, n, numéro, número, código
from (all):
    from, source, src, source asset, source host, source system, source device, source ip, source address, client,
    initiator, sender, source name, source hostname, quelle name, quelle ip, quelle adresse, quelle system,
    nom source, source nom, nombre origen, origen ip, opened by, origin, quelle, von, quellsystem, quell ip, quelladresse, absender, de, émetteur,
    équipement source, adresse source, origen, desde, equipo origen, ip origen
to (all):
    to, destination, dest, dst, target, destination asset, destination host, destination system, destination device,
    destination ip, destination address, destination name, destination hostname, dest ip, target ip, target name,
    ziel name, ziel ip, ziel adresse, ziel system, nom destination, destination nom, nombre destino, destino ip, server, receiver, responder, ziel, nach, zielsystem, ziel ip, zieladresse,
    empfänger, vers, à, récepteur, équipement destination, adresse destination, destino, hacia, equipo destino,
    ip destino
a:
    a, system a, device a, asset a, end a, endpoint a, endpoint 1, system 1, partner 1, gerät a, gerät 1, partner a,
    équipement a, équipement 1, equipo a, equipo 1, extremo a
b:
    b, system b, device b, asset b, end b, endpoint b, endpoint 2, system 2, partner 2, gerät b, gerät 2, partner b,
    équipement b, équipement 2, equipo b, equipo 2, extremo b
service (all):
    protocol, protocols, service, services, application, app, application protocol, protokoll, protokolle, dienst,
    dienste, anwendung, protocole, protocoles, protocolo, protocolos, servicio, servicios, aplicación
port (all):
    port, ports, destination port, dst port, dest port, target port, server port, tcp port, udp port, tcp udp port,
    zielport, port de destination, port destination, puerto, puertos, puerto destino
transport:
    transport, transport protocol, l4, layer 4, ip protocol, transportprotokoll
direction:
    direction, arrow, dir, richtung, kommunikationsrichtung, sens, dirección, sentido
purpose:
    purpose, title, name, description of flow, reason, justification, use, usage, business need, data, what, zweck,
    bezeichnung, verwendung, begründung, grund, objet, usage prévu, motif, finalité, propósito, motivo, finalidad, uso
description:
    description, remarks, comment, comments, notes, remark, beschreibung, bemerkung, bemerkungen, kommentar, hinweis,
    remarque, remarques, commentaire, observations, descripción, observaciones, notas, comentarios
access:
    access, access type, operation, read write, rights, zugriff, zugriffsart, accès, acceso
conduit:
    conduit, connection, link, firewall, through, übergang, verbindung, conduite, lien, conducto, enlace
action:
    action, decision, verdict, aktion, acción
approved:
    approved by, approver, released by, authorised by, authorized by, freigegeben von, freigabe durch, approuvé par,
    aprobado por
until:
    until, valid until, expires, expiry, expiry date, end date, gültig bis, befristet bis, ablaufdatum, valable
    jusqu au, válido hasta, fecha de fin
`);
