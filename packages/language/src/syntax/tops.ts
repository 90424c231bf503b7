import type { Declaration, Declared, NameKind } from './declared.ts';
import { kindOfNode, namespaceOf } from './declared.ts';
import type * as Ast from './generated/ast.ts';
import type { Parsed } from './parse.ts';
import type { Tree } from './tree.ts';

/** The name of what a `within` adds to, as it is written. */
export function zoneName({ zone }: Tree<Ast.Within>): string {
    return (zone?.parts ?? []).map(part => part.text).join('.');
}

/** A declaration of the top level, or an addition to a zone or conduit, with all that it declares inside of it. */
export class Top {
    readonly parsed: Parsed;
    readonly node: Declaration | Tree<Ast.Within>;
    readonly kind: NameKind;
    /** The qualified name of what it adds to; `null` for a declaration. */
    readonly addsTo: string | null;
    /**
     * Its namespace and name: whoever has the same is a duplicate. Of an addition that of the outermost zone, with
     * which it comes and goes.
     */
    readonly claim: string;
    /** Of a declaration itself first; then what is inside, in the order of the text. */
    declared: readonly Declared[] = [];
    /** The elements inside by their last part; made when somebody asks. */
    private byLastPart: Map<string, Declared[]> | undefined;

    constructor(parsed: Parsed, node: Declaration | Tree<Ast.Within>, kind: NameKind) {
        this.parsed = parsed;
        this.node = node;
        this.kind = kind;
        this.addsTo = node.$type === 'Within' ? zoneName(node) : null;
        const name = this.addsTo === null ? (node as Declaration).name!.text : topOf(this.addsTo);
        this.claim = `${namespaceOf(kind)} ${name}`;
    }

    get id(): string | undefined {
        return this.addsTo ?? this.declared[0]?.id;
    }

    declare(declared: readonly Declared[]): void {
        this.declared = declared;
        this.byLastPart = undefined;
    }

    named(lastPart: string): readonly Declared[] {
        this.byLastPart ??= Map.groupBy(this.declared, each => each.node.name!.text);
        return this.byLastPart.get(lastPart) ?? [];
    }
}

/** The declarations of the top level of a file or piece, and what it adds to zones. */
export function topsOf(parsed: Parsed): readonly Top[] {
    return (parsed.file.statements ?? []).flatMap(node => {
        if (node.$type === 'Within') return node.zone ? [new Top(parsed, node, 'zone')] : [];
        const kind = kindOfNode(node.$type);
        return kind && (node as Declaration).name ? [new Top(parsed, node as Declaration, kind)] : [];
    });
}

/** All ids in a declaration, in the order of the text. */
export function idsOf({ declared }: Top): string {
    return declared.map(({ id }) => id).join(' ');
}

/** The part of an id before its first dot. */
export function topOf(id: string): string {
    const dot = id.indexOf('.');
    return dot < 0 ? id : id.slice(0, dot);
}
