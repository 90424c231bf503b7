import type { AssetNode, Badge } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { faces, sizes } from '../measure/measures.ts';
import { widthOf } from '../measure/text.ts';
import { textLooks } from './text-looks.ts';
import { escape, number, tag } from '../../text/xml.ts';

/**
 * A line of text. Its length is said with it, so that it keeps its place where a machine has no font of these widths.
 * @param className one of the text looks, and what else it is
 */
export function text(className: string, x: number, y: number, content: string): string {
    if (content === '') return '';
    // Programs disagree on a line break within a text: a space or nothing.
    const line = /[\t\n\r]/u.test(content) ? content.replace(/\s+/gu, ' ') : content;
    const look = textLooks[className.split(' ')[0] ?? ''];
    const length = look ? ` textLength="${number(widthOf(line, look.face))}" lengthAdjust="spacingAndGlyphs"` : '';
    return `<text class="${className}" x="${number(x)}" y="${number(y)}"${length}>${escape(line)}</text>`;
}

/** The sign of a severity. */
export const signs = { error: '×', warning: '!', info: 'i' } as const;

/** Width of a badge with its number, in pixels; it grows to the left when the number is long. */
export const badgeWidth = sizes.badge;

/** A sign and a number on a ground of the severity's colour: octagon-like for errors, round for the rest. */
export function badgeSvg(badge: Badge, x: number, y: number): string {
    const label = `${signs[badge.severity]} ${badge.count > 99 ? '99+' : badge.count}`;
    const width = Math.max(badgeWidth, widthOf(label, faces.chip) + 10);
    return tag(
        'g',
        { class: 'badge', 'data-severity': badge.severity },
        tag('title', {}, escape(badge.messages.join('\n'))),
        tag('rect', {
            class: badge.severity,
            x: x + badgeWidth - width,
            y,
            width,
            height: 18,
            rx: badge.severity === 'error' ? 3 : 9,
        }),
        text('on', x + badgeWidth - width / 2, y + 13, label),
    );
}

/** The same without a number, at a corner of an icon. */
export function smallBadge(badge: Badge, x: number, y: number): string {
    return tag(
        'g',
        { class: 'badge', 'data-severity': badge.severity },
        tag('title', {}, escape(badge.messages.join('\n'))),
        badge.severity === 'error'
            ? tag('rect', { class: 'error', x: x - 7, y: y - 7, width: 14, height: 14, rx: 3 })
            : tag('circle', { class: badge.severity, cx: x, cy: y, r: 7 }),
        text('on', x, y + 3.6, signs[badge.severity]),
    );
}

/** The sign of what goes through the air: arcs over a point, in a field of 12 by 10. */
export function waves(x: number, y: number): string {
    return (
        `<path class="mark" d="M${number(x + 1)} ${number(y + 4)}a7 7 0 0 1 10 0M${number(x + 4)} ${number(y + 7)}a3 ` +
        `3 0 0 1 4 0M${number(x + 6)} ${number(y + 9.5)}v.01"/>`
    );
}

/** The place of a conduit on the path that is shown. */
export function stepSvg(step: number, x: number, y: number): string {
    return tag('circle', { class: 'disc', cx: x, cy: y, r: 8.5 }) + text('step', x, y + 3.8, String(step));
}

/** The hops to what is reached from what is compromised; 0 for that itself. */
export function hopSvg(hops: number, x: number, y: number): string {
    return tag('circle', { class: 'error', cx: x, cy: y, r: 7.5 }) + text('on', x, y + 3.6, String(hops));
}

/** Hops in a picture of reach: out of what was asked for points to the right, into it points to the left. */
export function reachSvg(direction: 'out' | 'into', hops: number, x: number, y: number): string {
    const d = direction === 'out' ? 'm-8 -7.5h10l6.5 7.5l-6.5 7.5h-10z' : 'm8 -7.5h-10l-6.5 7.5l6.5 7.5h10z';
    return `<path class="${direction === 'out' ? 'info' : 'disc'}" d="M${number(x)} ${number(y)}${d}"/>${text(
        direction === 'out' ? 'on' : 'ondisc',
        x - (direction === 'out' ? 1 : -1),
        y + 3.6,
        String(hops),
    )}`;
}

