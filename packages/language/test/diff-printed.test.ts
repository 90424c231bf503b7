import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { elementFacts } from '../src/model/index.ts';
import { diffMarkdown, diffSvg, diffText, reasonKinds, verdicts } from '../src/views/diff/index.ts';
import { between, plant } from './support/compared.ts';

describe('a comment on a pull request', () => {
    const hostile = plant
        .replace(
            '"Order system"',
            String.raw`"</details> @everyone [x](javascript:1) ![i](https://evil.example/i.png) | \`rm\` <img src=x onerror=1> #1 \u202e"`,
        )
        .replace('"Reports"', '"```\\n# Heading"');

    it('is escaped, whatever stands in the model', () => {
        const text = diffMarkdown([between(plant, hostile), between(hostile, plant)], {
            base: '`x` | <b>',
            head: '@team',
        });
        const outside = text
            .replace(/```mermaid[\s\S]*?```/g, '')
            .replaceAll('\\`', '')
            .replace(/(`+)[^\n]*?\1/g, '');
        assert.doesNotMatch(outside, /<img|[^\\]\]\(|@everyone|@team|:\/\/evil|\u202e|<b>/);
        assert.equal(outside.split('<details>').length, outside.split('</details>').length);
        assert.doesNotMatch(/```mermaid([\s\S]*?)```/.exec(text)?.[1] ?? '', /<img|javascript:1\)|@everyone/);
        assert.doesNotMatch(diffText(between(plant, hostile.replace('Order', 'Order\\u001b[31m'))), /\u001b/);
    });

    it('says how many owners it does not name', () => {
        const zones = (level: number): string =>
            Array.from({ length: 15 }, (_, zone) => `zone Z${zone} { owner "Owner ${zone}" SL-T ${level} }\n`).join('');
        const found = between(`system S\n${zones(1)}`, `system S\n${zones(2)}`);
        assert.match(
            diffMarkdown([found], { base: 'a', head: 'b' }),
            /^Owns what was changed: Owner 0 · (Owner \d+ · ){10}Owner 11 and 3 more$/m,
        );
    });

    it('stays under 60,000 characters, whatever the change', () => {
        const zones = Array.from(
            { length: 300 },
            (_, zone) =>
                `zone Z${zone} "${'A long title of a zone '.repeat(5)}" { kind ` +
                `control\n${Array.from({ length: 8 }, (_, asset) => `asset A${asset} : plc`).join('\n')}\n}`,
        );
        const flows = Array.from({ length: 299 }, (_, zone) => `flow Z${zone}.A0 -> Z${zone + 1} : modbus-tcp`);
        const large = ['system Plant', ...zones, ...flows].join('\n');
        const text = diffMarkdown([between('system Plant\n', large)], { base: 'main', head: 'HEAD' });
        assert.ok(text.length < 60_000, String(text.length));
        assert.match(text, /and \d+ more/);
    });

    const zones = 'zone A { asset X : server }\nzone B { asset Y : plc asset Z : plc }\n';
    /** Many small losses, each before the one that counts, and an asset of it that is only called otherwise. */
    const small = Array.from({ length: 30 }, (_, index) => `zone N${index} "Office ${index}" { asset P : plc }`).join(
        '\n',
    );
    const shut = (to: string): string => `invariant Shut { deny path from A to ${to} }\n`;
    const narrowed = between(
        `system Plant\n${zones}${shut('B')}`,
        `system Plant\n${small}\n${zones.replace('asset Z', 'asset Zz')}${shut('B.Y')}`,
    );

    it('begins with the gravest loss, whatever else is in the text before it', () => {
        const [first, second] = diffMarkdown([narrowed], { base: 'main', head: 'HEAD' }).split('\n').slice(2);
        assert.match(first!, /^- \*\*invariant `Shut`\*\* deny path from A to B → deny path from A to B\.Y/);
        assert.match(second!, /^ {2}- 🔻 Shut no longer covers B\.Zz/);
        assert.match(diffText(narrowed).split('\n')[2]!, /^ {2}invariant Shut: /);
        assert.match(diffText(narrowed).split('\n')[3]!, /^ {4}▼ worse: Shut no longer covers B\.Zz/);
    });

    it('says somewhere whatever follows, also what has no room on its first screen', () => {
        const several = [
            narrowed,
            between(
                `system Other\n${zones}`,
                `system Other\n${zones}zone N { kind field network 10.1.0.0/24 asset P : plc { address 10.9.9.9 } }\n`,
            ),
        ];
        const markdown = diffMarkdown(several, { base: 'main', head: 'HEAD' }).replaceAll('\\', '');
        const text = several.map(diff => diffText(diff)).join('\n');
        const reasons = several.flatMap(diff => diff.security.reasons);
        assert.ok(reasons.length > 3);
        for (const reason of reasons) {
            assert.ok(markdown.includes(reason.text), reason.text);
            assert.ok(text.includes(reason.text), reason.text);
        }
    });

    it('has a picture that marks what came and what went', async () => {
        const svg = await diffSvg(
            between(plant, plant.replace(/conduit Line[\s\S]*/, 'zone Field { asset Sensor : sensor }\n')),
            null,
        );
        for (const mark of ['added', 'removed']) assert.match(svg, new RegExp(`class="mark-${mark}"`));
        assert.match(svg, /stroke-dasharray/);
        assert.match(svg, /<desc id="iacs-desc">Changes: \d+ added, \d+ removed/u);
    });

    it('has a picture in which an outline crosses no badge, and no name of a device', async () => {
        const conduit =
            'conduit AB between A and B { via F asset F : TYPE { serves A, B } flow A.X -> B.Y : telnet }\n';
        const text = (type: string): string => `system Plant\n${zones}${conduit.replace('TYPE', type)}`;
        const svg = await diffSvg(between(text('switch'), `${text('firewall')}within B { asset New : plc }\n`), null);
        const [drawing, overlay] = svg.split('<g class="marks"') as [string, string];
        const badge = /<g class="asset"[^>]*data-id="B\.New".*?(<g class="badge".*?<\/g>)/s.exec(drawing)![1]!;
        assert.ok(overlay.lastIndexOf(badge) > overlay.lastIndexOf('class="mark-'));
        const [, name = ''] = /data-id="AB\.F".*?<text class="an"[^>]* y="([\d.]+)"/s.exec(drawing)!;
        const [, y = '', height = ''] = /class="mo-changed" x="[\d.]+" y="([\d.]+)" width="36" height="([\d.]+)"/.exec(
            overlay,
        )!;
        // Letters of 11 pixels, and half of a line of 3.
        assert.ok(Number(y) + Number(height) + 1.5 <= Number(name) - 8);
    });

    it('has a picture in which the signs of a conduit and of its devices are apart', async () => {
        const conduit = (type: string): string =>
            `conduit AB between A and B { via F, G asset F : ${type} { serves A, B } asset G : ${type} { serves A, B } ` +
            `${type === 'switch' ? '' : 'is wireless '}flow A.X -> B.Y : telnet }\n`;
        const plain = `system Plant\n${zones}`;
        const [one, other] = [conduit('switch'), conduit('firewall')].map(each => `${plain}${each}`) as [
            string,
            string,
        ];
        for (const [before, after] of [
            [plain, one],
            [one, plain],
            [one, other],
        ] as const) {
            const svg = await diffSvg(between(before, after), null);
            const [, overlay = ''] = svg.split('<g class="marks"');
            const [drawn = ''] = overlay.split('<g class="key"');
            const discs = [...drawn.matchAll(/<circle class="mb-\w+" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/gu)].map(
                ([, x, y, r]) => [Number(x), Number(y), Number(r)] as const,
            );
            assert.ok(discs.length >= (before === one && after === plain ? 1 : 3), svg);
            for (const [index, [x, y, r]] of discs.entries())
                for (const [otherX, otherY, otherR] of discs.slice(0, index))
                    assert.ok(Math.hypot(x - otherX, y - otherY) >= r + otherR, `${after}: ${discs.join('; ')}`);
        }
    });

    it('has a picture whose key names the marks that are drawn, in the size of its heading', async () => {
        const keyOf = (svg: string): string => /<g class="key".*?<\/g><\/g>/su.exec(svg)?.[0] ?? '';
        const small = await diffSvg(between('zone A\n', 'zone A\nzone B\n'), null);
        assert.deepEqual(
            [...keyOf(small).matchAll(/<text class="lt"[^>]*>([^<]*)/gu)].map(([, words]) => words),
            ['added'],
        );
        const zones = (count: number): string =>
            Array.from({ length: count }, (_, index) => `zone Z${index} { asset P : plc }\n`).join('');
        const wide = await diffSvg(between(zones(2), zones(160)), null);
        const [, heading] = /<g class="headline"[^>]*transform="([^"]*)"/u.exec(wide) ?? [];
        assert.match(heading!, /scale\(1\.[2-9]/u);
        assert.ok(keyOf(wide).includes(`transform="${heading}"`));
        assert.match(await diffSvg(between('zone A\n', 'zone A\n'), null), /<desc id="iacs-desc">Nothing changed/u);
    });
});

describe('The published schema of a comparison', () => {
    const schema = JSON.parse(readFileSync(new URL('../schema/diff.schema.json', import.meta.url), 'utf8')) as {
        properties: { changes: Listing; security: { properties: { verdict: Words; reasons: Listing } } };
    };
    interface Words {
        readonly enum: readonly string[];
    }
    interface Listing {
        readonly items: { readonly properties: Readonly<Record<string, Words>> };
    }

    it('knows every word that is printed', () => {
        const { changes, security } = schema.properties;
        assert.deepEqual(
            changes.items.properties['element']?.enum.toSorted(),
            [...Object.keys(elementFacts), 'settings'].toSorted(),
        );
        assert.deepEqual(security.properties.reasons.items.properties['kind']?.enum, reasonKinds);
        assert.deepEqual(security.properties.verdict.enum, verdicts);
    });
});

describe('Risks in a comparison', () => {
    it('are told in the bands of the matrix', () => {
        const text = (status: string): string => `system P {
  tolerable-risk "low"
  matrix {
    likelihood "rare", "often"
    consequence "slight", "grave"
    bands "low", "high"
    row "low", "low"
    row "low", "high"
  }
}
zone Z { asset P1 : plc applies Lock }
countermeasure Lock { status ${status} }
threat Break "Somebody breaks in" { against Z.P1 likelihood 2 consequence 2 mitigated by Lock to likelihood 1 }
`;
        const found = between(text('planned'), text('implemented'));
        assert.deepEqual(
            found.security.threats.map(each => each.labels),
            [{ before: 'high', after: 'low', tolerable: 'low' }],
        );
        assert.match(diffText(found), /Break: residual risk high → low, tolerable low/);
        assert.match(diffMarkdown([found], { base: 'a', head: 'b' }), /high → low \| low \|/);
    });
});
