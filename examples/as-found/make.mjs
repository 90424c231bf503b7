// Builds the plant in network namespaces, lets it run for some seconds, and writes what a firewall and a mirror port
// would give:
// firewall.json (nft -j list ruleset), flows.csv (tcpdump, softflowd, nfcapd, nfdump) and modbus.log (the functions
// that the server was asked for).
// As root, with the Debian packages nftables, iproute2, tcpdump, softflowd and nfdump: node make.mjs OUT
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? '.');
const work = path.join(out, 'made');
const children = [];
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const ended = child => new Promise(resolve => child.once('exit', resolve));

/** Waits for what is so some time after a program has started, however busy the machine is. */
async function until(what, holds) {
    for (let left = 6000; !holds(); left--) {
        if (left === 0) throw new Error(`Waited for a minute: ${what}.`);
        await pause(10);
    }
}
/** In UTC: nfdump writes the time of this machine, and no zone. */
const env = { ...process.env, TZ: 'UTC' };
const run = (command, ...args) =>
    execFileSync(command, args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'inherit'] });

/** A network namespace that lives as long as this script. */
async function namespace() {
    const child = spawn('unshare', ['-n', 'sleep', '600'], { stdio: 'ignore' });
    children.push(child);
    const own = run('readlink', '/proc/self/ns/net');
    await until('a network namespace', () => {
        try {
            return run('readlink', `/proc/${child.pid}/ns/net`) !== own;
        } catch {
            // It is not there yet.
            return false;
        }
    });
    const inside = (...command) => run('nsenter', '-t', String(child.pid), '-n', ...command);
    const start = (...command) => {
        const started = spawn('nsenter', ['-t', String(child.pid), '-n', ...command], {
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        children.push(started);
        started.said = '';
        for (const stream of [started.stdout, started.stderr]) stream.on('data', data => (started.said += data));
        return started;
    };
    return { pid: child.pid, inside, start };
}

const zones = [
    { name: 'control', router: '10.10.2.1', hosts: ['10.10.2.11', '10.10.2.12', '10.10.2.21', '10.10.2.77'] },
    { name: 'dmz', router: '10.20.5.1', hosts: ['10.20.5.10', '10.20.5.20'] },
    { name: 'office', router: '10.30.0.1', hosts: ['10.30.0.5', '10.30.0.20'] },
];

/** What answers, and where. */
const servers = {
    control: ['10.10.2.11:4840', '10.10.2.11:502', '10.10.2.12:4840', '10.10.2.12:80', '10.10.2.21:3389'],
    dmz: ['10.20.5.10:443', '10.20.5.10:22'],
    office: [],
};

/** Who talks to whom. Function codes of Modbus stand behind the port. */
const sessions = {
    dmz: [
        '10.20.5.10>10.10.2.11:4840',
        '10.20.5.20>10.10.2.11:502/3',
        '10.20.5.20>10.10.2.11:502/6',
        '10.20.5.20>10.10.2.21:3389',
        '10.20.5.10>10.10.2.12:4840',
        '10.20.5.20>10.10.2.12:80',
    ],
    control: [
        '10.10.2.21>10.20.5.10:8086',
        ...Array.from({ length: 25 }, (_, at) => `10.10.2.77>10.20.5.10:${9000 + at}`),
    ],
    office: [],
};

const functions = { 3: 'READ_HOLDING_REGISTERS', 6: 'WRITE_SINGLE_REGISTER' };

async function main() {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const firewall = await namespace();
    firewall.inside(
        'sysctl',
        '-qw',
        'net.ipv4.ip_forward=1',
        'net.ipv4.conf.all.rp_filter=0',
        'net.ipv4.conf.default.rp_filter=0',
    );
    const spaces = {};
    for (const { name, router, hosts } of zones) {
        const space = (spaces[name] = await namespace());
        firewall.inside('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'port0', 'netns', String(space.pid));
        firewall.inside('ip', 'address', 'add', `${router}/24`, 'dev', name);
        firewall.inside('ip', 'link', 'set', name, 'up');
        space.inside('sysctl', '-qw', 'net.ipv4.conf.all.rp_filter=0', 'net.ipv4.conf.default.rp_filter=0');
        space.inside('ip', 'link', 'set', 'lo', 'up');
        for (const host of hosts) space.inside('ip', 'address', 'add', `${host}/24`, 'dev', 'port0');
        space.inside('ip', 'link', 'set', 'port0', 'up');
        space.inside('ip', 'route', 'add', 'default', 'via', router);
    }
    // The second cable that no drawing has: from the DMZ straight to the dosing controller.
    spaces.dmz.inside(
        'ip',
        'link',
        'add',
        'cable',
        'type',
        'veth',
        'peer',
        'name',
        'cable',
        'netns',
        String(spaces.control.pid),
    );
    for (const name of ['dmz', 'control']) spaces[name].inside('ip', 'link', 'set', 'cable', 'up');
    spaces.dmz.inside('ip', 'route', 'add', '10.10.2.12/32', 'dev', 'cable');
    spaces.control.inside(
        'ip',
        'route',
        'add',
        '10.20.5.0/24',
        'dev',
        'cable',
        'src',
        '10.10.2.12',
        'metric',
        '5',
        'table',
        '12',
    );
    spaces.control.inside('ip', 'rule', 'add', 'from', '10.10.2.12', 'lookup', '12');
    firewall.inside('nft', '-f', path.join(here, 'firewall.nft'));

    const captures = ['port0', 'cable'].map(port =>
        spaces.control.start(
            'tcpdump',
            '-q',
            '-U',
            '--immediate-mode',
            '-n',
            '-s',
            '96',
            '-i',
            port,
            '-w',
            path.join(work, `${port}.pcap`),
        ),
    );
    const answering = Object.entries(servers)
        .filter(([, list]) => list.length > 0)
        .map(([name, list]) => spaces[name].start(process.execPath, path.join(here, 'host.mjs'), 'serve', ...list));
    await until('the captures', () => captures.every(({ said }) => said.includes('listening on')));
    await until('the servers', () => answering.every(({ said }) => said.includes('listening')));
    const calls = Object.entries(sessions).map(([name, list]) =>
        spaces[name].start(process.execPath, path.join(here, 'host.mjs'), 'call', ...list),
    );
    await Promise.all(calls.map(ended));
    await pause(1000);
    for (const capture of captures) capture.kill('SIGINT');
    await Promise.all(captures.map(ended));

    writeFileSync(path.join(out, 'firewall.json'), firewall.inside('nft', '-j', 'list', 'ruleset'));
    const collector = spaces.office.start('nfcapd', '-p', '9995', '-w', work, '-t', '3600', '-b', '127.0.0.1');
    // 270B is 9995; before the last colon stands what was sent and is not yet read.
    const socket = () =>
        readFileSync(`/proc/${spaces.office.pid}/net/udp`, 'utf8')
            .split('\n')
            .find(line => line.includes(':270B '));
    await until('the collector', () => socket() !== undefined);
    for (const port of ['port0', 'cable'])
        spaces.office.inside(
            'softflowd',
            '-r',
            path.join(work, `${port}.pcap`),
            '-n',
            '127.0.0.1:9995',
            '-v',
            '5',
            '-d',
        );
    await until('what the collector reads', () => / [0-9A-F]{8}:00000000 /.test(socket() ?? ''));
    await pause(500);
    collector.kill('SIGTERM');
    await ended(collector);
    const files = readdirSync(work)
        .filter(name => name.startsWith('nfcapd'))
        .map(name => path.join(work, name));
    writeFileSync(path.join(out, 'flows.csv'), files.map(file => run('nfdump', '-r', file, '-o', 'csv')).join(''));
    const now = Date.now() / 1000;
    const asked = sessions.dmz.map(each => /^(.*)>(.*):502\/(\d+)$/.exec(each)).filter(each => each);
    writeFileSync(
        path.join(out, 'modbus.log'),
        '#separator ' +
            '\\x09\n#unset_field\t-\n#path\tmodbus\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tfunc\n' +
            asked
                .map(
                    ([, from, to, code]) =>
                        `${now.toFixed(6)}\tCplant00000\t${from}\t40000\t${to}\t502\t${functions[code]}\n`,
                )
                .join(''),
    );
    rmSync(work, { recursive: true, force: true });
    process.stdout.write(`${readFileSync(path.join(out, 'flows.csv'), 'utf8').split('\n').length} lines of flows\n`);
}

try {
    await main();
} finally {
    for (const child of children.reverse()) child.kill('SIGKILL');
}
