import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const plant = `system Plant {
  owner "Operations"
}
zone Office {
  kind enterprise
  asset Erp : server
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  via Gate
  one-way Safety -> Control
  asset Gate : diode
  flow Safety.Sis -> Control.Plc1 : modbus-tcp
}
invariant SafetyApart {
  deny path from Office to Safety
}
`;
const settings = { review: { 'sl-t-lowered': { needs: 'Risk owner' } } };
const today = '2026-06-01';

type Edit = readonly [from: string, to: string];
type Json = {
    security: {
        verdict: string;
        policy: {
            holds: boolean;
            reasons: { kind: string; severity: string; needs: string[]; agreed: number[] }[];
            agreements: { from: string; about: string | null; by: string; state: string }[];
        };
    };
};

function edited(text: string, edits: readonly Edit[]): string {
    return edits.reduce((now, [from, to]) => {
        assert.ok(now.includes(from), `nothing to edit: ${from}`);
        return now.replace(from, to);
    }, text);
}

interface Asked {
    readonly before?: string;
    readonly edits: readonly Edit[];
    readonly base?: object;
    readonly head?: object;
    readonly agreements?: string;
}

/** Compares a plant with an edited one, and gives the policy and whether the gate holds. */
function review({ before = plant, edits, base = settings, head = base, agreements }: Asked): {
    readonly code: number | null;
    readonly policy: Json['security']['policy'];
    readonly markdown: string;
    readonly stderr: string;
} {
    return withFiles(
        {
            'a/main.iacs': before,
            'a/iacs.config.json': JSON.stringify(base),
            'b/main.iacs': edited(before, edits),
            'b/iacs.config.json': JSON.stringify(head),
        },
        cwd => {
            const run = (...args: string[]): ReturnType<typeof iacs> =>
                iacs(
                    [
                        'diff',
                        'a',
                        'b',
                        '--today',
                        today,
                        ...(agreements === undefined ? [] : ['--agreements', '-']),
                        ...args,
                    ],
                    { cwd, input: agreements ?? '' },
                );
            const { code, stderr } = run('--fail-on', 'policy');
            const json = run('--format', 'json').stdout;
            return {
                code,
                stderr,
                policy: json === '' ? { holds: false, reasons: [], agreements: [] } : policyOf(json),
                markdown: run('--format', 'markdown').stdout,
            };
        },
    );
}

const policyOf = (json: string): Json['security']['policy'] => (JSON.parse(json) as Json).security.policy;

const lowered: Edit = ['kind control\n  SL-T 2', 'kind control\n  SL-T 1'];
const widened: Edit = ['asset Gate : diode', 'asset Gate : firewall'];
const agreed = (by: string, more = ''): Edit => [
    'zone Control {',
    `zone Control {\n  agreed "Pilot plant" by "${by}"${more}`,
];

