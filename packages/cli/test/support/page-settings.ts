import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { drawnWorkbook } from './drawn-workbook.ts';
import { iacs, repository, withFiles } from './iacs.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Where a reader is who types the commands of a page. */
export interface Setting {
    /** The files that the reader has; where a block writes one, it is not there yet. */
    readonly files: (block: string) => Files;
    /** Makes the folder a repository, where the page compares revisions. */
    readonly prepare?: (folder: string) => void;
    /** True where the blocks are typed in one folder, one after the other. */
    readonly isChain?: true;
    /** True where the commands in the sentences are typed too, after the blocks. */
    readonly inSentences?: true;
    /** Lines that another test runs, and which. */
    readonly elsewhere?: RegExp;
}

const plant = `system Plant {
  owner "Operations"
}
zone Enterprise {
  kind enterprise
  network 10.1.0.0/16
  asset Erp : server { address 10.1.0.9 }
}
zone Dmz {
  kind dmz
  SL-T 2
  network 10.20.5.0/24
  asset Historian : historian { address 10.20.5.10 }
}
zone Control {
  kind control
  SL-T 2
  network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Scada : scada-server { address 10.10.2.30 }
}
conduit OfficeDmz between Enterprise and Dmz {
  via Fw0
  asset Fw0 : firewall { serves Enterprise, Dmz }
  flow Enterprise.Erp -> Dmz.Historian : https
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall {
    serves Control, Dmz
    faces Dmz by "port2"
    faces Control by "port3"
  }
  flow Dmz.Historian -> Control.Scada : opc-ua
}
invariant NoWayIn {
  deny path from Enterprise to Control
}
`;
const changed = plant.replace('  flow Dmz.', '  flow Enterprise.Erp -> Control.Plc1 : rdp\n  flow Dmz.');

const fortigate = (service: string): string => `config firewall address
    edit "hist"
        set subnet 10.20.5.10 255.255.255.255
    next
    edit "scada"
        set subnet 10.10.2.30 255.255.255.255
    next
end
config firewall service custom
    edit "UA"
        set tcp-portrange ${service}
    next
end
config firewall policy
    edit 12
        set name "Historian"
        set srcintf "port2"
        set dstintf "port3"
        set srcaddr "hist"
        set dstaddr "scada"
        set action accept
        set schedule "always"
        set service "UA"
    next
end
`;

const zeek = (name: string, fields: string, ...rows: readonly string[]): string =>
    `#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t${name}\n` +
    `#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\t${fields}\n` +
    rows.map(row => `${row.replaceAll(' ', '\t')}\n`).join('') +
    '#close\t2026-11-01-00-00-00\n';

const logs: Files = {
    'conn.log': zeek(
        'conn',
        'proto\tservice\torig_bytes\tresp_bytes\tconn_state\thistory',
        '1790000000 C1 10.20.5.10 50000 10.10.2.30 4840 tcp - 10 20 SF ShADadFf',
        '1790000000 C2 10.20.5.10 50001 10.10.2.11 502 tcp modbus 10 20 SF ShADadFf',
    ),
    'modbus.log': zeek('modbus', 'func\texception', '1790000000 C2 10.20.5.10 50001 10.10.2.11 502 READ_COILS -'),
};

/** What nftables lists of a firewall that lets nothing through. */
const listed = [
    { metainfo: { version: '1.0.9', json_schema_version: 1 } },
    { table: { family: 'inet', name: 'filter', handle: 1 } },
    {
        chain: {
            family: 'inet',
            table: 'filter',
            name: 'forward',
            handle: 1,
            type: 'filter',
            hook: 'forward',
            prio: 0,
            policy: 'drop',
        },
    },
];

/** All files below a folder of the project, by their paths from its top. */
function copied(folder: string): Files {
    return Object.fromEntries(
        readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
            .map(name => path.join(folder, name))
            .filter(name => statSync(path.join(repository, name)).isFile())
            .map(name => [name, readFileSync(path.join(repository, name))]),
    );
}

