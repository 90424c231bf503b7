import { MemoryDisk } from './server.ts';

const plain = (uri: string): string => decodeURI(uri).normalize('NFC').toLowerCase();

/** A disk of Windows or macOS: it finds a file by a name in other letters, and knows how that is written. */
export class FoldingDisk extends MemoryDisk {
    readonly foldsCase = true;

    override read(uri: string): string | undefined {
        return super.read(this.written(uri) ?? uri);
    }

    override exists(uri: string): boolean {
        return this.written(uri) !== undefined;
    }

    alike(uri: string): string | null {
        const written = this.written(uri);
        return written === undefined || written === uri ? null : written;
    }

    /** Writes a file, which is renamed where it is there in other letters. */
    override write(uri: string, text: string): void {
        this.delete(uri);
        super.write(uri, text);
    }

    override delete(uri: string): void {
        super.delete(this.written(uri) ?? uri);
    }

    private written(uri: string): string | undefined {
        return [...this.texts.keys()].find(each => plain(each) === plain(uri));
    }
}

/** A disk of Linux, which can say of a missing file what is alike. */
export class StrictDisk extends MemoryDisk {
    alike(uri: string): string | null {
        return [...this.texts.keys()].find(each => each !== uri && plain(each) === plain(uri)) ?? null;
    }
}

/** A disk on which only the folder `plant` may be read, and which remembers what was. */
export class LimitedDisk extends StrictDisk {
    readonly wasRead = new Set<string>();

    override read(uri: string): string | undefined {
        this.wasRead.add(uri);
        return super.read(uri);
    }

    refuses(_: string, uri: string): string | null {
        return uri.startsWith('file:///plant/') ? null : 'it lies outside of the repository plant.';
    }
}
