/** The rules: questions asked of a model and its assessment, in families. One import and one line a rule. */
import type { Rule } from './rule.ts';
import acceptExpired from './accept-expired.ts';
import acceptUnknownRule from './accept-unknown-rule.ts';
import acceptUseless from './accept-useless.ts';
import acceptWithoutReason from './accept-without-reason.ts';
import assessmentIncomplete from './assessment-incomplete.ts';
import assetContradictsZone from './asset-contradicts-zone.ts';
import assetInNoZone from './asset-in-no-zone.ts';
import assetWithoutThreat from './asset-without-threat.ts';
import boundaryDeviceBelowTarget from './boundary-device-below-target.ts';
import boundaryDeviceWithoutFilter from './boundary-device-without-filter.ts';
import boundaryWithoutDetection from './boundary-without-detection.ts';
import businessAndControlTogether from './business-and-control-together.ts';
import capabilityUnknown from './capability-unknown.ts';
import claimContradicted from './claim-contradicted.ts';
import claimedLevelAboveEvidence from './claimed-level-above-evidence.ts';
import clearTextCredentials from './clear-text-credentials.ts';
import clearTextFlow from './clear-text-flow.ts';
import conduitTargetBelowZones from './conduit-target-below-zones.ts';
import conduitWithoutBoundaryDevice from './conduit-without-boundary-device.ts';
import conduitWithoutFlows from './conduit-without-flows.ts';
import conduitWithoutOwner from './conduit-without-owner.ts';
import consequenceAgainstCriticality from './consequence-against-criticality.ts';
import covertProtocolOutbound from './covert-protocol-outbound.ts';
import dualHomedAsset from './dual-homed-asset.ts';
import dueDatePassed from './due-date-passed.ts';
import engineeringIntoSafety from './engineering-into-safety.ts';
import essentialNeedOutside from './essential-need-outside.ts';
import exclusionContradicted from './exclusion-contradicted.ts';
import externalLinkUnprotected from './external-link-unprotected.ts';
import itPathPastDmz from './it-path-past-dmz.ts';
import oneWayContradicted from './one-way-contradicted.ts';
import oneWayWithoutProxies from './one-way-without-proxies.ts';
import flowBothDirections from './flow-both-directions.ts';
import flowDirectionUnknown from './flow-direction-unknown.ts';
import flowEndOverWide from './flow-end-over-wide.ts';
import flowExpired from './flow-expired.ts';
import flowOutsideConduit from './flow-outside-conduit.ts';
import flowPastDmz from './flow-past-dmz.ts';
import flowToInternet from './flow-to-internet.ts';
import flowWithWidePorts from './flow-with-wide-ports.ts';
import flowWithoutConduit from './flow-without-conduit.ts';
import flowWithoutIntegrity from './flow-without-integrity.ts';
import gapBelowTarget from './gap-below-target.ts';
import invariantBroken from './invariant-broken.ts';
import invariantExceptionExpired from './invariant-exception-expired.ts';
import invariantVacuous from './invariant-vacuous.ts';
import measureNeverApplied from './measure-never-applied.ts';
import measureWithoutDate from './measure-without-date.ts';
import measureWithoutEvidence from './measure-without-evidence.ts';
import measureWithoutOwner from './measure-without-owner.ts';
import measureWithoutStatus from './measure-without-status.ts';
import mitigationWithoutEffect from './mitigation-without-effect.ts';
import mixedConsequenceZone from './mixed-consequence-zone.ts';
import notAssessed from './not-assessed.ts';
import ownersConduitUnmonitored from './owners-conduit-unmonitored.ts';
import portOfClearTextProtocol from './port-of-clear-text-protocol.ts';
import protocolNeverUsed from './protocol-never-used.ts';
import remoteAccessPastDmz from './remote-access-past-dmz.ts';
import remoteAccessWithoutExpiry from './remote-access-without-expiry.ts';
import remoteAccessWithoutMultifactor from './remote-access-without-multifactor.ts';
import remoteDeviceAmongOthers from './remote-device-among-others.ts';
import repeatedProperty from './repeated-property.ts';
import requirementStatedTwice from './requirement-stated-twice.ts';
import residualRiskAboveTolerable from './residual-risk-above-tolerable.ts';
import safetyAndControlTogether from './safety-and-control-together.ts';
import safetyOpenToWriting from './safety-open-to-writing.ts';
import sameProtocolThroughDmz from './same-protocol-through-dmz.ts';
import securityDeviceInSafetyPath from './security-device-in-safety-path.ts';
import securityModeUnstated from './security-mode-unstated.ts';
import servedZonesWithoutConduit from './served-zones-without-conduit.ts';
import sessionIntoHigherTarget from './session-into-higher-target.ts';
import sharedPlatformBelowTarget from './shared-platform-below-target.ts';
import riskNotAssessed from './risk-not-assessed.ts';
import slTAboveRisk from './sl-t-above-risk.ts';
import slTBelowRisk from './sl-t-below-risk.ts';
import slTWithoutThreat from './sl-t-without-threat.ts';
import statementWithoutEvidence from './statement-without-evidence.ts';
import statementWithoutReason from './statement-without-reason.ts';
import subzoneBelowParent from './subzone-below-parent.ts';
import systemWithoutAssumptions from './system-without-assumptions.ts';
import targetIncomplete from './target-incomplete.ts';
import targetOutOfReach from './target-out-of-reach.ts';
import temporaryDeviceAmongOthers from './temporary-device-among-others.ts';
import temporaryFlowUnapproved from './temporary-flow-unapproved.ts';
import threatMeasureOffPath from './threat-measure-off-path.ts';
import threatPathMissing from './threat-path-missing.ts';
import typeNeverUsed from './type-never-used.ts';
import unauthenticatedFlow from './unauthenticated-flow.ts';
import wirelessDeviceAmongOthers from './wireless-device-among-others.ts';
import writeOverUnauthenticatedProtocol from './write-over-unauthenticated-protocol.ts';
import zoneAccessUndocumented from './zone-access-undocumented.ts';
import zoneBoundaryUndocumented from './zone-boundary-undocumented.ts';
import zoneWithoutAssets from './zone-without-assets.ts';
import zoneWithoutFlows from './zone-without-flows.ts';
import zoneWithoutOwner from './zone-without-owner.ts';
import zoneWithoutSafetyDesignation from './zone-without-safety-designation.ts';
import zoneWithoutTarget from './zone-without-target.ts';

