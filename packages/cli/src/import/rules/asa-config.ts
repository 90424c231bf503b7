/** The text of a configuration of an ASA, taken apart: what `asa.ts` makes rules of. */
import { maskedPrefix } from 'iacs-language/filter';
import type { AsaObject } from './asa-objects.ts';
import type { Extent } from './asa-whole.ts';
import { extentOf } from './asa-whole.ts';

export interface Interface {
    readonly name: string;
    readonly level: number;
    readonly network: string | null;
}

export interface Entry {
    readonly words: readonly string[];
    readonly line: number;
    readonly remark: string | null;
}

export interface Config {
    readonly names: ReadonlyMap<string, string>;
    readonly objects: ReadonlyMap<string, AsaObject>;
    readonly interfaces: readonly Interface[];
    readonly lists: ReadonlyMap<string, readonly Entry[]>;
    readonly groups: readonly {
        readonly list: string;
        readonly direction: 'in' | 'out' | 'global';
        readonly name: string | null;
        readonly line: number;
        /** True where the access list of a user takes its place. */
        readonly perUser: boolean;
    }[];
    /** Lists that filter what is for the device itself. */
    readonly ofDevice: readonly { readonly list: string; readonly line: number }[];
    readonly samePermitted: boolean;
    /** True where a session may leave by the interface by which it came. */
    readonly backPermitted: boolean;
    /** The lines in which a configuration begins: one, but for several contexts in one file. */
    readonly heads: readonly number[];
    /** The first line that shows that IPv6 has access lists of its own, as before version 9.0; `null` for none. */
    readonly list6: number | null;
    /** Lines that take something back, as in scripts. */
    readonly undone: readonly Entry[];
    /** What is said of tunnels. */
    readonly tunnels: readonly TunnelLine[];
    /** True where what comes out of tunnels passes the lists. */
    readonly tunnelsPass: boolean;
    readonly translations: number;
    /** Translations beside those of objects, in the order in which the device asks them. */
    readonly nats: readonly { readonly words: readonly string[]; readonly line: number }[];
    /** The first line that speaks of translated addresses in lists, as before version 8.3; `null` for none. */
    readonly shown: number | null;
    readonly extent: Extent;
    /** The number of the last line with a statement, from 1; 0 for none. */
    readonly lastLine: number;
    /**
     * What the end of a cut file takes away: `filter` where access lists or `access-group` may be among it, `rest`
     * where a statement after them shows that they are all there; the device prints them in this order.
     */
    readonly missing: 'nothing' | 'rest' | 'filter';
}

/**
 * A line of a tunnel: `crypto map …`, `webvpn` with the interface at which it ends, or `tunnel` with the one that it
 * is.
 */
export interface TunnelLine {
    readonly words: readonly string[];
    readonly line: number;
}

const container = /^(object|object-group|interface)\s/;

/** The name, the kind and the rest of a line of an access list. */
function partsOf(words: readonly string[]): {
    readonly list: string;
    readonly kind: string;
    readonly rest: readonly string[];
} {
    const [, list = '', kind = '', ...rest] = words[2] === 'line' ? [...words.slice(0, 2), ...words.slice(4)] : words;
    return { list, kind, rest };
}

function entryWords(kind: string, rest: readonly string[]): readonly string[] {
    if (kind === 'extended') return rest;
    return kind === 'permit' || kind === 'deny' ? [kind, ...rest] : ['not-a-filter', kind];
}

/**
 * Carries out what takes lines of access lists back. What is not there yet is not taken back.
 * @returns false for what is not carried out
 */
function takeBack(words: readonly string[], lists: Map<string, Entry[]>, groups: { readonly list: string }[]): boolean {
    const [what, ...named] = words.slice(words[0] === 'no' ? 1 : 2);
    if (what === 'access-list' && words[0] === 'clear') {
        for (const list of named.length > 0 ? named : [...lists.keys()]) lists.delete(list);
        return true;
    }
    if (what === 'access-list') {
        const { list, kind, rest } = partsOf(['access-list', ...named]);
        const entries = lists.get(list);
        const asked = entryWords(kind, rest).join(' ');
        const at = entries?.findIndex(entry => entry.words.join(' ') === asked) ?? -1;
        if (at >= 0) entries!.splice(at, 1);
        if (entries?.length === 0) lists.delete(list);
        return !entries || at >= 0 || kind === 'remark';
    }
    return what === 'access-group' ? !groups.some(({ list }) => list === named[0] || named.length === 0) : false;
}

