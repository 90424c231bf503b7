import type { ZoneKind } from './words.ts';
import {
    accesses,
    assetTraits,
    conduitTraits,
    countermeasureStatuses,
    criticalities,
    durationUnits,
    partyRoles,
    protections,
    securityModes,
    zoneKinds,
    zoneTraits,
} from './words.ts';

/** What people write for the words of an enumeration; a word that may mean two of them is left out. */
type Called<W extends string> = Readonly<Partial<Record<W, readonly string[]>>>;

const traits: Called<'wireless' | 'temporary' | 'remote' | 'untrusted' | 'essential'> = {
    wireless: ['radio', 'wifi', 'wlan', 'cellular', 'lte', 'gsm', 'satellite'],
    temporary: ['mobile', 'portable', 'removable', 'transient'],
    remote: ['offsite', 'teleworking'],
    untrusted: ['public', 'hostile'],
    essential: ['vital', 'indispensable'],
};

/** What zones of a kind are called in practice, beside the word of the language. */
export const calledKinds: Called<ZoneKind> = {
    enterprise: ['office', 'it', 'corporate', 'business', 'administration'],
    dmz: ['idmz', 'perimeter', 'demilitarized'],
    operations: ['ops', 'supervision', 'supervisory', 'scada', 'mes'],
    control: ['processcontrol', 'bpcs', 'dcs', 'automation', 'building'],
    safety: ['sis', 'esd', 'shutdown', 'sif'],
    field: ['fielddevices', 'sensors', 'actuators', 'instruments', 'instrumentation'],
    external: ['internet', 'cloud', 'vendor', 'supplier', 'thirdparty', 'outside', 'wan', 'public'],
};

const statuses: Called<(typeof countermeasureStatuses)[number]> = {
    proposed: ['idea', 'suggested', 'candidate'],
    planned: ['scheduled', 'open', 'pending', 'todo', 'inprogress', 'ongoing'],
    implemented: ['done', 'installed', 'active', 'inplace', 'inservice', 'deployed', 'operational', 'completed'],
    verified: ['tested', 'validated', 'audited', 'confirmed'],
};

const tables: readonly (readonly [readonly string[], Called<string>])[] = [
    [zoneKinds, calledKinds],
    [zoneTraits, traits],
    [conduitTraits, traits],
    [assetTraits, traits],
    [countermeasureStatuses, statuses],
    [
        criticalities,
        {
            low: ['minor', 'negligible'],
            medium: ['moderate', 'normal'],
            critical: ['severe', 'vital', 'veryhigh', 'extreme'],
        },
    ],
    [
        accesses,
        {
            read: ['monitor', 'readonly', 'view'],
            write: ['readwrite', 'command', 'operate'],
            program: ['engineer', 'engineering', 'configure', 'download'],
        },
    ],
    [
        protections,
        {
            authentication: ['auth', 'authenticated'],
            encryption: ['encrypted', 'confidentiality'],
            integrity: ['signed', 'signature', 'signing'],
        },
    ],
    [
        securityModes,
        {
            none: ['no', 'off', 'plain', 'insecure'],
            mandatory: ['always', 'on', 'required', 'enforced'],
            optional: ['configurable', 'negotiable'],
        },
    ],
    [
        durationUnits,
        {
            hours: ['h', 'hr', 'hrs', 'std'],
            days: ['d', 'tage'],
            weeks: ['w', 'wk', 'wks'],
            months: ['mo', 'monate'],
            years: ['y', 'yr', 'yrs'],
        },
    ],
    [
        partyRoles,
        {
            'asset-owner': ['owner', 'operator'],
            'integration-provider': ['integrator', 'integration'],
            'maintenance-provider': ['maintainer', 'maintenance'],
            'product-supplier': ['supplier', 'vendor', 'manufacturer'],
        },
    ],
];

/**
 * The word of an enumeration that is meant by another word for the same: `enterprise` for `Office`.
 * @param allowed the words of the enumeration
 * @returns `null` where none is known to mean the same
 */
export function sameMeaning<W extends string>(word: string, allowed: readonly W[]): W | null {
    const plain = word.toLowerCase().replace(/[-_ ]/g, '');
    const called = tables.find(([words]) => words === allowed)?.[1];
    return allowed.find(each => called?.[each]?.includes(plain)) ?? null;
}
