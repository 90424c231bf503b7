import type { View } from '../../../model/index.ts';
import {
    cardLineWidth,
    layout,
    sizes,
    toGraph,
    toSvg,
    wirePath,
    type LayoutEngine,
    type Positioned,
    type PositionedZone,
    type Rect,
    type Theme,
} from '../../diagram/index.ts';
import { escape, tag } from '../../text/xml.ts';
import { changeText } from './wording.ts';
import type { Change, ModelDiff } from '../model-diff.ts';
import { unionOf } from './union.ts';

/** With more zones than this, only those are drawn that something happened to or beside. */
const mostZones = 40;

type Mark = 'added' | 'removed' | 'changed';

interface Marked {
    readonly mark: Mark;
    /** What happened, one line each. */
    readonly lines: readonly string[];
}

/** Outline by mark: a colour, and a pattern for those who see no colours and for print. */
const looks: Readonly<Record<Mark, { readonly sign: string; readonly words: string; readonly dash: string | null }>> = {
    added: { sign: '+', words: 'added', dash: null },
    removed: { sign: '−', words: 'removed', dash: '7 5' },
    changed: { sign: '~', words: 'changed', dash: '12 4 3 4' },
};
const marks = Object.keys(looks) as Mark[];

type Colours = Readonly<Record<Mark | 'sign', string>>;

const onLight: Colours = { added: '#1a7f37', removed: '#6e7781', changed: '#9a6700', sign: '#fff' };
const onDark: Colours = { added: '#4ac26b', removed: '#afb8c1', changed: '#d4a72c', sign: '#000' };

function style(theme: Theme): string {
    const colours = theme === 'dark' || theme === 'contrast' ? onDark : onLight;
    return [
        ...marks.flatMap(mark => [
            `.mo-${mark}{fill:none;stroke:${colours[mark]};stroke-width:3}`,
            `.mb-${mark}{fill:${colours[mark]}}`,
        ]),
        `.ms{fill:${colours.sign};font-weight:700;font-size:13px;text-anchor:middle}`,
        '.gh{fill:url(#iacs-ghost)}',
        `.gl{stroke:${colours.removed};stroke-width:1;opacity:.5}`,
        '.ms-s{font-size:10px}',
    ].join('');
}

function marksOf(changes: readonly Change[]): ReadonlyMap<string, Marked> {
    const found = new Map<string, Marked>();
    for (const change of changes) {
        const id = change.element === 'flow' && change.kind === 'removed' ? `${change.id} (before)` : change.id;
        const key = `${change.element} ${id}`;
        const mark: Mark = change.kind === 'added' || change.kind === 'removed' ? change.kind : 'changed';
        const known = found.get(key);
        found.set(key, { mark: known?.mark ?? mark, lines: [...(known?.lines ?? []), changeText(change)] });
    }
    return found;
}

/** @param low where its sign is at half its height, as one of what is around it is at the corner */
function outline(rect: Rect, marked: Marked, gap: number, low = false): string {
    const { dash } = looks[marked.mark];
    const box = { x: rect.x - gap, y: rect.y - gap, width: rect.width + 2 * gap, height: rect.height + 2 * gap, rx: 6 };
    return tag(
        'g',
        { class: `mark-${marked.mark}` },
        tag('title', {}, escape(marked.lines.join('\n'))),
        marked.mark === 'removed' ? tag('rect', { class: 'gh', ...box }) : '',
        tag('rect', { class: `mo-${marked.mark}`, ...box, 'stroke-dasharray': dash }),
        signSvg(box.x, low ? box.y + box.height / 2 : box.y, marked.mark),
    );
}

/** A sign in a disc; a small one beside a line of text. */
function signSvg(x: number, y: number, mark: Mark, small = false): string {
    return (
        tag('circle', { class: `mb-${mark}`, cx: x, cy: y, r: small ? 6 : 9 }) +
        tag('text', { class: small ? 'ms ms-s' : 'ms', x, y: y + (small ? 3.5 : 4.5) }, looks[mark].sign)
    );
}

