import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { iacs, withFiles } from './support/iacs.ts';

/** Turns the direction of what follows, then an "A" that no program shows. */
const hidden = '\u202e\u{e0041}';
const odd = (text: string): string => `"${text}${hidden} end"`;

const model = (target: number): string => `system Plant ${odd('Plant')} {
  owner ${odd('Owner')}
  description ${odd('What it is')}
  tolerable-risk 4
}
zone Office ${odd('Office')} {
  kind enterprise
  asset Erp ${odd('=1+1 Orders')} : server { vendor ${odd('Vendor')} product ${odd('Product')} }
}
zone Control ${odd('Control')} {
  kind control
  owner ${odd('OT team')}
  SL-T ${target}
  asset Plc ${odd('Controller')} : plc { supported until 2026-09-01 }
  meets SR 1.1 by Lock
}
countermeasure Lock ${odd('Lock')} {
  status implemented
  evidence ${odd('proof.pdf')} until 2026-09-01
}
conduit Link ${odd('Link')} between Office and Control {
  flow Office.Erp -> Control.Plc : https ${odd('Orders')}
}
threat T ${odd('Threat')} {
  against Control
  likelihood 3
  consequence 3
}
`;

/** What a person reads of a file: itself, or all texts of its package. */
function textsOf(file: string): string {
    const bytes = readFileSync(file);
    if (!/\.(docx|xlsx|vsdx)$/.test(file)) return bytes.toString('utf8');
    return Object.entries(unzipSync(bytes))
        .filter(([name]) => /\.(xml|rels)$/.test(name))
        .map(([, part]) => strFromU8(part))
        .join('\n');
}

describe('Hidden characters of a model', function () {
    it('are in nothing that is made for people', () =>
        withFiles({ 'old/main.iacs': model(1), 'new/main.iacs': model(2) }, cwd => {
            const today = ['--today', '2026-06-01'];
            const diagrams = ['svg', 'mmd', 'drawio', 'vsdx'].map(end => ['diagram', 'new', `plan.${end}`] as const);
            const reports = ['html', 'md', 'docx', 'xlsx', 'csv'].map(end => ['report', 'new', `req.${end}`] as const);
            for (const [command, place, file] of [...diagrams, ...reports]) {
                const { code, stderr } = iacs([command, place, '-o', file, ...today], { cwd });
                assert.equal(code, 0, stderr);
                const text = textsOf(path.join(cwd, file));
                assert.ok(text.includes('Office'), file);
                assert.doesNotMatch(text, /[\u202e\u{e0000}-\u{e007f}]/u, file);
            }
            for (const args of [
                ['check', 'new'],
                ['check', 'new', '--format', 'github'],
                ['check', 'new', '--format', 'junit'],
                ['diff', 'old', 'new'],
                ['diff', 'old', 'new', '--format', 'markdown'],
                ['diff', 'old', 'new', '--format', 'svg'],
                ['forecast', 'new', '--format', 'ics'],
                ['forecast', 'new', '--format', 'svg'],
                ['assess', 'new'],
                ['paths', 'new', '--from', 'Office', '--to', 'Control'],
            ]) {
                const { stdout } = iacs([...args, ...today], { cwd });
                assert.match(stdout, /Control/, args.join(' '));
                assert.doesNotMatch(stdout, /[\u202e\u{e0000}-\u{e007f}]/u, args.join(' '));
            }
        }));
});
