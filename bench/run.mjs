/**
 * Measures the product against its yardsticks and prints tables; it fails nothing.
 * Usage: npm run bench -- [section …] [--runs N] [--large-runs N] [--all] [--long] [--cpu]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildFault } from '../scripts/fresh-build.mjs';
import { measureProcessorTime } from './lib/process.mjs';
import { openWorkplace } from './lib/workplace.mjs';

const sections = [
    'check',
    'evidence',
    'growth',
    'patterns',
    'start',
    'formats',
    'reports',
    'diff',
    'many',
    'diagram',
    'stability',
    'redraw',
    'memory',
    'editor',
    'typing',
    'dates',
    'rules',
    'paths',
    'import',
];

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        runs: { type: 'string', default: '7' },
        'large-runs': { type: 'string', default: '3' },
        all: { type: 'boolean', default: false },
        long: { type: 'boolean', default: false },
        cpu: { type: 'boolean', default: false },
    },
});
const [runs, largeRuns] = [values.runs, values['large-runs']].map(Number);
const unknown = positionals.find(name => !sections.includes(name));
if (unknown || !(runs >= 1) || !(largeRuns >= 1)) {
    console.error(
        `usage: npm run bench -- [${sections.join(' | ')}] [--runs N] [--large-runs N] [--all] [--long] [--cpu]`,
    );
    process.exit(2);
}

console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0].model.trim()}`,
);
if (values.cpu) {
    measureProcessorTime();
    console.log('Times of whole processes are processor time, all threads counted.');
}
const fault = buildFault();
if (fault?.built) {
    console.error(fault.message);
    process.exit(2);
}
if (fault) console.log(`Only the yardsticks are measured. ${fault.message}`);
const place = await openWorkplace({ runs, largeRuns, all: values.all, long: values.long, built: fault === null });
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
        place.close();
        process.exit(130);
    });
}
try {
    for (const name of positionals.length > 0 ? positionals : sections) {
        if (process.stderr.isTTY) console.error(`measuring ${name} …`);
        const { section } = await import(`./sections/${name}.mjs`);
        await section(place);
    }
} finally {
    place.close();
}
