import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type Parsed, type Project, type Source } from 'iacs-language';
import { verdictOf, type Cause, type Change, type ModelDiff, type Reason } from 'iacs-language/diff';

/** Files that were parts of a model and are in none any more, though they are still there. */
export function leftOut(
    files: readonly string[],
    textOf: (file: string) => string | undefined,
    held: ReadonlySet<string>,
): readonly string[] {
    return files.filter(file => !held.has(file) && textOf(file) !== undefined);
}

/** A root with more imports at its end, where they move nothing, and where its texts come from. */
export function withImports(
    root: Parsed,
    more: readonly string[],
    project: Project,
): { readonly root: Parsed; readonly source: Source } {
    const folder = path.dirname(fileURLToPath(root.uri));
    const imports = more.map(
        file => `import ${JSON.stringify(path.relative(folder, fileURLToPath(file)).split(path.sep).join('/'))}`,
    );
    const patched = parse(root.uri, `${project.texts.state(root.uri)?.text ?? ''}\n${imports.join('\n')}\n`);
    return {
        root: patched,
        source: {
            parse: uri => (uri === root.uri ? patched : project.parse(uri)),
            resolve: (from, to) => project.resolve(from, to),
        },
    };
}

/** `2 flows and 1 asset`. */
function counted(changes: readonly Change[]): string {
    const groups = [...Map.groupBy(changes, change => change.element)].map(
        ([element, list]) => `${list.length} ${element}${list.length === 1 ? '' : 's'}`,
    );
    return groups.length > 1 ? `${groups.slice(0, -1).join(', ')} and ${groups.at(-1)}` : (groups[0] ?? 'nothing');
}

/**
 * Names what has fallen out of a model, which changes nothing in the plant.
 * @param plain the comparison as the texts are
 * @param kept the comparison as if the parts were still imported: what else is said of security
 */
export function withLeftOut(
    plain: ModelDiff,
    kept: ModelDiff,
    files: readonly string[],
    nameOf: (file: string) => string,
): ModelDiff {
    const reasons = files.map((file): Reason => {
        const gone = plain.changes.filter(change => change.kind === 'removed' && change.at.file === file);
        return {
            kind: 'left-out',
            direction: 'worse',
            text: `${counted(gone)} left with ${nameOf(file)}: the file is still there, in no model`,
            about: gone.map(({ element, id }) => `${element} ${id}`),
        };
    });
    const all = [...reasons, ...kept.security.reasons];
    const causes = plain.changes.flatMap((change, index): readonly Cause[] => {
        const file = change.kind === 'removed' ? files.indexOf(change.at.file) : -1;
        return file < 0 ? [] : [{ change: index, effects: [file] }];
    });
    const verdict = verdictOf(all, plain.doubts.length === 0);
    return {
        ...plain,
        security: {
            ...kept.security,
            reasons: all,
            causes,
            verdict,
            levels: plain.security.levels,
            requirements: plain.security.requirements,
        },
    };
}
