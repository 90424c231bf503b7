import { readFileSync } from 'node:fs';
import { run } from './process.mjs';

/** Memory of a running process in bytes; `NaN` where the system does not tell. */
export async function residentMemory(pid) {
    try {
        return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
    } catch {
        return Number.parseInt((await run(['ps', '-o', 'rss=', '-p', String(pid)])).stdout) * 1024;
    }
}