/** The sign of a cut, in the middle of a line. */
export function cutSvg(x: number, y: number): string {
    return (
        tag('circle', { class: 'cutdisc', cx: x, cy: y, r: 8 }) +
        `<path class="cutcross" d="M${number(x - 3.5)} ${number(y - 3.5)}l7 7m0 -7l-7 7"/>`
    );
}

/** The icon of an asset with its marks: findings, essential, wireless, hops, and the number it stands for. */
export function iconMarks(node: AssetNode, x: number, y: number, size: number, turn = 0): string {
    const middle = `${number(x + size / 2)} ${number(y + size / 2)}`;
    return [
        tag('use', {
            class: 'ic',
            href: `#iacs-${node.icon}`,
            x,
            y,
            width: size,
            height: size,
            transform: turn === 0 ? null : `rotate(${turn} ${middle})`,
        }),
        node.hops === 0 ? tag('circle', { class: 'struck', cx: x + size / 2, cy: y + size / 2, r: size / 2 + 3 }) : '',
        node.essential
            ? tag('circle', { class: 'disc', cx: x - 1, cy: y + 3, r: 7 }) + text('ondisc', x - 1, y + 6.2, 'E')
            : '',
        node.wireless
            ? `<path class="mark" d="M${number(x - 6)} ${number(y + size - 6)}a7 7 0 0 1 10 0M${number(x - 3)} ` +
              `${number(y + size - 3)}a3 3 0 0 1 4 0"/>`
            : '',
        node.count > 1 && size === iconSize
            ? tag('rect', { class: 'disc', x: x + size - 12, y: y + size - 12, width: 24, height: 14, rx: 7 }) +
              text('ondisc', x + size, y + size - 1.6, `×${node.count}`)
            : '',
        node.hops === null ? '' : hopSvg(node.hops, x + size + 2, y + size - (node.count > 1 ? 20 : 4)),
        node.out === null ? '' : reachSvg('out', node.out, x + size + 2, y + size - (node.count > 1 ? 22 : 4)),
        node.into === null ? '' : reachSvg('into', node.into, x - 2, y + size - (node.wireless ? 16 : 4)),
        node.badge ? smallBadge(node.badge, x + size, y + 2) : '',
    ].join('');
}

export function assetTooltip(node: AssetNode): string {
    const lines = [
        node.count > 1
            ? `${node.count} × ${node.title ?? node.name}`
            : `${node.id}${node.title === null ? '' : ` “${node.title}”`}`,
        node.members.join(', '),
        node.type ?? 'no type stated',
        node.addresses.join(', '),
        [
            node.essential ? 'essential' : '',
            node.wireless ? 'wireless' : '',
            node.criticality === null ? '' : `criticality ${node.criticality}`,
        ]
            .filter(part => part !== '')
            .join(', '),
        node.phase?.words ?? '',
        node.hops === null
            ? ''
            : node.hops === 0
              ? 'assumed to be compromised'
              : `reached in ${node.hops === 1 ? '1 hop' : `${node.hops} hops`}`,
        node.out === null ? '' : `reached in ${node.out === 1 ? '1 hop' : `${node.out} hops`}`,
        node.into === null ? '' : `reaches it in ${node.into === 1 ? '1 hop' : `${node.into} hops`}`,
        ...(node.badge?.messages ?? []),
    ];
    return lines.filter(line => line !== '').join('\n');
}

/** What every group of an element says to a program: which element, and which place in the picture. */
export function groupOf(
    role: string,
    node: {
        readonly id: string;
        readonly key: string;
        readonly emphasis: string;
        readonly phase: Phase | null;
    },
): Record<string, string> {
    const state = node.phase ? ` ${node.phase.state}` : '';
    return {
        class: (node.emphasis === 'plain' ? role : `${role} ${node.emphasis}`) + state,
        'data-id': node.id,
        'data-key': node.key,
    };
}

export const iconSize = sizes.icon;
