import type { Lookup } from '../../../model/index.ts';
import { forMermaid } from '../../text/escape.ts';
import type { Change, ModelDiff, ReachGroup, ReasonKind } from '../model-diff.ts';

const mostZones = 24;
const mostLines = 40;

type Mark = 'added' | 'removed' | 'changed' | 'same';

const colours: Record<Mark, string> = {
    added: 'stroke:#1a7f37,stroke-width:3px',
    removed: 'stroke:#6e7781,stroke-width:2px,stroke-dasharray:6 4',
    changed: 'stroke:#9a6700,stroke-width:3px',
    same: 'stroke:#6e7781,stroke-width:1px',
};
const signs: Record<Mark, string> = { added: '+ ', removed: '− ', changed: '~ ', same: '' };

function markOf(changes: readonly Change[]): Mark {
    if (changes.some(change => change.kind === 'added')) return 'added';
    if (changes.some(change => change.kind === 'removed')) return 'removed';
    return changes.length > 0 ? 'changed' : 'same';
}

interface Line {
    readonly ends: readonly string[];
    readonly text: string;
    readonly mark: Mark;
    readonly arrow: boolean;
    readonly alarming: boolean;
}

/** Every change under the id of the zone or conduit that it shows at. */
function byHome(diff: ModelDiff): Map<string, Change[]> {
    const homes = new Map<string, Change[]>();
    for (const change of diff.changes) {
        const { lookup } = change.kind === 'removed' ? diff.before : diff.after;
        const flow = change.element === 'flow' ? lookup.model.flows.find(each => each.id === change.id) : undefined;
        const own = change.element === 'zone' || change.element === 'conduit';
        const home = own
            ? change.id
            : change.element === 'asset'
              ? lookup.asset(change.id)?.container
              : flow?.container;
        if (home !== undefined && home !== null)
            homes.set(home, [...(homes.get(home) ?? []), own ? change : { ...change, kind: 'changed' }]);
    }
    return homes;
}

/** The conduits that hold less than before. */
function weakerConduits({ security }: ModelDiff): ReadonlySet<string> {
    const kinds: readonly ReasonKind[] = ['enforcement-lowered', 'one-way-lowered', 'boundary-widened'];
    return new Set(
        security.reasons
            .filter(({ kind }) => kinds.includes(kind))
            .flatMap(({ about }) =>
                about.flatMap(each => (each.startsWith('conduit ') ? [each.slice('conduit '.length)] : [])),
            ),
    );
}

function conduitLines(
    lookup: Lookup,
    homes: ReadonlyMap<string, readonly Change[]>,
    gone: boolean,
    weaker: ReadonlySet<string>,
): Line[] {
    return lookup.model.conduits.flatMap((conduit): Line[] => {
        const changes = homes.get(conduit.id) ?? [];
        const mark = markOf(changes);
        if ((mark === 'removed') !== gone) return [];
        const ends = conduit.between.map(end => end.id);
        return ends.slice(1).map(end => ({
            ends: [ends[0]!, end],
            text: signs[mark] + conduit.name,
            mark,
            arrow: false,
            alarming: weaker.has(conduit.id),
        }));
    });
}

function reachLines(groups: readonly ReachGroup[]): Line[] {
    return groups
        .filter(group => group.fromZone !== group.toZone)
        .map(({ fromZone, toZone, pairs }) => ({
            ends: [fromZone, toZone],
            text: `can now reach (${pairs})`,
            mark: 'added',
            arrow: true,
            alarming: true,
        }));
}

/**
 * The change as a Mermaid flowchart of zones and conduits, which GitHub and GitLab draw: what was added with thick
 * lines, what is gone dashed, what can be reached now as thick red arrows, and a conduit that holds less than before in
 * red. Only zones that something happened to or beside are shown.
 * @returns an empty string where there is nothing to draw: no zone, conduit or path has come or gone, and none holds
 *    less
 */
export function diffMermaid(diff: ModelDiff): string {
    const homes = byHome(diff);
    const weaker = weakerConduits(diff);
    const lines = [
        ...reachLines(diff.security.reachability.opened.groups),
        ...conduitLines(diff.after.lookup, homes, false, weaker),
        ...conduitLines(diff.before.lookup, homes, true, weaker),
    ];
    const touched = new Set([...homes.keys()].filter(id => diff.after.lookup.zone(id) ?? diff.before.lookup.zone(id)));
    for (const line of lines) if (line.mark !== 'same') for (const end of line.ends) touched.add(end);
    const shown = [...touched]
        .filter(id => diff.after.lookup.zone(id) ?? diff.before.lookup.zone(id))
        .slice(0, mostZones);
    const came = shown.some(id => ['added', 'removed'].includes(markOf(homes.get(id) ?? [])));
    if (
        shown.length === 0 ||
        (!came && lines.every(({ mark, alarming }) => !alarming && mark !== 'added' && mark !== 'removed'))
    )
        return '';
    const key = new Map(shown.map((id, index) => [id, `z${index}`]));
    const drawn = lines.filter(line => line.ends.every(end => key.has(end))).slice(0, mostLines);
    const rest = touched.size - shown.length;
    const nodes = shown.map(id => {
        const mark = markOf(homes.get(id) ?? []);
        const zone = diff.after.lookup.zone(id) ?? diff.before.lookup.zone(id)!;
        const title = zone.title === null ? '' : `<br/>${forMermaid(zone.title.slice(0, 40))}`;
        return `  ${key.get(id)}["${signs[mark]}${forMermaid(id)}${title}"]:::${mark}`;
    });
    const edges = drawn.map(({ ends, text, arrow, alarming }) => {
        const [from, to] = ends.map(end => key.get(end));
        return (
            `  ${from} ${arrow ? (alarming ? '==>' : '-->') : alarming ? '===' : '---'}|"${forMermaid(text)}"| ` +
            `${to}`
        );
    });
    const styles = drawn.map(
        (line, index) =>
            `  linkStyle ${index} ${line.alarming ? 'stroke:#cf222e,stroke-width:4px' : colours[line.mark]}`,
    );
    const classes = (Object.keys(colours) as Mark[]).map(mark => `  classDef ${mark} ${colours[mark]}`);
    const more = rest > 0 ? [`  more["and ${rest} more zones"]:::same`] : [];
    return ['flowchart TB', ...nodes, ...more, ...edges, ...classes, ...styles].join('\n');
}
