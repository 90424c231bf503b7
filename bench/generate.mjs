/**
 * Generates models in the `.iacs` language, the same ones on every machine.
 * Usage: node bench/generate.mjs --assets N [--variant flat|nested|files] [--comments none|some|asset] [--flows N]
 *        [--evidence PERCENT] --out FOLDER
 *        node bench/generate.mjs --zones N [--nested] --out FOLDER      (for diagrams: 5 assets a zone, 2 conduits a
 * zone)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceText } from './lib/evidence.mjs';
import { plan } from './lib/plan.mjs';
import { plantUml } from './lib/plantuml.mjs';
import { conduitText, sharedText, siteText, systemText, zoneText } from './lib/write.mjs';

const siteSize = 20;

/**
 * A model with a number of assets, a twentieth as many zones, one and a half conduits a zone and three flows a conduit.
 * @param {string} folder where to write; made when missing
 * @param {object} options
 * @param {number} options.assets
 * @param {'flat' | 'nested' | 'files'} [options.variant] all zones at top level; zones in zones; flat in 200 files
 * @param {'none' | 'some' | 'asset'} [options.comments]
 * @param {number} [options.flows] number of flows in all, when not three a conduit
 * @param {number} [options.evidence] with 5,000 rules of firewalls and 10,000 observed lines, in one file, of which so
 *    many of a hundred are of declared flows
 * @returns {{ folder: string, root: string, file: string, bytes: number, files: number, probe: { from: string, to:
 *    string } }}
 *   `root`: the file to check; `file`: the one to edit; `probe`: a zone deep in the first site and the office of the
 * last, for questions of reachability
 */
export function generateModel(folder, { assets, variant = 'flat', comments = 'some', flows, evidence }) {
    const planned = plan({ zones: Math.max(2, Math.round(assets / 20)), nested: variant === 'nested', flows });
    return variant === 'files'
        ? writeParts(folder, planned, comments, 199)
        : writeOne(folder, planned, comments, evidence);
}

/**
 * A model for diagrams: five assets a zone and two conduits a zone unless it says otherwise, with the same picture as
 * PlantUML text beside it.
 * @returns the same as {@link generateModel}, and `plantUml`: the path of the PlantUML file
 */
export function generateZones(folder, { zones, nested = false, conduits = 2, seed }) {
    const planned = plan({ zones, assetsPerZone: 5, conduitsPerZone: conduits, nested, seed });
    const model = writeOne(folder, planned, 'some');
    const file = join(folder, 'main.puml');
    writeFileSync(file, plantUml(planned));
    return { ...model, plantUml: file };
}

function writeOne(folder, planned, comments, evidence) {
    const parts = [systemText, sharedText, ...contentOf(planned.zones, planned.conduits, comments)];
    if (evidence !== undefined) parts.push(evidenceText(planned, { rules: 5000, lines: 10_000, documented: evidence }));
    return save(folder, planned, new Map([['main.iacs', parts.join('\n')]]), 'main.iacs');
}

function writeParts(folder, planned, comments, count) {
    const files = new Map();
    const names = [];
    for (let part = 0; part < count; part++) {
        const [from, to] = [part, part + 1].map(p => Math.floor((p * planned.zones.length) / count));
        const name = `parts/part${String(part + 1).padStart(3, '0')}.iacs`;
        const conduits = planned.conduits.filter(conduit => conduit.from.index >= from && conduit.from.index < to);
        names.push(name);
        files.set(name, contentOf(planned.zones.slice(from, to), conduits, comments, part).join('\n'));
    }
    const imports = names.map(name => `import "${name}"`).join('\n');
    files.set('main.iacs', `${imports}\n\n${systemText}\n${sharedText}`);
    return save(folder, planned, files, names[Math.floor(count / 2)]);
}

function contentOf(zones, conduits, comments, part) {
    const parts = zones.filter(zone => !zone.parent).map(zone => zoneText(zone, comments) + '\n');
    parts.push(...conduits.map(conduit => conduitText(conduit, comments) + '\n'));
    const step = part === undefined ? siteSize : zones.length || 1;
    for (let start = 0; start < zones.length; start += step) {
        const site = zones.slice(start, start + step);
        parts.push(
            part === undefined ? siteText(site) : siteText(site).replace(/(Intruder|Overview)\d+/g, `$1${part + 1}`),
        );
    }
    return parts;
}

function save(folder, planned, files, edited) {
    let bytes = 0;
    mkdirSync(join(folder, 'parts'), { recursive: true });
    for (const [name, text] of files) {
        bytes += Buffer.byteLength(text);
        writeFileSync(join(folder, name), text);
    }
    const inner = planned.zones[Math.min(siteSize, planned.zones.length) - 1];
    const probe = { from: inner.id, to: planned.zones.findLast(zone => zone.place === 0).id };
    return { folder, root: join(folder, 'main.iacs'), file: join(folder, edited), bytes, files: files.size, probe };
}

if (import.meta.main) {
    const { values } = parseArgs({
        options: {
            assets: { type: 'string' },
            zones: { type: 'string' },
            variant: { type: 'string' },
            comments: { type: 'string' },
            flows: { type: 'string' },
            nested: { type: 'boolean' },
            evidence: { type: 'string' },
            out: { type: 'string' },
        },
    });
    if (!values.out || !(values.assets || values.zones)) {
        console.error(
            'usage: node bench/generate.mjs (--assets N | --zones N) --out FOLDER [--variant flat|nested|files] ' +
                '[--comments none|some|asset] [--flows N] [--evidence PERCENT] [--nested]',
        );
        process.exit(2);
    }
    const made = values.zones
        ? generateZones(values.out, { zones: Number(values.zones), nested: values.nested })
        : generateModel(values.out, {
              assets: Number(values.assets),
              variant: values.variant,
              comments: values.comments,
              flows: values.flows ? Number(values.flows) : undefined,
              evidence: values.evidence ? Number(values.evidence) : undefined,
          });
    console.log(`${made.root}: ${made.bytes} bytes in ${made.files} files`);
}
