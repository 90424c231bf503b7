import { run } from '../lib/process.mjs';
import { printTable, time } from '../lib/table.mjs';

/** Where `iacs check` spends its time: its phases, and the five slowest rules. */
export async function section(place) {
    const model = place.model({ assets: 10_000, variant: 'nested', comments: 'some' });
    const title = '## inside check, 10,000 assets, nested';
    if (!place.built) return printTable(title, ['what', 'time', 'share'], [['check', 'not built', '']]);
    const { stderr, code } = await run(place.iacs('check', model.root), { quiet: true, env: { IACS_PROFILE: '1' } });
    const line = stderr.split('\n').findLast(text => text.startsWith('{') && text.includes('"rules"'));
    if (!line)
        return printTable(title, ['what', 'time', 'share'], [[`exit ${code}, no profile on standard error`, '', '']]);
    const { phases, rules } = JSON.parse(line);
    const sum = times => Object.values(times).reduce((total, ms) => total + ms, 0);
    const table = (times, whole) =>
        Object.entries(times).map(([name, ms]) => [name, time(ms), `${((100 * ms) / whole).toFixed(1)} %`]);
    const slowest = Object.fromEntries(
        Object.entries(rules)
            .sort((a, b) => b[1] - a[1])
            .slice(0, 5),
    );
    printTable(title, ['phase', 'time', 'share'], table(phases, sum(phases)));
    printTable(
        `## the five slowest of ${Object.keys(rules).length} rules, share of all rules (${time(sum(rules))})`,
        ['rule', 'time', 'share'],
        table(slowest, sum(rules)),
    );
}
