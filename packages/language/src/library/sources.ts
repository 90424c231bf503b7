// Generated from the .iacs files in this folder by `node scripts/generate-library.mjs`. Do not edit.

export const types = `// The built-in asset types. The four roots are the component types of IEC 62443-4-2; every other type rests on one of them.
// No type here has an SL-C: what a component is capable of is known of a product, never of its kind.

// ----- The four component types -----

/** A device made for one purpose, with firmware of its own, that senses, controls or acts on the process. */
type embedded-device "Embedded device" {}

/** A computer with a general purpose operating system that runs applications, keeps data or serves users. */
type host-device "Host device" {}

/** A device that passes, filters or converts traffic and takes no part in the process itself. */
type network-device "Network device" {}

/** A program that is judged apart from the machine on which it runs. */
type software-application "Software application" {}

// ----- Controllers -----

/** Runs the control logic of a process or machine; whoever reprograms it decides what the plant does. */
type controller "Controller" : embedded-device

/** A programmable logic controller: reads inputs, runs a user program in a cycle, and writes outputs. */
type plc "PLC" : controller

/** A programmable automation controller: a PLC with larger programs, several disciplines and more networks. */
type pac "PAC" : plc

/** A process controller of a distributed control system, often redundant and engineered from a central database. */
type dcs-controller "DCS controller" : controller

/** The logic solver of a safety instrumented system; it must act whatever the control system around it does. */
type safety-controller "Safety controller" : controller

/** A PLC whose safety functions are certified; often engineered with the same tool as the standard program. */
type safety-plc "Safety PLC" : safety-controller

/** Supervises ignition and flame of a furnace or boiler, and shuts off the fuel when either is not safe. */
type burner-management-controller "Burner management controller" : safety-controller

/** Coordinates the axes of a machine in hard real time, usually over a dedicated drive network. */
type motion-controller "Motion controller" : controller

/** Runs the programs of an industrial robot; a changed path or speed can hurt people nearby. */
type robot-controller "Robot controller" : controller

/** The numerical control of a machine tool; it loads part programs and often runs an ordinary operating system inside. */
type cnc-controller "CNC controller" : controller

/** Governs speed and load of a turbine and holds the overspeed protection or talks to it. */
type turbine-controller "Turbine controller" : controller

/** Runs recipes step by step on the equipment of a batch unit. */
type batch-controller "Batch controller" : controller

/** Controls ventilation, heating, cooling or lighting; often reachable from office networks. */
type building-controller "Building controller" : controller

/** A remote terminal unit: collects and commands field equipment at a distant site over a telecontrol link. */
type rtu "RTU" : controller

/** An intelligent electronic device of a substation, such as a protection relay or a bay controller. */
type ied "IED" : embedded-device

/** Trips breakers when it sees a fault; its settings decide whether the grid is protected. */
type protection-relay "Protection relay" : ied

/** Interlocks and operates the switchgear of one bay of a substation. */
type bay-controller "Bay controller" : ied

/** Samples currents and voltages and publishes them as a stream on the process bus. */
type merging-unit "Merging unit" : ied

/** Measures synchronised phasors of the grid; it depends on an exact time source. */
type phasor-measurement-unit "Phasor measurement unit" : ied

/** Starts, synchronises and protects a generating set. */
type generator-controller "Generator controller" : controller

/** Feeds power from panels or batteries into a grid; many are managed from a cloud of their vendor. */
type inverter "Inverter" : embedded-device

/** Charges electric vehicles and talks to a back end, often over a public network. */
type charging-station "Charging station" : embedded-device

// ----- Field devices -----

/** Stands next to the process, and measures it or acts on it. */
type field-device "Field device" : embedded-device

/** Connects field signals to a controller over a network; it obeys whoever holds the connection. */
type remote-io "Remote I/O" : field-device

/** Measures the process; a forged measurement misleads operators and controllers alike. */
type sensor "Sensor" : field-device

/** A sensor with digital communication, whose range, units and damping can be changed remotely. */
type smart-sensor "Smart sensor" : sensor

/** A sensor that reports by radio, beyond the reach of locked cabinets. */
type wireless-sensor "Wireless sensor" : smart-sensor

/** Measures pressure, level, flow or temperature and sends it as a signal or a digital value. */
type transmitter "Transmitter" : smart-sensor

/** Computes volumes for custody transfer or allocation; a small change is worth money. */
type flow-computer "Flow computer" : embedded-device

/** Analyses composition or quality on line; often a computer in a cabinet that its vendor maintains remotely. */
type analyser "Analyser" : field-device

/** Detects flammable or toxic gas and feeds alarms and shutdowns. */
type gas-detector "Gas detector" : sensor

/** Watches rotating machines and may trip them. */
type vibration-monitor "Vibration monitor" : field-device

/** Acts on the process: a valve, damper, breaker or motor starter. */
type actuator "Actuator" : field-device

/** Moves a valve to the demanded position and reports on the health of the valve. */
type positioner "Positioner" : actuator

/** Switches and protects a motor, and reports its current. */
type motor-starter "Motor starter" : actuator

/** Sets speed or torque of a motor. */
type drive "Drive" : actuator

/** A drive that varies the frequency; driven outside its limits, it can destroy the machine. */
type variable-frequency-drive "Variable frequency drive" : drive

/** A drive that positions an axis in the cycle of a motion controller. */
type servo-drive "Servo drive" : drive

/** Opens or closes a power circuit on command or on a fault. */
type circuit-breaker "Circuit breaker" : actuator

/** Measures energy, water or gas for billing or balance. */
type meter "Meter" : field-device

/** A meter that is read, configured and sometimes disconnected remotely. */
type smart-meter "Smart meter" : meter

/** Feeds a safety function, such as a light curtain, an emergency stop or a level trip. */
type safety-sensor "Safety sensor" : sensor

/** Carries out a safety function, such as a shutdown valve. */
type safety-actuator "Safety actuator" : actuator

/** Reads bar codes or matrix codes; what is printed on a label becomes input to the system. */
type barcode-reader "Code reader" : sensor

/** Reads tags on products, carriers or people. */
type rfid-reader "RFID reader" : sensor

/** A camera with image processing that inspects products or guides robots. */
type vision-system "Vision system" : sensor

/** A small panel at the machine with firmware of its own, from which operators watch and act. */
type operator-panel "Operator panel" : embedded-device

/** Sends measurements to a service outside the control system, often past the zones that were drawn for it. */
type iot-device "IIoT device" : embedded-device

/** Records measurements on the spot and hands them over on request. */
type data-logger "Data logger" : embedded-device

/** Prints reports or labels; it keeps copies of documents and runs services that nobody patches. */
type printer "Printer" : embedded-device

/** Bridges a loss of power; its network card can switch the load off. */
type ups "UPS" : embedded-device

/** Distributes power in a rack; outlets can be switched remotely. */
type pdu "PDU" : embedded-device

/** Streams pictures; often mounted outside of locked rooms and seldom patched. */
type ip-camera "IP camera" : embedded-device

/** Opens doors for badges; who controls it walks to the cabinet. */
type access-control-panel "Access control panel" : embedded-device

/** Detects fire and starts alarms, ventilation and extinguishing. */
type fire-panel "Fire alarm panel" : embedded-device

/** Carries voice between people on site; telephones and public address systems belong here. */
type intercom "Intercom" : embedded-device

/** Takes time and position from satellites; its signal can be jammed or forged. */
type gps-receiver "GNSS receiver" : embedded-device

// ----- Servers -----

/** A computer that serves other computers. */
type server "Server" : host-device

/** Collects from controllers, commands them, and serves operator stations; whoever holds it operates the plant. */
type scada-server "SCADA server" : server

/** Holds the configuration and the real-time data of a distributed control system. */
type dcs-server "DCS server" : server

/** Polls the remote stations of a telecontrol network for a SCADA server. */
type front-end-processor "Front-end processor" : server

/** Collects, displays and forwards the data of one substation or remote station. */
type station-computer "Station computer" : server

/** Keeps the measured past of the process; its readers sit in the office, its sources in the plant. */
type historian "Historian" : server

/** Offers the data of controllers to other programs under one protocol. */
type opc-server "OPC server" : server

/** Collects, ranks and passes on the alarms of the plant. */
type alarm-server "Alarm server" : server

/** Manages recipes and batches, and hands phases to the controllers. */
type batch-server "Batch server" : server

/** Plans and tracks production orders between the office and the control system. */
type mes-server "MES server" : server

/** Configures and diagnoses smart field devices, and so writes to many of them from one place. */
type asset-management-server "Asset management server" : server

/** Keeps controller projects and their versions; a changed project reaches a controller at the next download. */
type engineering-server "Engineering server" : server

/** Runs one or more applications for users or other systems. */
type application-server "Application server" : server

/** Knows all accounts of a domain; whoever holds it holds every computer that trusts it. */
type domain-controller "Domain controller" : server

/** Decides on log-ons for others, over RADIUS, TACACS+ or a single sign-on protocol. */
type authentication-server "Authentication server" : server

/** Issues and revokes certificates; its key vouches for every other one. */
type certificate-authority "Certificate authority" : server

/** The one machine through which people enter a zone; sessions end here and begin anew. */
type jump-host "Jump host" : server

/** Brokers remote sessions of staff and suppliers, and records them. */
type remote-access-server "Remote access server" : jump-host

/** Hands out updates that were approved; whoever controls it installs software everywhere. */
type patch-server "Patch server" : server

/** Distributes signatures and settings of malware protection and collects its reports. */
type antivirus-server "Anti-malware server" : server

/** Keeps copies for recovery; it reads everything, so it has to be protected like everything. */
type backup-server "Backup server" : server

/** Gives the time to others; log times and protocols with certificates depend on it. */
type time-server "Time server" : server

/** Collects audit records so that they outlive the machine that wrote them. */
type log-server "Log server" : server

/** Correlates audit records from many sources and raises alarms. */
type siem "SIEM" : log-server

/** Watches and configures network devices, and so can open every boundary. */
type network-management-server "Network management server" : server

/** Runs desktop sessions for users who sit elsewhere. */
type terminal-server "Terminal server" : server

/** Runs virtual machines; machines of different zones on one hypervisor share its fate. */
type hypervisor "Hypervisor" : server

/** Manages hypervisors; whoever holds it holds every machine on them. */
type virtualisation-manager "Virtualisation manager" : server

/** Keeps disks for other machines over a network. */
type storage-system "Storage system" : server

/** Shares files; a common way for malicious code to travel between zones. */
type file-server "File server" : server

/** Serves pages or interfaces over HTTP. */
type web-server "Web server" : server

/** Sends and receives messages between people; it has no place in a control zone. */
type mail-server "Mail server" : server

/** Keeps structured data for applications. */
type database-server "Database server" : server

/** Runs orders, stock and accounting of the company. */
type erp-server "ERP server" : server

/** A service that somebody else runs outside the boundary of the site. */
type cloud-service "Cloud service" : server

/** Collects data from devices and may send commands back. */
type iot-platform "IIoT platform" : cloud-service

/** The remote maintenance or monitoring service of a supplier. */
type vendor-service "Vendor service" : cloud-service

/** Runs containers; they share one kernel, which is a weaker wall than a hypervisor. */
type container-host "Container host" : server

/** Runs applications next to the process and forwards results, often managed from a cloud. */
type edge-computer "Edge computer" : host-device

/** A rugged computer in a cabinet or a machine, with an operating system that ages with the machine. */
type industrial-pc "Industrial PC" : host-device

/** Runs control logic as a program on an industrial PC, and inherits the weaknesses of its operating system. */
type soft-plc "Soft PLC" : industrial-pc

// ----- Workstations and portable computers -----

/** A computer at which a person works. */
type workstation "Workstation" : host-device

/** A human machine interface: shows the process and takes commands; essential where operators must never lose view. */
type hmi "HMI" : workstation

/** A workstation of the control room from which the process is operated. */
type operator-station "Operator station" : workstation

/** Programs and configures controllers; the most direct way to change what the plant does. */
type engineering-station "Engineering station" : workstation

/** Programs the safety system; connected only while it is needed, if at all. */
type safety-engineering-station "Safety engineering station" : engineering-station

/** Diagnoses and parametrises devices. */
type maintenance-station "Maintenance station" : workstation

/** Reads mail and browses the web; assume that it is compromised some day. */
type office-computer "Office computer" : workstation

/** Shows a session that runs elsewhere and keeps nothing itself. */
type thin-client "Thin client" : workstation

/** Shows overviews in a control room. */
type video-wall "Video wall" : workstation

/** Checks portable media for malicious code before they enter a zone. */
type scanning-kiosk "Scanning kiosk" : workstation

/** A portable computer; it has been on other networks before it comes here. */
type laptop "Laptop" : host-device

/** A laptop with programming tools, connected to controllers for the time of a job. */
type engineering-laptop "Engineering laptop" : laptop

/** A laptop that belongs to a supplier and is maintained under rules of theirs. */
type vendor-laptop "Vendor laptop" : laptop

/** A tablet, telephone or handheld terminal that moves between zones and networks. */
type mobile-device "Mobile device" : host-device

/** Parametrises field devices on the spot, at their terminals or by radio. */
type handheld-communicator "Handheld communicator" : mobile-device

// ----- Boundary and network devices -----

/** Connects devices of one network; virtual networks on it divide, but do not filter. */
type switch "Switch" : network-device

/** A switch without settings: it can neither divide a network nor tell who is on it. */
type unmanaged-switch "Unmanaged switch" : switch

/** A switch with virtual networks, port security and statistics. */
type managed-switch "Managed switch" : switch

/** A switch that also routes between virtual networks; without filters it joins what it was meant to divide. */
type core-switch "Core switch" : managed-switch

/** Passes traffic between networks; it divides addresses, and protects nothing without filters. */
type router "Router" : network-device

/** Lets declared traffic through and drops the rest: the usual device to enforce the boundary of a zone. */
type firewall "Firewall" : network-device

/** A firewall that reads industrial protocols and can allow reading while it denies writing or programming. */
type industrial-firewall "Industrial firewall" : firewall

/** A firewall that recognises applications and users, and inspects content. */
type next-generation-firewall "Next-generation firewall" : firewall

/** Lets data pass in one direction only, by its hardware. */
type diode "Data diode" : network-device

/** Ends one protocol or network and speaks another one on the far side. */
type gateway "Gateway" : network-device

/** Translates one industrial protocol into another; it passes on commands that it does not understand. */
type protocol-converter "Protocol converter" : gateway

/** Collects from field devices and forwards to a platform outside. */
type iot-gateway "IIoT gateway" : gateway

/** Joins a wireless field network with the control network, and manages its keys. */
type wireless-gateway "Wireless gateway" : gateway

/** Ends encrypted tunnels; what comes out of them needs a filter of its own. */
type vpn-gateway "VPN gateway" : gateway

/** Ends sessions and begins new ones, and lets only known requests through. */
type application-gateway "Application gateway" : gateway

/** Gives suppliers a way in for maintenance; switched on for a job, and off afterwards. */
type remote-access-gateway "Remote access gateway" : vpn-gateway

/** Fetches on behalf of others, so that they need no connection of their own. */
type proxy "Proxy" : network-device

/** Stands before servers and passes on the requests that are allowed. */
type reverse-proxy "Reverse proxy" : proxy

/** Connects over a line or radio that belongs to somebody else; forgotten modems are open doors. */
type modem "Modem" : network-device

/** A modem for a mobile network; its address may be reachable from the Internet. */
type cellular-modem "Cellular modem" : modem

/** A router with a mobile network on its far side, common at unmanned sites. */
type cellular-router "Cellular router" : router

/** Connects ships and remote sites over a satellite network. */
type satellite-terminal "Satellite terminal" : modem

/** A radio link between sites or devices; anyone within range can listen. */
type radio "Radio" : network-device

/** Joins wireless devices with a wired network. */
type access-point "Access point" : network-device

/** Manages access points, their keys and their users. */
type wireless-controller "Wireless controller" : network-device

/** Makes serial ports reachable over a network, mostly without asking who calls. */
type serial-server "Serial server" : network-device

/** Changes copper to fibre and back, and understands nothing of what passes. */
type media-converter "Media converter" : network-device

/** Copies traffic for monitoring without being able to change it. */
type tap "Network tap" : network-device

/** Collects copies of traffic from taps and mirror ports, and hands them to sensors. */
type packet-broker "Packet broker" : network-device

/** Watches traffic and raises an alarm; it sees, and stops nothing. */
type ids "IDS" : network-device

/** Watches traffic and blocks what it takes for an attack; a false alarm may stop the process. */
type ips "IPS" : ids

/** Spreads requests over several servers. */
type load-balancer "Load balancer" : network-device

/** Joins one keyboard and screen with several computers, perhaps of different zones. */
type kvm-switch "KVM switch" : network-device

/** Reaches the maintenance ports of other devices, also when the network is down. */
type console-server "Console server" : serial-server

/** Carries many channels over one line between sites. */
type telecom-multiplexer "Telecom multiplexer" : network-device

/** Joins segments of a field bus. */
type fieldbus-coupler "Fieldbus coupler" : network-device

/** Decides which device may join a network. */
type network-access-controller "Network access controller" : network-device

// ----- Software -----

/** A program for users or for other programs. */
type application "Application" : software-application

/** The program that supervises and commands, apart from the server on which it runs. */
type scada-application "SCADA application" : application

/** The program that shows the process and takes commands, apart from the machine on which it runs. */
type hmi-application "HMI application" : application

/** The program with which controllers are programmed. */
type engineering-application "Engineering application" : application

/** The program that keeps and serves measured values. */
type historian-application "Historian application" : application

/** The program that plans and tracks production. */
type mes-application "MES application" : application

/** A computer that runs on a hypervisor. */
type virtual-machine "Virtual machine" : host-device

/** A program with which somebody elsewhere sees and operates a desktop. */
type remote-access-client "Remote access client" : application
`;

