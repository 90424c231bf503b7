/**
 * Tries an unpacked archive on the platform that it is for, with its own Node; try-archive.mjs starts it and compares
 * what it writes. It has no dependencies, because it also runs under a counterpart of another system.
 *
 *   node tour.mjs HOME WORK KEY RESULTS.json
 *
 * HOME is the unpacked archive, WORK an empty folder, KEY the public key of the release beside HOME. Beside it are also
 * `examples` and `vsix`, the unpacked extension.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
    cpSync,
    existsSync,
    mkdirSync,
    openSync,
    closeSync,
    readFileSync,
    readdirSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answersOf, framed, lined } from './tour-talk.mjs';

const [home, work, key, resultsFile] = process.argv.slice(2);
const windows = process.platform === 'win32';
const today = ['--today', '2026-06-01'];
const results = {};

/** A word of a command line of cmd.exe; none of ours has a quotation mark. */
const quoted = word => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`);

/** How `iacs` is started here: the launcher of the archive, as a person does. */
function started(args) {
    if (!windows) return [path.join(home, 'iacs'), args, {}];
    const line = [path.join(home, 'iacs.cmd'), ...args].map(quoted).join(' ');
    return ['cmd.exe', ['/d', '/s', '/c', `"${line}"`], { windowsVerbatimArguments: true }];
}

/** Text without what differs from place to place: the folder, as a path, as a URI, and as JSON writes it. */
function placeless(text) {
    const native = work.replaceAll('\\', '/');
    const uri = pathToFileURL(work).href;
    const forms = [
        ...[uri, uri.replace(/^file:\/\/\/(\w):/, (_, drive) => `file:///${drive.toLowerCase()}%3A`)],
        ...[JSON.stringify(work).slice(1, -1), work, native],
    ];
    return forms.reduce((now, form) => now.replaceAll(form, 'WORK'), text);
}

function shown(content) {
    const text = content.toString('utf8');
    const binary = text.includes('\0') || text.includes('\uFFFD');
    return binary ? createHash('sha256').update(content).digest('hex') : placeless(text);
}

/** Runs `iacs` in a folder of WORK, and notes its exit code, what it printed, and the files that it wrote. */
function iacs(name, args, { cwd = 'plant', input, files = [] } = {}) {
    const [program, words, options] = started(args);
    const run = spawnSync(program, words, { cwd: path.join(work, cwd), input, ...options });
    const written = Object.fromEntries(
        files.map(file => {
            const full = path.join(work, cwd, file);
            return [file, existsSync(full) ? shown(readFileSync(full)) : null];
        }),
    );
    results[name] = { code: run.status ?? String(run.error), out: shown(run.stdout), err: shown(run.stderr), written };
}

const put = (file, text) => {
    mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
    writeFileSync(path.join(work, file), text);
};

/** A model of two files in folders with spaces, as an editor of Windows writes it, and settings that leave some out. */
function writeModels() {
    const crlf = text => text.replaceAll('\n', '\r\n');
    put('plant/main.iacs', crlf('import "unit 1/cells.iacs"\nsystem Plant "Plant"\nzone Office { kind enterprise }\n'));
    const cells = 'zone Cell "Cell" {\n  SL-T 2\n  asset Plc : plc { address 10.0.0.5 }\n}\n';
    const link = 'conduit Link between Office and Cell {\n  flow Office -> Cell.Plc : modbus-tcp\n}\n';
    put('plant/unit 1/cells.iacs', crlf(cells + link));
    put('plant/old/unit 2/main.iacs', 'system Old "Old"\nzone A {');
    // The second pattern leaves nothing out: letter case counts on every system.
    const exclude = ['old/**', 'Ragged*', 'in\\**'];
    put('plant/iacs.config.json', crlf(`${JSON.stringify({ exclude, rules: {} }, null, 2)}\n`));
    put('plant/in/main.iacs', 'system In\nzone B {');
    put('letters/main.iacs', 'import "Unit/Cells.iacs"\nimport "other.iacs"\nsystem Letters\n');
    put('letters/other.iacs', 'import "unit/cells.iacs"\n');
    put('letters/unit/cells.iacs', cells);
    put('plant/ragged.iacs', crlf('zone   Ragged{   kind control }\n'));
    put('later/main.iacs', readFileSync(path.join(work, 'plant/main.iacs'), 'utf8').replace('"Plant"', '"Plant 2"'));
    put('later/unit 1/cells.iacs', crlf(cells.replace('SL-T 2', 'SL-T 3') + link));
}