/** A line of a conduit that came or went. */
function lineMark(points: readonly { readonly x: number; readonly y: number }[], { mark }: Marked): string {
    return tag('path', { class: `mo-${mark}`, d: wirePath(points), 'stroke-dasharray': looks[mark].dash });
}

function zoneMarks(zones: readonly PositionedZone[], marked: ReadonlyMap<string, Marked>): string[] {
    return zones.flatMap(zone => {
        const own = marked.get(`zone ${zone.node.id}`);
        return [
            ...(own ? [outline(zone.rect, own, 3)] : []),
            ...zone.assets.flatMap(asset => {
                const mark = own?.mark === 'removed' ? undefined : marked.get(`asset ${asset.node.id}`);
                return mark ? [outline(asset.rect, mark, 1)] : [];
            }),
            ...zoneMarks(zone.zones, marked),
        ];
    });
}

function conduitMarks({ conduits }: Positioned, marked: ReadonlyMap<string, Marked>): string[] {
    return conduits.flatMap(({ node, box, rect, lines }) => {
        const flows = node.flows.flatMap(flow => flow.ids).map(id => marked.get(`flow ${id}`));
        const stray = node.kind === 'undeclared' ? flows.find(each => each !== undefined) : undefined;
        const own = marked.get(`conduit ${node.id}`) ?? stray;
        return [
            ...(own && own.mark !== 'changed' ? lines.map(line => lineMark(line.points, own)) : []),
            ...(own ? [outline(rect, own, 2)] : []),
            ...(own?.mark === 'removed' ? [] : box.devices).flatMap(device => {
                const mark = marked.get(`asset ${device.node.id}`);
                return mark
                    ? [
                          outline(
                              { x: rect.x + device.x, y: rect.y + device.y, width: sizes.device, height: sizes.device },
                              mark,
                              // Its name begins close below it.
                              1,
                              own !== undefined,
                          ),
                      ]
                    : [];
            }),
            ...(own && own.mark !== 'changed'
                ? []
                : box.lines.flatMap(line => {
                      const mark = line.flow?.ids.map(id => marked.get(`flow ${id}`)).find(each => each !== undefined);
                      return mark
                          ? [
                                tag(
                                    'g',
                                    { class: `mark-${mark.mark}` },
                                    tag('title', {}, escape(mark.lines.join('\n'))),
                                    signSvg(
                                        rect.x + line.x + cardLineWidth(line) + 10,
                                        rect.y + line.y - 4,
                                        mark.mark,
                                        true,
                                    ),
                                ),
                            ]
                          : [];
                  })),
        ];
    });
}

/**
 * What the marks that are drawn mean, as large as the heading and at the right of its second line.
 * @param svg the picture, for the place of its heading
 */
function keySvg(drawn: readonly Mark[], svg: string): string {
    const [, transform = '', left = '0', , scale = '1'] =
        /<g class="headline"[^>]*? transform="(translate\(([\d.]+) ([\d.]+)\)(?: scale\(([\d.]+)\))?)"/u.exec(svg) ??
        [];
    const [, width = '0'] = /^<svg [^>]*?width="([\d.]+)"/u.exec(svg) ?? [];
    const [, line = '36'] = /<text class="lm" x="0" y="([\d.]+)"/u.exec(svg) ?? [];
    const right = (Number(width) - 2 * Number(left)) / Number(scale);
    const step = 96;
    return tag(
        'g',
        { class: 'key', transform },
        ...drawn.map((mark, index) => {
            const x = Math.round(right - (drawn.length - index) * step);
            const y = Number(line) - 11;
            return tag(
                'g',
                {},
                tag('rect', {
                    class: `mo-${mark}`,
                    x,
                    y,
                    width: 28,
                    height: 14,
                    rx: 3,
                    'stroke-dasharray': looks[mark].dash,
                }),
                // As in the drawing, where it stands on a corner of the outline.
                signSvg(x, y, mark, true),
                `<text class="lt" x="${x + 36}" y="${y + 11}">${looks[mark].words}</text>`,
            );
        }),
    );
}