function git(cwd: string, ...args: readonly string[]): void {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' });
}

/** A repository whose branch has gone on from `main`, with a change that is not committed. */
function branchedOff(folder: string): void {
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Plant as it was');
    git(folder, 'tag', 'v1.0');
    git(folder, 'checkout', '-qb', 'change');
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Plant as it will be');
}

/** The report of the plant as a workbook, as `iacs report` writes it. */
function reportOfPlant(): Uint8Array {
    return withFiles({ 'main.iacs': plant }, cwd => {
        iacs(['report', '--today', '2026-06-01', '-o', 'specification.xlsx'], { cwd });
        return readFileSync(path.join(cwd, 'specification.xlsx'));
    });
}

const registers = (): Files => ({
    'register.xlsx': drawnWorkbook('ID | Title | Likelihood | Consequence\nT1 | Ransomware | 3 | 4'),
    'inventory.csv':
        'System,Kind,C,D,E,F,G,H,I,J,K,L,Place\nPLC 1,PLC,,,,,,,,,,,Control\nDosing,PLC,,,,,,,,,,,Dosing cell\n',
    'status.xlsx': drawnWorkbook('Requirement | Status | Comment\nSR 1.1 | Met | Local accounts\nSR 2.1 | Not met |'),
    'matrix.xlsx': drawnWorkbook('Source | Destination | Service | Port\nScada | Plc1 | Modbus TCP | 502'),
    'specification.xlsx': reportOfPlant(),
});

const parts = ['risks', 'assets', 'control-status', 'flows'];
const imports = parts.map(name => `import "${name}.iacs"\n`).join('');

/** The pages with commands that no test of their own executes, by their path in the project. */
export const settings: Readonly<Record<string, Setting>> = {
    'docs/as-found.md': {
        files: () => ({
            'plant/main.iacs': `import "rules.iacs"\nimport "seen.iacs"\n${plant.replaceAll('Enterprise', 'Office')}`,
            'plant/rules.iacs': '',
            'plant/seen.iacs': '',
            'fw1.conf': fortigate('4840'),
            'new.conf': fortigate('4841'),
            ...logs,
        }),
        isChain: true,
        inSentences: true,
    },
    'docs/commands.md': {
        files: () => ({ 'main.iacs': plant }),
        prepare: folder => {
            for (const shard of ['1/2', '2/2'])
                iacs(['check', '--format', 'json', '--shard', shard, '-o', `shard-${shard[0]}.json`], { cwd: folder });
        },
    },
    'docs/import.md': {
        files: block => ({
            ...registers(),
            ...(block.includes('-o plant/main.iacs')
                ? { 'plant/notes.txt': '' }
                : {
                      'plant/main.iacs': imports + plant,
                      ...Object.fromEntries(parts.map(name => [`plant/${name}.iacs`, ''])),
                  }),
        }),
    },
    'docs/review.md': {
        files: block => ({
            ...(block.includes('old/') ? { 'old/main.iacs': plant, 'new/main.iacs': changed } : {}),
            'main.iacs': plant,
            'iacs.config.json': JSON.stringify({ review: { 'sl-t-lowered': 'warning' } }),
        }),
        prepare: branchedOff,
    },
    // The plant itself is made by the tests of the kernel, and what the kernel lists of the rules.
    'examples/as-found/README.md': {
        files: () => ({ ...copied('examples/as-found'), 'new.json': JSON.stringify({ nftables: listed }) }),
        elsewhere: /\/tmp\/plant/u,
    },
    'examples/broken-plant/README.md': { files: () => copied('examples/broken-plant') },
    'examples/life-cycle/README.md': { files: () => copied('examples/life-cycle') },
    'packages/cli/README.md': { files: () => ({}), prepare: branchedOff, isChain: true },
};
