import assert from 'node:assert/strict';
import { addressBook } from '../src/assessment/index.ts';
import { families, rules } from '../src/rules/index.ts';
import { casesIn } from './support/case-files.ts';
import { assumed, knowledge, ways } from './support/knowledge.ts';
import { load } from './support/load.ts';
import { legs, places, realms } from './support/places.ts';
import { planned } from './support/planned.ts';
import { said } from './support/said.ts';

/*
 * Small models at the boundaries of what rules and assessment decide, in `cases/`: a heading with rules, families of
 * rules (`not` leaves one out) and topics of `support/knowledge.ts`, the text, and after `---` what is found.
 * IACS_RENEW=1 writes what is found: read it.
 */
const folder = new URL('cases/', import.meta.url);
/** The rules of a topic that is one, or a family of them. */
const rulesOf = new Map<string, readonly string[]>([
    ...rules.map(rule => [rule.id, [rule.id]] as const),
    ...families.map(family => [family.title, family.rules.map(rule => rule.id)] as const),
]);

/** What is found of a text: of each topic what is known, of each rule its findings, each after its line. */
async function found(topics: readonly string[], text: string): Promise<string> {
    const loaded = load(text);
    const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
    const findings = (rule: string): readonly string[] =>
        loaded.findings
            .filter(finding => finding.rule === rule)
            .flatMap(finding => {
                const [first, ...rest] = said(loaded, finding);
                const place = text.slice(finding.at.start, finding.at.end).split('\n')[0];
                return [`${lineOf(finding.at.start)} ${rule} \`${place}\` ${first}`, ...rest];
            });
    const about = (topic: string): readonly string[] | Promise<readonly string[]> => {
        const asked = rulesOf.get(topic);
        if (asked) return asked.filter(id => !topics.includes(`not ${id}`)).flatMap(findings);
        if (topic.startsWith('not ')) return [];
        if (topic.startsWith('assume ')) return assumed(loaded.assessment, topic.slice(7).split(' and '));
        if (topic === 'legs') return legs(addressBook(loaded.lookup), loaded.assessment);
        if (topic.startsWith('where ')) return places(loaded.assessment, topic.slice(6));
        if (topic.startsWith('realms of ')) return realms(loaded.assessment, topic.slice(10));
        if (topic.startsWith('plan')) return planned(loaded.assessment, loaded.whole, topic);
        const [from, to] = topic.split(' to ');
        if (to !== undefined) return ways(loaded.assessment, from!, to);
        assert.ok(knowledge[topic], `neither a rule nor a topic: ${topic}`);
        return knowledge[topic](loaded.assessment);
    };
    const lines = loaded.problems.map(({ at, message }) => `${lineOf(at.start)} not understood: ${message}`);
    for (const topic of topics) lines.push(...(await about(topic)));
    return lines.map(line => `${line}\n`).join('');
}

casesIn(
    folder,
    file => `Cases of ${file}`,
    (title, text) => found(title.split(': ')[0]!.split(', '), text),
);
