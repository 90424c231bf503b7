import type { Asset, Flow, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { sideOf } from '../ask/sides.ts';
import { ofTypes } from '../ask/types.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** Assets that keep accounts and say who may log on. */
const directories: readonly string[] = ['domain-controller', 'authentication-server'];

/** An asset of the plant that asks elsewhere who may log on. */
interface Asking {
    readonly asset: Asset;
    readonly directory: Asset;
    readonly flow: Flow | null;
}

function isAway(lookup: Lookup, asset: Asset): boolean {
    const side = sideOf(lookup, lookup.zoneOf(asset.id)?.id ?? '');
    return side === 'it' || side === 'outside';
}

function isOfPlant(lookup: Lookup, asset: Asset): boolean {
    return sideOf(lookup, lookup.zoneOf(asset.id)?.id ?? '') === 'ot';
}

function byFlow(context: Context, isDirectory: (asset: Asset) => boolean): readonly Asking[] {
    const { lookup } = context;
    return boundaryFlows(context.assessment).flatMap(({ flow, openings, uses }) => {
        const asks = uses.some(({ protocol }) => protocol.traits.some(each => ['sign-on', 'directory'].includes(each)));
        return openings.flatMap(({ opener, answerer }) => {
            if (!opener.asset || !answerer.asset || !(asks || isDirectory(answerer.asset))) return [];
            return isOfPlant(lookup, opener.asset) && isAway(lookup, answerer.asset)
                ? [{ asset: opener.asset, directory: answerer.asset, flow }]
                : [];
        });
    });
}

/** Needs of essential assets are said by the rule about those. */
function byNeed({ model, lookup }: Context, isDirectory: (asset: Asset) => boolean): readonly Asking[] {
    return model.assets
        .filter(asset => asset.needs.length > 0 && !asset.traits.includes('essential') && isOfPlant(lookup, asset))
        .flatMap(asset =>
            asset.needs
                .flatMap(({ id }) => lookup.asset(id) ?? [])
                .filter(service => isDirectory(service) && isAway(lookup, service))
                .map(directory => ({ asset, directory, flow: null })),
        );
}

export default {
    id: 'log-on-outside',
    severity: 'warning',
    basis: ['ZCR 3.2', 'SR 1.3', 'SR 5.2 RE 2'],
    summary: 'Plant assets use a directory in IT or outside the site for log-on.',
    why:
        'Whoever controls that directory has an account on every plant host that uses it, and no boundary stops ' +
        'a valid log-on. When the boundary is closed during an attack, the staff of the plant cannot log on.',
    falsePositives:
        'The directory is read only to copy accounts, and the plant uses a directory of its own. Then let ' +
        'that directory open the session.',
    check(context, report) {
        const isDirectory = ofTypes(context.lookup, directories);
        const asking = [...byFlow(context, isDirectory), ...byNeed(context, isDirectory)];
        for (const [directory, group] of Map.groupBy(asking, each => each.directory)) {
            const assets = [...new Set(group.map(({ asset }) => asset))].filter(asset => !isDirectory(asset));
            if (assets.length === 0) continue;
            const names = listed(assets.map(asset => asset.id));
            report({
                at: nameOf(directory.origin),
                subject: directory.id,
                message:
                    `${names} ${assets.length === 1 ? 'uses' : 'use'} ${directory.id} for log-on: whoever ` +
                    'controls that directory can log on there, and without it log-on fails. Give the plant a ' +
                    'directory of its own.',
                related: related('It uses the directory for log-on.', [
                    ...new Set(
                        group.filter(({ asset }) => assets.includes(asset)).map(({ asset, flow }) => flow ?? asset),
                    ),
                ]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
        ^^^^^^^^^
}
zone Operations {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
conduit Accounts between Operations and Office {
  via Fw1
  asset Fw1 : firewall { serves Operations, Office }
  flow Scada -> Directory : kerberos, ldaps
}
`,
        },
        {
            title: 'A directory of the plant, which copies accounts',
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Operations {
  kind operations
  SL-T 2
  asset Scada : scada-server
  asset PlantDirectory : domain-controller
  flow Scada -> PlantDirectory : kerberos, ldaps
}
conduit Accounts between Operations and Office {
  via Fw1
  asset Fw1 : firewall { serves Operations, Office }
  flow PlantDirectory -> Directory : ldaps
}
`,
        },
    ],
} satisfies Rule;