/** The zones that something happened to or beside, as a view. */
function viewOf(diff: ModelDiff, context: ReturnType<typeof unionOf>): View | null {
    if (context.model.zones.length <= mostZones) return null;
    const ids = new Set<string>();
    for (const change of diff.changes) {
        const flow =
            change.element === 'flow'
                ? context.model.flows.find(each => each.id === change.id || each.id === `${change.id} (before)`)
                : undefined;
        for (const id of flow ? [flow.from.id, flow.to.id] : [change.id]) if (context.lookup.element(id)) ids.add(id);
    }
    for (const { fromZone, toZone } of diff.security.reachability.opened.groups)
        for (const id of [fromZone, toZone]) ids.add(id);
    if (ids.size === 0) return null;
    const place = { file: '', whole: { start: 0, end: 0 }, name: { start: 0, end: 0 }, block: null };
    return {
        id: '',
        name: 'change',
        title: 'What the change touches',
        doc: null,
        origin: place,
        accepts: [],
        agreements: [],
        exclude: [],
        focus: [],
        hide: [],
        highlight: [],
        cut: [],
        assume: [],
        arranged: [],
        include: [...ids].map(id => ({ id, at: place.name })),
        direction: null,
        detail: null,
        colour: null,
        path: null,
        threat: null,
        description: null,
    };
}

/**
 * The badges of the assets that are marked, once more: they stand on the corner of an icon, where an outline would
 * cross them.
 */
function badgesAgain(svg: string, marked: ReadonlyMap<string, Marked>): string {
    return svg
        .split(/<g class="asset\b[^"]*" /u)
        .slice(1)
        .flatMap(drawn => {
            const [, id] = /^[^>]*?data-id="([^"]*)"/u.exec(drawn) ?? [];
            // Its name comes behind its icon and the marks of that.
            const [marksOfIcon = ''] = drawn.split('<text class="a');
            const [badge] = /<g class="badge"(?:(?!<g |<\/g>)[^])*<\/g>/u.exec(marksOfIcon) ?? [];
            return badge !== undefined && id !== undefined && marked.has(`asset ${id}`) ? [badge] : [];
        })
        .join('');
}

/** What a change is, for those who do not see its marks. */
function inWords(changes: readonly Change[]): string {
    const count = (kind: Mark): number =>
        changes.filter(each => (each.kind === 'added' || each.kind === 'removed' ? each.kind : 'changed') === kind)
            .length;
    const said = marks.filter(mark => count(mark) > 0).map(mark => `${count(mark)} ${looks[mark].words}`);
    return said.length === 0 ? 'Nothing changed.' : `Changes: ${said.join(', ')}.`;
}

/**
 * Draws a change as one diagram: what was added with a full outline and `+`, what is gone hatched with a broken one and
 * `−`, what changed with a dash-dotted one and `~`.
 * @param engine runs ELK; `null` for a plain grid
 */
export async function diffSvg(diff: ModelDiff, engine: LayoutEngine | null, theme: Theme = 'light'): Promise<string> {
    const context = unionOf(diff);
    const positioned = await layout(toGraph(context, { view: viewOf(diff, context) }), engine);
    const marked = marksOf(diff.changes);
    const svg = toSvg(positioned, theme);
    const [, move] = /<g class="drawing" transform="([^"]*)"/.exec(svg) ?? [];
    const zonesMarked = zoneMarks(positioned.zones, marked);
    const conduitsMarked = conduitMarks(positioned, marked);
    const all = [...zonesMarked, ...conduitsMarked].join('');
    const drawn = marks.filter(mark => all.includes(`class="mark-${mark}"`));
    const overlay = [
        '<defs><pattern id="iacs-ghost" width="8" height="8" patternUnits="userSpaceOnUse"><path class="gl" ' +
            'd="M-2 2L2 -2M-2 10L10 -2M6 10L10 6"/></pattern></defs>',
        tag('style', {}, style(theme)),
        tag('g', { class: 'marks', transform: move }, ...zonesMarked, ...conduitsMarked, badgesAgain(svg, marked)),
        keySvg(drawn, svg),
    ].join('\n');
    return svg
        .replace('<desc id="iacs-desc">', start => `${start}${escape(inWords(diff.changes))} `)
        .replace(/<\/svg>\n?$/, () => `${overlay}\n</svg>\n`);
}
