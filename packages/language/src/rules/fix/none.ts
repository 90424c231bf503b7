/** Something in the plant is to change, and the text follows it: a fix of the text alone would hide the fault. */
const plant = 'The fault is in the plant. The text changes when a cable, a device, a setting or a service has changed.';
/** Where the next step depends on the design of the plant. */
const design = 'There are several ways to build it, and the choice is a decision on the design of the plant.';
/** Facts for which no place can be left: names of assets, ends of flows, levels. */
const facts = 'What is missing are facts of the plant: no text can be proposed, and none can be left to be filled in.';
/** Two statements that cannot both be so. */
const which = 'Two statements disagree, and only people know which of them is wrong. Both places are shown.';
/** What a device or a tool has written. */
const source =
    'The text is read from a device or a log. It is corrected there, and imported again: a changed copy would not be ' +
    'what the device does.';
/** Requirements that are assessed by people. */
const assessed =
    'It ends when requirements are assessed, met or compensated. Which of these is so is for an assessor to say; ' +
    'a fix would be a claim.';

/**
 * Why a rule has no quick fix, by its id. A rule offers a fix in its examples, or has its reason here; a test holds
 * that, and the page of the rule shows the reason.
 */
export const withoutFix: Readonly<Record<string, string>> = {
    'management-across-zones': plant,
    'other-system-in-safety-zone': plant,
    'station-for-several-cells': design,
    'asset-without-flow': facts,
    'zone-without-flows': facts,
    'boundary-device-below-target': plant,
    'conduit-without-flows': facts,
    'hardwired-contradicted': which,
    'flow-with-wide-ports': 'Which ports the product can be limited to is in its manual, not in the model.',
    'one-way-without-proxies': design,
    'covert-protocol-outbound': design,
    'dual-homed-asset': plant,
    'flow-past-dmz': design,
    'flow-to-internet': design,
    'it-path-past-dmz': design,
    'remote-access-past-dmz': design,
    'same-protocol-through-dmz': design,
    'shared-platform-below-target': plant,
    'engineering-into-safety': plant,
    'address-twice': which,
    'networks-overlap': which,
    'public-address-inside': plant,
    'attempt-undocumented':
        'An attempt without an answer is not a flow of the plant. Who makes it, and why, is to be found out first.',
    'observation-old': source,
    'rule-breaks-invariant': source,
    'rule-not-assessable': source,
    'ruleset-old': source,
    'ruleset-not-compared': facts,
    'stateless-return-rule': source,
    'traffic-of-another-protocol': which,
    'dependency-contradicted': which,
    'essential-need-outside': design,
    'function-depends-outside': design,
    'function-without-assets': facts,
    'island-broken': design,
    'island-vacuous': facts,
    'log-on-outside': design,
    'order-through-one-device': design,
    'security-device-in-safety-path': design,
    'capability-unknown': 'The SL-C of a product is in its certificate or its manual, not in the model.',
    'gap-below-target': assessed,
    'level-above-capability': assessed,
    'not-assessed': assessed,
    'target-out-of-reach': assessed,
    'asset-contradicts-zone': which,
    'claim-contradicted': which,
    'certificate-expired': 'A new certificate has a number and a date that only its holder knows.',
    'certificate-of-another-version': which,
    'essential-asset-unmaintained': facts,
    'programme-contradicted': which,
    'remote-party-without-proof': facts,
    'level-will-fall': 'New evidence has the date of an inspection, so a fix cannot write it.',
    'risk-will-rise': 'New evidence has the date of an inspection, and what else lowers the risk has to be designed.',
    'patch-past-window': plant,
    'support-ended': plant,
    'advisory-affected': plant,
    'advisory-undecided': facts,
    'consequence-against-criticality': which,
    'residual-risk-above-tolerable': assessed,
    'risk-not-assessed': facts,
    'placeholder-left': 'What belongs in its place only people know.',
};
