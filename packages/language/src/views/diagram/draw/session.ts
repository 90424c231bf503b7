import type { ConduitNode, FlowLabel } from '../content/graph.ts';
import type { Point, PositionedConduit, PositionedZone } from '../layout/positioned.ts';

/** Whether a zone is another one or lies inside it, among the zones of the picture. */
export type Within = (inner: string, outer: string) => boolean;

/** Answers for the zones of one picture. */
export function withinOf(zones: readonly PositionedZone[]): Within {
    const around = new Map<string, string | null>();
    const read = (list: readonly PositionedZone[], parent: string | null): void => {
        for (const zone of list) {
            around.set(zone.node.id, parent);
            read(zone.zones, zone.node.id);
        }
    };
    read(zones, null);
    return (inner, outer) => {
        for (let id: string | null | undefined = inner; id !== null && id !== undefined; id = around.get(id))
            if (id === outer) return true;
        return false;
    };
}

/** The end that a zone belongs to: the innermost one around it. */
function endOf(zone: string, node: ConduitNode, within: Within): string | null {
    const around = zone === '' ? [] : node.ends.filter(end => within(zone, end));
    return around.find(end => !around.some(other => other !== end && within(other, end))) ?? null;
}

/** Sessions are opened into this end. */
export function entered(node: ConduitNode, end: string, within: Within): boolean {
    const into = (zone: string): boolean => endOf(zone, node, within) === end;
    if (node.oneWay) return into(node.oneWay.to);
    return node.flows.some(
        flow =>
            flow.found !== 'permitted-only' &&
            (flow.phase === null || node.phase !== null) &&
            ((flow.arrow === '->' && into(flow.to) && !into(flow.from)) ||
                (flow.arrow === '<->' && (into(flow.to) || into(flow.from)))),
    );
}

/** How something goes through a card, as one sees it. */
export type Heading = 'down' | 'up' | 'right' | 'left';

/** Where the line from an end comes to the card, and where it starts. */
function courseOf(
    zone: string,
    { node, lines }: PositionedConduit,
    within: Within,
): { readonly start: Point; readonly port: Point } | null {
    const end = endOf(zone, node, within);
    const points = lines.find(line => line.end === end)?.points;
    const [start, port] = [points?.[0], points?.at(-1)];
    return start && port ? { start, port } : null;
}

/**
 * Which way something goes from one zone to another through the card of a conduit, by where its lines run.
 * @returns `null` where one of the zones is at none of its ends
 */
export function headingOf(
    flow: Pick<FlowLabel, 'from' | 'to'>,
    conduit: PositionedConduit,
    down: boolean,
    within: Within,
): Heading | null {
    const [from, to] = [courseOf(flow.from, conduit, within), courseOf(flow.to, conduit, within)];
    const along = (point: Point): number => (down ? point.y : point.x);
    const across = (point: Point): number => (down ? point.x : point.y);
    const forward = (sign: number): Heading | null =>
        sign === 0 ? null : down ? (sign > 0 ? 'down' : 'up') : sign > 0 ? 'right' : 'left';
    const passed = from ?? to;
    if (!passed) return null;
    // What leaves the picture goes on the way that the line of its connector has.
    if (!from || !to)
        return conduit.node.away.length === 0
            ? null
            : forward(Math.sign(along(passed.port) - along(passed.start)) * (from ? 1 : -1));
    const sideways = (sign: number): Heading | null =>
        sign === 0 ? null : down ? (sign > 0 ? 'right' : 'left') : sign > 0 ? 'down' : 'up';
    // Lines that come to different sides of the card go through it; of those that come to one side, the ports say it,
    // and if they share one, the zones.
    return (
        forward(Math.sign(along(to.port) - along(from.port))) ??
        sideways(Math.sign(across(to.port) - across(from.port))) ??
        sideways(Math.sign(across(to.start) - across(from.start))) ??
        forward(Math.sign(along(to.start) - along(from.start)))
    );
}