describe('What a review asks for', () => {
    it('is quiet for ordinary growth', () => {
        const growth: Readonly<Record<string, Edit>> = {
            'an asset with its flow': [
                '  asset Plc1 : plc\n',
                '  asset Plc1 : plc\n  asset Plc2 : plc\n  asset Hmi : hmi\n  flow Hmi -> Plc2 : s7comm\n',
            ],
            'a further zone with a conduit': [
                'invariant',
                'zone Packing {\n  kind control\n  SL-T 1\n  asset Line : plc\n}\nconduit Packaging between Packing and ' +
                    'Control {\n  flow Control.Plc1 -> Packing.Line : opc-ua\n}\ninvariant',
            ],
            'a split zone': [
                '  asset Plc1 : plc\n}',
                '  asset Plc1 : plc\n  zone Cell {\n    asset Plc2 : plc\n  }\n}',
            ],
            'an invariant that does not hold yet': [
                'invariant SafetyApart {',
                'invariant Sealed {\n  deny path from Safety to Control\n}\ninvariant SafetyApart {',
            ],
            'a higher SL-T': ['SL-T 2', 'SL-T 3'],
        };
        for (const [name, edit] of Object.entries(growth)) {
            const { code, policy } = review({ edits: [edit] });
            assert.deepEqual([code, policy.holds], [0, true], `${name}: ${JSON.stringify(policy.reasons)}`);
        }
    });

    it('stops what takes a protection away', () => {
        const losses: Readonly<Record<string, Edit>> = {
            'sl-t-lowered': lowered,
            'enforcement-lowered': widened,
            'one-way-lowered': ['  one-way Safety -> Control\n  asset Gate : diode', '  asset Gate : firewall'],
            'path-into-safety': ['invariant', 'flow Office.Erp -> Safety.Sis : https\ninvariant'],
            'invariant-removed': ['invariant SafetyApart {\n  deny path from Office to Safety\n}\n', ''],
        };
        for (const [kind, edit] of Object.entries(losses)) {
            const { code, policy, markdown } = review({ edits: [edit] });
            assert.deepEqual([code, policy.holds], [1, false], kind);
            assert.ok(
                policy.reasons.some(each => each.kind === kind && each.severity === 'error'),
                `${kind}: ${JSON.stringify(policy.reasons)}`,
            );
            assert.match(markdown, /\*\*Review policy\*\*: \d of \d not agreed to/);
        }
    });

    it('says nothing where nobody set a policy or agreed to anything', () =>
        assert.doesNotMatch(review({ edits: [lowered], base: {} }).markdown, /Review policy/));

    it('goes by the settings of BASE, and tells that they ask for less', () => {
        const { code, policy } = review({ edits: [lowered], head: { review: { 'sl-t-lowered': 'off' } } });
        assert.equal(code, 1);
        assert.deepEqual(
            policy.reasons.filter(({ severity }) => severity === 'error').map(({ kind }) => kind),
            ['settings-lowered', 'sl-t-lowered'],
        );
        assert.equal(review({ edits: [lowered], base: { review: { 'sl-t-lowered': 'info' } } }).code, 0);
    });

    it('asks about a path by each kind that it is of and that the settings name', () => {
        const opened: Edit = ['invariant', 'flow Office.Erp -> Control.Plc1 : https\ninvariant'];
        const base = { review: { 'path-from-outside': { severity: 'error', needs: 'Risk owner' } } };
        const { code, policy } = review({ edits: [opened], base });
        const asked = policy.reasons.filter(({ kind }) => kind.startsWith('path-'));
        assert.deepEqual(
            [code, asked.map(({ kind, severity }) => `${kind} ${severity}`)],
            [1, ['path-into-higher-target warning', 'path-from-outside error']],
        );
        const agreements = 'Agreed: path-from-outside by "Risk owner"';
        assert.equal(review({ edits: [opened], base, agreements }).code, 0);
        assert.equal(review({ edits: [opened], base: {} }).code, 0, 'no kind is an error by default');
    });

    it('asks about paths that are counted only, too', () => {
        const cells = [1, 2, 3, 4, 5, 6, 7].map(
            each => `zone Burner${each} {\n  kind safety\n  asset Sis : safety-controller\n}\n`,
        );
        const flows = cells.map((_, index) => `flow Office.Erp -> Burner${index + 1}.Sis : https\n`);
        const agreements = cells
            .slice(0, 6)
            .map(
                (_, index) => `Agreed: path-into-safety at "Office.Erp -> Burner${index + 1}.Sis : https" by Anybody\n`,
            );
        const before = edited(plant, [['invariant', `${cells.join('')}invariant`]]);
        const edits: readonly Edit[] = [['invariant', `${flows.join('')}invariant`]];
        const { code, policy } = review({ before, edits, agreements: agreements.join('') });
        const open = policy.reasons.filter(({ kind, agreed: by }) => kind === 'path-into-safety' && by.length === 0);
        assert.deepEqual([code, open.map(({ severity }) => severity)], [1, ['error']]);
    });

    it('asks about what is neither better nor worse where its kind is named', () => {
        const edits: readonly Edit[] = [['SL-T 2', 'SL-T 3']];
        assert.equal(review({ edits, base: { review: { 'sl-t-raised': 'error' } } }).code, 1);
    });
});

