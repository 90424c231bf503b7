import assert from 'node:assert/strict';
import { library } from '../src/index.ts';
import { areOthers, recognised, wireName } from '../src/reconcile/wire-names.ts';

describe('Names of sensors', () => {
    it('stand for protocols of the built-in library', () => {
        const known = new Set(library().files.flatMap(file => file.protocols.map(({ id }) => id)));
        assert.deepEqual(
            [...recognised].filter(id => !known.has(id)),
            [],
        );
    });

    it('are read in the forms of several tools', () => {
        const forms = {
            'modbus-tcp': ['modbus', 'Modbus/TCP', 'mbtcp', 'modbus_tcp', 'MBAP'],
            'iec60870-5-104': ['iec104', 'IEC 60870-5-104', 'iec60870_104', 'iec-104'],
            'opc-ua': ['opcua', 'OpcUa', 'opcua_binary', 'opc-ua'],
            dnp3: ['dnp3_tcp', 'DNP 3.0', 'dnp3', 'spicy_dnp3_udp'],
            kerberos: ['krb_tcp', 'krb5', 'KRB5'],
        };
        for (const [id, names] of Object.entries(forms))
            for (const name of names) assert.ok(wireName(name)?.fits.has(id), `${name} is not ${id}`);
    });

    it('of a layer or a port alone, or of nobody knows what, tell nothing', () => {
        for (const name of ['tcp', 'cotp', 'tpkt', 'iso-tsap', 'gssapi', 'plant-bus', '', '-http', 'unknown'])
            assert.equal(wireName(name), null, name);
    });

    it('are others only where both are known and no protocol has both', () => {
        assert.ok(areOthers('modbus', 'ssh'));
        assert.ok(areOthers('http', 'ssl'));
        assert.ok(!areOthers('s7comm', 's7comm-plus'));
        assert.ok(!areOthers('smb', 'dce_rpc'));
        assert.ok(!areOthers('modbus', 'plant-bus'));
        assert.ok(!areOthers('ssl', 'quic'));
    });
});
