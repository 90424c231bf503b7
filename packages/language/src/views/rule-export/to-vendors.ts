import type { Ranges, Service } from '../../filter/index.ts';
import { addressText, pairsOf, serviceText, addressTexts } from '../../filter/index.ts';
import { missingHere } from '../../model/index.ts';
import { toCsv } from '../text/csv.ts';
import type { Permission, Permissions } from './permissions.ts';
import { nameFor, remarksOf } from './permissions.ts';

const plain = (text: string, most: number): string => {
    const line = text.replace(/["\\\r\n?]/g, "'");
    return line.length <= most ? line : `${line.slice(0, most - 1)}~`;
};

const numbered = (permissions: readonly Permission[]): readonly (readonly [number, Permission])[] =>
    permissions.map((each, at) => [at + 1, each]);

function fortiAddresses(name: string, ranges: Ranges): { readonly text: string; readonly names: string } {
    const entries = pairsOf(ranges).map(([low, high], at) => ({
        name: `${name}-${at + 1}`,
        low: addressText(low),
        high: addressText(high),
    }));
    const text = entries.map(
        entry =>
            `    edit "${entry.name}"\n        set type iprange\n        set start-ip ${entry.low}\n        set ` +
            `end-ip ${entry.high}\n    next\n`,
    );
    return { text: text.join(''), names: entries.map(entry => `"${entry.name}"`).join(' ') };
}

function fortiService(name: string, services: readonly Service[]): string {
    const ported = services.filter(({ transport }) => ['tcp', 'udp', 'sctp'].includes(transport));
    const lines = ported.map(({ transport, ranges }) => {
        const some = ranges.length === 0 ? [{ from: 1, to: 65535 }] : ranges;
        const written = some.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
        return `        set ${transport}-portrange ${written.join(' ')}\n`;
    });
    return ported.length === 0 ? '' : `    edit "${name}"\n${lines.join('')}    next\n`;
}

/** A script for a FortiGate: addresses, services and one policy a flow. */
export function toFortios(all: Permissions): string {
    const made = numbered(all.permissions).map(([number, permission]) => ({
        number,
        permission,
        from: fortiAddresses(`iacs-${number}-from`, permission.from),
        to: fortiAddresses(`iacs-${number}-to`, permission.to),
        service: fortiService(`iacs-${number}`, permission.services),
    }));
    const block = (head: string, body: string): string => (body === '' ? '' : `config ${head}\n${body}end\n`);
    const six = (kind: 4 | 6): string => (kind === 6 ? '6' : '');
    const policies = made.map(({ number, permission: { flow, kind, services }, from, to, service }) => {
        const others = services
            .filter(({ transport }) => !['tcp', 'udp', 'sctp'].includes(transport))
            .map(({ transport }) => (transport === 'icmp' ? (kind === 4 ? 'ALL_ICMP' : 'ALL_ICMP6') : 'ALL'));
        const names = [...(service === '' ? [] : [`iacs-${number}`]), ...others].map(name => `"${name}"`).join(' ');
        return (
            `    edit 0\n        set name "iacs-${number}"\n        set srcintf "any"\n        set ` +
            `dstintf "any"\n        set action accept\n        set srcaddr${six(kind)} ${from.names}\n        ` +
            `set dstaddr${six(kind)} ${to.names}\n` +
            `        set schedule "always"\n        set service ${names}\n        set logtraffic all\n        ` +
            `set comments "${plain(flow.id, 1023)}"\n    next\n`
        );
    });
    return (
        `# Rules for ${all.device.id} of ${all.system}, from its declared flows. The implicit deny drops the rest.\n` +
        '# `edit 0` adds a policy after those that are there: move it before one that decides first.\n' +
        remarksOf(all)
            .map(remark => `# ${remark}\n`)
            .join('') +
        block(
            'firewall address',
            made
                .filter(each => each.permission.kind === 4)
                .map(each => each.from.text + each.to.text)
                .join(''),
        ) +
        block(
            'firewall address6',
            made
                .filter(each => each.permission.kind === 6)
                .map(each => each.from.text + each.to.text)
                .join(''),
        ) +
        block('firewall service custom', made.map(each => each.service).join('')) +
        block('firewall policy', policies.join(''))
    );
}

function asaNetwork(ranges: Ranges, name: string): { readonly text: string; readonly use: string } {
    const objects = pairsOf(ranges).map(([low, high], at) =>
        low === high
            ? { text: '', member: ` network-object host ${addressText(low)}\n` }
            : {
                  text: `object network ${name}-${at + 1}\n range ${addressText(low)} ${addressText(high)}\n`,
                  member: ` network-object object ${name}-${at + 1}\n`,
              },
    );
    return {
        text:
            `${objects.map(each => each.text).join('')}object-group network ` +
            `${name}\n${objects.map(each => each.member).join('')}`,
        use: `object-group ${name}`,
    };
}

/** Lines for a Cisco ASA: object groups, and one entry of the access list a flow and kind of service. */
export function toAsa(all: Permissions): string {
    const list = nameFor(all);
    const text = numbered(all.permissions).map(([number, { flow, from, to, services }]) => {
        const [source, target] = [asaNetwork(from, `iacs-${number}-from`), asaNetwork(to, `iacs-${number}-to`)];
        const ported = services.filter(({ transport }) => ['tcp', 'udp', 'sctp'].includes(transport));
        const members = ported.flatMap(({ transport, ranges }) =>
            ranges.length === 0
                ? [` service-object ${transport}\n`]
                : ranges.map(
                      ({ from: low, to: high }) =>
                          ` service-object ${transport} destination ` +
                          `${low === high ? `eq ${low}` : `range ${low} ${high}`}\n`,
                  ),
        );
        const others = services.flatMap(({ transport, ranges }) =>
            transport === 'icmp'
                ? ['icmp']
                : transport === 'any'
                  ? ['ip']
                  : transport === 'ip'
                    ? ranges.flatMap(range =>
                          Array.from({ length: range.to - range.from + 1 }, (_, at) => `${range.from + at}`),
                      )
                    : [],
        );
        const group = members.length === 0 ? '' : `object-group service iacs-${number}-svc\n${members.join('')}`;
        const entries = [...(members.length === 0 ? [] : [`object-group iacs-${number}-svc`]), ...others].map(
            what => `access-list ${list} extended permit ${what} ${source.use} ${target.use}\n`,
        );
        return (
            `${source.text}${target.text}${group}access-list ${list} remark ` +
            `${plain(flow.id, 95)}\n${entries.join('')}`
        );
    });
    return (
        `! Rules for ${all.device.id} of ${all.system}, from its declared flows.\n${remarksOf(all)
            .map(remark => `! ${remark}\n`)
            .join('')}${text.join('')}access-list ${list} extended deny ip any any log\n` +
        `! Ask it at every interface: access-group ${list} global\naccess-group ${list} global\n`
    );
}

/** A table of rules, one row a flow. */
export function toRuleTable(all: Permissions): string {
    const columns = ['No', 'Name', 'Source', 'Destination', 'Service', 'Action', 'Remark'].map(title => ({ title }));
    const remarks = new Map(all.notEnforced.map(flow => [flow, `access ${flow.access} is not enforced by ports`]));
    const rows = numbered(all.permissions).map(([number, { flow, from, to, services }]) => [
        number,
        flow.id,
        addressTexts(from).join('; '),
        addressTexts(to).join('; '),
        services.map(service => serviceText(service).replaceAll(', ', `; ${service.transport} `)).join('; '),
        'permit',
        remarks.get(flow) ?? '',
    ]);
    const last = [
        all.permissions.length + 1,
        'Everything else',
        'any',
        'any',
        'any',
        'block',
        [
            ...missingHere(all.notUnderstood).map(text => text.replace(/\.$/, '')),
            ...all.unwritten.map(({ flow, why }) => `not written: ${flow.id}: ${why}`),
        ].join('; '),
    ];
    return toCsv({ columns, rows: [...rows, last] });
}
