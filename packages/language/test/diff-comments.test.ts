import assert from 'node:assert/strict';
import { readSettings, type Settings } from '../src/settings/index.ts';
import {
    askDiff,
    diff,
    diffJson,
    diffMarkdown,
    diffSvg,
    diffText,
    judgePolicy,
    originsOf,
    policyTextLines,
    questionTextLines,
    sideOf,
    type DiffQuestion,
    type DiffSide,
    type GivenAgreement,
    type ModelDiff,
    type Sides,
} from '../src/views/diff/index.ts';
import { casesIn } from './support/case-files.ts';
import { load } from './support/load.ts';

/*
 * What a forge, a terminal and a picture show of a comparison, in `diff-comments/`: a heading that begins with what is
 * shown; lines of settings, agreements and a question; the text before, after `===` the text after it, and after `---`
 * what is shown. Another model follows after `~~~`. IACS_RENEW=1 writes what is shown: read it.
 */
const folder = new URL('diff-comments/', import.meta.url);
const today = '2026-06-01';

interface Case {
    readonly settings?: object;
    readonly agreed: readonly GivenAgreement[];
    readonly ask?: DiffQuestion;
    readonly models: readonly (readonly [string, string])[];
}

function read(text: string): Case {
    const lines = text.split('\n');
    const options = lines.filter(line => /^(settings|agreed|ask): /.test(line));
    const of = (name: string): unknown[] =>
        options.filter(line => line.startsWith(`${name}: `)).map(line => JSON.parse(line.slice(name.length + 2)));
    const models = lines
        .filter(line => !options.includes(line))
        .join('\n')
        .split(/^~~~\n/m);
    const [settings] = of('settings') as [object?];
    const [ask] = of('ask') as [DiffQuestion?];
    return {
        ...(settings ? { settings } : {}),
        ...(ask ? { ask } : {}),
        agreed: of('agreed') as GivenAgreement[],
        models: models.map(model => model.split(/^===\n/m) as [string, string]),
    };
}

function sideOfAny(text: string, settings: Settings): DiffSide {
    const loaded = load(text, { today, settings });
    return sideOf(loaded, {
        today,
        settings,
        textOf: uri => loaded.files.get(uri),
        fileName: uri => uri.slice(uri.lastIndexOf('/') + 1),
    });
}

/** The marks of a picture, their colours and the key, without what is drawn below them. */
const marksOf = (svg: string): string =>
    svg
        .slice(svg.indexOf('<defs><pattern id="iacs-ghost"'))
        .replaceAll(/<(?!\/|title|text)/g, '\n<')
        .trim();

const shown: Readonly<Record<string, (diffs: readonly ModelDiff[], sides: Sides) => string | Promise<string>>> = {
    comment: diffMarkdown,
    terminal: (diffs, sides) =>
        [
            ...policyTextLines(sides),
            ...questionTextLines(sides),
            ...diffs.map(each => diffText(each, { most: 3 })),
        ].join('\n'),
    data: (diffs, sides) => {
        const { models, complete, changes, security, question, owners, reached, notUnderstood } = diffJson(
            diffs,
            sides,
        );
        const { verdict, causes, policy, reachability } = security;
        const all = { models, complete, verdict, causes, policy, question, owners, reached, notUnderstood };
        const totals = { opened: reachability.openedTotal, closed: reachability.closedTotal, changes: changes.length };
        return Object.entries({ ...all, totals })
            .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
            .join('\n');
    },
    places: diffs =>
        diffs
            .flatMap(each => each.changes.map(change => ({ change, at: originsOf(each)(change) })))
            .map(
                ({ change, at }) =>
                    `${change.kind} ${change.element} ${change.id}: ${at.older?.name.start} ${at.newer?.name.start}`,
            )
            .join('\n'),
    colours: async ([first]) =>
        (await Promise.all((['light', 'dark', 'contrast'] as const).map(theme => diffSvg(first!, null, theme))))
            .map(svg => svg.match(/\.mo-added[^<]*/)![0])
            .join('\n'),
    picture: async ([first]) => marksOf(await diffSvg(first!, null, 'dark')),
};

async function printed(title: string, text: string): Promise<string> {
    const { settings = {}, agreed, ask, models } = read(text);
    const { settings: judged, errors } = readSettings(settings, []);
    assert.deepEqual(errors, []);
    const diffs = models.map(([before, after]) => diff(sideOfAny(before, judged), sideOfAny(after, judged)));
    const sides: Sides = {
        base: '0123456789abcdef0123456789abcdef01234567',
        head: 'change',
        headCommit: 'fedcba9876543210fedcba9876543210fedcba98',
        command: 'iacs diff main',
        run: 'https://forge.example/run/1',
        link: (side, file, line) => (line === 2 ? null : `https://forge.example/${side}/${file}#${line}`),
        ...(ask ? { question: { ...ask, answers: diffs.map(each => askDiff(each, ask)) } } : {}),
        ...(agreed.length > 0 || Object.keys(settings).length > 0 ? { policy: judgePolicy(diffs, agreed, today) } : {}),
    };
    return `${(await shown[title.split(': ')[0]!]!(diffs, sides)).trimEnd()}\n`;
}

casesIn(folder, file => `What is shown of ${file}`, printed, /^## (.+: .+)\n/m);
