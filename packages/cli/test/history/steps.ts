import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A commit of the history: what it is about, and what it does to the files. */
export interface Step {
    readonly name: string;
    readonly change: (files: Files) => void;
    /** The step before which the branch of this commit began, where it is not the one before it. */
    readonly from?: string;
    /** Steps that are merged into this one. */
    readonly merges?: string;
}

/** The working tree of the repository under test. A replacement that finds nothing is a mistake in the fixture. */
export class Files {
    readonly folder: string;

    constructor(folder: string) {
        this.folder = folder;
    }

    read(file: string): string {
        return readFileSync(path.join(this.folder, file), 'utf8');
    }

    write(file: string, text: string): void {
        mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
        writeFileSync(path.join(this.folder, file), text);
    }

    replace(file: string, before: string | RegExp, after: string): void {
        const text = this.read(file);
        const changed = text.replace(before, () => after);
        if (changed === text) throw new Error(`${file} does not have ${before}`);
        this.write(file, changed);
    }

    replaceAll(file: string, before: string, after: string): void {
        const text = this.read(file);
        if (!text.includes(before)) throw new Error(`${file} does not have ${before}`);
        this.write(file, text.replaceAll(before, after));
    }

    move(file: string, to: string): void {
        mkdirSync(path.dirname(path.join(this.folder, to)), { recursive: true });
        renameSync(path.join(this.folder, file), path.join(this.folder, to));
    }

    remove(file: string): void {
        rmSync(path.join(this.folder, file));
    }
}

const truck = 'truck-loading/main.iacs';

/** Indents anew, breaks one-line blocks, adds comments: nothing of it means anything. */
function reformatted(text: string): string {
    return text
        .replace(/^( +)/gm, indent => '\t'.repeat(indent.length / 2))
        .replace(/\{ address ([\d.]+) \}/g, '{\n\n      address   $1 // as in the inventory\n    }')
        .replace(/^zone /gm, '\n// ----\n/* a zone */ zone ')
        .replaceAll('\n', '\r\n');
}

/** A dozen commits, as they happen to a plant model; the names are those of the golden files. */
export const steps: readonly Step[] = [
    { name: '01-rename', change: files => files.replaceAll(truck, 'Hmi1', 'OperatorStation') },
    {
        name: '02-split-of-a-zone',
        change: files => {
            const text = files.read(truck);
            const [arm] = /  asset Arm [^{]*\{[^}]*\}\n/.exec(text)!;
            files.replace(truck, arm, '');
            files.replace(truck, '  flow Plc1 -> Arm : loading-bus', '  flow Plc1 -> Drives.Arm : loading-bus');
            files.replace(
                truck,
                'zone Safety "Safety',
                'zone Drives "Drives of the loading arm" {\n  owner "Terminal operations"\n  kind field\n  ' +
                    `purdue 1\n  SL-T 2\n${arm}}\n\nzone Safety "Safety`,
            );
            files.replace(truck, 'against Control.Plc1, Control.Arm,', 'against Control.Plc1, Drives.Arm,');
        },
    },
    {
        name: '03-new-vendor-access',
        change: files =>
            files.replace(
                truck,
                'countermeasure DomainAccounts',
                `zone DriveVendor "Vendor of the drives" {
  owner "Drive vendor"
  kind external
  purdue 5
  is remote, untrusted
  asset Notebook "Vendor's notebook" : vendor-laptop { is temporary, remote }
}

conduit DriveService "Service of the drives" between DriveVendor and Control {
  owner "Terminal operations"
  flow DriveVendor.Notebook -> Control.Plc1 : s7comm "Tuning" { access program }
}

countermeasure DomainAccounts`,
            ),
    },
    { name: '04-lowered-target', change: files => files.replace(truck, 'SL-T 2 { RDF 3 } because', 'SL-T 1 because') },
    {
        name: '05-firewall-removed',
        change: files => files.replace(truck, /  via Fw1\n  asset Fw1 [^{]*\{[^}]*\}\n/, ''),
    },
    { name: '06-pure-reformat', change: files => files.write(truck, reformatted(files.read(truck))) },
    {
        name: '07-moved-files',
        change: files => {
            files.move(truck, 'sites/terminal/terminal.iacs');
            files.replace('sites/terminal/terminal.iacs', '../library/products.iacs', '../../library/products.iacs');
        },
    },
    {
        name: '08-risk-accepted',
        change: files =>
            files.replace(
                'sites/terminal/terminal.iacs',
                /(?<=between DriveVendor and Control \{\r\n)/,
                '\taccept conduit-without-boundary-device because "Pilot until the autumn" until 2027-06-30\r\n',
            ),
    },
    {
        name: '09-bypass-taken-down',
        change: files => {
            files.replace('grfics/conduits.iacs', /\/\*\* Joins containers past[\s\S]*$/, '');
        },
    },
    {
        name: '10-measure-in-place',
        from: '08-risk-accepted',
        change: files =>
            files.replace(
                'sites/terminal/terminal.iacs',
                /meets SR 1\.1 RE 2\r\n\tstatus planned/,
                'meets SR 1.1 RE 2\r\n\tstatus implemented',
            ),
    },
    { name: '11-merge', change: () => undefined, from: '09-bypass-taken-down', merges: '10-measure-in-place' },
    {
        name: '12-console-opened',
        change: files =>
            files.replace(
                'grfics/conduits.iacs',
                'flow Operations.Ews -> Idmz.Pomerium',
                'flow Enterprise.Kali -> Operations.Ews : ssh "Console"\n  flow Operations.Ews -> Idmz.Pomerium',
            ),
    },
    {
        name: '13-half-written',
        change: files =>
            files.replace(
                'grfics/zones.iacs',
                'zone Supervisory "Supervisory network" {',
                'zone Supervisory "Supervisory network" {\n  asset Panel : \n',
            ),
    },
];
