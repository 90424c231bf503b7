import type { Ranges } from 'iacs-language/filter';
import {
    anyInterface,
    everyAddress,
    everyService,
    interfaces,
    readAddresses,
    maskedPrefix,
} from 'iacs-language/filter';
import type { FoundTable } from '../find-tables.ts';
import { findTables } from '../find-tables.ts';
import type { Grid } from '../grid.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, negated, together, unknown } from './objects.ts';
import type { ReadRule, ReadRules, RuleNotice } from './reading.ts';
import { both, RulesError, unread } from './reading.ts';
import { conditionsOf, unreadOf } from './table-columns.ts';
import type { TableEnd } from './table-end.ts';
import { blocksRest, endOf } from './table-end.ts';
import { ruleFields } from './table-fields.ts';
import { isAny, services } from './table-services.ts';
import { validityIn } from './table-validity.ts';

const permitWords =
    /^(?:accept(?:ed)?|allow(?:ed)?|permit(?:ted)?|pass|yes|ja|erlaub(?:en|t)|zu(?:ge)?lassen|freigegeben|autoris(?:er|ée?)|consenti|permiti(?:r|do)|acepta(?:r|do)|1|true|✓|x)$/i;
const blockWords =
    /^(?:den(?:y|ied)|drop(?:ped)?|block(?:ed|iert)?|reject(?:ed)?|discard(?:ed)?|no|nein|sperren|gesperrt|verw[eo]rfen|ablehnen|abgelehnt|refus(?:er|ée?)|bloqu(?:er|ée?)|nega|denega(?:r|do)|bloquea(?:r|do)|rechazado|0|false)$/i;
const offWords = /^(no|n|false|0|disabled?|inactive|off|nein|inaktiv|deaktiviert|non)$/i;
const onWords = /^(yes|y|true|1|enabled?|active|on|x|ja|✓|aktiv|aktiviert|oui|actif|activé|sí|si|activo|installed)$/i;

/** Whether a row is switched off, by its columns "enabled" and "disabled"; `null` for a word that is not known. */
function isOff(enabled: string, disabled: string): boolean | null {
    if (offWords.test(enabled) || /^disabled?$/i.test(disabled)) return true;
    if (disabled !== '' && !isAny(disabled)) return onWords.test(disabled) || (offWords.test(disabled) ? false : null);
    return isAny(enabled) || onWords.test(enabled) ? false : null;
}

const negation = /^(?:!|not )\s*(.+)$/i;

