import { largest } from './add-all.ts';
import { plainHead } from './fields.ts';
import type { FoundTable, TableRow } from './find-tables.ts';
import { readAddresses } from './values.ts';

/** A table with one row for each service of a host. */
export function isServiceTable(heads: ReadonlySet<string>): boolean {
    return (
        (heads.has('port') || heads.has('portid')) &&
        ['ip', 'host', 'address', 'fqdn', 'hostname'].some(head => heads.has(head)) &&
        ['service', 'state', 'service name'].some(head => heads.has(head))
    );
}

/** One row a host: its services become one text. */
export function byHost(table: FoundTable): FoundTable {
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
                `${[cell(protocol), cell(port)].filter(text => text !== '').join(' ')}` +
                    `${what === '' ? '' : ` (${what})`}${/^(open|)$/i.test(cell(state)) ? '' : `, ${cell(state)}`}`,
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
