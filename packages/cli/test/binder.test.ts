import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs } from './support/iacs.ts';

const plant = (extra: string): string => `system Mill "Paper mill" { owner "Automation" description "One machine." }
zone Office "Office network" { kind enterprise purdue 4
  asset Erp "Planning" : server
}
zone Machine "Paper machine" { kind control purdue 2
  zone Drives "Drives of the machine" { SL-T 2
    asset Plc "Drive controller" : plc
${extra}  }
  zone Safety "Nip protection" { kind safety SL-T 3
    asset Sis "Safety controller" : safety-controller
  }
}
conduit Plan "Production plan" between Office and Machine.Drives {
  via Fw
  asset Fw "Mill firewall" : firewall
  flow Office.Erp -> Machine.Drives.Plc : opc-ua
}
conduit Status "Status of the protection" between Machine.Drives and Machine.Safety {
  flow Machine.Safety.Sis -> Machine.Drives.Plc : modbus-tcp
}
`;

/** What a program of poppler prints of a PDF; `null` where poppler is not installed. */
function poppler(program: string, ...args: readonly string[]): Buffer | null {
    const { status, stdout, error } = spawnSync(program, args, { maxBuffer: 100_000_000 });
    if (error) return null;
    assert.equal(status, 0, program);
    return stdout;
}

/** The colours of a picture that `pdftoppm` has drawn, with how many pixels have each. */
function coloursOf(ppm: Buffer): Map<string, number> {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.subarray(0, 60).toString('latin1'));
    const start = head?.[0].length ?? 0;
    const colours = new Map<string, number>();
    for (let at = start; at + 2 < ppm.length; at += 3) {
        const colour = `#${ppm.subarray(at, at + 3).toString('hex')}`;
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    return colours;
}

