/** Where the columns of a log are that are used here; -1 for a missing one. */
export interface Columns {
    readonly path: string;
    readonly width: number;
    readonly ts: number;
    readonly from: number;
    readonly fromPort: number;
    readonly to: number;
    readonly toPort: number;
    readonly proto: number;
    readonly service: number;
    readonly sent: number;
    readonly received: number;
    readonly duration: number;
    readonly state: number;
    readonly history: number;
    readonly functions: readonly number[];
}

/** The columns in which logs of protocols of automation name a function. */
export const functionColumns = [
    'func',
    'function_name',
    'rosctr_name',
    'function',
    'fc_request',
    'cip_service',
    'enip_command',
    'service',
    'pdu_service',
    'opcua_link_id',
    'identifier_str',
    'service_choice',
    'subfunction_name',
    'request_response',
];

/** Where the columns are of a log, by its path (empty where it is not said) and its heads. */
export function columnsOf(path: string, fields: readonly string[]): Columns {
    const at = (name: string): number => fields.indexOf(name);
    // Some sensors write sessions that are still open, or fewer of them, to logs of their own.
    const isConn = /^conn(?:$|\.|_long$|_red$)/.test(path) || (path === '' && at('conn_state') >= 0);
    return {
        path: isConn ? 'conn' : path,
        width: fields.length,
        ts: at('ts'),
        from: at('id.orig_h'),
        fromPort: at('id.orig_p'),
        to: at('id.resp_h'),
        toPort: at('id.resp_p'),
        proto: at('proto'),
        service: isConn ? at('service') : -1,
        sent: at('orig_bytes'),
        received: at('resp_bytes'),
        duration: at('duration'),
        state: at('conn_state'),
        history: at('history'),
        functions: isConn ? [] : functionColumns.map(at).filter(index => index >= 0),
    };
}
