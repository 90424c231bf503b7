/** Ports by the names that firewalls write, from the registry of IANA and the vendors' command references. */
const ports: Readonly<Record<string, number>> = {
    'echo': 7, 'discard': 9, 'daytime': 13, 'chargen': 19, 'ftp-data': 20, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'time': 37, 'nameserver': 42,
    'whois': 43, 'tacacs': 49, 'tacacs-ds': 65, 'domain': 53, 'dns': 53, 'bootps': 67, 'bootpc': 68, 'tftp': 69, 'gopher': 70, 'finger': 79, 'www': 80, 'http': 80,
    'kerberos': 88, 'hostname': 101, 'iso-tsap': 102, 'pop2': 109, 'pop3': 110, 'sunrpc': 111, 'rpcbind': 111, 'ident': 113, 'auth': 113, 'nntp': 119, 'ntp': 123,
    'epmap': 135, 'msrpc': 135, 'netbios-ns': 137, 'netbios-dgm': 138, 'netbios-ssn': 139, 'imap4': 143, 'imap': 143, 'imap2': 143, 'snmp': 161, 'snmptrap': 162, 'snmp-trap': 162,
    'xdmcp': 177, 'bgp': 179, 'irc': 194, 'dnsix': 195, 'mobile-ip': 434, 'ldap': 389, 'pim-auto-rp': 496, 'https': 443, 'microsoft-ds': 445, 'isakmp': 500, 'exec': 512,
    'biff': 512, 'login': 513, 'who': 513, 'rsh': 514, 'cmd': 514, 'shell': 514, 'syslog': 514, 'lpd': 515, 'printer': 515, 'talk': 517, 'rip': 520, 'uucp': 540, 'klogin': 543, 'kshell': 544,
    'dhcpv6-client': 546, 'dhcpv6-server': 547, 'rtsp': 554, 'nntps': 563, 'submission': 587, 'ldaps': 636, 'iscsi': 860, 'rsync': 873, 'ftps-data': 989, 'ftps': 990, 'imaps': 993, 'pop3s': 995, 'socks': 1080,
    'kazaa': 1214, 'openvpn': 1194, 'lotusnotes': 1352, 'citrix-ica': 1494, 'ms-sql-s': 1433, 'sqlnet': 1521, 'radius': 1645, 'radius-acct': 1646, 'cifs': 3020, 'pptp': 1723, 'h323': 1720, 'ctiqbe': 2748,
    'nfs': 2049, 'mysql': 3306, 'ms-wbt-server': 3389, 'ipsec-nat-t': 4500, 'rdp': 3389, 'postgresql': 5432, 'sip': 5060, 'secureid-udp': 5510, 'aol': 5190, 'pcanywhere-data': 5631, 'pcanywhere-status': 5632,
    'http-alt': 8080, 'webcache': 8080, 'vxlan': 4789, 'teredo': 3544, 'nat-t': 4500, 'vnc': 5900, 'mms': 102, 'modbus': 502, 'dnp3': 20000, 'opc-ua': 4840, 'bacnet': 47808,
};

/** A port from a number or a name; `null` for a name that is not known. */
export function portOf(word: string): number | null {
    if (/^\d{1,5}$/.test(word)) return Number(word) <= 65535 ? Number(word) : null;
    const lower = word.toLowerCase();
    return Object.hasOwn(ports, lower) ? ports[lower]! : null;
}

/** A port or a range, written with `-`, `:` or the separator of the dialect. */
export function portRange(text: string): { readonly from: number; readonly to: number } | null {
    const whole = portOf(text);
    if (whole !== null) return { from: whole, to: whole };
    const found = /^([^:]+)[:-]([^:]+)$/.exec(text) ?? /^(\d+)-(\d+)$/.exec(text);
    const open = /^(\d*)[:-](\d*)$/.exec(text);
    const [low, high] = found ? [portOf(found[1]!), portOf(found[2]!)] : open && text.length > 1
        ? [open[1] === '' ? 0 : portOf(open[1]!), open[2] === '' ? 65535 : portOf(open[2]!)] : [null, null];
    return low !== null && high !== null && low <= high ? { from: low, to: high } : null;
}
