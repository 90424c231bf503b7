/** The lines of an export of iptables, or of a script of its commands. */
import type { RuleNotice } from './reading.ts';
import { RulesError } from './reading.ts';
import { commandsIn, ShellDepth } from './iptables-shell.ts';

/** A line that says something of a table. */
export interface IptablesLine {
    /** What follows the command, its long words in their short form: `-A FORWARD -j DROP`. */
    readonly content: string;
    readonly table: string;
    readonly six: boolean;
    readonly number: number;
    /** True where a script may not come: inside of a condition, a loop or a function. */
    readonly perhaps: boolean;
}

/** What the lines of a text say, and what of it is not read. */
export interface IptablesText {
    readonly lines: readonly IptablesLine[];
    /** Commands in a form that is not read, such as a loop in one line. */
    readonly unread: readonly { readonly text: string; readonly number: number }[];
    /** The kinds of addresses of which iptables-legacy has further rules, as a comment says. */
    readonly legacy: ReadonlySet<4 | 6>;
    /** The table that no COMMIT closes at the end, and the line in which it begins. */
    readonly open: { readonly table: string; readonly line: number } | null;
    readonly notices: readonly RuleNotice[];
}

const short: Readonly<Record<string, string>> = {
    '--append': '-A',
    '--insert': '-I',
    '--delete': '-D',
    '--replace': '-R',
    '--flush': '-F',
    '--policy': '-P',
    '--new-chain': '-N',
    '--new': '-N',
    '--delete-chain': '-X',
    '--rename-chain': '-E',
    '--zero': '-Z',
};
const command = /^(?:sudo\s+)?["']?(?:[^\s"']*\/)?(ip6?tables)(?:-nft|-legacy)?["']?\s+/;
/** The same by a variable of the shell that the script does not set. */
const variable =
    /^(?:sudo\s+)?["']?\$\{?(\w+)\}?["']?\s+(?=-[APNIDRFXtw]\s|--(?:append|insert|delete|policy|flush|new))/;
/** A command of iptables somewhere in a line that changes rules. */
const somewhere =
    /(?:^|[\s;&|(`/"'])ip6?tables(?:-nft|-legacy)?["']?\s.*?(?:-[AIDRPFXN]\s|--(?:append|insert|delete|replace|flush|policy|new))/;
/** A rule given to another command, such as a function that calls iptables. */
const wrapped = /^[^-*:[\s]\S*\s.*-[AI]\s+(?:INPUT|FORWARD|OUTPUT)\s.*(?:-j|--jump)[\s=]/;
const ofSix = /\s-(?:-source|-destination|-src|-dst|s|d)\s+[0-9a-f]*:[0-9a-f:.]*|icmpv6|ipv6-icmp|icmp6/i;

/** Lines with those that a backslash continues, each with the number of its first one. */
function whole(text: string): readonly (readonly [string, number])[] {
    const found: [string, number][] = [];
    let goesOn = false;
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
        const part = line.replace(/\\\s*$/, ' ');
        if (goesOn) found.at(-1)![0] += part;
        else found.push([part, index + 1]);
        goesOn = part !== line && !/^\s*#/.test(line);
    });
    return found;
}

/**
 * Takes a text apart. Plain variables of the shell are put in.
 * @throws {@link RulesError} for two exports in one file, of which nothing says which is in force
 */
export function iptablesText(text: string): IptablesText {
    const lines: IptablesLine[] = [];
    const unread: { text: string; number: number }[] = [];
    const notices: RuleNotice[] = [];
    const legacy = new Set<4 | 6>();
    const variables = new Map<string, string>();
    const begun = new Map<string, number>();
    const all = whole(text);
    let table = 'filter';
    let six = false;
    let hasHead = false;
    const depth = new ShellDepth();
    let open: IptablesText['open'] = null;
    const saysCut = (): void => {
        if (open)
            notices.push({
                line: open.line,
                message: `The table ${open.table} is not closed by COMMIT: the file seems to be cut.`,
            });
    };
    /** Takes in a line, or one of the commands in it. */
    const take = (command_: string, number: number, at: number, mayFail: boolean): void => {
        const assigned = /^(?:export\s+|readonly\s+)?([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/.exec(command_);
        // Of a condition it is not known which value it gives.
        if (assigned)
            variables.set(
                assigned[1]!,
                depth.isPerhaps ? `$${assigned[1]!}` : assigned[2]!.replace(/^["']|["']$/g, ''),
            );
        let content = command_;
        const found = command.exec(content) ?? variable.exec(content);
        if (found) {
            six = /6/.test(found[1]!);
            content = content.slice(found[0].length);
            const chosen = /(?:^|\s)(?:-t|--table)[\s=]+(\w+)(?=\s|$)/.exec(content);
            table = chosen?.[1] ?? 'filter';
            if (chosen) content = content.replace(chosen[0], ' ');
            content = content.trim().replace(/^(?:(?:(?:-w|--wait)(?:[\s=]+\d+)?|-v|--verbose|-n|--numeric)\s+)+/, '');
            content = content.replace(/^--[a-z-]+/, word => short[word] ?? word);
        } else if (somewhere.test(content) || (open === null && wrapped.test(content)))
            unread.push({ text: content.slice(0, 60), number });
        if (content.startsWith('*')) {
            saysCut();
            table = content.slice(1).trim();
            if (!hasHead) {
                const rest = all.slice(at).map(([line]) => line.trim());
                const end = rest.indexOf('COMMIT');
                six = rest.slice(0, end < 0 ? rest.length : end).some(line => ofSix.test(line));
            }
            const key = `${table} ${six}`;
            if (begun.has(key))
                throw new RulesError(
                    `The table ${table} is in this file twice (lines ${begun.get(key)} and ${number}): ` +
                        'give one export.',
                );
            begun.set(key, number);
            open = { table, line: number };
        } else if (content === 'COMMIT') open = null;
        lines.push({ content, table, six, number, perhaps: found !== null && (mayFail || depth.isPerhaps) });
    };
    for (const [at, [written, number]] of all.entries()) {
        const content = written
            .replace(/\$\{?([A-Za-z_]\w*)\}?/g, (whole_, name: string) => variables.get(name) ?? whole_)
            .trim();
        const warned = /^# Warning: (ip6?)tables-legacy tables present/.exec(content);
        if (warned) legacy.add(warned[1] === 'ip6' ? 6 : 4);
        const head =
            /^#.*\b(ip6?)tables-save/.exec(content) ?? /^[^#]*\b(ip6?)tables(?:-nft|-legacy)?-restore\b/.exec(content);
        if (head && !warned) {
            hasHead = true;
            six = head[1] === 'ip6';
        }
        if (content.startsWith('#')) continue;
        depth.read(content);
        const isCommand = (text_: string): boolean => command.test(text_) || variable.test(text_);
        const commands = open === null && !/^[-*:[]/.test(content) ? commandsIn(content, isCommand) : null;
        for (const { text: one, mayFail } of commands ?? [{ text: content, mayFail: false }])
            take(one, number, at, mayFail);
        if (commands?.some(each => /^exit\b/.test(each.text)) && !depth.isPerhaps) break;
    }
    saysCut();
    return { lines, unread, legacy, open, notices };
}
