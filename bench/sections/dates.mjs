import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor } from '../lib/editor-client.mjs';
import { median } from '../lib/statistics.mjs';
import { digits, printTable, time } from '../lib/table.mjs';

const rounds = 15;
const warmUp = 4;
const dated = `
zone Dated "Line 1" {
  SL-T 1
  meets FR 6 SL 1 because "read" evidence "docs/logs.md" author "Audit" dated 2026-01-11 valid 12 months
  applies LateBackup
  asset Later "Line 1" : plc {
    planned for 2027-02-01
  }
}
countermeasure LateBackup {
  meets FR 7 SL 1
  status planned
  due 2027-03-01
}
`;

/** What stands before the character that is typed over: a digit of a title, or the last one of a day. */
const places = {
    'a title': 'zone Dated "Line ',
    'the day of evidence': 'dated 2026-01-1',
    'the day on which something is planned': 'planned for 2027-02-0',
    'the day on which something is due': 'due 2027-03-0',
};

/** The language server over stdio: a day that is edited, against a title, in turn on one model of 10,000 assets. */
export async function section(place) {
    if (!place.built) return;
    const model = place.model({ assets: 10_000, variant: 'flat', comments: 'some' });
    const folder = mkdtempSync(join(tmpdir(), 'iacs-dates-'));
    const file = join(folder, 'main.iacs');
    const text = readFileSync(model.file, 'utf8') + dated;
    writeFileSync(file, text);
    const spots = Object.entries(places).map(([what, before]) => {
        const offset = text.lastIndexOf(before) + before.length;
        const line = text.slice(0, offset).split('\n').length - 1;
        return { what, start: { line, character: offset - text.lastIndexOf('\n', offset - 1) - 1 }, times: [] };
    });
    const editor = await startEditor(place.iacs('lsp'), folder);
    try {
        const document = await editor.open(file);
        for (let round = -warmUp; round < rounds; round++)
            for (const { start, times } of spots) {
                const end = { ...start, character: start.character + 1 };
                const ms = await editor.edit(document, { start, end }, String(2 + ((round + warmUp) % 7)));
                if (round >= 0) times.push(ms);
            }
    } finally {
        await editor.close();
        rmSync(folder, { recursive: true, force: true });
    }
    const [title] = spots;
    printTable(
        `## editor over stdio: an edit of a day to its findings, 10,000 assets in one file, ${rounds} edits each`,
        ['edit of', 'median', '/ a title', 'to hold'],
        spots.map(({ what, times }) => [
            what,
            time(median(times)),
            digits(median(times) / median(title.times)),
            what === title.what ? '' : '1.2',
        ]),
    );
}