export function parse(text: string): Config {
    const names = new Map<string, string>();
    const objects = new Map<string, AsaObject>();
    const found: Interface[] = [];
    const lists = new Map<string, Entry[]>();
    const groups: Config['groups'][number][] = [];
    let remark: string | null = null;
    const ofDevice: Config['ofDevice'][number][] = [];
    let samePermitted = false;
    let backPermitted = false;
    let list6: number | null = null;
    let uses6: number | null = null;
    let before9 = false;
    const heads: number[] = [];
    const undone: Entry[] = [];
    let inWeb = false;
    let old = false;
    let shown: number | null = null;
    const tunnels: TunnelLine[] = [];
    let bypass = true;
    let translations = 0;
    const nats: Config['nats'][number][] = [];
    let inside: { readonly head: readonly string[]; readonly lines: string[][]; readonly line: number } | null = null;
    const close = (): void => {
        if (!inside) return;
        const { head, lines, line } = inside;
        inside = null;
        if (head[0] === 'interface') {
            const value = (key: string): readonly string[] | undefined => lines.find(each => each[0] === key)?.slice(1);
            const name = value('nameif')?.[0];
            const address = lines.find(each => each[0] === 'ip' && each[1] === 'address');
            if (name !== undefined && !lines.some(each => each[0] === 'shutdown' && each.length === 1)) {
                if (/^tunnel/i.test(head[1] ?? '')) tunnels.push({ words: ['tunnel', name], line });
                const level = value('security-level')?.[0];
                found.push({
                    name,
                    level: level === undefined ? (name === 'inside' ? 100 : 0) : Number(level),
                    network: maskedPrefix(address?.[2] ?? '', address?.[3] ?? ''),
                });
            }
            return;
        }
        const [word, kind = '', name = '', ...extra] = head;
        const object: AsaObject = { kind: `${word} ${kind}`, name, extra, lines, line };
        const key = `${kind === 'network' ? 'network' : 'service'} ${name}`;
        // The translation of an object is in a second block of the same name.
        const before = objects.get(key);
        objects.set(key, before ? { ...before, lines: [...before.lines, ...lines] } : object);
    };
    let lastLine = 0;
    let lastGroup = 0;
    const all = text.split(/\r\n|\r|\n/);
    const extent = extentOf(all);
    // What is written of the last line of a cut file may be half of it: port 50 of 502.
    if (extent === 'cut') all.pop();
    all.forEach((written, index) => {
        const line = index + 1;
        const words = written
            .trim()
            .split(/\s+/)
            .filter(word => word !== '');
        if (words.length === 0 || words[0]!.startsWith('!')) {
            if (words.length > 0 && !/^\s/.test(written)) close();
            return;
        }
        if (words[0] !== ':') lastLine = line;
        if (words[0] === 'ipv6' && (words[1] === 'address' || words[1] === 'enable')) uses6 ??= line;
        if (/^(?:ASA|PIX) Version /.test(written)) heads.push(line);
        if (/^(?:ASA|PIX) Version [1-8]\./.test(written)) before9 = true;
        if (words[0] === 'access-group') lastGroup = line;
        if (/^\s/.test(written) && inside) {
            inside.lines.push(words);
            if (words[0] === 'nat') translations += 1;
            return;
        }
        close();
        if (!/^\s/.test(written)) inWeb = words[0] === 'webvpn';
        else if (inWeb && words[0] === 'enable') tunnels.push({ words: ['webvpn', words[1] ?? ''], line });
        if (container.test(written)) inside = { head: words, lines: [], line };
        else if (words[0] === 'name' && words.length >= 3) names.set(words[2]!, words[1]!);
        else if (words[0] === 'nat') {
            translations += 1;
            nats.push({ words, line });
        } else if (/^(?:ASA|PIX) Version (?:[1-7]\.|8\.[0-2]\b)/.test(written)) old = true;
        else if (words[0] === 'static') {
            translations += 1;
            shown ??= line;
        } else if (written.startsWith('crypto map ')) tunnels.push({ words, line });
        else if (/^no sysopt connection permit-vpn/.test(written)) bypass = false;
        else if (written.startsWith('same-security-traffic permit inter-interface')) samePermitted = true;
        else if (written.startsWith('same-security-traffic permit intra-interface')) backPermitted = true;
        else if (written.startsWith('ipv6 access-list ')) list6 ??= line;
        else if (/^(?:no|clear configure) (?:access-list|access-group|object|object-group)\b/.test(written)) {
            if (!takeBack(words, lists, groups)) undone.push({ words, line, remark: null });
        } else if (words[0] === 'access-group') {
            const [, list = '', direction = '', , name = null, option] = words;
            if (option === 'control-plane') ofDevice.push({ list, line });
            else if (direction === 'in' || direction === 'out' || direction === 'global')
                groups.push({ list, direction, name, line, perUser: option === 'per-user-override' });
        } else if (words[0] === 'access-list' && words.length > 2) {
            const { list, kind, rest } = partsOf(words);
            if (kind === 'remark') remark = rest.join(' ');
            else {
                const entries = lists.get(list) ?? [];
                lists.set(list, entries);
                entries.push({ words: entryWords(kind, rest), line, remark });
                remark = null;
            }
        }
    });
    close();
    const missing = extent !== 'cut' ? 'nothing' : lastGroup > 0 && lastGroup < lastLine ? 'rest' : 'filter';
    return {
        names,
        objects,
        interfaces: found,
        lists,
        groups,
        ofDevice,
        samePermitted,
        backPermitted,
        heads,
        list6: list6 ?? (before9 ? uses6 : null),
        undone,
        tunnels,
        tunnelsPass: bypass,
        translations,
        nats,
        shown: old ? shown : null,
        extent,
        lastLine,
        missing,
    };
}
