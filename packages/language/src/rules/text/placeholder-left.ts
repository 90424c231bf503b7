import type { Accept, Model, Notes, Origin, Statement, Text } from '../../model/index.ts';
import { isPlaceholder, nameOf } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** A text of an element that is still to be typed. */
interface Gap {
    /** The words of its statement: `owner`, `because`. */
    readonly word: string;
    /** The statement in which it is, where that is known. */
    readonly origin?: Origin;
}

interface Holder {
    readonly name: string;
    readonly origin: Origin;
    readonly subject: string | null;
    readonly gaps: readonly Gap[];
}

/** Texts by which something counts as answered for, allowed or shown: others only describe. */
const weighty: readonly string[] = ['owner', 'because', 'evidence', 'approved by', 'monitored by'];

function word(name: string, text: string | null | undefined, origin?: Origin): readonly Gap[] {
    return text != null && isPlaceholder(text) ? [{ word: name, ...(origin ? { origin } : {}) }] : [];
}

function words(name: string, texts: readonly Text[] | undefined): readonly Gap[] {
    return (texts ?? []).flatMap(({ text, origin }) => word(name, text, origin));
}

function notes(of: Notes): readonly Gap[] {
    return [
        ...words('location', of.location), ...words('evidence', of.evidence), ...words('logical-boundary', of.logicalBoundary),
        ...words('physical-boundary', of.physicalBoundary), ...words('logical-access', of.logicalAccess),
        ...words('physical-access', of.physicalAccess), ...words('assumption', of.assumption), ...words('policy', of.policy),
        ...words('regulation', of.regulation),
    ];
}

function statements(of: readonly Statement[]): readonly Gap[] {
    return of.flatMap(({ because, evidence, origin }) => [
        ...word('because', because, origin), ...evidence.flatMap(text => word('evidence', text, origin)),
    ]);
}

function accepts(of: readonly Accept[]): readonly Gap[] {
    return of.flatMap(({ because, origin }) => word('because', because, origin));
}

interface Element {
    readonly id: string;
    readonly name: string;
    readonly origin: Origin;
    readonly accepts: readonly Accept[];
}

function holder({ id, name, origin, accepts: own }: Element, gaps: readonly Gap[]): Holder {
    return { name, origin, subject: id, gaps: [...gaps, ...accepts(own)] };
}

/** Everything in a model that has texts, with those that are still to be typed. */
function holdersOf({ system, zones, conduits, assets, flows, types, measures, threats, invariants, views, protocols }: Model): readonly Holder[] {
    return [
        ...(system ? [holder(system, [...word('owner', system.owner), ...notes(system.notes)])] : []),
        ...zones.map(zone => holder(zone, [
            ...word('owner', zone.owner), ...notes(zone.notes), ...statements(zone.statements),
            ...word('because', zone.slT?.because, zone.slT?.origin), ...word('because', zone.slA?.because, zone.slA?.origin),
        ])),
        ...conduits.map(conduit => holder(conduit, [
            ...word('owner', conduit.owner), ...word('monitored by', conduit.monitoredBy), ...notes(conduit.notes), ...statements(conduit.statements),
            ...word('because', conduit.slT?.because, conduit.slT?.origin), ...word('because', conduit.slA?.because, conduit.slA?.origin),
        ])),
        ...assets.map(asset => holder(asset, [
            ...word('vendor', asset.vendor), ...word('product', asset.product), ...word('version', asset.version),
            ...notes(asset.notes), ...statements(asset.statements), ...word('because', asset.slC?.because, asset.slC?.origin),
        ])),
        ...flows.map((flow): Holder => ({
            name: 'the flow', origin: flow.origin, subject: flow.container,
            gaps: [...word('owner', flow.owner), ...word('approved by', flow.approvedBy), ...accepts(flow.accepts)],
        })),
        ...types.filter(type => !type.builtIn).map(type => holder(type, [
            ...word('vendor', type.vendor), ...word('product', type.product), ...word('version', type.version),
            ...words('certificate', type.certificates), ...statements(type.statements),
        ])),
        ...measures.map(measure => holder(measure, [...word('owner', measure.owner), ...words('evidence', measure.evidence)])),
        ...invariants.map(invariant => holder(invariant, invariant.exceptions.flatMap(({ because, origin }) => word('because', because, origin)))),
        ...[...protocols.filter(protocol => !protocol.builtIn), ...threats, ...views].map(element => holder(element, [])),
    ];
}

export default {
    id: 'placeholder-left',
    severity: 'warning',
    basis: ['ZCR 6.4'],
    summary: 'A text is still the placeholder that was to be replaced: `TODO`, `TBD`, `…`.',
    why: 'A quick fix that needs to know something leaves a place for it. An owner, a reason or a piece of evidence that was never typed '
        + 'counts in tables and reports as if it were there. Where the text only describes something, this is information.',
    falsePositives: 'None: write what is true, or remove the statement.',
    check({ model }, report) {
        for (const { name, origin, subject, gaps } of holdersOf(model)) {
            const [first] = gaps;
            if (!first) continue;
            const found = [...new Set(gaps.map(gap => gap.word))];
            report({
                at: nameOf(first.origin ?? origin),
                subject,
                severity: found.some(each => weighty.includes(each)) ? 'warning' : 'info',
                message: `Of ${name} the text after ${listed(found.map(each => `\`${each}\``), 9)} is still to be filled in, and counts as if it were there. `
                    + 'Write what is true, or remove it.',
                related: gaps.slice(1).flatMap(gap => (gap.origin ? [{ message: 'Still to be filled in.', at: nameOf(gap.origin) }] : [])),
            });
        }
    },
    examples: [{
        before: `system Plant { assumption "Guards at the gate" }
zone Control {
     ^^^^^^^
  owner "TBD"
  SL-T 2
  asset Plc1 : plc
  accept not-assessed because "TODO: why this is tolerable" until 2026-12-01
}
`,
    }, {
        title: 'A text that only describes',
        before: `system Plant { owner "Operations" }
zone Control {
  SL-T 2
  asset Plc1 : plc { location "?" }
                              ^^^
  physical-boundary "The switch room"
}
`,
    }, {
        title: 'Everything is written',
        before: `system Plant { owner "Operations" }
zone Control {
  SL-T 2 because "To be on a par with the other plants"
  asset Plc1 : plc
}
`,
    }],
} satisfies Rule;