describe('iacs binder', function () {
    let cwd = '';
    const binder = (...args: readonly string[]): { code: number | null; stderr: string } =>
        iacs(['binder', ...args, '--today', '2027-01-01'], { cwd });
    before(() => {
        cwd = mkdtempSync(path.join(tmpdir(), 'iacs-binder-'));
        writeFileSync(path.join(cwd, 'old.iacs'), plant(''));
        writeFileSync(path.join(cwd, 'main.iacs'), plant('    asset Hmi "Operator panel" : hmi\n'));
        const { code, stderr } = binder(
            ...['main.iacs', '-o', 'set.pdf', '--since', 'old.iacs', '--number', 'D-4711', '--drawn', 'M. Adler'],
            ...['--checked', 'K. Berg', '--approved', 'L. Claes', '--classification', 'Confidential'],
            ...['--status', 'as designed', '--revision', 'C'],
        );
        assert.deepEqual([code, stderr], [0, 'iacs: set.pdf: 9 sheets\n']);
    });
    after(() => rmSync(cwd, { recursive: true, force: true }));

    it('writes the same bytes again, and takes the place of its own PDF only', () => {
        const once = (name: string): Buffer => {
            assert.equal(binder('main.iacs', '-o', name).code, 0);
            return readFileSync(path.join(cwd, name));
        };
        const first = once('a.pdf');
        assert.ok(first.equals(once('a.pdf')));
        assert.equal(first.subarray(0, 5).toString(), '%PDF-');
        writeFileSync(path.join(cwd, 'note.pdf'), 'my notes');
        assert.equal(binder('main.iacs', '-o', 'note.pdf').code, 2);
        assert.equal(readFileSync(path.join(cwd, 'note.pdf'), 'utf8'), 'my notes');
    });

    it('says what is wrong with a command', () => {
        const refused = (...args: readonly string[]): string => {
            const { code, stderr } = binder('main.iacs', ...args);
            assert.equal(code, 2);
            return stderr;
        };
        assert.equal(refused(), 'iacs: Name the PDF: iacs binder -o FILE.pdf.\n');
        assert.equal(refused('-o', 'x.svg'), 'iacs: A binder is a PDF, and x.svg is not.\n');
        assert.match(refused('-o', 'x.pdf', '--sheet', 'a5'), /--sheet is one of a4, a3, 16:9, not "a5"/u);
        assert.match(refused('-o', 'x.pdf', '--min-text', 'tiny'), /--min-text expects points/u);
        assert.match(refused('-o', 'x.pdf', '--since', 'gone.iacs'), /gone\.iacs/u);
    });

    it('is loaded by this command alone', () => {
        const dist = new URL('../dist/', import.meta.url);
        const parts = readdirSync(dist).filter(name => name.endsWith('.js'));
        const text = (name: string): string => readFileSync(new URL(name, dist), 'utf8');
        const holders = parts.filter(name => text(name).includes('PDFKit'));
        assert.ok(holders.length > 0);
        // Only a dynamic import leads to it, from the part of the command.
        for (const name of parts)
            for (const holder of holders)
                assert.ok(!new RegExp(`from"\\./${holder}"`, 'u').test(text(name)) || holders.includes(name), name);
    });

    describe('seen by poppler', () => {
        before(function () {
            if (poppler('pdftotext', '-v') !== null) return;
            console.log('      poppler is not installed: the PDF is not looked at');
            this.skip();
        });
        const file = (): string => path.join(cwd, 'set.pdf');

        it('what names a sheet leads to it: the list on the cover, heads of zones, connectors, registers', () => {
            const xml = poppler('pdftohtml', '-xml', '-i', '-stdout', file())?.toString() ?? '';
            const links = xml
                .split('<page ')
                .flatMap((page, from) =>
                    [...page.matchAll(/<a href="[^"#]*#(\d+)">(.*?)<\/a>/gsu)].map(([, to, words]) => [
                        from,
                        Number(to),
                        words!.replace(/<[^>]*>/gu, '').trim(),
                    ]),
                );
            const toOf = (from: number, words: RegExp): number[] =>
                links.filter(([at, , said]) => at === from && words.test(String(said))).map(([, to]) => Number(to));
            assert.deepEqual(toOf(1, /^Zone register$/u), [8]);
            assert.deepEqual(toOf(1, /^\d+$/u), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
            // In the overview each zone leads to the sheet that draws it in full, and there its conduits lead on.
            assert.ok(toOf(2, /sheet \d+/u).length >= 2, JSON.stringify(links));
            for (const [from, to, words] of links) {
                const named = /sheet (\d+)/u.exec(String(words))?.[1];
                if (named !== undefined) assert.equal(Number(named), to, `${from}: ${words}`);
            }
            assert.ok(toOf(8, /^\d+$/u).length >= 3, 'the register of zones');
        });

        it('its text can be found: cover, sheets, registers, changes, title blocks', () => {
            const pages = (poppler('pdftotext', '-layout', file(), '-')?.toString() ?? '').split('\f').slice(0, -1);
            assert.equal(pages.length, 9);
            const [cover = '', overview = '', office = '', machine = ''] = pages;
            for (const words of ['Paper mill', 'One machine.', 'Confidential', 'D-4711', 'Revision', 'old.iacs'])
                assert.ok(cover.includes(words), words);
            for (const words of ['Office network', 'Drive controller', 'Nip protection', '2 of 9'])
                assert.ok(overview.includes(words), words);
            assert.match(office, /Planning[\s\S]*sheet 5/u);
            assert.match(machine, /Drives of the machine[\s\S]*Nip protection/u);
            pages.forEach((page, index) => {
                assert.ok(page.includes(`${index + 1} of 9`), `sheet ${index + 1}`);
                for (const words of ['M. Adler', 'K. Berg', 'L. Claes', 'as designed'])
                    assert.ok(page.includes(words), `${words} on sheet ${index + 1}`);
            });
            const titled = (title: string): string => pages.find(page => page.includes(`· ${title}`)) ?? '';
            assert.match(titled('Changes since old.iacs'), /Machine\.Drives\.Hmi\s+asset\s+added/u);
            assert.match(
                titled('Zone register'),
                /Machine\.Drives\s+Drives of the machine\s+control, level 2\s+2 ?2 ?2/u,
            );
            assert.match(titled('Conduit register'), /Status\s+Status of the protection[\s\S]*no boundary device/u);
        });

        it('its fonts are embedded', () => {
            const [, , ...fonts] = (poppler('pdffonts', file())?.toString() ?? '').trim().split('\n');
            assert.equal(fonts.length, 2);
            for (const font of fonts) assert.match(font, /Arimo-(?:Bold|Regular)\s.*\syes\s+yes\s+yes\s/u);
        });

        it('its pages are A3 and have the colours of their zones; clouds surround what has changed', () => {
            assert.match(poppler('pdfinfo', file())?.toString() ?? '', /Page size:\s+1190\.55 x 841\.89 pts \(A3\)/u);
            const page = (number: number): Map<string, number> =>
                coloursOf(poppler('pdftoppm', '-r', '40', '-f', `${number}`, '-l', `${number}`, file()) ?? Buffer.of());
            const overview = page(2);
            // Heads of SL-T 2 and SL-T 3, the stripe of a safety zone, the ink of texts.
            for (const colour of ['#c0daf2', '#9ac0e6', '#f2c200', '#16202b'])
                assert.ok((overview.get(colour) ?? 0) > 5, `${colour} is not on the overview`);
            const red = (number: number): number =>
                [...page(number)]
                    .filter(([colour]) => /^#[b-f].[0-5].[0-4].$/u.test(colour))
                    .reduce((sum, [, count]) => sum + count, 0);
            // The page of the office has badges, and no cloud; that of the drives has one.
            assert.ok(red(5) > red(3), `${red(5)} and ${red(3)} red pixels`);
        });

        it('it has bookmarks under its parts', () => {
            const bytes = readFileSync(file(), 'latin1');
            for (const title of ['Areas and zones', 'Registers', 'Overview', 'Changes'])
                assert.ok(bytes.includes(`/Title (${title})`), title);
        });
    });

    describe('in a repository', () => {
        let folder = '';
        const git = (day: string, ...args: readonly string[]): void => {
            const who = ['NAME', 'EMAIL'].flatMap(part => [`GIT_AUTHOR_${part}`, `GIT_COMMITTER_${part}`]);
            const env = {
                ...process.env,
                ...Object.fromEntries(who.map(name => [name, 'engineer@plant.example'])),
                GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
            };
            assert.equal(spawnSync('git', args, { cwd: folder, env }).status, 0, args.join(' '));
        };
        const write = (extra: string): void => writeFileSync(path.join(folder, 'main.iacs'), plant(extra));
        const made = (...args: readonly string[]): string => {
            const outcome = iacs(['binder', 'main.iacs', '-o', 'set.pdf', '--today', '2027-01-01', ...args], {
                cwd: folder,
            });
            assert.equal(outcome.code, 0, outcome.stderr);
            return outcome.stderr;
        };
        before(() => {
            folder = mkdtempSync(path.join(tmpdir(), 'iacs-binder-git-'));
            write('');
            git('2026-01-02', 'init', '-q');
            git('2026-01-02', 'add', 'main.iacs');
            git('2026-01-02', 'commit', '-qm', 'First issue of the mill');
            git('2026-01-02', 'tag', 'A');
            git('2026-02-02', 'commit', '-q', '--allow-empty', '-m', 'Other work');
            git('2026-02-02', 'tag', 'website-7');
            write('    asset Hmi "Operator panel" : hmi\n');
            git('2026-03-02', 'commit', '-qam', 'Add the panel');
            git('2026-03-04', 'tag', '-a', 'B', '-m', 'Panel added');
            write('    asset Panel "Operator panel" : hmi\n');
        });
        after(() => rmSync(folder, { recursive: true, force: true }));

        it('its cover has the tags at which the model changed, with their days, and says what is not known', function () {
            made('--since', 'A', '--revision', 'C');
            const pages = poppler('pdftotext', '-layout', '-f', '1', '-l', '1', path.join(folder, 'set.pdf'), '-');
            if (pages === null) return this.skip();
            const lines = pages.toString().split('\n');
            const table = lines.slice(lines.findIndex(each => /Revision\s+Date\s+What/u.test(each)) + 1);
            const rows = table.filter(each => /^\s+[A-C]\s+\d{4}-\d\d-\d\d\s/u.test(each));
            assert.deepEqual(
                rows.map(each =>
                    each
                        .trim()
                        .split(/\s{2,}/u)
                        .slice(0, 3),
                ),
                [
                    ['C', '2027-01-01', '1 change, see its list'],
                    ['B', '2026-03-04', 'Panel added'],
                    ['A', '2026-01-02', 'compared with: First issue of the mill'],
                ],
            );
            assert.match(rows[1] ?? '', /Panel added\s+–\s+–\s+–/u);
            assert.ok(!pages.includes('website-7'));
        });

        it('its sheets keep saved places, or standard error says which do not', () => {
            const drawn = iacs(['diagram', 'main.iacs', '--remember', '-o', 'x.svg'], { cwd: folder });
            assert.equal(drawn.code, 0);
            assert.doesNotMatch(made(), /places/u);
            assert.match(
                made('--sheet', 'a4', '--min-text', '9'),
                /not used on the overview: its smallest print would be/u,
            );
            assert.doesNotMatch(made('--fresh'), /places/u);
            const both = ['binder', 'main.iacs', '-o', 'set.pdf', '--fresh', '--like', 'x.svg'];
            assert.equal(iacs(both, { cwd: folder }).code, 2);
        });
    });

    it('leaves no half file where the folder is not there', () => {
        assert.equal(binder('main.iacs', '-o', 'none/set.pdf').code, 2);
        assert.ok(!existsSync(path.join(cwd, 'none')));
    });
});