/** What a person does with the commands. */
function commands() {
    iacs('version', ['--version', '--json']);
    const { platform, arch, node, ...rest } = JSON.parse(results['version'].out);
    results['version'] = rest;
    if (platform !== process.platform || arch !== process.arch) throw new Error(`This is ${platform}-${arch} ${node}.`);
    iacs('check', ['check', ...today]);
    iacs('check by an absolute path', ['check', ...today, path.join(work, 'plant', 'main.iacs')]);
    iacs('check by a relative path', ['check', ...today, path.join('..', 'plant', 'unit 1', '..')], { cwd: 'later' });
    const outputs = ['a.sarif', 'a.json', 'a.xml', 'a.md', 'a.txt', 'a.codequality.json'];
    iacs('check into files', ['check', ...today, ...outputs.flatMap(file => ['-o', file])], { files: outputs });
    iacs('check of other folders', ['check', '--format', 'sarif', ...today, '.', path.join('..', 'later')]);
    iacs('check of imports in other letters', ['check', ...today], { cwd: 'letters' });
    iacs('check with errors', ['check', ...today, path.join('old', 'unit 2', 'main.iacs')]);
    iacs('check of what is not there', ['check', 'nothing.iacs']);
    iacs('check from input', ['check', ...today, '-'], { input: 'system S\r\nzone A { kind control }\r\n' });
    for (const ending of ['svg', 'mmd', 'drawio', 'vsdx', 'png', 'json'])
        iacs(`diagram ${ending}`, ['diagram', ...today, '-o', `a plan.${ending}`], { files: [`a plan.${ending}`] });
    iacs('diagram of a large example', ['diagram', ...today, '-o', '../large.svg'], {
        cwd: 'examples/truck-loading',
        files: ['../large.svg'],
    });
    for (const ending of ['html', 'md', 'docx', 'xlsx', 'csv', 'oscal.json'])
        iacs(`report ${ending}`, ['report', ...today, '-o', `r.${ending}`], { files: [`r.${ending}`] });
    iacs('report again', ['report', ...today, '-o', 'r.md'], { files: ['r.md'] });
    iacs('binder', ['binder', ...today, '-o', 'b.pdf']);
    iacs('assess', ['assess', ...today]);
    iacs('diff', ['diff', ...today, path.join(work, 'plant'), path.join('..', 'later')]);
    iacs('reconcile', ['reconcile', ...today], { cwd: 'examples/as-found' });
    iacs('plan', ['plan', ...today], { cwd: 'examples/truck-loading' });
    iacs('format --check', ['format', '--check', 'ragged.iacs']);
    iacs('format', ['format', 'ragged.iacs'], { files: ['ragged.iacs'] });
    iacs('explain', ['explain', 'gap-below-target']);
    iacs('import assets', ['import', 'assets', path.join('..', 'assets.csv'), '-o', 'in.iacs'], { files: ['in.iacs'] });
    iacs('init', ['init', path.join('new', 'a plant')], { cwd: '.', files: ['new/a plant/main.iacs'] });
    iacs('check with a baseline', ['check', ...today, '--baseline', 'a.json']);
}

/** A file is replaced while another program has it open, and a read-only one is not. */
function openFiles() {
    put('plant/open.md', 'old');
    const handle = openSync(path.join(work, 'plant/open.md'), 'r');
    iacs('report over an open file', ['report', ...today, '--force', '-o', 'open.md'], { files: ['open.md'] });
    closeSync(handle);
    const { err, written } = results['report over an open file'];
    const busy = 'iacs: open.md cannot be written: another program has it open, or it must not be replaced.';
    // Windows may refuse it, and says so then.
    if (windows && err.startsWith(busy) && written['open.md'] === 'old') delete results['report over an open file'];
    results['left beside'] = readdirSync(path.join(work, 'plant')).filter(name => name.endsWith('.tmp'));
}

