import type { TableColumn } from './columns.ts';
import { plainHead } from './fields.ts';
import type { FoundTable, TableRow } from './find-tables.ts';
import { largest } from './add-all.ts';
import { readAddresses } from './values.ts';

/** A program whose exports are known by their heads, and what some of these mean there. */
interface Source {
    readonly name: string;
    /** Heads of which so many have to stand in the table. */
    readonly signs: readonly string[];
    readonly needed: number;
    /**
     * What heads mean there that mean something else, or nothing, in other tables; `null`: kept as text. Of several of
     * one field the first counts most.
     */
    readonly means: Readonly<Record<string, string | null>>;
    /** By head the word that the program writes where it does not know. */
    readonly unsaid?: Readonly<Record<string, string>>;
    /** Heads of what changes from one export of the program to the next, and need not in other tables. */
    readonly moving?: readonly string[];
}

const sources: readonly Source[] = [
    {
        name: 'a device export of NetBox',
        signs: [
            'device type',
            'role',
            'device role',
            'tenant',
            'rack',
            'primary ip',
            'primary ip4',
            'primary ipv4',
            'primary ip6',
            'primary ipv6',
            'cluster',
            'vcpus',
            'tags',
            'serial number',
            'site',
            'manufacturer',
            'platform',
            'asset tag',
            'ip address',
            'type',
            'status',
        ],
        needed: 7,
        means: {
            'device type': 'product',
            type: 'product',
            role: 'type',
            'device role': 'type',
            platform: 'version',
            'asset tag': null,
            tenant: null,
            tags: null,
        },
    },
    {
        name: 'an inventory of Microsoft Defender for IoT',
        signs: [
            'is authorized',
            'is programming device',
            'is known as scanner',
            'unacknowledged alerts',
            'attack vectors',
            'security score',
            'risk score',
            'discovered by',
            'last activity',
            'is programming',
            'exposure level',
            'risk level',
            'discovery sources',
            'onboarding status',
            'sensor',
            'sensor name',
            'device subtype',
            'device category',
            'programming device',
            'scanner device',
            'authorization',
            'vlans',
            'os platform',
        ],
        needed: 3,
        means: {
            rack: null,
            slot: null,
            backplane: null,
            groups: null,
            class: 'type',
            category: null,
            subcategory: null,
        },
    },
    {
        name: 'a table of nodes of Nozomi Guardian',
        signs: [
            'appliance host',
            'mac vendor',
            'is learned',
            'is fully learned',
            'is confirmed',
            'is disabled',
            'bpf filter',
            'links count',
            'product name',
            'mac address info',
            'capture device',
        ],
        needed: 3,
        means: { level: 'purdue', label: 'title', 'product name': 'product', roles: null, id: null, subnet: 'network' },
        unsaid: { zone: 'Undefined' },
    },
    {
        name: 'a table of Malcolm',
        signs: [
            'source device name',
            'source device role',
            'source device manufacturer',
            'source device site',
            'source segment name',
            'source segment site',
            'source oui',
            'source device device type',
            'source mac',
            'source ip',
        ],
        needed: 3,
        means: {
            'source device name': 'title',
            'source ip': 'addresses',
            'source mac': 'mac',
            'source device role': 'type',
            'source device manufacturer': 'vendor',
            'source oui': 'vendor',
            'source device device type': 'product',
            'source device site': 'location',
            'source segment name': 'zone',
            'source segment site': 'location',
        },
        // The sums of an aggregation, as its dashboards export them.
        moving: [
            'count',
            'doc count',
            'unique count',
            'sum of bytes',
            'total bytes',
            'network bytes',
            'network packets',
            'destination bytes',
            'source bytes',
            'max timestamp',
            'timestamp',
        ],
    },
    {
        name: 'a table of services that nmap found',
        signs: [
            'port',
            'portid',
            'protocol',
            'service',
            'service name',
            'state',
            'script',
            'ip',
            'host',
            'hostname',
            'fqdn',
            'address',
        ],
        needed: 4,
        means: {
            version: null,
            product: null,
            host: 'addresses',
            address: 'addresses',
            ip: 'addresses',
            fqdn: 'title',
            hostname: 'title',
            os: 'version',
            'mac vendor': 'vendor',
        },
    },
];

/** Heads of what changes from one export to the next though the device is the same, whatever program writes it. */
const moving = new Set([
    'last seen',
    'last activity',
    'last activity time',
    'last contact',
    'last update',
    'last updated',
    'last synced',
    'last scan',
    'last changed',
    'uptime',
    'risk score',
    'security score',
    'score',
    'unacknowledged alerts',
    'alerts',
    'open alerts',
    'attack vectors',
    'cve count',
    'vulnerabilities',
    'bytes',
    'packets',
    'received bytes',
    'sent bytes',
    'links count',
    'zuletzt gesehen',
    'dernière activité',
    'última actividad',
]);

