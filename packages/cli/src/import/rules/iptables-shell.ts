/** Lines of a shell script, as far as they say which commands of iptables are carried out. */

/** A command of a line, and what joins it to the one before: it may depend on whether that one succeeds. */
interface ShellCommand {
    readonly text: string;
    readonly joint: ';' | '&&' | '||' | '|';
}

/** The commands of a line, without its comment and where their output goes. Quotes and `$(…)` are left whole. */
function shellCommands(line: string): readonly ShellCommand[] {
    const found: ShellCommand[] = [];
    let [text, joint, quote, nested]: [string, ShellCommand['joint'], string, number] = ['', ';', '', 0];
    const end = (next: ShellCommand['joint']): void => {
        if (text.trim() !== '') found.push({ text: text.trim(), joint });
        [text, joint] = ['', next];
    };
    for (let at = 0; at < line.length; at++) {
        const [before, sign, next] = [line[at - 1] ?? '', line[at]!, line[at + 1] ?? ''];
        const isOpen = quote === '' && nested === 0;
        if (sign === '\\' && quote !== "'") {
            text += sign + next;
            at++;
            continue;
        }
        if (quote !== '') quote = sign === quote ? '' : quote;
        else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
        else if (sign === '(' && (nested > 0 || before === '$')) nested += 1;
        else if (sign === ')' && nested > 0) nested -= 1;
        if (isOpen && sign === '#' && /^$|\s/.test(before)) break;
        // Where the output goes decides nothing.
        const aside = isOpen && sign === '>' ? /^>[>&|]*\s*[^\s;|&]*/.exec(line.slice(at)) : null;
        if (aside) {
            if (/^\s?[\d&]$/.test(text.slice(-2))) text = text.slice(0, -1);
            at += aside[0].length - 1;
            continue;
        }
        const isJoint = isOpen && (sign === ';' || sign === '|' || (sign === '&' && !/[<>]/.test(before + next)));
        if (!isJoint) text += sign;
        else if (sign === next && sign !== ';') {
            end(sign === '&' ? '&&' : '||');
            at++;
        } else end(sign === '|' ? '|' : ';');
    }
    end(';');
    return found;
}

/** The first words of what goes on over several commands. */
const compound = /^(?:if|for|while|until|case|select|do|then|else|elif|\{|\()(?=\s|$)/;
/** Commands of iptables after which it is as another one says, whether they succeed or not: `-C … || -A …`. */
const settles = /\s(?:-[CND]|--(?:check|new|new-chain|delete))\s/;

/**
 * The commands of a line that are carried out one by one. What depends on a command of another program is left whole,
 * and so is what goes on over several commands, such as a loop in one line.
 * @param isMeant true for a command of iptables
 */
export function commandsIn(
    line: string,
    isMeant: (command: string) => boolean,
): readonly { readonly text: string; readonly mayFail: boolean }[] {
    const all = shellCommands(line);
    if (all.length > 1 && all.some(({ text }) => compound.test(text))) return [{ text: line, mayFail: false }];
    const lists: ShellCommand[][] = [];
    for (const each of all) {
        if (each.joint === ';' || lists.length === 0) lists.push([each]);
        else lists.at(-1)!.push(each);
    }
    return lists.flatMap(list => {
        if (list.length > 1 && !isMeant(list[0]!.text))
            return [
                {
                    text: list.map(({ text, joint }, at) => (at === 0 ? text : `${joint} ${text}`)).join(' '),
                    mayFail: false,
                },
            ];
        return list.map(({ text, joint }, at) => ({
            text,
            mayFail: joint === '||' && !settles.test(list[at - 1]!.text),
        }));
    });
}

/** How deep a script is in what may not be carried out: conditions, loops, functions, texts for other commands. */
export class ShellDepth {
    #depth = 0;
    /** The word that ends a text for another command. */
    #until: string | null = null;

    get isPerhaps(): boolean {
        return this.#depth > 0 || this.#until !== null;
    }

    /** Takes notice of the next line. */
    read(line: string): void {
        if (this.#until !== null) {
            if (line === this.#until) this.#until = null;
            return;
        }
        if (
            /^(?:if|for|while|until|case|select)\b/.test(line) ||
            /^(?:function\s+)?[\w-]+\s*\(\)\s*\{|^function\s+[\w-]+\s*\{|^\{\s*$/.test(line)
        )
            this.#depth += 1;
        if (/(?:^|;\s*)(?:(?:fi|done|esac)\b|\}(?=\s|;|$))/.test(line)) this.#depth = Math.max(0, this.#depth - 1);
        const text = /<<-?\s*(["']?)(\w+)\1/.exec(line);
        if (text && !/restore/.test(line)) this.#until = text[2]!;
    }
}
