import { append, drop, inside, remove, swap, every, write, type Entry } from './entry.ts';

const rdp =
    '  flow Dmz.Jump -> Control.Hmi1 : rdp "Remote operation and supplier service" {\n    port tcp 3389\n    ' +
    'access write\n    secured authentication, encryption, integrity by RdpTls\n    approved by "OT security ' +
    'lead"\n    until 2027-12-31\n  }\n';
const opc = 'flow Control.Hmi1 -> Dmz.Mirror : opc-ua "Tag replication" {';
const many = Array.from({ length: 32 }, (_, index) => `asset R${index} : rtu`).join('\n');
const speaking = Array.from(
    { length: 32 },
    (_, index) => `flow Centre.Scada -> Out.R${index} : dnp3 { access read }`,
).join('\n');

/** Sessions: who opens them, what they may do, what protects them, how long they last. */
export const flows: readonly Entry[] = [
    {
        what: 'a session that read may write',
        verdict: 'worse',
        edit: [inside('conduit SafetyStatus', 'access read', 'access write')],
        says: [/access.*write/],
        never: [/fixed/],
        owners: ['Functional safety'],
    },
    {
        what: 'a session that wrote may read',
        verdict: 'better',
        edit: [inside('conduit EnterpriseDmz', 'access write', 'access read')],
        says: [/access.*read/],
    },
    {
        what: 'a session is no longer said to read alone',
        verdict: 'worse',
        edit: [inside('conduit SafetyStatus', '    access read\n', '')],
        says: [/access/],
        never: [/🔹|fixed/],
    },
    {
        what: 'a session that wrote says nothing of it',
        verdict: 'none',
        edit: [inside('conduit EnterpriseDmz', '    access write\n', '')],
    },
    {
        what: 'a session may program',
        verdict: 'worse',
        edit: [swap('"Set-points" {\n    access write', '"Set-points" {\n    access program')],
        says: [/program/],
    },
    {
        what: 'a session lasts without an end',
        verdict: 'worse',
        edit: [inside('conduit SupplierDmz', '    until 2027-06-30\n', '')],
        says: [/without an end/],
    },
    {
        what: 'a session lasts longer',
        verdict: 'worse',
        edit: [inside('conduit SupplierDmz', 'until 2027-06-30', 'until 2029-06-30')],
        says: [/2029-06-30/],
    },
    {
        what: 'a session ends sooner',
        verdict: 'better',
        edit: [inside('conduit SupplierDmz', 'until 2027-06-30', 'until 2027-01-31')],
        says: [/2027-01-31/],
    },
    {
        what: 'an approval is no longer on record',
        verdict: 'worse',
        edit: [inside('conduit SafetyStatus', '    approved by "Functional safety"\n', '')],
        says: [/approv/],
    },
    {
        what: 'somebody else approves',
        verdict: 'none',
        edit: [inside('conduit SafetyStatus', 'approved by "Functional safety"', 'approved by "Shift lead"')],
    },
    {
        what: 'OPC UA becomes HTTP, beside the same protection',
        verdict: 'worse',
        edit: [swap(': opc-ua "Tag', ': http "Tag')],
        says: [/opc-ua.*http/],
    },
    {
        what: 'Telnet joins HTTPS, beside the same protection',
        verdict: 'worse',
        edit: [swap('Dmz.Jump : https "Remote desktop', 'Dmz.Jump : https, telnet "Remote desktop')],
        says: [/telnet/],
    },
    { what: 'syslog without TLS', verdict: 'worse', edit: [swap(': syslog-tls', ': syslog')], says: [/syslog/] },
    {
        what: 'syslog with TLS',
        verdict: 'better',
        given: [swap(': syslog-tls', ': syslog')],
        edit: [swap(': syslog "', ': syslog-tls "')],
        says: [/syslog-tls/],
    },
    {
        what: 'a session is no longer secured',
        verdict: 'worse',
        edit: [inside('conduit ControlDmz', '    secured authentication, encryption, integrity by OpcUaSigned\n', '')],
        says: [/secured|protect/],
    },
    {
        what: 'a session is no longer encrypted',
        verdict: 'worse',
        edit: [
            swap(
                'secured authentication, encryption, integrity by OpcUaSigned',
                'secured authentication, integrity by OpcUaSigned',
            ),
        ],
        says: [/encryption/],
    },
    {
        what: 'a protection names no countermeasure any more',
        verdict: 'worse',
        edit: [swap('encryption, integrity by OpcUaSigned', 'encryption, integrity')],
        says: [/OpcUaSigned/],
    },
    {
        what: 'a flow from the office straight to the controller',
        verdict: 'worse',
        edit: [append('flow Enterprise.Erp -> Control.Plc1 : https "Orders"')],
        says: [
            /added|Enterprise\.Erp -> Control\.Plc1/,
            /SafetyIsolated.*broken|broken.*SafetyIsolated/,
            /Enterprise.*Control/,
        ],
    },
    {
        what: 'a flow into the safety system',
        verdict: 'worse',
        edit: [append('flow Control.Hmi1 -> Safety.Sis : modbus-tcp "Set-points" { access write }')],
        says: [/Control.*Safety/],
    },
    {
        what: 'a flow inside a zone',
        verdict: 'none',
        edit: [
            swap(
                '  flow Hmi1 -> TimeServer',
                '  flow Arm -> TimeServer : ntp "Time of the drive" { access read }\n  flow Hmi1 -> TimeServer',
            ),
        ],
    },
    { what: 'a flow inside a zone is gone', verdict: 'none', edit: [drop('  flow Hmi1 -> TimeServer : ntp "Time"\n')] },
    {
        what: 'remote operation is taken down',
        verdict: 'better',
        edit: [drop(rdp)],
        says: [/(Supplier|Enterprise|Dmz).*no longer.*Control/],
    },
    {
        what: 'both sides may open the session',
        verdict: 'worse',
        edit: [swap(opc, opc.replace('->', '<->'))],
        says: [/<->/],
    },
    {
        what: 'nobody knows any more who opens the session',
        verdict: 'worse',
        edit: [swap(opc, opc.replace('->', '--'))],
        says: [/--/],
    },
    {
        what: 'the other side opens the session',
        verdict: 'mixed',
        edit: [swap(opc, 'flow Dmz.Mirror -> Control.Hmi1 : opc-ua "Tag replication" {')],
        says: [/Mirror/],
    },
    { what: 'another port', verdict: 'none', edit: [swap('port tcp 4840', 'port tcp 4841')] },
    { what: 'every port', verdict: 'worse', edit: [swap('port tcp 4840', 'port tcp 1-65535')], says: [/65535/] },
    { what: 'another purpose', verdict: 'none', edit: [swap('"Tag replication"', '"Replication of tags"')] },
    {
        what: 'an end becomes a whole zone',
        verdict: 'worse',
        edit: [swap('Enterprise.Office -> Dmz.Jump', 'Enterprise -> Dmz.Jump')],
        says: [/Enterprise\.Office -> Dmz\.Jump.*Enterprise -> Dmz\.Jump/],
    },
    {
        what: 'a flow is in the wrong conduit',
        verdict: 'worse',
        edit: [
            drop(rdp),
            inside('conduit SupplierDmz', '  applies NetworkBaseline', `${rdp}  applies NetworkBaseline`),
        ],
        says: [/moved/],
    },
    {
        what: 'a flow found on a walk comes into its conduit',
        verdict: 'better',
        edit: [
            drop(
                'flow Dmz.Logs -> Control.TimeServer : ntp "Time of the log server" { access read }',
                'truck-loading/found.iacs',
            ),
            inside(
                'conduit ControlDmz',
                rdp,
                `${rdp}  flow Dmz.Logs -> Control.TimeServer : ntp "Time of the log server" { access read }\n`,
            ),
        ],
        says: [/moved/],
    },
    {
        what: 'a found flow is taken out, and what it reached is reached otherwise',
        verdict: 'none',
        edit: [
            drop(
                'flow Enterprise.Office -> Dmz.Logs : https "Reports of the log server" { access read }',
                'truck-loading/found.iacs',
            ),
        ],
        says: [/Enterprise\.Office -> Dmz\.Logs/],
    },
    {
        what: 'thirty-two stations speak with protection',
        verdict: 'better',
        given: [
            write(
                'grid/main.iacs',
                'system Grid\nzone Centre { kind control\n asset Scada : scada-server\n}\nzone Out { kind ' +
                    `field\n${many}\n}\nconduit Lines between Centre and Out { via Fw\n asset Fw : firewall { serves ` +
                    `Centre, Out }\n${speaking}\n}\n`,
            ),
        ],
        edit: [every(/: dnp3(?= )/, ': dnp3-tls', 'grid/main.iacs')],
        says: [/32 flows of Lines protocol: dnp3 → dnp3-tls/, /31 more flows are now secured/],
    },
    {
        what: 'two flows with the same ends become one',
        verdict: 'none',
        given: [
            swap('  flow Hmi1 -> TimeServer', '  flow Hmi1 -> TimeServer : https "Status"\n  flow Hmi1 -> TimeServer'),
        ],
        edit: [swap('  flow Hmi1 -> TimeServer : https "Status"\n', '')],
    },
    {
        what: 'a file of found flows is deleted with its import',
        verdict: 'better',
        edit: [swap('import "found.iacs"\n', ''), remove('truck-loading/found.iacs')],
        says: [/removed|gone/],
    },
];
