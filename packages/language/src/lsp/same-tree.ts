import type { Parsed } from '../syntax/index.ts';
import { readString } from '../syntax/index.ts';
import type { Leaf } from '../syntax/tree.ts';
import type { Retold } from './same-facts.ts';

type Node = Readonly<Record<string, unknown>> & { readonly $type: string; readonly start: number };

/** Statements whose text the rules only repeat, and never judge. */
const repeatedWords = new Set(['description', 'carries']);

const isLeaf = (value: object): value is Leaf => 'text' in value;

/**
 * Compares two trees of a file, places and comments left aside: the same tree gives the same facts, without lowering it.
 * @returns the texts of the earlier tree that have changed and that messages may repeat; `null` where anything else has changed
 */
export function sameTree(before: Parsed, after: Parsed): readonly Retold[] | null {
    const retold: Retold[] = [];

    /** Keeps a text that has changed; an empty one reads as none, which is another fact. */
    function retell(old: string, now: string): boolean {
        if (old === now) return true;
        retold.push(old);
        return old !== '' && now !== '';
    }

    const retellString = (old: Leaf, now: Leaf): boolean => old.text === now.text || retell(readString(old.text), readString(now.text));

    function sameDoc(old: Node, now: Node): boolean {
        const [doc, other] = [before.docs.get(old.start), after.docs.get(now.start)];
        return doc === undefined || other === undefined ? doc === other : retell(doc, other);
    }

    function sameList(old: readonly unknown[], now: unknown, soft: boolean): boolean {
        return Array.isArray(now) && old.length === now.length && old.every((each, index) => same(each, now[index], soft));
    }

    /** @param soft whether a string is a text that is only repeated */
    function same(old: unknown, now: unknown, soft: boolean): boolean {
        if (typeof old !== 'object' || old === null || typeof now !== 'object' || now === null) return old === now;
        if (Array.isArray(old)) return sameList(old, now, soft);
        if (isLeaf(old)) return isLeaf(now) && (soft ? retellString(old, now) : old.text === now.text);
        return !isLeaf(now) && sameNode(old as Node, now as Node);
    }

    function sameNode(old: Node, now: Node): boolean {
        if (old.$type !== now.$type || !sameDoc(old, now)) return false;
        const word = (old['key'] as Leaf | undefined)?.text ?? '';
        for (const feature in old) {
            if (feature === 'start' || feature === 'end') continue;
            const isName = old.$type === 'View' && feature === 'name';
            if (isName) {
                if (!retell((old[feature] as Leaf).text, (now[feature] as Leaf | undefined)?.text ?? '')) return false;
            } else if (!same(old[feature], now[feature], feature === 'title' || (feature === 'values' && repeatedWords.has(word)))) return false;
        }
        // Nodes of one type have the same features, whether they are written or not.
        return true;
    }

    return sameNode(before.file as unknown as Node, after.file as unknown as Node) ? retold : null;
}
