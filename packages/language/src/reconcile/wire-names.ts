/**
 * Names under which sensors and analysers (Zeek, Suricata, Wireshark, Nozomi and others) print the protocols that they
 * recognise by their content; after `=` the built-in protocols that each may be, the one that is mostly called so
 * first. Names that say a layer or a port alone, such as `tcp`, `cotp` or `iso-tsap`, tell nothing and are not here;
 * nor are protocols that no sensor tells apart.
 */
const table = `
modbus, mbtcp, mbap, modbus-application, umas = modbus-tcp, modbus-rtu, umas
s7comm, s7, s7-comm, s7comm-plus, s7comm+, s7commplus, s7plus, s7-plus = s7comm, s7comm-plus, s7comm-plus-tls
iec104, iec-104, iec60870-5-104, iec-60870-5-104, iec60870-104, 104asdu, 104apci, iec-60870-5, iec-60870-5-asdu = iec60870-5-104
dnp3, dnp, dnp-3-0, dnp3-0 = dnp3, dnp3-sa, dnp3-serial
mms, iec61850, iec61850-mms, iec-61850-mms, iccp, tase2 = iec61850-mms, iccp-tase2
enip, ethernet-ip, ethernetip, eip, cip, cip-cm, cip-i-o, cipio, enip-io, cipcm = ethernet-ip, cip-safety
opcua, opc-ua, opcua-binary, opc-ua-binary, opc-tcp = opc-ua, opc-ua-pubsub
bacnet, bacnet-ip, bacapp, bvlc, bacnet-apdu = bacnet-ip
profinet, profinet-io, pnio, pn-io, pniocm, pnio-cm, profinet-io-cm = profinet, profinet-sec, profisafe
ads, ams, beckhoff-ads, twincat = beckhoff-ads
fins, omron-fins, omron = omron-fins
slmp, melsec, mc-protocol = slmp
tristation = tristation
hart-ip, hartip = hart-ip, hart-ip-sec
codesys, codesysv3, codesys-v3 = codesys-v2, codesys-v3
fox, niagara-fox = niagara-fox
knx, knxnet-ip, knxip, knx-ip = knxnet-ip, knx-ip-secure
dlms, cosem, dlms-cosem = dlms-cosem
synphasor, synchrophasor, c37-118 = c37-118
rtps, dds = dds
ge-srtp, gesrtp = ge-srtp
mqtt = mqtt
amqp = amqp
coap = coap
http, http-1-1, http-xml, http-json = http, mtconnect, ocpp, winrm, wsus, influxdb, elasticsearch, docker-api, teamviewer, anydesk
ssh, sshv2, ssh2, sftp, scp = ssh, sftp, netconf-ssh
telnet = telnet
ftp, ftp-data = ftp, ftps
tftp = tftp
smb, smb1, smb2, smb3, cifs, nbss, netbios-ssn = smb, smb1, netbios, netdde
rdp, ms-wbt-server, rdpudp, rdpeudp = rdp
vnc, rfb = vnc
x11 = x11
teamviewer = teamviewer
anydesk = anydesk
ica, citrix, citrix-ica = citrix-ica
snmp = snmp-v1-v2c, snmp-v3, snmp-trap
snmpv1, snmpv2, snmpv2c, snmpv2-trap = snmp-v1-v2c, snmp-trap
snmpv3 = snmp-v3, snmp-trap
ntp, sntp = ntp, nts
dns = dns
dhcp, bootp, dhcpv6 = dhcp
syslog = syslog
ldap, cldap = ldap
krb, krb5, kerberos = kerberos
radius = radius
tacacs, tacacs-plus, tacplus = tacacs-plus
dce-rpc, dcerpc, epm, msrpc, ms-rpc = ms-rpc, opc-classic, wmi, profinet, profinet-sec, smb, smb1
mysql = mysql
postgresql, postgres, pgsql = postgresql
tds, mssql = mssql-tds
tns, oracle-tns = oracle-tns
mongodb, mongo = mongodb
redis, resp = redis
smtp = smtp, smtps
imap = imap, imaps
pop3, pop = pop3
sip = sip
rtsp = rtsp
h323, h225 = h323
nfs = nfs
rsync = rsync
iscsi = iscsi
isakmp, ike, ikev2, ipsec, esp = ipsec
openvpn, ovpn = openvpn
wireguard, wg = wireguard
pptp = pptp
vxlan = vxlan
`;

/** Names for what is inside TLS, DTLS or QUIC: any protocol that encrypts may be in there. */
const encrypted: ReadonlySet<string> = new Set(
    (
        'ssl tls tlsv1 tlsv1-0 tlsv1-1 tlsv1-2 tlsv1-3 tls1-2 tls1-3 ssl-tls dtls dtlsv1-0 dtlsv1-2 https quic ' +
        'http2 http3 wss mqtts ldaps smtps imaps ftps amqps coaps modbus-tls modbus-security dnp3-tls syslog-tls sips'
    ).split(' '),
);

/** What a name of a sensor may be. */
export interface WireName {
    /** The ids of built-in protocols. */
    readonly fits: ReadonlySet<string>;
    /** True where it is encrypted, so that its content is not known. */
    readonly encrypted: boolean;
}

const read = (line: string): readonly (readonly [string, WireName])[] => {
    const [names, ids] = line.split(' = ').map(part => part.split(', '));
    const found = { fits: new Set(ids), encrypted: false };
    return names!.map(name => [name, found]);
};

const byName: ReadonlyMap<string, WireName> = new Map(table.trim().split('\n').flatMap(read));

/** The built-in protocols that sensors recognise by their content. */
export const recognised: ReadonlySet<string> = new Set([...byName.values()].flatMap(({ fits }) => [...fits]));

const inTls: WireName = { fits: new Set(), encrypted: true };

/**
 * What the name of a sensor means.
 * @returns `null` for a name that is not known
 */
export function wireName(text: string): WireName | null {
    const plain = text
        .trim()
        .toLowerCase()
        .replace(/[\s_/.]+/g, '-');
    const bare = plain.replace(/^spicy-/, '').replace(/-(tcp|udp)$/, '');
    return encrypted.has(bare) ? inTls : (byName.get(plain) ?? byName.get(bare) ?? null);
}

/** True for two names that are known, and can be no name of the same protocol. */
export function areOthers(one: string, other: string): boolean {
    const [a, b] = [wireName(one), wireName(other)];
    if (!a || !b || (a.encrypted && b.encrypted)) return false;
    return ![...a.fits].some(id => b.fits.has(id));
}
