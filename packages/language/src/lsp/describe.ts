import { doubtOf } from '../catalogue/doubts.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Lookup, Protocol, Asset, AssetType, Zone, Conduit } from '../model/index.ts';
import { writeAllPorts } from '../model/index.ts';
import { plain } from './markdown.ts';

/** Short lines about elements of a model: what completion and hovers have in common. */

const modes = {
    none: 'no security functions',
    optional: 'its security can be off',
    mandatory: 'its security is always on',
} as const;

/** What a protocol protects by itself. */
export function protectionText(protocol: Protocol): string {
    const provides = protocol.provides.length > 0 ? protocol.provides.join(', ') : 'nothing';
    return `protects ${provides}${protocol.security ? `; ${modes[protocol.security]}` : ''}`;
}

export function protocolLine(protocol: Protocol): string {
    return [protocol.title, writeAllPorts(protocol.ports), protectionText(protocol)].filter(Boolean).join(' · ');
}

/** The names of practice of a type or protocol, as Markdown; empty where it has none. */
export function alsoCalled(aliases: readonly string[]): string {
    return aliases.length > 0 ? `Also called ${aliases.map(plain).join(', ')}` : '';
}

/** What is in doubt about a requirement or a built-in protocol, as Markdown; empty where nothing is. */
export function doubtText(id: string, label: string): string {
    const doubt = doubtOf(id);
    return doubt ? `_${label}:_ ${plain(doubt)}` : '';
}

/** The type and what it rests on: `S7-1500, a PLC`. */
export function typeLine(type: AssetType, lookup: Lookup): string {
    const base = type.base ? lookup.type(type.base.id) : undefined;
    return [type.title ?? type.id, base ? `rests on ${base.title ?? base.id}` : null].filter(Boolean).join(' · ');
}

export function assetLine(asset: Asset, lookup: Lookup): string {
    const type = asset.type ? lookup.type(asset.type.id) : undefined;
    return [asset.title, type?.title ?? asset.type?.id, `in ${asset.container}`].filter(Boolean).join(' · ');
}

export function zoneLine(zone: Zone, lookup: Lookup): string {
    return [zone.title, lookup.kindOf(zone.id), 'zone'].filter(Boolean).join(' · ');
}

export function conduitLine(conduit: Conduit): string {
    return [conduit.title, `between ${conduit.between.map(end => end.id).join(' and ')}`].filter(Boolean).join(' · ');
}

/** `IAC 2, RDF 3`, of the foundational requirements that have a gap; empty where there is none. */
export function gapText(gap: readonly (number | null)[]): string {
    return gap.flatMap((value, fr) => (value ? [`${frAbbreviations[fr]} ${value}`] : [])).join(', ');
}
