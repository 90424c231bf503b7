/**
 * The rules that judge a part of a requirement of IEC 62443-2-1: a finding of one of them shows that it is not met in
 * the plant as modelled. That none of them finds anything shows nothing. Our own assignment, rule by rule; a check
 * needs it, so it is not with the titles.
 */
export const programmeJudges: Readonly<Record<string, readonly string[]>> = {
    'ORG 1.3': ['zone-without-owner', 'conduit-without-owner', 'measure-without-owner'],
    'ORG 1.6': ['certificate-expired', 'certificate-of-another-version', 'remote-party-without-proof'],
    'ORG 2.1': [
        'gap-below-target',
        'residual-risk-above-tolerable',
        'risk-not-assessed',
        'measure-without-date',
        'due-date-passed',
    ],
    'ORG 2.2': ['boundary-without-detection', 'owners-conduit-unmonitored'],
    'ORG 3.1': ['zone-access-undocumented', 'zone-boundary-undocumented'],
    'CM 1.1': ['asset-in-no-zone', 'host-undocumented'],
    'CM 1.2': ['flow-direction-unknown', 'zone-without-flows'],
    'CM 1.3': ['security-mode-unstated'],
    'NET 1.1': [
        'business-and-control-together',
        'it-path-past-dmz',
        'flow-past-dmz',
        'conduit-without-boundary-device',
        'boundary-device-without-filter',
        'external-link-unprotected',
    ],
    'NET 1.2': [
        'flow-without-conduit',
        'flow-outside-conduit',
        'conduit-without-flows',
        'served-zones-without-conduit',
        'flow-end-over-wide',
        'zone-boundary-undocumented',
    ],
    'NET 1.3': ['safety-and-control-together', 'safety-open-to-writing', 'engineering-into-safety', 'invariant-broken'],
    'NET 1.4': ['essential-need-outside'],
    'NET 1.5': ['conduit-without-boundary-device'],
    'NET 1.7': ['flow-with-wide-ports', 'port-of-clear-text-protocol', 'flow-to-internet'],
    'NET 2.1': ['external-link-unprotected', 'unauthenticated-flow', 'security-mode-unstated'],
    'NET 2.2': ['wireless-device-among-others'],
    'NET 3.1': ['remote-access-past-dmz'],
    'NET 3.2': [
        'remote-access-past-dmz',
        'remote-access-without-multifactor',
        'remote-access-without-expiry',
        'external-link-unprotected',
        'remote-device-among-others',
    ],
    'NET 3.3': ['remote-access-without-expiry', 'flow-expired'],
    'COMP 1.1': ['capability-unknown'],
    'COMP 1.2': ['temporary-device-among-others', 'temporary-flow-unapproved'],
    'COMP 2.2': ['measure-never-applied'],
    'COMP 3.1': ['flow-to-internet'],
    'COMP 3.3': ['patch-state-unknown'],
    'COMP 3.5': ['support-ended', 'advisory-affected'],
    'DATA 1.2': ['clear-text-flow', 'clear-text-credentials', 'external-link-unprotected'],
    'DATA 1.3': ['engineering-into-safety', 'safety-open-to-writing'],
    'DATA 1.5': ['security-mode-unstated'],
    'DATA 1.7': ['flow-without-integrity'],
    'USER 1.6': ['unauthenticated-flow'],
    'USER 1.8': ['unauthenticated-flow', 'clear-text-credentials'],
    'USER 1.9': ['remote-access-without-multifactor'],
    'USER 1.10': ['unauthenticated-flow'],
    'USER 1.11': ['clear-text-credentials'],
    'USER 1.16': ['flow-without-integrity'],
    'USER 1.19': ['unauthenticated-flow', 'write-over-unauthenticated-protocol'],
    'USER 2.1': ['write-over-unauthenticated-protocol', 'safety-open-to-writing'],
    'EVENT 1.1': ['boundary-without-detection'],
    'EVENT 1.9': ['advisory-affected', 'advisory-unconfirmed'],
    'AVAIL 1.1': ['essential-need-outside'],
    'AVAIL 1.3': ['security-device-in-safety-path'],
};

/** The rules that judge a part of a requirement; none where no rule does. */
export function judgesOf(id: string): readonly string[] {
    return programmeJudges[id] ?? [];
}
