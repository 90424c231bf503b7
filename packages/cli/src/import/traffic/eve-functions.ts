import { accessOfCode } from './function-codes.ts';
import { higher } from './functions.ts';
import type { AskedFunction } from './session.ts';
import { accessOf } from './session.ts';

type Json = Readonly<Record<string, unknown>>;
const part = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;

function coded(protocol: 'modbus' | 'dnp3', code: unknown): AskedFunction | null {
    return typeof code === 'number' ? accessOfCode(protocol, code) : null;
}

/** A packet of services has them all; the highest counts. */
function serviceOf(cip: unknown): AskedFunction | null {
    const name = part(cip, 'service');
    const several = part(cip, 'multiple');
    const found = [
        typeof name === 'string' ? accessOf(name) : null,
        ...(Array.isArray(several) ? several.map(each => accessOf(String(part(each, 'service') ?? ''))) : []),
    ].filter(each => each !== null);
    return found.reduce<AskedFunction | null>((one, other) => (one === null ? other : higher(one, other)), null);
}

/** The protocols of automation whose events Suricata writes to `eve.json`. */
export const functionEvents: ReadonlySet<unknown> = new Set(['modbus', 'dnp3', 'enip']);

/** What an event of one of these protocols asked for; `null` where it shows no function. */
export function functionOf(row: Json): AskedFunction | null {
    const { event_type: kind, modbus, dnp3, enip } = row;
    if (kind === 'modbus') return coded('modbus', part(part(modbus, 'request'), 'function_raw'));
    if (kind === 'enip') return serviceOf(part(part(enip, 'request'), 'cip'));
    return coded('dnp3', part(part(dnp3, 'application'), 'function_code'));
}