/**
 * The heads of columns that are kept as text and change from export to export.
 * @param source the name of the program, as {@link recognised} says it
 */
export function movingHeads(table: FoundTable, source: string | null): readonly string[] {
    const own = sources.find(each => each.name === source)?.moving ?? [];
    const moves = (head: string): boolean => moving.has(head) || own.includes(head);
    return table.columns
        .filter(column => column.field === null && moves(plainHead(column.head)))
        .map(column => column.head);
}

/** A table as the program means it that it comes from. */
export interface Recognised {
    readonly table: FoundTable;
    /** What the table is; `null` for one of no known program. */
    readonly source: string | null;
}

/** Recognises tables of known programs by their heads. What the user has named stays as it is. */
export function recognised(table: FoundTable): Recognised {
    const heads = new Set(table.columns.map(column => plainHead(column.head)));
    const [best] = sources
        .map(source => ({ source, found: source.signs.filter(sign => heads.has(sign)).length }))
        .filter(
            ({ source, found }) =>
                found >= source.needed &&
                (source.name !== 'a table of services that nmap found' || isServiceTable(heads)),
        )
        .sort((a, b) => b.found / b.source.needed - a.found / a.source.needed);
    if (!best) return { table, source: null };
    const { means, name } = best.source;
    const order = Object.keys(means);
    const columns = table.columns.map((column): TableColumn => {
        const plain = plainHead(column.head);
        return column.rank === -1 || !Object.hasOwn(means, plain)
            ? column
            : { ...column, field: means[plain]!, rank: order.indexOf(plain) / order.length };
    });
    const settled = withoutUnsaid({ ...table, columns }, best.source.unsaid ?? {});
    return { table: isServiceTable(heads) ? byHost(settled) : settled, source: name };
}

/** A table with empty cells where the program writes a word for what it does not know. */
function withoutUnsaid(table: FoundTable, unsaid: Readonly<Record<string, string>>): FoundTable {
    const words = new Map(
        table.columns.flatMap(({ head, index }) => {
            const plain = plainHead(head);
            return Object.hasOwn(unsaid, plain) ? [[index, unsaid[plain]!] as const] : [];
        }),
    );
    if (words.size === 0) return table;
    const rows = table.rows.map(row => ({
        ...row,
        cells: row.cells.map((text, index) => (words.get(index) === text ? '' : text)),
    }));
    return { ...table, rows };
}

/** A table with one row for each service of a host. */
function isServiceTable(heads: ReadonlySet<string>): boolean {
    return (
        (heads.has('port') || heads.has('portid')) &&
        ['ip', 'host', 'address', 'fqdn', 'hostname'].some(head => heads.has(head)) &&
        ['service', 'state', 'service name'].some(head => heads.has(head))
    );
}

/** One row a host: its services become one text. */
function byHost(table: FoundTable): FoundTable {
    const column = (...names: readonly string[]): number =>
        table.columns.find(each => names.includes(plainHead(each.head)))?.index ?? -1;
    const [port, protocol, service, state, product, version] = [
        column('port', 'portid'),
        column('protocol'),
        column('service', 'service name'),
        column('state'),
        column('product'),
        column('version'),
    ];
    const services = new Set([port, protocol, service, state, product, version].filter(index => index >= 0));
    const address = table.columns.find(each => each.field === 'addresses')?.index ?? -1;
    const at =
        largest(
            table.columns.map(each => each.index),
            -1,
        ) + 1;
    const hosts = new Map<string, { readonly row: TableRow; readonly cells: string[]; readonly open: string[] }>();
    for (const row of table.rows) {
        const cell = (index: number): string => row.cells[index] ?? '';
        const key = readAddresses(cell(address)).addresses[0] ?? cell(address);
        const host = hosts.get(key) ?? {
            row,
            cells: row.cells.map((text, index) => (services.has(index) ? '' : text)),
            open: [],
        };
        hosts.set(key, host);
        row.cells.forEach((text, index) => {
            if (!services.has(index) && (host.cells[index] ?? '') === '') host.cells[index] = text;
        });
        const what = [cell(service), cell(product), cell(version)].filter(text => text !== '').join(' ');
        if (cell(port) !== '')
            host.open.push(
                `${[cell(protocol), cell(port)].filter(text => text !== '').join(' ')}${what === '' ? '' : ` (${what})`}${/^(open|)$/i.test(cell(state)) ? '' : `, ${cell(state)}`}`,
            );
    }
    const columns = [
        ...table.columns.filter(each => !services.has(each.index)),
        { index: at, head: 'Ports', field: null, rank: 0 },
    ];
    const rows = [...hosts.values()].map(({ row, cells, open }): TableRow => {
        const filled = Array.from({ length: at + 1 }, (_, index) => cells[index] ?? '');
        filled[at] = open.join('; ');
        return { ...row, cells: filled };
    });
    return { ...table, columns, heads: new Set([...table.heads, at]), rows };
}