/** The sums of the archive, and the signature of the release by its own page. */
function verified() {
    for (const line of readFileSync(path.join(home, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
        const [sum, file] = line.split('  ');
        const content = readFileSync(path.join(home, file));
        if (createHash('sha256').update(content).digest('hex') !== sum) throw new Error(`${file} has another sum.`);
    }
    const release = path.join(home, '..', 'release');
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(release, 'verify.mjs'), key, release]);
    results['verify'] = { code: status, out: String(stdout).replace(/^\d+/, 'N'), err: String(stderr) };
}

/** The language server, as an editor of this platform talks to it. */
async function languageServer(name, uriOf, [program, words, options] = started(['lsp', '--stdio'])) {
    const child = spawn(program, words, { cwd: work, stdio: ['pipe', 'pipe', 'inherit'], ...options });
    const main = uriOf(path.join(work, 'plant/main.iacs'));
    const at = { textDocument: { uri: main }, position: { line: 2, character: 6 } };
    const open = { uri: main, languageId: 'iacs', version: 1 };
    const text = `${readFileSync(path.join(work, 'plant/main.iacs'), 'utf8')}// Cell\r\n`;
    const folder = { uri: uriOf(path.join(work, 'plant')), name: 'plant' };
    const talk = [
        ['initialize', { processId: null, rootUri: folder.uri, workspaceFolders: [folder], capabilities: {} }],
        ['initialized', {}],
        ['textDocument/didOpen', { textDocument: { ...open, text } }],
        ['textDocument/documentSymbol', at],
        ['textDocument/definition', { ...at, position: { line: 0, character: 12 } }],
        ['textDocument/documentLink', at],
        ['textDocument/formatting', { ...at, options: { tabSize: 2, insertSpaces: true } }],
        ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
        ['textDocument/rename', { ...at, newName: 'Offices' }],
        ['workspace/symbol', { query: 'Plc' }],
        ['shutdown', null],
        ['exit', null],
    ];
    const answers = await answersOf(child, talk, framed);
    results[name] = JSON.parse(placeless(JSON.stringify(answers)));
    delete results[name].initialize?.result?.serverInfo;
}

async function agents() {
    const [program, words, options] = started(['mcp', path.join(work, 'plant')]);
    const child = spawn(program, words, { cwd: work, stdio: ['pipe', 'pipe', 'inherit'], ...options });
    const start = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'tour', version: '1' } };
    const call = (name, given = {}) => ['tools/call', { name, arguments: given }];
    const talk = [
        ['initialize', start],
        ['tools/list', {}],
        call('check', { today: '2026-06-01' }),
        call('check', { path: `${work.replaceAll('\\', '/')}/later`, today: '2026-06-01' }),
        call('assess', { path: path.join('unit 1', '..', 'main.iacs'), today: '2026-06-01' }),
    ];
    results['mcp'] = JSON.parse(placeless(JSON.stringify(await answersOf(child, talk, lined))));
}

writeModels();
cpSync(path.join(home, '..', 'examples'), path.join(work, 'examples'), { recursive: true });
put('assets.csv', 'Name;IP;Zone;Type\r\nPump "P-1";10.0.0.9;Cell;PLC\r\nHMI;10.0.0.10;Cell;HMI\r\n');
verified();
commands();
openFiles();
await languageServer('lsp', file => pathToFileURL(file).href);
// As VS Code writes it: the drive in lower case, its colon escaped.
const asCode = file =>
    pathToFileURL(file).href.replace(/^file:\/\/\/(\w):/, (_, drive) => `file:///${drive.toLowerCase()}%3A`);
await languageServer('lsp as VS Code', asCode);
const server = path.join(home, '..', 'vsix/extension/dist/server.cjs');
await languageServer('server of the VSIX', asCode, [process.execPath, [server, '--stdio'], {}]);
await agents();
results['starter'] = windows || (statSync(path.join(home, 'iacs')).mode & 0o111) === 0o111;
writeFileSync(resultsFile, JSON.stringify(results, null, 1));
