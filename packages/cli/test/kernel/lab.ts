import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A session that is tried: from a host of one leg to a host of another. */
export interface Probe {
    readonly from: string;
    readonly to: string;
    readonly kind: 4 | 6;
    readonly transport: 'tcp' | 'udp';
    readonly port: number;
    /** Tells the probe from all others: its own port. */
    readonly source: number;
}

/** The legs of the router: interface `eth1` has 10.1.0.0/16 and fd00:1::/32, and so on. */
export const legs = [1, 2, 3] as const;

function run(command: readonly string[], input?: string): string {
    const { status, stdout, stderr, error } = spawnSync(command[0]!, command.slice(1), { input, encoding: 'utf8' });
    if (status !== 0)
        throw new Error(`${command.join(' ')}: ${error?.message ?? stderr}${input === undefined ? '' : `\n${input}`}`);
    return stdout;
}

/** Why no lab can be built here; `null` where it can. */
export function reasonAgainstLab(): string | null {
    for (const [command, ...args] of [
        ['nft', '--version'],
        ['iptables-save', '--version'],
        ['ip', '-V'],
        ['nsenter', '--version'],
    ]) {
        if (spawnSync(command!, args).status !== 0) return `${command} is not installed`;
    }
    const asked = spawnSync('unshare', ['-n', 'nft', 'list', 'ruleset'], { encoding: 'utf8' });
    return asked.status === 0
        ? null
        : `network namespaces are not allowed (${(asked.stderr ?? '').trim().split('\n')[0]})`;
}

/**
 * Three hosts around a router, each in a network namespace: a real Linux firewall, and real packets through it.
 * A host answers for every address of its prefix.
 */
export class Lab {
    readonly #children: ChildProcess[] = [];
    #router = 0;
    readonly #hosts: { readonly pid: number; readonly probe: ChildProcess }[] = [];

    constructor() {
        try {
            this.#build();
        } catch (error) {
            this.close();
            throw error;
        }
    }

    #build(): void {
        this.#router = this.#namespace();
        this.#inRouter([
            'sysctl',
            '-qw',
            'net.ipv4.ip_forward=1',
            'net.ipv6.conf.all.forwarding=1',
            'net.ipv4.conf.all.rp_filter=0',
            'net.ipv4.conf.default.rp_filter=0',
            'net.ipv6.conf.default.accept_dad=0',
        ]);
        for (const leg of legs) {
            const pid = this.#namespace();
            const inside = (...command: string[]): string => run(['nsenter', '-t', `${pid}`, '-n', ...command]);
            inside(
                'sysctl',
                '-qw',
                'net.ipv6.conf.default.accept_dad=0',
                'net.ipv6.ip_nonlocal_bind=1',
                'net.ipv4.ip_nonlocal_bind=1',
            );
            this.#inRouter([
                'ip',
                'link',
                'add',
                `eth${leg}`,
                'type',
                'veth',
                'peer',
                'name',
                'plug',
                'netns',
                `${pid}`,
            ]);
            inside('ip', 'link', 'set', 'lo', 'up');
            inside('ip', 'link', 'set', 'plug', 'up');
            this.#inRouter(['ip', 'link', 'set', `eth${leg}`, 'up']);
            for (const [prefix, router, host, length] of [
                [`10.${leg}`, `10.${leg}.0.1`, `10.${leg}.0.2`, 16],
                [`fd00:${leg}`, `fd00:${leg}::1`, `fd00:${leg}::2`, 32],
            ] as const) {
                const six = prefix.startsWith('fd') ? ['nodad'] : [];
                this.#inRouter(['ip', 'address', 'add', `${router}/${length}`, 'dev', `eth${leg}`, ...six]);
                this.#inRouter([
                    'ip',
                    'route',
                    'replace',
                    six.length > 0 ? `${prefix}::/32` : `${prefix}.0.0/16`,
                    'via',
                    host,
                    'dev',
                    `eth${leg}`,
                    'onlink',
                ]);
                inside('ip', 'address', 'add', `${host}/${six.length > 0 ? 64 : 24}`, 'dev', 'plug', ...six);
                inside(
                    'ip',
                    'route',
                    'add',
                    'local',
                    six.length > 0 ? `${prefix}:1::/48` : `${prefix}.1.0/24`,
                    'dev',
                    'lo',
                );
                inside('ip', 'route', 'add', 'default', 'via', router, 'dev', 'plug');
            }
            const probe = spawn(
                'nsenter',
                ['-t', `${pid}`, '-n', process.execPath, fileURLToPath(new URL('./probe.mjs', import.meta.url))],
                { stdio: ['pipe', 'pipe', 'inherit'] },
            );
            this.#children.push(probe);
            this.#hosts.push({ pid, probe });
        }
    }

    #namespace(): number {
        const child = spawn('unshare', ['-n', 'sleep', '3600'], { stdio: 'ignore' });
        this.#children.push(child);
        const own = run(['readlink', '/proc/self/ns/net']);
        for (let tries = 0; tries < 500; tries++) {
            const { stdout } = spawnSync('readlink', [`/proc/${child.pid}/ns/net`], { encoding: 'utf8' });
            if (stdout !== '' && stdout !== own) return child.pid!;
        }
        throw new Error('A network namespace did not come up.');
    }

    #inRouter(command: readonly string[], input?: string): string {
        return run(['nsenter', '-t', `${this.#router}`, '-n', ...command], input);
    }

    /** Loads rules for nft, and nothing else. @returns what nft lists of them as JSON */
    loadNft(text: string): string {
        this.#clear();
        this.#inRouter(['nft', '-f', '-'], text);
        const listed = this.#inRouter(['nft', '-j', 'list', 'ruleset']);
        this.#watch();
        return listed;
    }

    /** Loads rules for iptables, and nothing else. @returns what iptables-save prints of them */
    loadIptables(text: string): string {
        this.#clear();
        this.#inRouter(['iptables-restore'], text);
        const saved = this.#inRouter(['iptables-save']);
        this.#watch();
        return saved;
    }

    #clear(): void {
        this.#inRouter(['nft', 'flush', 'ruleset']);
    }

    /** Writes down what comes out of the router. */
    #watch(): void {
        this.#inRouter(
            ['nft', '-f', '-'],
            `table inet watch {
            set seen { type inet_proto . inet_service; size 65535; flags dynamic; }
            chain out { type filter hook postrouting priority 500; meta l4proto { tcp, udp } update @seen { meta l4proto . th sport }; }
        }`,
        );
    }

    /** Sends probes. @returns the own ports of those that came through */
    async through(probes: readonly Probe[]): Promise<ReadonlySet<string>> {
        for (const [index, { probe }] of this.#hosts.entries()) {
            const mine = probes.filter(each => each.from.split(/[.:]+/)[1] === `${index + 1}`);
            if (mine.length === 0) continue;
            probe.stdin!.write(`${JSON.stringify(mine)}\n`);
            await once(probe.stdout!, 'data');
        }
        const listed = JSON.parse(this.#inRouter(['nft', '-j', 'list', 'set', 'inet', 'watch', 'seen'])) as {
            nftables: { set?: { elem?: unknown[] } }[];
        };
        const elements = listed.nftables.flatMap(each => each.set?.elem ?? []) as {
            concat?: unknown[];
            elem?: { val: { concat: unknown[] } };
        }[];
        return new Set(elements.map(each => (each.concat ?? each.elem!.val.concat).join(' ')));
    }

    close(): void {
        for (const child of this.#children.reverse()) child.kill('SIGKILL');
    }
}