function address(text: string): Meaning {
    if (isAny(text)) return known(everyAddress);
    const plain = text.replace(/\s*(?:-|–|to|bis)\s*(?=[\da-f:.]+$)/i, '-').replace(/\s+\/\s*|\s*\/\s+/, '/');
    const withMask = /^(\d+\.\d+\.\d+\.\d+)[/ ]\s*(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
    const prefix = withMask ? maskedPrefix(withMask[1]!, withMask[2]!) : plain;
    const ranges = prefix === null ? null : readAddresses(prefix);
    if (ranges) return known(ranges);
    // A name with its address, as consoles print objects: `plc1 (10.1.1.5)`.
    const named = /\(([^()]+)\)\s*$/.exec(text) ?? /^[^\d\s]\S*\s+([\d.]+(?:\/\d+)?)$/.exec(text);
    const inner: Ranges | null = named ? readAddresses(named[1]!.trim()) : null;
    return inner ? known(inner) : unknown(`"${text}"`);
}

function side(cell: string): Meaning {
    const parts = cell
        .split(/[\n;,]+/)
        .map(part => part.trim())
        .filter(part => part !== '');
    // Empty may be any, or forgotten.
    if (parts.length === 0) return unknown('an empty cell');
    const not = parts.filter(part => negation.test(part));
    if (not.length === 0) return together(parts.map(address));
    // Several of them are what is in none.
    return not.length === parts.length
        ? negated(together(parts.map(part => address(negation.exec(part)![1]!))))
        : unknown(`"${cell.replace(/\s+/g, ' ')}"`);
}

function interfacesOf(cell: string): typeof anyInterface {
    const names = cell
        .split(/[\n;,]+/)
        .map(part => part.trim())
        .filter(part => part !== '');
    return names.length === 0 || names.some(isAny) ? anyInterface : interfaces(...names);
}

function permits(cell: string): boolean | null {
    const word = cell.trim();
    return permitWords.test(word) ? true : blockWords.test(word) ? false : null;
}

/** True for a row that says nothing of a field, or a table that has no column of it. */
function isBlank(table: FoundTable, cells: readonly string[], field: string): boolean {
    const at = table.columns.find(column => column.field === field)?.index ?? -1;
    return (cells[at] ?? '').trim() === '';
}

/** The rows before the one in which a file is cut. */
function wholeRows({ rows }: FoundTable, end: TableEnd | undefined): FoundTable['rows'] {
    const cutAt = end?.cutAt ?? null;
    return cutAt === null ? rows : rows.filter(row => row.number < cutAt);
}

const saysServices = ({ columns }: FoundTable): boolean =>
    columns.some(({ field }) => field === 'service' || field === 'protocol');

/** False for a table with numbers that are not those of its rows in their order; ids are in no order. */
function numbersRise({ columns, rows }: FoundTable): boolean {
    const column = columns.find(each => each.field === 'id');
    if (!column || /id$/i.test(column.head.trim())) return true;
    const numbers = rows.flatMap(({ cells }) => {
        const cell = (cells[column.index] ?? '').trim();
        return /^\d+$/.test(cell) ? [Number(cell)] : [];
    });
    return numbers.every((number, at) => at === 0 || number >= numbers[at - 1]!);
}

/** What is not read of a table, and what its rules are taken for without it. */
function columnNotices(table: FoundTable): readonly RuleNotice[] {
    const line = table.headRow;
    const unreadHeads = unreadOf(table).map(column => `"${column.head}"`);
    const found: RuleNotice[] = [];
    if (unreadHeads.length > 0)
        found.push({
            line,
            message:
                `${unreadHeads.length === 1 ? 'The column' : 'The columns'} ${unreadHeads.join(', ')} ` +
                `${unreadHeads.length === 1 ? 'is' : 'are'} not read. What limits a rule has to be named, such as ` +
                `--map service=${unreadHeads[0]}.`,
        });
    if (!numbersRise(table))
        found.push({
            line,
            message:
                'The numbers of the rules do not rise: the rules are asked in the order of the rows. Sort them ' +
                'first, if their numbers are the order in which the firewall asks them.',
        });
    if (!table.columns.some(column => column.field === 'action'))
        found.push({
            line,
            message:
                unreadHeads.length > 0
                    ? 'No column is known that says whether a rule permits or blocks: no rule can be evaluated.'
                    : 'No column says whether a rule permits or blocks: every rule is read as one that permits.',
        });
    if (!saysServices(table))
        found.push({
            line,
            message:
                unreadHeads.length > 0
                    ? 'No column is known that says the service: no rule can be evaluated without it.'
                    : 'No column says the service: every rule is read as one for all of them.',
        });
    return found;
}

/**
 * Reads tables of rules, each row one rule; the order of the rows counts.
 * @param given columns that the user has named: field key to head or `#index`
 * @param exported the day of the export, `YYYY-MM-DD`, by which it is judged which rules are in force
 * @throws {@link RulesError} where no table with ends and a decision is found
 */
export function readRuleTables(
    grids: readonly Grid[],
    given: ReadonlyMap<string, string>,
    exported: string | null = null,
): ReadRules & { readonly tables: readonly FoundTable[] } {
    const notices: RuleNotice[] = [];
    const ends = new Map(grids.map(grid => [grid.name, endOf(grid)]));
    const tables = grids
        .flatMap(grid => findTables(grid, ruleFields, given))
        .filter(table => ['from', 'to'].every(key => table.columns.some(column => column.field === key)));
    if (tables.length === 0)
        throw new RulesError(
            'No table of rules is found: it needs columns for source and destination. Name them with --map, such ' +
                'as --map from="Source address". Without a table, exports of nft, iptables, FortiOS, ASA, pfSense, ' +
                'OPNsense and Firewall Orchestrator are read.',
        );
    if (tables.length > 1)
        notices.push({
            line: tables[1]!.headRow,
            message: `${tables.length} tables are read one below the other: their rules are asked in this order.`,
        });
    const rules: ReadRule[] = tables.flatMap(table => {
        // One of the columns that are not read may say the service, or whether a rule blocks.
        const hasUnread = unreadOf(table).length > 0;
        const validity = validityIn(table, exported);
        let ended = 0;
        const unsaid = hasUnread ? unknown('a service, of which no column is known') : known(everyService);
        const found = wholeRows(table, ends.get(table.sheet)).flatMap(row => {
            if (['from', 'to', 'service', 'protocol', 'action'].every(key => isBlank(table, row.cells, key))) {
                notices.push({
                    line: row.number,
                    message: 'This row has no ends and no action: it is read as a heading.',
                });
                return [];
            }
            const cell = (key: string): string =>
                row.cells[table.columns.find(column => column.field === key)?.index ?? -1]?.trim() ?? '';
            const has = (key: string): boolean => table.columns.some(column => column.field === key);
            const say = (message: string): void => void notices.push({ line: row.number, message });
            const decided = has('action') ? permits(cell('action')) : hasUnread ? null : true;
            const action = has('action') ? `action "${cell('action')}"` : 'an action, of which no column is known';
            const valid = validity(row.cells);
            const last = valid.until === null ? '' : `until ${valid.until}`;
            const label = [cell('id') || `${row.number}`, cell('title').replace(/\s+/g, ' '), last]
                .filter(each => each !== '')
                .join(' ');
            const condition = both(...conditionsOf(table, row.cells), valid.when);
            if (valid.off) ended++;
            const switched = isOff(cell('enabled'), cell('disabled'));
            const off = valid.off || switched === true;
            const state = switched === null ? `state "${cell('enabled') || cell('disabled')}"` : null;
            const base = {
                from: side(cell('from')),
                to: side(cell('to')),
                services: saysServices(table) ? services(cell('service'), cell('protocol'), say) : unsaid,
                enters: interfacesOf(cell('enters')),
                leaves: interfacesOf(cell('leaves')),
                when: both(condition, state, decided === null ? action : null),
                trait: off ? ('disabled' as const) : null,
                label,
                line: row.number,
            };
            return (decided === null ? [true, false] : [decided]).flatMap(each =>
                linesOf({ ...base, permits: each }, notice => notices.push(notice)),
            );
        });
        if (ended > 0)
            notices.push({
                line: table.headRow,
                message:
                    `${ended === 1 ? 'One rule' : `${ended} rules`} had ended on the ` +
                    'day of the export: read as disabled.',
            });
        return found;
    });
    for (const table of tables) notices.push(...columnNotices(table));
    if (rules.length === 0) throw new RulesError('The table has no rule.');
    const end = ends.get(tables.at(-1)!.sheet)!;
    if (end.cutAt !== null) {
        notices.push({
            line: end.cutAt,
            message:
                'This row is not whole: the file seems to be cut. It is left out, and what it and the missing rows ' +
                'would decide is not assessable.',
        });
        rules.push(unread());
    } else if (end.isText && !blocksRest(rules.at(-1)!)) {
        notices.push({
            line: 0,
            message:
                'The last row is not a rule that blocks everything, so a missing row would not be noticed' +
                `${end.ended ? '' : ', and no end of line shows that its last cell is whole'}. What no row permits ` +
                'is read as blocked.',
        });
    }
    return { rules, notices, interfaces: [], tables };
}