export * from './finding.ts';
export * from './rule.ts';

/** Rules that ask the same kind of question, under the heading that the documentation gives them. */
export interface Family {
    readonly title: string;
    readonly rules: readonly Rule[];
}

export const families: readonly Family[] = [
    {
        title: 'Partition',
        rules: [
            businessAndControlTogether,
            safetyAndControlTogether,
            safetyOpenToWriting,
            temporaryDeviceAmongOthers,
            wirelessDeviceAmongOthers,
            remoteDeviceAmongOthers,
            assetInNoZone,
            zoneWithoutAssets,
            subzoneBelowParent,
            mixedConsequenceZone,
        ],
    },
    {
        title: 'Documentation',
        rules: [
            zoneWithoutOwner,
            zoneBoundaryUndocumented,
            zoneAccessUndocumented,
            zoneWithoutSafetyDesignation,
            zoneWithoutFlows,
            systemWithoutAssumptions,
        ],
    },
    {
        title: 'Conduits and flows',
        rules: [
            flowWithoutConduit,
            flowOutsideConduit,
            conduitWithoutBoundaryDevice,
            servedZonesWithoutConduit,
            boundaryDeviceWithoutFilter,
            boundaryDeviceBelowTarget,
            conduitTargetBelowZones,
            conduitWithoutFlows,
            conduitWithoutOwner,
            flowDirectionUnknown,
            flowBothDirections,
            flowWithWidePorts,
            flowEndOverWide,
            oneWayContradicted,
            oneWayWithoutProxies,
            flowExpired,
            temporaryFlowUnapproved,
            externalLinkUnprotected,
        ],
    },
    {
        title: 'Paths',
        rules: [
            flowPastDmz,
            remoteAccessPastDmz,
            flowToInternet,
            covertProtocolOutbound,
            sessionIntoHigherTarget,
            itPathPastDmz,
            sameProtocolThroughDmz,
            dualHomedAsset,
            sharedPlatformBelowTarget,
            remoteAccessWithoutMultifactor,
            remoteAccessWithoutExpiry,
        ],
    },
    { title: 'Invariants', rules: [invariantBroken, invariantVacuous, invariantExceptionExpired] },
    {
        title: 'Protocols',
        rules: [
            writeOverUnauthenticatedProtocol,
            unauthenticatedFlow,
            securityModeUnstated,
            clearTextCredentials,
            flowWithoutIntegrity,
            clearTextFlow,
            engineeringIntoSafety,
            portOfClearTextProtocol,
        ],
    },
    {
        title: 'Essential functions',
        rules: [
            essentialNeedOutside,
            securityDeviceInSafetyPath,
        ],
    },
    {
        title: 'Levels',
        rules: [
            zoneWithoutTarget,
            targetIncomplete,
            notAssessed,
            assessmentIncomplete,
            gapBelowTarget,
            targetOutOfReach,
            capabilityUnknown,
            claimedLevelAboveEvidence,
        ],
    },
    {
        title: 'Evidence',
        rules: [
            requirementStatedTwice,
            claimContradicted,
            assetContradictsZone,
            exclusionContradicted,
            statementWithoutEvidence,
            statementWithoutReason,
            dueDatePassed,
            measureWithoutStatus,
            measureWithoutDate,
            measureWithoutOwner,
            measureWithoutEvidence,
            measureNeverApplied,
        ],
    },
    { title: 'Monitoring and ownership', rules: [ownersConduitUnmonitored, boundaryWithoutDetection] },
    {
        title: 'Risk',
        rules: [
            residualRiskAboveTolerable,
            slTBelowRisk,
            slTAboveRisk,
            slTWithoutThreat,
            threatPathMissing,
            threatMeasureOffPath,
            riskNotAssessed,
            mitigationWithoutEffect,
            consequenceAgainstCriticality,
            assetWithoutThreat,
        ],
    },
    { title: 'Text', rules: [repeatedProperty, typeNeverUsed, protocolNeverUsed] },
    { title: 'Acceptances', rules: [acceptUnknownRule, acceptExpired, acceptUseless, acceptWithoutReason] },
];

/** All rules, in the order of the families. */
export const rules: readonly Rule[] = families.flatMap(family => family.rules);