export const protocols = `// The built-in protocols: default ports, and what each protocol itself protects.
//
// \`provides\` names what is protected once the security functions are on. A cleartext password is no authentication,
// and a checksum or safety code no integrity: these count only where they withstand an attacker.
// \`security\` says whether the security functions are absent (none), can be off (optional) or are always on (mandatory).
// With \`optional\` the configured mode is a fact of the flow: \`secured … by …\`.
// A protocol without a port does not run over TCP or UDP. The ports are defaults or conventions; a flow may say its own.

// ----- Controllers and drives -----

/** Reads and writes registers of a controller; anyone who reaches it may do both. Specified in Modbus Messaging on TCP/IP 1.0b. */
protocol modbus-tcp "Modbus/TCP" {
  class ot
  port tcp 502
  security none
}

/** Reads and writes registers over a serial line, guarded by a checksum against noise alone. Specified in Modbus over Serial Line 1.02. */
protocol modbus-rtu "Modbus on a serial line" {
  class ot
  security none
  is serial, fieldbus
}

/** Modbus inside TLS with certificates on both sides, which also carry the role of the client. Specified in Modbus/TCP Security, 2018. */
protocol modbus-tls "Modbus/TCP Security" {
  class ot
  port tcp 802
  provides authentication, encryption, integrity
  security mandatory
}

/** Programs and controls Modicon PLCs inside of Modbus; its password and reservation have been bypassed again and again. */
protocol umas "Schneider UMAS" {
  class ot
  port tcp 502
  security none
  is cleartext-credentials, engineering
}

/** Reads, writes and programs SIMATIC controllers; the optional password is hardly hidden. */
protocol s7comm "Siemens S7comm" {
  class ot
  port tcp 102
  security none
  is cleartext-credentials, engineering
}

/** Programs newer SIMATIC controllers; its own session protection was broken in several firmware generations. */
protocol s7comm-plus "Siemens S7comm-plus" {
  class ot
  port tcp 102
  provides authentication, integrity
  security optional
  is engineering
}

/** Programs newer SIMATIC controllers inside TLS, where project and firmware are recent enough and have it on. */
protocol s7comm-plus-tls "Siemens S7comm-plus over TLS" {
  class ot
  port tcp 102
  provides authentication, encryption, integrity
  security optional
  is engineering
}

/** Exchanges inputs and outputs in a fixed cycle and names devices on request, without asking who asks. Specified in IEC 61784-2 CPF 3. */
protocol profinet "PROFINET IO" {
  class ot
  port udp 34962, 34963, 34964
  security none
  is layer2
}

/** PROFINET with authentic frames; class 3 also hides their content, and few plants have either. Specified in PROFINET Security of PI. */
protocol profinet-sec "PROFINET with security class 2 or 3" {
  class ot
  port udp 34964
  provides authentication, integrity
  security optional
  is layer2
}

/** A field bus between controllers, remote I/O and instruments; protected only by where its cable runs. Specified in IEC 61158 CPF 3. */
protocol profibus "PROFIBUS DP and PA" {
  class ot
  security none
  is serial, fieldbus
}

/** Carries safety functions over a standard network; its checks catch faults, not attackers. Specified in IEC 61784-3-3. */
protocol profisafe "PROFIsafe" {
  class safety
  security none
  is safety, layer2, serial
}

/** CIP over Ethernet: cyclic inputs and outputs, and services that read, write and program controllers. Specified in ODVA volumes 1 and 2. */
protocol ethernet-ip "EtherNet/IP" {
  class ot
  port tcp 44818
  port udp 2222, 44818
  security none
  is engineering
}

/** EtherNet/IP inside TLS and DTLS; suites without encryption are allowed, so encryption is a setting. Specified in ODVA volume 8. */
protocol cip-security "CIP Security" {
  class ot
  port tcp 2221
  port udp 2221
  provides authentication, encryption, integrity
  security mandatory
  is engineering
}

/** CIP on a CAN bus, for sensors, actuators and drives. Specified in IEC 62026-3. */
protocol devicenet "DeviceNet" {
  class ot
  security none
  is serial, fieldbus
}

/** A CAN bus inside machines and vehicles. Specified in CiA 301. */
protocol canopen "CANopen" {
  class ot
  security none
  is serial, fieldbus
}

/** Exchanges process data of drives and I/O in microseconds, on a network of its own. Specified in IEC 61158 CPF 12. */
protocol ethercat "EtherCAT" {
  class ot
  port udp 34980
  security none
  is layer2
}

/** Exchanges process data of drives and I/O in a fixed cycle. Specified in IEC 61158 CPF 13. */
protocol powerlink "Ethernet POWERLINK" {
  class ot
  security none
  is layer2
}

/** Exchanges set-points of drives in a fixed cycle. Specified in IEC 61158 CPF 16. */
protocol sercos3 "Sercos III" {
  class ot
  security none
  is layer2
}

/** Exchanges process data of controllers and I/O over gigabit Ethernet. Specified in IEC 61158 CPF 8. */
protocol cc-link-ie "CC-Link IE" {
  class ot
  security none
  is layer2
}

/** CC-Link cyclic data over ordinary UDP. */
protocol cc-link-ie-basic "CC-Link IE Field Basic" {
  class ot
  port udp 61450
  security none
}

/** Reads, writes, starts and stops Mitsubishi controllers; the optional password travels in clear, and the ports are set per module. */
protocol slmp "MELSEC SLMP and MC protocol" {
  class ot
  port tcp 5007
  port udp 5006
  security none
  is cleartext-credentials, engineering
}

/** Reads, writes and programs OMRON controllers without any log-on. */
protocol omron-fins "OMRON FINS" {
  class ot
  port tcp 9600
  port udp 9600
  security none
  is engineering
}

/** Reads, writes and programs GE and Emerson PACSystems controllers. */
protocol ge-srtp "GE SRTP" {
  class ot
  port tcp 18245
  security none
  is engineering
}

/** Programs controllers of many brands with the older runtime. */
protocol codesys-v2 "CODESYS V2 runtime" {
  class ot
  port tcp 1200, 2455
  security none
  is engineering
}

/** Programs controllers of many brands; accounts and encryption exist and have to be switched on. */
protocol codesys-v3 "CODESYS V3 runtime and gateway" {
  class ot
  port tcp 1217, 11740
  port udp 1740
  provides authentication, encryption, integrity
  security optional
  is engineering
}

/** Reads, writes and programs TwinCAT controllers, for every route that was entered. */
protocol beckhoff-ads "Beckhoff ADS" {
  class ot
  port tcp 48898
  port udp 48899
  security none
  is engineering
}

/** ADS inside TLS, with certificates or a shared key. */
protocol beckhoff-ads-sec "Beckhoff Secure ADS" {
  class ot
  port tcp 8016
  provides authentication, encryption, integrity
  security mandatory
  is engineering
}

/** Programs and controls ILC controllers without a log-on. */
protocol pcworx "Phoenix Contact PC WORX" {
  class ot
  port tcp 1962
  security none
  is engineering
}

/** Programs Triconex safety controllers; only the key switch on the front stands between a reader and a writer. */
protocol tristation "Triconex TriStation" {
  class safety
  port udp 1502
  security none
  is engineering, safety
}

/** Programs and controls Unitronics PLCs; the password is optional and often left at its default. */
protocol unitronics-pcom "Unitronics PCOM" {
  class ot
  port tcp 20256
  security none
  is cleartext-credentials, engineering
}

// ----- Data access and integration -----

/** Reads, writes, subscribes and calls methods; its mode may be None, Sign or SignAndEncrypt, so the mode has to be said. Specified in OPC 10000-2, -4 and -6. */
protocol opc-ua "OPC UA" {
  class ot
  port tcp 4840
  provides authentication, encryption, integrity
  security optional
}

/** OPC UA messages inside TLS, which ends at the first proxy. Specified in OPC 10000-6. */
protocol opc-ua-https "OPC UA over HTTPS" {
  class ot
  port tcp 443, 4843
  provides authentication, encryption, integrity
  security mandatory
}

/** Publishes data to many readers, by multicast or through a broker; keys come from a key service, and none is allowed too. Specified in OPC 10000-14. */
protocol opc-ua-pubsub "OPC UA PubSub" {
  class ot
  port tcp 8883
  port udp 4840
  provides authentication, encryption, integrity
  security optional
  is one-way-capable, messaging, streaming
}

/** OPC DA, HDA and A&E over DCOM: it needs a wide range of ports, and its rights are those of Windows. Specified in MS-DCOM. */
protocol opc-classic "OPC Classic (DCOM)" {
  class ot
  port tcp 135, 49152-65535
  provides authentication, encryption, integrity
  security optional
  is dynamic-ports, outdated
}

/** Reads the state of machine tools as XML over HTTP; it only reads. Specified in ANSI/MTC1.4. */
protocol mtconnect "MTConnect" {
  class iiot
  port tcp 5000
  security none
  is web
}

/** Sends measured values to a PI server and reads them back; Windows security protects it, older log-ons and trusts do not. */
protocol osisoft-pi "AVEVA PI Data Archive" {
  class historian
  port tcp 5450
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Publishes and subscribes through a broker; user name and password travel in clear. Specified in MQTT 5.0. */
protocol mqtt "MQTT" {
  class iiot
  port tcp 1883
  security none
  is cleartext-credentials, messaging
}

/** MQTT inside TLS; the broker is authenticated, the client by certificate or password if it is asked for. Specified in MQTT 5.0. */
protocol mqtts "MQTT over TLS" {
  class iiot
  port tcp 8883
  provides authentication, encryption, integrity
  security mandatory
  is messaging
}

/** Passes messages through queues; a plain log-on is readable on the way. Specified in ISO/IEC 19464. */
protocol amqp "AMQP" {
  class iiot
  port tcp 5672
  provides authentication
  security optional
  is cleartext-credentials, messaging
}

/** AMQP inside TLS. Specified in ISO/IEC 19464. */
protocol amqps "AMQP over TLS" {
  class iiot
  port tcp 5671
  provides authentication, encryption, integrity
  security mandatory
  is messaging
}

/** Web-like requests for small devices over UDP. Specified in RFC 7252. */
protocol coap "CoAP" {
  class iiot
  port udp 5683
  security none
  is messaging
}

/** CoAP inside DTLS. Specified in RFC 7252. */
protocol coaps "CoAP over DTLS" {
  class iiot
  port udp 5684
  provides authentication, encryption, integrity
  security mandatory
  is messaging
}

// ----- Energy -----

/** Reports and commands outstations of utilities; anyone who reaches an outstation may command it. Specified in IEEE 1815-2012. */
protocol dnp3 "DNP3" {
  class ot
  port tcp 20000
  port udp 20000
  security none
  is telecontrol, serial
}

/** DNP3 whose critical commands are challenged with a keyed hash; nothing is hidden. Specified in IEEE 1815-2012, clause 7. */
protocol dnp3-sa "DNP3 Secure Authentication" {
  class ot
  port tcp 20000
  port udp 20000
  provides authentication, integrity
  security optional
  is telecontrol, serial
}

/** DNP3 inside TLS. Specified in IEEE 1815-2012. */
protocol dnp3-tls "DNP3 over TLS" {
  class ot
  port tcp 19999
  provides authentication, encryption, integrity
  security mandatory
  is telecontrol
}

/** Telecontrol over a serial line. Specified in IEC 60870-5-101. */
protocol iec60870-5-101 "IEC 60870-5-101" {
  class ot
  security none
  is telecontrol, serial
}

/** Telecontrol over TCP; anyone who reaches a station may switch it. Specified in IEC 60870-5-104. */
protocol iec60870-5-104 "IEC 60870-5-104" {
  class ot
  port tcp 2404
  security none
  is telecontrol
}

/** Telecontrol inside TLS, with authentication in the application where it is configured. Specified in IEC 62351-3 and -5. */
protocol iec60870-5-104-tls "IEC 60870-5-104 over TLS" {
  class ot
  port tcp 19998
  provides authentication, encryption, integrity
  security mandatory
  is telecontrol
}

/** Reads, switches and configures devices of a substation; its optional password is readable on the way. Specified in IEC 61850-8-1. */
protocol iec61850-mms "IEC 61850 MMS" {
  class ot
  port tcp 102
  security none
  is cleartext-credentials
}

/** MMS inside TLS, or protected end to end. Specified in IEC 62351-4. */
protocol iec61850-mms-tls "IEC 61850 MMS over TLS" {
  class ot
  port tcp 3782
  provides authentication, encryption, integrity
  security mandatory
}

/** Publishes trips and interlocks to all devices on the station bus within milliseconds; its counters are no protection. Specified in IEC 61850-8-1. */
protocol iec61850-goose "IEC 61850 GOOSE" {
  class ot
  security none
  is layer2, one-way-capable
}

/** Publishes sampled currents and voltages on the process bus. Specified in IEC 61850-9-2. */
protocol iec61850-sv "IEC 61850 Sampled Values" {
  class ot
  security none
  is layer2, streaming, one-way-capable
}

/** GOOSE and Sampled Values with an authentication code under a group key. Specified in IEC 62351-6:2020. */
protocol iec61850-goose-sv-sec "GOOSE and Sampled Values with IEC 62351-6" {
  class ot
  provides authentication, integrity
  security mandatory
  is layer2, streaming, one-way-capable
}

/** Exchanges data between control centres; bilateral tables say who may read what, but nobody proves who he is. Specified in IEC 60870-6-503. */
protocol iccp-tase2 "ICCP/TASE.2" {
  class ot
  port tcp 102
  security none
  is telecontrol
}

/** ICCP inside TLS. Specified in IEC 62351-4. */
protocol iccp-tls "Secure ICCP" {
  class ot
  port tcp 3782
  provides authentication, encryption, integrity
  security mandatory
  is telecontrol
}

/** Streams synchronised phasors to a concentrator; the ports are conventions. Specified in IEEE C37.118.2. */
protocol c37-118 "Synchrophasors (C37.118)" {
  class ot
  port tcp 4712
  port udp 4713
  security none
  is streaming
}

/** Reads, configures and disconnects meters; the security suite is a setting, and the low level password travels in clear. Specified in IEC 62056. */
protocol dlms-cosem "DLMS/COSEM" {
  class metering
  port tcp 4059
  port udp 4059
  provides authentication, encryption, integrity
  security optional
}

/** Reads and configures meters over a network; its cipher mode has known weaknesses. Specified in ANSI C12.22. */
protocol c12-22 "ANSI C12.22" {
  class metering
  port tcp 1153
  port udp 1153
  provides authentication, encryption, integrity
  security optional
}

/** Reads meters over a wire pair. Specified in EN 13757. */
protocol mbus "M-Bus" {
  class metering
  security none
  is serial, fieldbus
}

// ----- Process instruments -----

/** Digital access to an instrument on top of its 4-20 mA signal. Specified in IEC 61158 CPF 9. */
protocol hart "HART" {
  class ot
  security none
  is serial, fieldbus
}

/** Reads and configures HART instruments over a network without protection. Specified in FieldComm TS20085. */
protocol hart-ip "HART-IP" {
  class ot
  port tcp 5094
  port udp 5094
  security none
}

/** HART-IP inside TLS or DTLS, with a shared key or a password. Specified in FieldComm TS20085, revision 2. */
protocol hart-ip-sec "HART-IP with TLS" {
  class ot
  port tcp 5094
  port udp 5094
  provides authentication, encryption, integrity
  security mandatory
}

/** A mesh of battery-powered instruments; everything depends on the join key. Specified in IEC 62591. */
protocol wirelesshart "WirelessHART" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
}

/** A wireless field network; its policies may lower the protection. Specified in IEC 62734. */
protocol isa100-11a "ISA100 Wireless" {
  class wireless
  provides authentication, encryption, integrity
  security optional
  is wireless
}

/** A field bus on which instruments control on their own. Specified in IEC 61158 CPF 1. */
protocol ff-h1 "FOUNDATION Fieldbus H1" {
  class ot
  security none
  is serial, fieldbus
}

/** Joins H1 segments over Ethernet, and configures what runs in the instruments. Specified in IEC 61158 CPF 1. */
protocol ff-hse "FOUNDATION Fieldbus HSE" {
  class ot
  port tcp 1089, 1090
  port udp 1089, 1090, 1091, 3622
  security none
  is engineering
}

// ----- Buildings -----

/** Reads and commands building controllers; anyone on the network may do both. Specified in ASHRAE 135, Annex J. */
protocol bacnet-ip "BACnet/IP" {
  class building
  port udp 47808
  security none
}

/** BACnet on a serial bus. Specified in ASHRAE 135, clause 9. */
protocol bacnet-mstp "BACnet MS/TP" {
  class building
  security none
  is serial, fieldbus
}

/** BACnet over web sockets inside TLS, with certificates on both sides. Specified in ASHRAE 135-2020, Annex AB. */
protocol bacnet-sc "BACnet/SC" {
  class building
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
}

/** Programs and operates Niagara stations; the log-on is a digest, the session is in clear. */
protocol niagara-fox "Niagara Fox" {
  class building
  port tcp 1911
  provides authentication
  security optional
  is engineering
}

/** Fox inside TLS. */
protocol niagara-foxs "Niagara Fox over TLS" {
  class building
  port tcp 4911
  provides authentication, encryption, integrity
  security mandatory
  is engineering
}

/** Operates and programs KNX installations over a network. Specified in EN ISO 22510. */
protocol knxnet-ip "KNXnet/IP" {
  class building
  port udp 3671
  security none
  is engineering
}

/** KNXnet/IP with authentic and encrypted frames. Specified in EN ISO 22510. */
protocol knx-ip-secure "KNX IP Secure" {
  class building
  port tcp 3671
  port udp 3671
  provides authentication, encryption, integrity
  security mandatory
  is engineering
}

/** Carries LonTalk between segments; its authentication is broken and counts as none. Specified in ISO/IEC 14908. */
protocol lontalk-ip "LonTalk over IP" {
  class building
  port udp 1628, 1629
  security none
}

// ----- Web, files and remote access -----

/** Web pages and interfaces in clear; whoever listens reads pages and passwords. Specified in RFC 9110. */
protocol http "HTTP" {
  class it
  port tcp 80
  security none
  is cleartext-credentials, web
}

/** HTTP inside TLS; the server is authenticated, the client only if it is asked for. Specified in RFC 9110 and RFC 8446. */
protocol https "HTTPS" {
  class it
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
  is web
}

/** A remote shell with encrypted sessions; it can also carry other connections inside. Specified in RFC 4251 to 4254. */
protocol ssh "SSH" {
  class it
  port tcp 22
  provides authentication, encryption, integrity
  security mandatory
  is remote-access, management
}

/** Copies files over SSH. */
protocol sftp "SFTP and SCP" {
  class it
  port tcp 22
  provides authentication, encryption, integrity
  security mandatory
  is file-transfer
}

/** A remote shell in clear, log-on included. Specified in RFC 854. */
protocol telnet "Telnet" {
  class it
  port tcp 23
  security none
  is cleartext-credentials, remote-access, management, outdated
}

/** Copies files in clear, log-on included. Specified in RFC 959. */
protocol ftp "FTP" {
  class it
  port tcp 20, 21
  security none
  is cleartext-credentials, file-transfer
}

/** FTP inside TLS. Specified in RFC 4217. */
protocol ftps "FTPS" {
  class it
  port tcp 21, 990
  provides authentication, encryption, integrity
  security mandatory
  is file-transfer
}

/** Copies files without any log-on; devices fetch configurations and firmware with it. Specified in RFC 1350. */
protocol tftp "TFTP" {
  class it
  port udp 69
  security none
  is file-transfer
}

/** Windows shares in their first version; worms spread with it, and Windows no longer installs it. Specified in MS-CIFS. */
protocol smb1 "SMB 1" {
  class it
  port tcp 139, 445
  provides authentication
  security optional
  is file-transfer, outdated
}

/** Windows shares; signing and encryption are settings. Specified in MS-SMB2. */
protocol smb "SMB 2 and 3" {
  class it
  port tcp 445
  provides authentication, encryption, integrity
  security optional
  is file-transfer
}

/** A remote Windows desktop; it should ask for the log-on before it shows one. Specified in MS-RDPBCGR. */
protocol rdp "Remote Desktop" {
  class it
  port tcp 3389
  port udp 3389
  provides authentication, encryption, integrity
  security optional
  is remote-access
}

/** A remote screen; its own log-on is weak and its pictures are in clear. Specified in RFC 6143. */
protocol vnc "VNC" {
  class it
  port tcp 5900
  provides authentication
  security optional
  is remote-access
}

/** Runs commands and scripts on Windows machines. Specified in MS-WSMV. */
protocol winrm "Windows Remote Management" {
  class it
  port tcp 5985, 5986
  provides authentication, encryption, integrity
  security optional
  is remote-access, management
}

/** A remote screen of a Unix program; keyboard and picture travel in clear. Specified in X Window System protocol, version 11. */
protocol x11 "X Window System" {
  class it
  port tcp 6000-6063
  security none
  is remote-access
}

/** A remote desktop through servers of its vendor, which passes most firewalls from the inside. */
protocol teamviewer "TeamViewer" {
  class it
  port tcp 80, 443, 5938
  port udp 5938
  provides authentication, encryption, integrity
  security mandatory
  is remote-access
}

/** A remote desktop through servers of its vendor, which passes most firewalls from the inside. */
protocol anydesk "AnyDesk" {
  class it
  port tcp 80, 443, 6568
  port udp 50001-50003
  provides authentication, encryption, integrity
  security mandatory
  is remote-access
}

/** Unix shares; older versions believe the address and user number that a client gives. Specified in RFC 7530. */
protocol nfs "NFS" {
  class it
  port tcp 2049
  port udp 2049
  provides authentication, encryption, integrity
  security optional
  is file-transfer
}

// ----- Network services, databases and mail -----

/** Reads and sets values of devices; the community string is a password in clear. Specified in RFC 1157 and RFC 3416. */
protocol snmp-v1-v2c "SNMP 1 and 2c" {
  class it
  port udp 161, 162
  security none
  is cleartext-credentials, management, outdated
}

/** SNMP with accounts; authentication and privacy are settings of each. Specified in RFC 3414. */
protocol snmp-v3 "SNMP 3" {
  class it
  port udp 161, 162
  provides authentication, encryption, integrity
  security optional
  is management
}

/** SNMP inside TLS or DTLS. Specified in RFC 6353. */
protocol snmp-tls "SNMP over TLS" {
  class it
  port tcp 10161, 10162
  port udp 10161
  provides authentication, encryption, integrity
  security mandatory
  is management
}

/** Sends alarms of devices without waiting for an answer; they can be lost or forged. Specified in RFC 3416. */
protocol snmp-trap "SNMP traps" {
  class it
  port udp 162
  security none
  is management, one-way-capable
}

/** Sends summaries of traffic to a collector without waiting for an answer. Specified in RFC 7011. */
protocol netflow "NetFlow and IPFIX over UDP" {
  class it
  port udp 2055, 4739
  security none
  is logging, one-way-capable
}

/** Sends samples of traffic to a collector without waiting for an answer. Specified in sFlow version 5. */
protocol sflow "sFlow" {
  class it
  port udp 6343
  security none
  is logging, one-way-capable
}

/** Controls a server below its operating system, power switch included; its log-on gives hashes away. Specified in IPMI 2.0. */
protocol ipmi "IPMI" {
  class it
  port udp 623
  provides authentication, encryption, integrity
  security optional
  is management
}

/** Configures network devices inside SSH. Specified in RFC 6242. */
protocol netconf-ssh "NETCONF over SSH" {
  class it
  port tcp 830
  provides authentication, encryption, integrity
  security mandatory
  is management
}

/** Gives the time; anyone on the way can change it. Specified in RFC 5905. */
protocol ntp "NTP" {
  class it
  port udp 123
  security none
  is time
}

/** NTP with authentic packets, which are not hidden by design. Specified in RFC 8915. */
protocol nts "NTP with Network Time Security" {
  class it
  port tcp 4460
  port udp 123
  provides authentication, integrity
  security mandatory
  is time
}

/** Gives the time within microseconds; the protection of its newer edition is rare. Specified in IEEE 1588-2019. */
protocol ptp "PTP" {
  class it
  port udp 319, 320
  security none
  is time, layer2
}

/** Sends audit records without asking for an answer; records can be lost or forged. Specified in RFC 5424 and RFC 5426. */
protocol syslog "Syslog over UDP" {
  class it
  port udp 514
  security none
  is logging, one-way-capable
}

/** Sends audit records inside TLS. Specified in RFC 5425. */
protocol syslog-tls "Syslog over TLS" {
  class it
  port tcp 6514
  provides authentication, encryption, integrity
  security mandatory
  is logging
}

/** Resolves names; a forged answer leads elsewhere, and queries can carry data out. Specified in RFC 1035. */
protocol dns "DNS" {
  class it
  port tcp 53
  port udp 53
  security none
  is name-service
}

/** DNS inside TLS. Specified in RFC 7858. */
protocol dns-tls "DNS over TLS" {
  class it
  port tcp 853
  provides authentication, encryption, integrity
  security mandatory
  is name-service
}

/** Hands out addresses to whoever asks. Specified in RFC 2131. */
protocol dhcp "DHCP" {
  class it
  port udp 67, 68
  security none
  is management
}

/** Tells neighbours which device is on the other end of a cable. Specified in IEEE 802.1AB. */
protocol lldp "LLDP" {
  class it
  security none
  is layer2, discovery
}

/** Reads and writes a directory; a simple log-on is readable on the way. Specified in RFC 4511. */
protocol ldap "LDAP" {
  class it
  port tcp 389
  provides authentication
  security optional
  is cleartext-credentials, directory
}

/** LDAP inside TLS. Specified in RFC 4513. */
protocol ldaps "LDAP over TLS" {
  class it
  port tcp 636
  provides authentication, encryption, integrity
  security mandatory
  is directory
}

/** Proves who somebody is with tickets of a domain. Specified in RFC 4120. */
protocol kerberos "Kerberos" {
  class it
  port tcp 88
  port udp 88
  provides authentication, encryption, integrity
  security mandatory
  is sign-on
}

/** Asks a server whether a log-on is right; its protection rests on a shared secret and an old hash. Specified in RFC 2865. */
protocol radius "RADIUS" {
  class it
  port udp 1812, 1813
  provides authentication
  security mandatory
  is sign-on
}

/** RADIUS inside TLS. Specified in RFC 6614. */
protocol radsec "RADIUS over TLS" {
  class it
  port tcp 2083
  provides authentication, encryption, integrity
  security mandatory
  is sign-on
}

/** Asks a server what an administrator may do; its content is disguised rather than encrypted. Specified in RFC 8907. */
protocol tacacs-plus "TACACS+" {
  class it
  port tcp 49
  provides authentication
  security mandatory
  is sign-on
}

/** Queries a SQL Server; the log-on is encrypted, the rest where it is asked for. Specified in MS-TDS. */
protocol mssql-tds "Microsoft SQL Server" {
  class it
  port tcp 1433
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Queries a PostgreSQL database; TLS is a setting. */
protocol postgresql "PostgreSQL" {
  class it
  port tcp 5432
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Queries an Oracle database; encryption is a setting. */
protocol oracle-tns "Oracle Net" {
  class it
  port tcp 1521
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Queries a MySQL or MariaDB database; TLS is a setting. */
protocol mysql "MySQL and MariaDB" {
  class it
  port tcp 3306
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Calls services of Windows machines, which answer on ports of their own. Specified in MS-RPCE. */
protocol ms-rpc "Microsoft RPC" {
  class it
  port tcp 135, 49152-65535
  provides authentication, encryption, integrity
  security optional
  is dynamic-ports, management
}

/** Hands over mail; encryption between servers is a matter of luck unless it is demanded. Specified in RFC 5321. */
protocol smtp "SMTP" {
  class it
  port tcp 25
  provides encryption, integrity
  security optional
  is mail
}

/** Hands in mail with a log-on inside TLS. Specified in RFC 8314. */
protocol smtps "SMTP submission over TLS" {
  class it
  port tcp 465, 587
  provides authentication, encryption, integrity
  security mandatory
  is mail
}

/** Reads mail; without TLS the log-on is readable on the way. Specified in RFC 9051. */
protocol imap "IMAP" {
  class it
  port tcp 143
  security none
  is mail, cleartext-credentials
}

/** Reads mail inside TLS. Specified in RFC 8314. */
protocol imaps "IMAP over TLS" {
  class it
  port tcp 993
  provides authentication, encryption, integrity
  security mandatory
  is mail
}

/** Echo and error messages of IP itself; it has no ports. Specified in RFC 792 and RFC 4443. */
protocol icmp "ICMP" {
  class it
  security none
  is discovery
}

// ----- Tunnels and links -----

/** An encrypted tunnel or transport between two hosts or sites; ESP is IP protocol 50. Specified in RFC 4301 and RFC 7296. */
protocol ipsec "IPsec" {
  class vpn
  port udp 500, 4500
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
}

/** An encrypted tunnel between holders of known keys; the port is a convention. */
protocol wireguard "WireGuard" {
  class vpn
  port udp 51820
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
}

/** An encrypted tunnel inside TLS. */
protocol openvpn "OpenVPN" {
  class vpn
  port tcp 1194
  port udp 1194
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
}

/** Protects every frame on one link; encryption can be left off, integrity cannot. Specified in IEEE 802.1AE. */
protocol macsec "MACsec" {
  class link
  provides authentication, encryption, integrity
  security mandatory
  is layer2
}

/** Admits a device to a port or radio network; it does not protect what the device sends later. Specified in IEEE 802.1X. */
protocol dot1x "IEEE 802.1X" {
  class link
  provides authentication
  security mandatory
  is layer2, sign-on
}

/** Bytes on RS-232, RS-422 or RS-485; protected by where the cable runs. Specified in TIA-232 and TIA-485. */
protocol serial-raw "Raw serial line" {
  class link
  security none
  is serial
}

/** A 4-20 mA loop or a contact: a signal without a protocol, protected by where the cable runs. */
protocol hardwired-io "Hard-wired signal" {
  class link
  security none
  is hardwired, one-way-capable
}

// ----- Wireless -----

/** A radio network that anyone within range may join or read. Specified in IEEE 802.11. */
protocol wifi-open "Open Wi-Fi or WEP" {
  class wireless
  security none
  is wireless, outdated
}

/** WPA2 or WPA3 with one key for all, so nobody can be told apart. Specified in IEEE 802.11. */
protocol wifi-wpa2-psk "Wi-Fi with a shared key" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
}

/** WPA2 or WPA3 with credentials of one's own for each user or device. Specified in IEEE 802.11. */
protocol wifi-enterprise "Wi-Fi with log-on" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
}

/** A mobile network; it protects the radio leg, and what lies behind it belongs to somebody else. Specified in 3GPP TS 33.401 and 33.501. */
protocol cellular "LTE or 5G" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
}

/** A mesh of small devices under one network key, with a well-known key in default joins. Specified in Zigbee R22. */
protocol zigbee "Zigbee" {
  class wireless
  provides authentication, encryption, integrity
  security optional
  is wireless
}

/** Small messages over kilometres, encrypted between device and server. Specified in LoRaWAN 1.0.4. */
protocol lorawan "LoRaWAN" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
}

/** Short range; pairing without a check proves nothing. Specified in Bluetooth Core. */
protocol bluetooth-le "Bluetooth Low Energy" {
  class wireless
  provides authentication, encryption, integrity
  security optional
  is wireless
}

// ----- Anything else -----

/** A protocol of which nothing is known; treated as unprotected. */
protocol proprietary-unknown "Unknown or proprietary" {
  class unknown
  security none
}
`;
