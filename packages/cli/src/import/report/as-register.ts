import type { Grid } from '../grid.ts';
import { MergedCells } from '../grid.ts';
import type { ReportList } from './report-lists.ts';

/** A column of a register, and what of a row of the report it holds. */
type Column = readonly [head: string, of: (cell: (title: string) => string) => string];

function plain(head: string, title = head): Column {
    return [head, cell => cell(title)];
}

function trait(word: string): Column {
    return [word, cell => (cell('Traits').split('\n').includes(word) ? 'yes' : '')];
}

const columns: Partial<Readonly<Record<ReportList, readonly Column[]>>> = {
    assets: [
        plain('Id'),
        plain('Name', 'Title'),
        plain('Zone', 'Zone or conduit'),
        plain('Type'),
        plain('IP address', 'Addresses'),
        plain('Vendor'),
        plain('Product'),
        plain('Version'),
        plain('Location'),
        plain('Criticality'),
        trait('essential'),
        trait('wireless'),
        trait('remote'),
        plain('Needs'),
        plain('Serves'),
    ],
    flows: [
        plain('From'),
        plain('To'),
        plain('Direction', 'Arrow'),
        plain('Protocol', 'Protocols'),
        ['Port', cell => cell('Ports').replaceAll('; ', ', ')],
        plain('Purpose'),
        plain('Access'),
        plain('Approved by'),
        plain('Valid until', 'Until'),
        plain('Conduit', 'Stands in'),
    ],
    threats: [
        plain('Id'),
        plain('Title'),
        plain('Description'),
        plain('Class'),
        plain('From'),
        plain('Against'),
        plain('Likelihood'),
        plain('Consequence'),
        plain('Countermeasures'),
    ],
};

/** A list of a report with the columns of a register: what the report has computed is left out. */
export function asRegister(grid: Grid, list: ReportList): Grid {
    const own = columns[list];
    const [heads = [], ...rows] = grid.rows;
    if (!own) return grid;
    return {
        name: grid.name,
        merged: new MergedCells(),
        rows: [
            own.map(([head]) => head),
            ...rows.map(row => own.map(([, of]) => of(title => row[heads.indexOf(title)] ?? ''))),
        ],
    };
}
