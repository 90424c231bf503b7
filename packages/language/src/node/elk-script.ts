import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { faster } from './elk-faster.ts';

/**
 * ELK as a script with the code that V8 made of it. Half a second of each first layout is compiling, which the kept
 * code spares.
 */
export interface ElkScript {
    /** What elkjs takes as its worker, in the thread that calls. */
    readonly Worker: new () => object;
    /**
     * Keeps the compiled code, unless it was kept before; to be called when layouts have compiled what they need. Never
     * throws.
     */
    keepCode(): void;
}

/** The kept code; `undefined` when there is none. V8 looks itself whether it belongs to this script and this V8. */
function readCode(file: string | null): Buffer | undefined {
    try {
        return file === null ? undefined : readFileSync(file);
    } catch {
        return undefined;
    }
}

function writeCode(file: string, code: Buffer): void {
    try {
        mkdirSync(path.dirname(file), { recursive: true });
        const aside = `${file}.${process.pid}`;
        writeFileSync(aside, code, { mode: 0o600 });
        renameSync(aside, file);
    } catch {
        // A full or locked disk: the next start compiles again.
    }
}

/**
 * Loads ELK.
 * @param file elkjs's `elk-worker.min.js`
 * @param codeFolder where Node keeps compiled code, which is trusted as Node trusts it; `null` keeps none
 */
export function loadElk(file: string, codeFolder: string | null): ElkScript {
    const text = faster(readFileSync(file, 'utf8'));
    const codeFile = codeFolder === null ? null : path.join(codeFolder, `iacs-elk-${crc32(text).toString(16)}`);
    const cachedData = readCode(codeFile);
    const script = new Script(`(function (module, exports) {${text}\n})`, {
        filename: file,
        ...(cachedData ? { cachedData } : {}),
    });
    const module = { exports: {} as { readonly Worker: new () => object } };
    (script.runInThisContext() as (module: object, exports: object) => void)(module, module.exports);
    let kept = codeFile === null || (cachedData !== undefined && script.cachedDataRejected === false);
    return {
        Worker: module.exports.Worker,
        keepCode() {
            if (kept || codeFile === null) return;
            kept = true;
            writeCode(codeFile, script.createCachedData());
        },
    };
}
