import type { Asset } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { boundaryFlows, boundaryFlowSteps, innerFlows } from '../ask/boundary-flows.ts';
import { endAssets } from '../ask/end-assets.ts';
import { legsOf } from '../ask/legs.ts';
import { ofTypes } from '../ask/types.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** What controls a computer from below its operating system. */
const below: readonly string[] = ['management-controller', 'kvm-switch', 'console-server'];
const belowProtocols: readonly string[] = ['ipmi'];

interface Managed {
    readonly station: Asset;
    readonly asset: Asset;
    readonly zones: readonly string[];
}

/** The first rule that asks for these waits for them: each is a step of its own. */
function* managedIn(context: Context): Generator<void, readonly Managed[]> {
    const { assessment } = context;
    yield* boundaryFlowSteps(assessment);
    const isBelow = ofTypes(context.lookup, below);
    const isComputer = ofTypes(context.lookup, ['host-device']);
    return [...boundaryFlows(assessment), ...innerFlows(assessment)].flatMap(({ flow, openings, uses }) => {
        const byProtocol = uses.some(({ protocol }) => belowProtocols.includes(protocol.id));
        return openings.flatMap(({ opener: { asset: station }, answerer }) => {
            if (!station) return [];
            // Everything in a zone may answer. What only reads there, as a monitor of all does, manages nothing.
            const isManaged = (asset: Asset): boolean =>
                answerer.asset
                    ? isBelow(asset) || (byProtocol && !isBelow(station))
                    : flow.access !== 'read' &&
                      asset !== station &&
                      (isBelow(asset) || (byProtocol && isComputer(asset)));
            return endAssets(context.lookup, answerer)
                .filter(isManaged)
                .map(asset => ({ station, asset, zones: legsOf(context.lookup, asset) }));
        });
    });
}

export default {
    id: 'management-across-zones',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 2.1', 'SR 7.1'],
    summary: 'One asset reaches the management controllers of computers in several zones.',
    why:
        'A management controller can switch a computer off, boot it from another disk and see its screen, ' +
        'independent of the operating system. A path to all of them bypasses every boundary between their zones.',
    falsePositives: 'The path is closed except during a repair, and opened zone by zone. Say so in the acceptance.',
    *check(context, report) {
        const all = yield* managedIn(context);
        for (const [station, managed] of Map.groupBy(all, each => each.station)) {
            const zones = [...new Set(managed.flatMap(each => each.zones))];
            if (zones.length < 2) continue;
            const assets = [...new Set(managed.map(({ asset }) => asset))];
            report({
                at: nameOf(station.origin),
                subject: station.id,
                message:
                    `${station.id} reaches the management controllers ${listed(assets.map(asset => asset.id))} ` +
                    `in ${listed(zones)}: an intruder on it bypasses every boundary between these zones. Give ` +
                    'each zone a management network of its own, or open one path at a time.',
                related: related('It is managed from there.', assets),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Management {
  kind operations
  SL-T 2
  asset Console : workstation
        ^^^^^^^
}
zone Scada {
  kind control
  SL-T 2
  asset ScadaBmc : management-controller
}
zone Historians {
  kind operations
  SL-T 2
  asset HistorianBmc : management-controller
}
conduit Below between Management and Scada and Historians {
  via Fw1
  asset Fw1 : firewall { serves Management, Scada, Historians }
  flow Console -> ScadaBmc : https { access write }
  flow Console -> HistorianBmc : https { access write }
}
`,
        },
        {
            title: 'Each zone has its own management network',
            before: `system Plant
zone Scada {
  kind control
  SL-T 2
  asset ScadaBmc : management-controller
  asset ScadaConsole : workstation
  flow ScadaConsole -> ScadaBmc : https { access write }
}
zone Historians {
  kind operations
  SL-T 2
  asset HistorianBmc : management-controller
  asset HistorianConsole : workstation
  flow HistorianConsole -> HistorianBmc : https { access write }
}
`,
        },
    ],
} satisfies Rule;
