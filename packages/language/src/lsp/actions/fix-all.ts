import type { Analysis } from '../../analysis.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { analyse } from '../../analysis.ts';
import type { Fix } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Parsed, TextEdit } from '../../syntax/index.ts';
import { parse, renderEdits } from '../../syntax/index.ts';
import type { Context } from '../feature.ts';
import { resolvePath } from '../../project/index.ts';
import { Patched } from './patched.ts';

/** A fix may bring another finding of the same kind to light; after so many rounds the rest is left as it is. */
const mostRounds = 10;

/**
 * The fixes by which a finding goes away when nobody chooses: the preferred one, which never claims anything, of each
 * of the places that it blames. Empty where people have to choose.
 */
export function plainFixes({ fixes }: Finding): readonly Fix[] {
    const preferred = fixes.filter(fix => fix.preferred);
    return preferred.filter(
        (fix, index) =>
            preferred.findIndex(each => each.at?.start === fix.at?.start && each.at?.file === fix.at?.file) === index,
    );
}

/**
 * Fixes all findings that are wanted. Fixes that touch the same place are made one after the other, each on the text
 * that the one before it left.
 * @returns changes to the present texts; empty where nothing can be fixed
 */
export function fixAll(
    analysis: LiveAnalysis,
    settings: Settings,
    wanted: (finding: Finding) => boolean,
    context: Context,
): readonly TextEdit[] {
    const texts = new Map(analysis.model.files.map(uri => [uri, new Patched(uri, context.view(uri)?.text ?? '')]));
    const trees = new Map<string, Parsed>();
    const tree = (uri: string): Parsed | undefined => {
        const text = texts.get(uri)?.text ?? context.view(uri)?.text;
        if (text === undefined) return undefined;
        const known = trees.get(uri) ?? parse(uri, text);
        trees.set(uri, known);
        return known;
    };
    let now: Analysis = analysis;
    for (let round = 0; round < mostRounds; round++) {
        const edits = apart(
            now.findings.filter(finding => finding.accepted === null && wanted(finding)),
            texts,
        );
        if (edits.length === 0) break;
        for (const uri of new Set(edits.map(edit => edit.file))) {
            texts.get(uri)!.apply(edits.filter(edit => edit.file === uri));
            trees.delete(uri);
        }
        now = analyse(tree(analysis.root)!, { parse: tree, resolve: resolvePath }, { today: context.day, settings });
    }
    return [...texts.values()].flatMap(patched => patched.changes());
}

/**
 * What the edits of a fix declare, by name, and the zones that a new conduit joins: another fix in the same round has
 * chosen the name without knowing that it is taken now, or would join the same zones once more.
 */
function declaredBy({ edits }: Fix): readonly string[] {
    const heads = edits.flatMap(edit =>
        edit.kind === 'enclose'
            ? [edit.head]
            : edit.kind === 'append' || edit.kind === 'follow'
              ? edit.text.split('\n').filter(line => /^[a-z]/.test(line))
              : [],
    );
    return heads.flatMap(head => {
        const [name] = /^\S+ [^\s{]+/.exec(head) ?? [];
        const [, ends] = /^conduit .* between ([^{]+)/.exec(head) ?? [];
        return [...(name ? [name] : []), ...(ends ? [ends.trim().split(' and ').sort().join(' and ')] : [])];
    });
}

/** The changes of as many fixes as are apart from each other. */
function apart(findings: readonly Finding[], patched: ReadonlyMap<string, Patched>): readonly TextEdit[] {
    const texts = new Map([...patched].map(([uri, each]) => [uri, each.text]));
    const taken: TextEdit[] = [];
    const declared = new Set<string>();
    for (const fix of findings.flatMap(plainFixes)) {
        const own = declaredBy(fix);
        if (own.some(each => declared.has(each))) continue;
        const changes = renderEdits(fix.edits, file => texts.get(file) ?? '');
        const meets = changes.some(
            change =>
                !texts.has(change.file) ||
                taken.some(
                    other => other.file === change.file && change.start <= other.end && other.start <= change.end,
                ),
        );
        if (meets) continue;
        taken.push(...changes);
        own.forEach(each => declared.add(each));
    }
    return taken;
}