describe('An agreement in the text', () => {
    it('beside what was changed covers it, and is listed', () => {
        const { code, policy, markdown } = review({
            edits: [lowered, agreed('risk owner', ' until 2026-12-31')],
        });
        assert.equal(code, 0, JSON.stringify(policy));
        assert.deepEqual(policy.agreements, [
            {
                from: 'model',
                about: 'zone Control',
                kind: null,
                what: 'Pilot plant',
                by: 'risk owner',
                until: '2026-12-31',
                state: 'counts',
            },
        ]);
        assert.match(markdown, /☑️ sl-t-lowered: agreed "Pilot plant" by risk owner until 2026-12-31/);
    });

    it('of somebody else than who is needed does not, nor does one beside something else', () => {
        const { code, markdown } = review({ edits: [lowered, agreed('Operations')] });
        assert.equal(code, 1);
        assert.match(markdown, /needs Risk owner/);
        assert.match(markdown, /nothing that is asked for here: "Pilot plant" by Operations \(zone Control\)/);
        assert.equal(review({ edits: [widened, agreed('Risk owner')] }).code, 1);
    });

    it('in a conduit or zone covers what is in it', () =>
        assert.equal(
            review({ edits: [widened, ['  via Gate', '  agreed "Slow diode" by "Anybody"\n  via Gate']] }).code,
            0,
        ));

    it('in the system covers what is gone', () => {
        const gone: Edit = ['invariant SafetyApart {\n  deny path from Office to Safety\n}\n', ''];
        assert.equal(
            review({ edits: [gone, ['owner "Operations"', 'owner "Operations"\n  agreed "Old" by "Operations"']] })
                .code,
            0,
        );
        assert.equal(
            review({
                edits: [lowered, ['owner "Operations"', 'owner "Operations"\n  agreed "All" by "Risk owner"']],
            }).code,
            1,
            'what is still there is agreed to in its own block',
        );
    });

    it('does not count after its day', () => {
        const { code, policy } = review({ edits: [lowered, agreed('Risk owner', ' until 2026-05-31')] });
        assert.deepEqual([code, policy.agreements[0]?.state], [1, 'expired']);
        assert.equal(review({ edits: [lowered, agreed('Risk owner', ` until ${today}`)] }).code, 0, 'its last day');
    });

    it('lapses when the thing changes again, and is silent while it does not', () => {
        const before = edited(plant, [agreed('Risk owner')]);
        const again = review({ before, edits: [lowered] });
        assert.deepEqual([again.code, again.policy.agreements[0]?.state], [1, 'lapsed']);
        assert.match(again.markdown, /does not count: it was given to an earlier state/);
        const other = review({ before, edits: [['asset Erp : server', 'asset Erp : server { is essential }']] });
        assert.deepEqual(other.policy.agreements, []);
    });

    it('needs each change that brings a reason to be agreed to', () => {
        const flows = 'flow Office.Erp -> Safety.Sis : https { agreed "One" by "A" }\n';
        const one = review({ edits: [['invariant', `${flows}invariant`]] });
        const two = review({ edits: [['invariant', `${flows}flow Office.Erp -> Safety.Sis : ssh\ninvariant`]] });
        const open = ({ policy }: typeof one): readonly string[] =>
            policy.reasons.filter(each => each.agreed.length === 0).map(({ kind }) => kind);
        assert.ok(!open(one).includes('path-into-safety'), JSON.stringify(one.policy));
        assert.ok(open(two).includes('path-into-safety'), JSON.stringify(two.policy));
    });

    it('changes nothing in the plant', () => {
        const { policy } = review({ edits: [agreed('Risk owner')] });
        assert.deepEqual(policy.reasons, []);
    });
});

describe('An agreement from outside', () => {
    it('is a line that begins with Agreed, for an element, a kind, or both', () => {
        for (const line of [
            'Agreed: sl-t-lowered at Control by "Risk owner" until 2026-12-31',
            'Agreed: at Control by "risk owner"',
            'agreed: "Pilot" sl-t-lowered by "Risk owner"',
        ]) {
            const { code, policy } = review({ edits: [lowered], agreements: `Lower the target\n\n${line}\nMore.\n` });
            assert.deepEqual([code, policy.agreements[0]?.from], [0, 'given'], line);
        }
        for (const line of [
            'Agreed: sl-t-lowered at Office by "Risk owner"',
            'Agreed: path-into-safety by "Risk owner"',
            'Agreed: at Control by Somebody',
            'Agreed: at Control by "Risk owner" until 2026-05-31',
        ])
            assert.equal(review({ edits: [lowered], agreements: line }).code, 1, line);
    });

    it('is refused where it is not understood', () => {
        for (const [line, said] of [
            ['Agreed: yes', /Line 1 of the agreements is not understood/],
            ['Agreed: by Me', /does not say what is agreed to/],
            ['Agreed: sl-t-lowerd by Me', /no kind of reason sl-t-lowerd\. Did you mean sl-t-lowered\?/],
            ['Agreed: at Control by Me until 2026-02-30', /expects a day/],
        ] as const) {
            const { code, stderr } = review({ edits: [lowered], agreements: line });
            assert.equal(code, 2);
            assert.match(stderr, said);
        }
        withFiles({ 'main.iacs': plant }, cwd =>
            assert.match(
                iacs(['diff', 'main.iacs', 'main.iacs', '--agreements', 'nowhere'], { cwd }).stderr,
                /nowhere cannot be read/,
            ),
        );
    });
});

describe('The settings of a review', () => {
    const said = (review: unknown): string =>
        withFiles(
            { 'main.iacs': plant, 'iacs.config.json': JSON.stringify({ review }) },
            cwd => iacs(['check', '--fail-on', 'never'], { cwd }).stderr,
        );

    it('are a severity or who is needed, by the kind of reason', () => {
        assert.equal(said({ 'path-into-safety': 'error', 'sl-t-lowered': { needs: ['A', 'B'] } }), '');
        assert.equal(said({ 'sl-t-lowered': { severity: 'warning', needs: 'A' } }), '');
        assert.match(said({ 'sl-t-lowred': 'error' }), /no kind of reason "sl-t-lowred"\. Did you mean "sl-t-lowered"/);
        assert.match(said({ 'sl-t-lowered': 'fatal' }), /has to be "off", "info", "warning" or "error"/);
        assert.match(said({ 'sl-t-lowered': { need: 'A' } }), /no setting "need"\. Did you mean "needs"/);
        assert.match(said({ 'sl-t-lowered': { needs: [] } }), /"needs" has to be a person or a role/);
        assert.match(said([]), /"review" has to be an object/);
    });
});
