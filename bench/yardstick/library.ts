/** The asset types and protocols that generated models refer to: the yardstick's built-in library. */
export const builtInLibrary = `
type embedded-device
type plc : embedded-device
type rtu : embedded-device
type ied : embedded-device
type dcs-controller : embedded-device
type safety-controller : embedded-device
type remote-io : embedded-device
type sensor : embedded-device
type actuator : embedded-device
type drive : embedded-device
type robot-controller : embedded-device
type meter : embedded-device
type host-device
type server : host-device
type workstation : host-device
type hmi : host-device
type operator-station : host-device
type engineering-station : host-device
type historian : host-device
type scada-server : host-device
type opc-server : host-device
type domain-controller : host-device
type jump-host : host-device
type patch-server : host-device
type backup-server : host-device
type terminal-server : host-device
type hypervisor : host-device
type laptop : host-device
type mobile-device : host-device
type printer : host-device
type file-server : host-device
type web-server : host-device
type mail-server : host-device
type database-server : host-device
type erp-server : host-device
type cloud-service : host-device
type network-device
type switch : network-device
type router : network-device
type firewall : network-device
type diode : network-device
type access-point : network-device
type gateway : network-device
type modem : network-device
type vpn-gateway : network-device
type radio : network-device
type serial-server : network-device
type ids : network-device
type media-converter : network-device
type proxy : network-device
type software-application
type application : software-application
protocol modbus-tcp "Modbus/TCP" {
  port tcp 502
}
protocol modbus-rtu "Modbus RTU / ASCII (serial)"
protocol modbus-tls "Modbus/TCP Security" {
  port tcp 802
  provides authentication, encryption, integrity
}
protocol dnp3 "DNP3 (IEEE 1815) without SA" {
  port tcp 20000
  port udp 20000
}
protocol dnp3-sa "DNP3 Secure Authentication (SAv5)" {
  port tcp 20000
  port udp 20000
  provides authentication, integrity
}
protocol dnp3-tls "DNP3 over TLS" {
  port tcp 19999
  provides authentication, encryption, integrity
}
protocol iec60870-5-104 "IEC 60870-5-104" {
  port tcp 2404
}
protocol iec60870-5-104-tls "IEC 60870-5-104 secured (IEC 62351-3/-5)" {
  port tcp 19998
  provides authentication, encryption, integrity
}
protocol iec60870-5-101 "IEC 60870-5-101 (serial)"
protocol iec61850-mms "IEC 61850-8-1 MMS" {
  port tcp 102
}
protocol iec61850-mms-tls "IEC 61850 MMS with IEC 62351-4" {
  port tcp 3782
  provides authentication, encryption, integrity
}
protocol iec61850-goose "IEC 61850 GOOSE"
protocol iec61850-sv "IEC 61850-9-2 Sampled Values"
protocol iec61850-goose-sv-sec "GOOSE/SV with IEC 62351-6" {
  provides authentication, integrity
}
protocol iccp-tase2 "ICCP / TASE.2 (IEC 60870-6)" {
  port tcp 102
}
protocol iccp-tls "Secure ICCP" {
  port tcp 3782
  provides authentication, encryption, integrity
}
protocol c37-118 "IEEE C37.118 synchrophasor" {
  port tcp 4712
  port udp 4713
}
protocol profinet "PROFINET IO (RT/IRT, DCP, CM)" {
  port udp 34962
  port udp 34963
  port udp 34964
}
protocol profinet-sec "PROFINET Security Class 2/3" {
  port udp 34964
  provides authentication, integrity
}
protocol profibus "PROFIBUS DP/PA"
protocol profisafe "PROFIsafe"
protocol ethernet-ip "EtherNet/IP (CIP)" {
  port tcp 44818
  port udp 44818
  port udp 2222
}
protocol cip-security "CIP Security (EtherNet/IP over TLS/DTLS)" {
  port tcp 2221
  port udp 2221
  provides authentication, encryption, integrity
}
protocol devicenet "DeviceNet"
protocol canopen "CANopen"
protocol opc-ua "OPC UA (binary TCP)" {
  port tcp 4840
  provides authentication, encryption, integrity
}
protocol opc-ua-https "OPC UA over HTTPS / WSS" {
  port tcp 443
  port tcp 4843
  provides authentication, encryption, integrity
}
protocol opc-ua-pubsub "OPC UA PubSub (UADP)" {
  port udp 4840
  port tcp 8883
  provides authentication, encryption, integrity
}
protocol opc-classic "OPC Classic DA/HDA/A&E (DCOM)" {
  port tcp 135
  provides authentication, encryption, integrity
}
protocol s7comm "Siemens S7comm" {
  port tcp 102
}
protocol s7comm-plus "Siemens S7comm-plus (before TLS)" {
  port tcp 102
  provides authentication, integrity
}
protocol s7comm-plus-tls "Siemens S7comm-plus over TLS" {
  port tcp 102
  provides authentication, encryption, integrity
}
protocol bacnet-ip "BACnet/IP" {
  port udp 47808
}
protocol bacnet-mstp "BACnet MS/TP"
protocol bacnet-sc "BACnet/SC" {
  port tcp 443
  provides authentication, encryption, integrity
}
protocol hart "HART (4-20 mA FSK)"
protocol hart-ip "HART-IP" {
  port tcp 5094
  port udp 5094
}
protocol hart-ip-sec "HART-IP with TLS/DTLS" {
  port tcp 5094
  port udp 5094
  provides authentication, encryption, integrity
}
protocol wirelesshart "WirelessHART" {
  provides authentication, encryption, integrity
}
protocol isa100-11a "ISA100 Wireless" {
  provides authentication, encryption, integrity
}
protocol ff-h1 "FOUNDATION Fieldbus H1"
protocol ff-hse "FOUNDATION Fieldbus HSE" {
  port tcp 1089
  port udp 1089
  port tcp 1090
  port udp 1090
  port udp 1091
  port udp 3622
}
protocol ethercat "EtherCAT" {
  port udp 34980
}
protocol powerlink "Ethernet POWERLINK"
protocol sercos3 "Sercos III"
protocol cc-link-ie "CC-Link IE Control/Field/TSN"
protocol cc-link-ie-basic "CC-Link IE Field Basic" {
  port udp 61450
}
protocol slmp "MELSEC SLMP / MC protocol" {
  port tcp 5007
  port udp 5006
}
protocol omron-fins "OMRON FINS" {
  port udp 9600
  port tcp 9600
}
protocol ge-srtp "GE SRTP" {
  port tcp 18245
}
protocol umas "Schneider UMAS (Modbus FC 90)" {
  port tcp 502
}
protocol codesys-v2 "CODESYS V2 runtime" {
  port tcp 1200
  port tcp 2455
}
protocol codesys-v3 "CODESYS V3 runtime / gateway" {
  port tcp 11740
  port tcp 1217
  port udp 1740
  provides authentication, encryption, integrity
}
protocol beckhoff-ads "Beckhoff ADS/AMS" {
  port tcp 48898
  port udp 48899
}
protocol beckhoff-ads-sec "Beckhoff Secure ADS" {
  port tcp 8016
  provides authentication, encryption, integrity
}
protocol pcworx "Phoenix Contact PC WORX" {
  port tcp 1962
}
protocol tristation "Triconex TriStation" {
  port udp 1502
}
protocol unitronics-pcom "Unitronics PCOM" {
  port tcp 20256
}
protocol niagara-fox "Niagara Fox" {
  port tcp 1911
  provides authentication
}
protocol niagara-foxs "Niagara Foxs (TLS)" {
  port tcp 4911
  provides authentication, encryption, integrity
}
protocol knxnet-ip "KNXnet/IP" {
  port udp 3671
}
protocol knx-ip-secure "KNX IP Secure" {
  port udp 3671
  port tcp 3671
  provides authentication, encryption, integrity
}
protocol lontalk-ip "LonTalk / IP-852" {
  port udp 1628
  port udp 1629
}
protocol mbus "M-Bus (wired)"
protocol dlms-cosem "DLMS/COSEM" {
  port tcp 4059
  port udp 4059
  provides authentication, encryption, integrity
}
protocol c12-22 "ANSI C12.22" {
  port tcp 1153
  port udp 1153
  provides authentication, encryption, integrity
}
protocol mqtt "MQTT" {
  port tcp 1883
}
protocol mqtts "MQTT over TLS" {
  port tcp 8883
  provides authentication, encryption, integrity
}
protocol amqp "AMQP" {
  port tcp 5672
  provides authentication
}
protocol amqps "AMQP over TLS" {
  port tcp 5671
  provides authentication, encryption, integrity
}
protocol coap "CoAP" {
  port udp 5683
}
protocol coaps "CoAP over DTLS" {
  port udp 5684
  provides authentication, encryption, integrity
}
protocol mtconnect "MTConnect agent (HTTP)" {
  port tcp 5000
}
protocol osisoft-pi "AVEVA PI Data Archive" {
  port tcp 5450
  provides authentication, encryption, integrity
}
protocol http "HTTP" {
  port tcp 80
}
protocol https "HTTPS" {
  port tcp 443
  provides authentication, encryption, integrity
}
protocol ssh "SSH" {
  port tcp 22
  provides authentication, encryption, integrity
}
protocol sftp "SFTP / SCP (over SSH)" {
  port tcp 22
  provides authentication, encryption, integrity
}
protocol telnet "Telnet" {
  port tcp 23
}
protocol ftp "FTP" {
  port tcp 21
  port tcp 20
}
protocol ftps "FTPS" {
  port tcp 990
  port tcp 21
  provides authentication, encryption, integrity
}
protocol tftp "TFTP" {
  port udp 69
}
protocol smb1 "SMBv1 / CIFS" {
  port tcp 445
  port tcp 139
  provides authentication
}
protocol smb "SMB 2.x / 3.x" {
  port tcp 445
  provides authentication, encryption, integrity
}
protocol rdp "RDP" {
  port tcp 3389
  port udp 3389
  provides authentication, encryption, integrity
}
protocol vnc "VNC (RFB)" {
  port tcp 5900
  provides authentication
}
protocol snmp-v1-v2c "SNMP v1 / v2c" {
  port udp 161
  port udp 162
}
protocol snmp-v3 "SNMPv3 (USM)" {
  port udp 161
  port udp 162
  provides authentication, encryption, integrity
}
protocol snmp-tls "SNMP over (D)TLS" {
  port tcp 10161
  port udp 10161
  port tcp 10162
  provides authentication, encryption, integrity
}
protocol ntp "NTP (unauthenticated)" {
  port udp 123
}
protocol nts "NTP with Network Time Security" {
  port tcp 4460
  port udp 123
  provides authentication, integrity
}
protocol ptp "PTP (IEEE 1588)" {
  port udp 319
  port udp 320
}
protocol syslog "Syslog over UDP" {
  port udp 514
}
protocol syslog-tls "Syslog over TLS" {
  port tcp 6514
  provides authentication, encryption, integrity
}
protocol dns "DNS" {
  port udp 53
  port tcp 53
}
protocol dns-tls "DNS over TLS" {
  port tcp 853
  provides authentication, encryption, integrity
}
protocol dhcp "DHCP" {
  port udp 67
  port udp 68
}
protocol lldp "LLDP"
protocol ldap "LDAP" {
  port tcp 389
  provides authentication
}
protocol ldaps "LDAP over TLS" {
  port tcp 636
  provides authentication, encryption, integrity
}
protocol kerberos "Kerberos v5" {
  port tcp 88
  port udp 88
  provides authentication, encryption, integrity
}
protocol radius "RADIUS" {
  port udp 1812
  port udp 1813
  provides authentication
}
protocol radsec "RADIUS over TLS" {
  port tcp 2083
  provides authentication, encryption, integrity
}
protocol tacacs-plus "TACACS+" {
  port tcp 49
  provides authentication
}
protocol netconf-ssh "NETCONF over SSH" {
  port tcp 830
  provides authentication, encryption, integrity
}
protocol winrm "WinRM / PowerShell remoting" {
  port tcp 5985
  port tcp 5986
  provides authentication, encryption, integrity
}
protocol mssql-tds "Microsoft SQL Server (TDS)" {
  port tcp 1433
  provides authentication, encryption, integrity
}
protocol postgresql "PostgreSQL" {
  port tcp 5432
  provides authentication, encryption, integrity
}
protocol oracle-tns "Oracle Net (TNS)" {
  port tcp 1521
  provides authentication, encryption, integrity
}
protocol ipsec "IPsec (IKEv2/ESP)" {
  port udp 500
  port udp 4500
  provides authentication, encryption, integrity
}
protocol wireguard "WireGuard" {
  port udp 51820
  provides authentication, encryption, integrity
}
protocol openvpn "OpenVPN" {
  port udp 1194
  port tcp 1194
  provides authentication, encryption, integrity
}
protocol macsec "MACsec" {
  provides authentication, encryption, integrity
}
protocol dot1x "IEEE 802.1X (EAPOL)" {
  provides authentication
}
protocol wifi-open "Wi-Fi open / WEP"
protocol wifi-wpa2-psk "Wi-Fi WPA2/WPA3 personal" {
  provides authentication, encryption, integrity
}
protocol wifi-enterprise "Wi-Fi WPA2/WPA3 enterprise" {
  provides authentication, encryption, integrity
}
protocol cellular "LTE / 5G" {
  provides authentication, encryption, integrity
}
protocol zigbee "Zigbee" {
  provides authentication, encryption, integrity
}
protocol lorawan "LoRaWAN" {
  provides authentication, encryption, integrity
}
protocol bluetooth-le "Bluetooth LE" {
  provides authentication, encryption, integrity
}
protocol serial-raw "Raw serial (RS-232/422/485)"
protocol hardwired-io "Hard-wired I/O (4-20 mA, dry contact)"
protocol proprietary-unknown "Unknown / proprietary"
`;
