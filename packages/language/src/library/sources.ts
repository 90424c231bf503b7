// Generated from the .iacs files in this folder by `node scripts/generate-library.mjs`. Do not edit.

export const types = (): string => `// The built-in asset types. The four roots are the component types of IEC 62443-4-2; every other type rests on one of them.
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
type controller "Controller" : embedded-device {
  alias "unit-controller", "area-controller", "compressor-controller", "anti-surge-controller", "pump-controller", "crane-controller", "wellhead-controller", "welding-controller", "traffic-controller", "power-plant-controller", "ppc", "boiler", "excitation", "excitation-controller", "excitation-system", "synchronizer", "synchroniser", "crane", "conveyor", "press", "injection-moulding-machine", "injection-molding-machine", "filling-machine", "packaging-machine", "palletizer", "palletiser", "machine", "machine-controller", "maschinensteuerung", "thruster-controller", "thruster", "ballast-control", "ballast-controller", "propulsion-controller", "tcms", "train-control", "vehicle-control-unit", "ccu", "wayside-controller", "object-controller", "leu", "signal-controller", "irrigation-controller", "pump-station-controller", "skid", "package-unit", "filler", "bioreactor", "fermenter", "labeller", "statcom", "svc", "transfer-switch", "ats", "uv-reactor"
}

/** A programmable logic controller: reads inputs, runs a user program in a cycle, and writes outputs. */
type plc "PLC" : controller {
  alias "programmable-logic-controller", "sps", "api", "automate-programmable", "autómata", "automate", "controlador-lógico-programable", "cpu", "plc-cpu", "sps-steuerung", "steuerung", "brick-plc", "micro-plc"
}

/** A programmable automation controller: a PLC with larger programs, several disciplines and more networks. */
type pac "PAC" : plc {
  alias "programmable-automation-controller"
}

/** A process controller of a distributed control system, often redundant and engineered from a central database. */
type dcs-controller "DCS controller" : controller {
  alias "dcs", "process-station", "field-control-station", "fcs", "bpcs", "basic-process-control-system", "process-controller", "dcs-node", "prozessleitsystem", "pls", "pcs7-controller", "distributed-control-system", "leitsystem-steuerung"
}

/** The logic solver of a safety instrumented system; it must act whatever the control system around it does. */
type safety-controller "Safety controller" : controller {
  alias "sis", "logic-solver", "safety-instrumented-system", "esd", "esd-controller", "emergency-shutdown-system", "hipps", "trip-system", "fire-and-gas", "fire-and-gas-system", "f-and-g", "sicherheitssteuerung", "automate-de-sécurité", "controlador-de-seguridad", "sicherheits-sps", "fgs", "triconex", "hima", "f-and-g-system", "f-g", "esd-system", "fail-safe-controller", "interlocking", "stellwerk", "electronic-interlocking", "atp", "etcs-on-board", "obu", "train-protection", "safety-relay", "interlock", "sicherheitsrelais", "level-crossing", "cbtc", "sis-logic-solver", "safety-logic-solver"
}

/** A PLC whose safety functions are certified; often engineered with the same tool as the standard program. */
type safety-plc "Safety PLC" : safety-controller {
  alias "fail-safe-plc", "f-plc", "f-cpu", "f-sps", "sil-plc"
}

/** Supervises ignition and flame of a furnace or boiler, and shuts off the fuel when either is not safe. */
type burner-management-controller "Burner management controller" : safety-controller {
  alias "bms", "burner-management-system", "burner-control", "burner-management"
}

/** Coordinates the axes of a machine in hard real time, usually over a dedicated drive network. */
type motion-controller "Motion controller" : controller {
  alias "axis-controller", "motion-control"
}

/** Runs the programs of an industrial robot; a changed path or speed can hurt people nearby. */
type robot-controller "Robot controller" : controller {
  alias "robot", "industrial-robot", "robot-control", "cobot", "robotersteuerung", "roboter", "teach-pendant", "robot-arm"
}

/** The numerical control of a machine tool; it loads part programs and often runs an ordinary operating system inside. */
type cnc-controller "CNC controller" : controller {
  alias "cnc", "numerical-control", "machine-tool-control", "nc", "machine-tool", "werkzeugmaschine", "werkzeugmaschinensteuerung", "nc-steuerung", "lathe", "milling-machine", "cnc-machine"
}

/** Governs speed and load of a turbine and holds the overspeed protection or talks to it. */
type turbine-controller "Turbine controller" : controller {
  alias "governor", "turbine-governor", "wind-turbine-controller", "wtg-controller", "pitch-controller", "yaw-controller", "speed-governor", "wind-turbine", "wec-controller"
}

/** Runs recipes step by step on the equipment of a batch unit. */
type batch-controller "Batch controller" : controller

/** Controls ventilation, heating, cooling or lighting; often reachable from office networks. */
type building-controller "Building controller" : controller {
  alias "bms", "bas", "ddc", "hvac", "hvac-controller", "building-management-system", "lighting-controller", "elevator", "lift", "chiller", "lighting", "thermostat", "room-controller", "bas-controller", "ahu", "vav", "fcu", "air-handling-unit", "escalator", "aufzug", "elevator-controller", "aufzugsteuerung", "dali-gateway", "knx-gateway", "raumregler", "heizungsregler", "boiler-controller", "heat-pump", "kältemaschine", "lüftung", "vrf", "bacnet-controller", "bms-controller", "gebäudeleittechnik", "glt", "chiller-controller"
}

/** A remote terminal unit: collects and commands field equipment at a distant site over a telecontrol link. */
type rtu "RTU" : controller {
  alias "remote-terminal-unit", "outstation", "telecontrol-unit", "fernwirkgerät", "unterstation", "télétransmetteur", "unidad-terminal-remota"
}

/** An intelligent electronic device of a substation, such as a protection relay or a bay controller. */
type ied "IED" : embedded-device {
  alias "intelligent-electronic-device", "tap-changer", "recloser", "capacitor-bank-controller", "dfr", "fault-recorder", "digital-fault-recorder", "fault-passage-indicator", "transformer-monitor", "transformer", "transformer-controller", "schutz", "stufenschalter"
}

/** Trips breakers when it sees a fault; its settings decide whether the grid is protected. */
type protection-relay "Protection relay" : ied {
  alias "relay", "protective-relay", "protection-device", "schutzgerät", "schutzrelais", "relais-de-protection", "relé-de-protección"
}

/** Interlocks and operates the switchgear of one bay of a substation. */
type bay-controller "Bay controller" : ied {
  alias "bcu", "bay-control-unit", "feldleitgerät"
}

/** Samples currents and voltages and publishes them as a stream on the process bus. */
type merging-unit "Merging unit" : ied {
  alias "mu", "stand-alone-merging-unit"
}

/** Measures synchronised phasors of the grid; it depends on an exact time source. */
type phasor-measurement-unit "Phasor measurement unit" : ied {
  alias "pmu"
}

/** Starts, synchronises and protects a generating set. */
type generator-controller "Generator controller" : controller {
  alias "genset", "genset-controller", "avr", "generator", "diesel", "emergency-generator"
}

/** Feeds power from panels or batteries into a grid; many are managed from a cloud of their vendor. */
type inverter "Inverter" : embedded-device {
  alias "solar-inverter", "pv-inverter", "wechselrichter", "onduleur", "string-inverter"
}

/** Charges electric vehicles and talks to a back end, often over a public network. */
type charging-station "Charging station" : embedded-device {
  alias "charger", "ev-charger", "evse", "charge-point", "wallbox", "ladesäule", "ladestation", "ladepunkt", "charging-point"
}

/** Weighs, and doses or bills by weight; a changed calibration is worth money. */
type weighing-controller "Weighing controller" : controller {
  alias "scale", "weighbridge", "weighing-terminal", "waage", "checkweigher", "load-cell", "wägezelle", "weigher", "weighing-indicator"
}

/** Controls one quantity in one loop, on the front of a cabinet. */
type loop-controller "Loop controller" : controller {
  alias "pid-controller", "single-loop-controller", "temperature-controller"
}

/** Keeps the cells of a battery within their limits, and disconnects it when they are not. */
type battery-controller "Battery management controller" : controller {
  alias "bms", "battery-management-system", "battery", "bess", "bess-controller", "energy-storage", "energy-storage-system", "batteriespeicher", "batterie"
}

/** Carries goods on its own through a plant, and takes its orders by radio. */
type guided-vehicle "Automated guided vehicle" : embedded-device {
  alias "agv", "amr", "automated-guided-vehicle", "fts", "ftf", "fahrerloses-transportfahrzeug"
}

// ----- Field devices -----

/** Stands next to the process, and measures it or acts on it. */
type field-device "Field device" : embedded-device {
  alias "instrument", "field-instrument", "feldgerät"
}

/** Connects field signals to a controller over a network; it obeys whoever holds the connection. */
type remote-io "Remote I/O" : field-device {
  alias "io", "rio", "io-module", "io-block", "io-station", "distributed-io", "decentral-io", "dezentrale-peripherie", "io-link-master", "et200", "io-rack", "ea-modul", "signal-converter", "signal-conditioner", "junction-box", "hart-multiplexer", "isolator", "barrier", "isolating-barrier", "trennverstärker", "valve-terminal", "valve-island"
}

/** Measures the process; a forged measurement misleads operators and controllers alike. */
type sensor "Sensor" : field-device {
  alias "probe", "detector", "fühler", "capteur", "level-switch", "flow-switch", "pressure-switch", "limit-switch", "encoder", "rtd", "thermocouple", "weather-station", "seismic-sensor", "axle-counter", "achszähler", "balise", "eurobalise", "seismic", "seismometer", "leak-detector", "leak-detection", "wetterstation", "temperature-sensor", "pressure-sensor", "proximity-switch", "photo-eye", "laser-sensor", "rain-gauge", "camera-sensor", "lidar", "met-mast"
}

/** A sensor with digital communication, whose range, units and damping can be changed remotely. */
type smart-sensor "Smart sensor" : sensor

/** A sensor that reports by radio, beyond the reach of locked cabinets. */
type wireless-sensor "Wireless sensor" : smart-sensor

/** Measures pressure, level, flow or temperature and sends it as a signal or a digital value. */
type transmitter "Transmitter" : smart-sensor {
  alias "pressure-transmitter", "level-transmitter", "flow-transmitter", "temperature-transmitter", "messumformer", "level-sensor"
}

/** Computes volumes for custody transfer or allocation; a small change is worth money. */
type flow-computer "Flow computer" : embedded-device

/** Analyses composition or quality on line; often a computer in a cabinet that its vendor maintains remotely. */
type analyser "Analyser" : field-device {
  alias "analyzer", "gas-analyser", "gas-analyzer", "gas-chromatograph", "chromatograph", "ph-meter", "turbidity-meter", "chlorine-analyser", "chlorine-analyzer", "cems", "opacity-monitor", "metal-detector", "spectrometer", "moisture-analyser", "oxygen-analyser", "hplc", "lab-instrument"
}

/** Detects flammable or toxic gas and feeds alarms and shutdowns. */
type gas-detector "Gas detector" : sensor {
  alias "gas-sensor", "fire-and-gas-detector", "gaswarnanlage", "gas-alarm"
}

/** Watches rotating machines and may trip them. */
type vibration-monitor "Vibration monitor" : field-device {
  alias "machinery-protection-system", "condition-monitor", "vibration-sensor", "condition-monitoring", "machinery-protection", "bently-nevada", "condition-monitoring-system", "schwingungsüberwachung"
}

/** Acts on the process: a valve, damper, breaker or motor starter. */
type actuator "Actuator" : field-device {
  alias "valve", "control-valve", "damper", "solenoid", "pump", "motor", "aktor", "actionneur", "actuador", "stellantrieb", "ventil", "fan", "pumpe", "motorised-valve", "motorized-valve", "pump-motor", "lüfter", "burner-valve", "schieber", "klappe", "knx-actuator", "point-machine", "weichenantrieb", "compressor"
}

/** Moves a valve to the demanded position and reports on the health of the valve. */
type positioner "Positioner" : actuator {
  alias "valve-positioner", "stellungsregler"
}

/** Switches and protects a motor, and reports its current. */
type motor-starter "Motor starter" : actuator {
  alias "soft-starter", "mcc", "motor-control-center", "motor-control-centre", "contactor", "motor-controller"
}

/** Sets speed or torque of a motor. */
type drive "Drive" : actuator {
  alias "motor-drive", "antrieb", "motor-controller"
}

/** A drive that varies the frequency; driven outside its limits, it can destroy the machine. */
type variable-frequency-drive "Variable frequency drive" : drive {
  alias "vfd", "vsd", "variable-speed-drive", "frequency-converter", "frequency-inverter", "frequenzumrichter", "variateur", "umrichter", "variateur-de-vitesse", "variador-de-frecuencia", "variador", "fu", "umformer", "inverter-drive", "frequency-drive", "ac-drive"
}

/** A drive that positions an axis in the cycle of a motion controller. */
type servo-drive "Servo drive" : drive {
  alias "servo", "servo-amplifier"
}

/** Opens or closes a power circuit on command or on a fault. */
type circuit-breaker "Circuit breaker" : actuator {
  alias "breaker", "switchgear", "rmu", "ring-main-unit", "leistungsschalter", "schaltanlage", "disconnector", "load-break-switch", "trennschalter"
}

/** Measures energy, water or gas for billing or balance. */
type meter "Meter" : field-device {
  alias "energy-meter", "power-meter", "flow-meter", "gas-meter", "water-meter", "zähler", "compteur", "power-quality-meter", "power-quality-analyser", "power-quality-analyzer", "revenue-meter", "stromzähler", "gaszähler", "wasserzähler", "wärmezähler", "heat-meter", "durchflussmesser", "electricity-meter", "submeter"
}

/** A meter that is read, configured and sometimes disconnected remotely. */
type smart-meter "Smart meter" : meter {
  alias "ami-meter"
}

/** Feeds a safety function, such as a light curtain, an emergency stop or a level trip. */
type safety-sensor "Safety sensor" : sensor {
  alias "light-curtain", "e-stop", "emergency-stop", "flame-detector", "laser-scanner", "safety-laser-scanner", "lichtvorhang", "not-aus", "safety-mat", "fire-detector", "smoke-detector"
}

/** Carries out a safety function, such as a shutdown valve. */
type safety-actuator "Safety actuator" : actuator {
  alias "shutdown-valve", "esd-valve", "sdv"
}

/** Reads bar codes or matrix codes; what is printed on a label becomes input to the system. */
type barcode-reader "Code reader" : sensor {
  alias "barcode-scanner", "code-reader", "code-scanner"
}

/** Reads tags on products, carriers or people. */
type rfid-reader "RFID reader" : sensor {
  alias "rfid", "tag-reader"
}

/** A camera with image processing that inspects products or guides robots. */
type vision-system "Vision system" : sensor {
  alias "machine-vision", "vision-camera", "vision-sensor", "smart-camera", "camera-inspection", "inspection-camera"
}

/** A small panel at the machine with firmware of its own, from which operators watch and act. */
type operator-panel "Operator panel" : embedded-device {
  alias "panel", "touch-panel", "hmi-panel", "touchscreen", "bedienpanel", "pupitre", "annunciator", "alarm-panel", "panelview", "op", "opi", "operator-interface", "bedientafel", "display", "text-display", "keypad", "message-display"
}

/** Sends measurements to a service outside the control system, often past the zones that were drawn for it. */
type iot-device "IIoT device" : embedded-device {
  alias "iot", "iiot", "iot-sensor", "iiot-device", "passenger-display", "passenger-information-display"
}

/** Records measurements on the spot and hands them over on request. */
type data-logger "Data logger" : embedded-device {
  alias "logger", "datalogger", "recorder", "chart-recorder", "paperless-recorder", "schreiber", "bildschirmschreiber"
}

/** Prints reports or labels; it keeps copies of documents and runs services that nobody patches. */
type printer "Printer" : embedded-device {
  alias "label-printer", "drucker", "imprimante", "impresora", "plotter", "3d-printer", "etikettendrucker", "line-printer"
}

/** Bridges a loss of power; its network card can switch the load off. */
type ups "UPS" : embedded-device {
  alias "usv", "uninterruptible-power-supply", "onduleur", "power-supply", "netzteil", "battery-charger", "rectifier"
}

/** Distributes power in a rack; outlets can be switched remotely. */
type pdu "PDU" : embedded-device {
  alias "power-distribution-unit", "rack-pdu"
}

/** Streams pictures; often mounted outside of locked rooms and seldom patched. */
type ip-camera "IP camera" : embedded-device {
  alias "camera", "cctv", "cctv-camera", "network-camera", "surveillance-camera", "ptz", "kamera", "cámara", "video-encoder"
}

/** Opens doors for badges; who controls it walks to the cabinet. */
type access-control-panel "Access control panel" : embedded-device {
  alias "door-controller", "badge-reader", "card-reader", "access-controller", "access-control", "turnstile", "zutrittskontrolle", "zutritt", "door-reader", "alarm-system-panel", "intrusion-panel", "einbruchmeldeanlage", "burglar-alarm"
}

/** Detects fire and starts alarms, ventilation and extinguishing. */
type fire-panel "Fire alarm panel" : embedded-device {
  alias "facp", "fire-alarm", "fire-alarm-panel", "brandmeldezentrale", "bmz", "brandmeldeanlage"
}

/** Carries voice between people on site; telephones and public address systems belong here. */
type intercom "Intercom" : embedded-device {
  alias "phone", "ip-phone", "voip-phone", "telephone", "pa-system", "paga", "telefon", "pbx", "voip-gateway", "sprechstelle", "voip", "nurse-call"
}

/** Takes time and position from satellites; its signal can be jammed or forged. */
type gps-receiver "GNSS receiver" : embedded-device {
  alias "gps", "gnss", "gnss-receiver", "gps-clock"
}

/** Measures the content of tanks, for stock and for overfill protection. */
type tank-gauge "Tank gauge" : field-device {
  alias "tank-gauging", "atg", "level-gauge"
}

/** Shows where a ship is and goes; its charts, positions and targets come from outside. */
type navigation-device "Navigation device" : embedded-device {
  alias "ecdis", "ais", "radar", "vdr", "gyro", "autopilot", "echo-sounder", "speed-log", "conning"
}

/** Keeps keys, and signs or decrypts with them without giving them away. */
type hardware-security-module "Hardware security module" : embedded-device {
  alias "hsm"
}

/** The computer inside of a server that switches it off, starts it and shows its screen, whatever its operating system says. */
type management-controller "Baseboard management controller" : embedded-device {
  alias "bmc", "baseboard-management-controller", "idrac", "ilo", "imm", "xcc", "lights-out-management"
}

/** Examines, treats or watches a patient, such as a scanner, a monitor or a pump; its software changes only with its maker. */
type medical-device "Medical device" : embedded-device {
  alias "mri", "ct", "modality", "patient-monitor", "infusion-pump", "ventilator", "x-ray", "ultrasound", "medizingerät", "dialysis-machine", "linac", "anaesthesia-machine"
}

// ----- Servers -----

/** A computer that serves other computers. */
type server "Server" : host-device {
  alias "srv", "windows-server", "linux-server", "print-server", "serveur", "servidor", "computer"
}

/** Collects from controllers, commands them, and serves operator stations; whoever holds it operates the plant. */
type scada-server "SCADA server" : server {
  alias "scada", "scada-host", "master-station", "mtu", "io-server", "supervisory-server", "servidor-scada", "serveur-scada", "ems", "dms", "adms", "energy-management-system", "distribution-management-system", "leitsystem", "leitstelle", "leitrechner", "control-system-server", "netzleitstelle", "supervision", "bms-server", "ems-server"
}

/** Holds the configuration and the real-time data of a distributed control system. */
type dcs-server "DCS server" : server {
  alias "dcs-database"
}

/** Polls the remote stations of a telecontrol network for a SCADA server. */
type front-end-processor "Front-end processor" : server {
  alias "fep", "front-end", "rtac"
}

/** Collects, displays and forwards the data of one substation or remote station. */
type station-computer "Station computer" : server {
  alias "substation-computer", "substation-gateway", "data-concentrator", "datenkonzentrator", "fernwirkkopf", "stationsleitrechner", "phasor-data-concentrator", "pdc", "telecontrol-gateway"
}

/** Keeps the measured past of the process; its readers sit in the office, its sources in the plant. */
type historian "Historian" : server {
  alias "data-historian", "process-historian", "plant-historian", "archive-server", "historian-server", "serveur-d-historisation", "historisierungsserver", "servidor-histórico", "historiador", "pi-server", "pi", "osisoft-pi", "process-data-archive", "datenarchiv", "archiv", "pims"
}

/** Offers the data of controllers to other programs under one protocol. */
type opc-server "OPC server" : server {
  alias "opc", "opc-ua-server", "opc-da-server", "opc-gateway"
}

/** Collects, ranks and passes on the alarms of the plant. */
type alarm-server "Alarm server" : server {
  alias "alarm-management", "alarm-system"
}

/** Manages recipes and batches, and hands phases to the controllers. */
type batch-server "Batch server" : server {
  alias "recipe-server", "batch-engine"
}

/** Plans and tracks production orders between the office and the control system. */
type mes-server "MES server" : server {
  alias "mes", "mom", "manufacturing-execution-system", "ebr", "electronic-batch-record"
}

/** Configures and diagnoses smart field devices, and so writes to many of them from one place. */
type asset-management-server "Asset management server" : server {
  alias "ams", "ams-server", "plant-asset-management", "asset-management", "cmms", "instrument-management", "instrument-asset-management", "fdt-server", "pdm"
}

/** Keeps controller projects and their versions; a changed project reaches a controller at the next download. */
type engineering-server "Engineering server" : server {
  alias "version-server", "project-server"
}

/** Runs one or more applications for users or other systems. */
type application-server "Application server" : server {
  alias "app-server", "licence-server", "license-server", "reporting-server", "lims", "broker", "mqtt-broker", "message-broker", "data-broker", "lizenzserver", "oee", "oee-server", "build-server", "git-server", "lims-server", "lis", "ris", "dms-server", "cds", "eln", "report-server", "apc-server"
}

/** Knows all accounts of a domain; whoever holds it holds every computer that trusts it. */
type domain-controller "Domain controller" : server {
  alias "dc", "ad", "ad-server", "active-directory", "active-directory-server", "directory-server", "contrôleur-de-domaine", "controlador-de-dominio", "ldap-server", "verzeichnisdienst", "pdc"
}

/** Decides on log-ons for others, over RADIUS, TACACS+ or a single sign-on protocol. */
type authentication-server "Authentication server" : server {
  alias "aaa", "aaa-server", "radius-server", "tacacs-server", "identity-provider", "idp", "sso-server"
}

/** Issues and revokes certificates; its key vouches for every other one. */
type certificate-authority "Certificate authority" : server {
  alias "ca", "pki", "pki-server", "ca-server"
}

/** The one machine through which people enter a zone; sessions end here and begin anew. */
type jump-host "Jump host" : server {
  alias "jump-server", "jumphost", "jump-box", "bastion", "bastion-host", "sprungserver", "serveur-de-rebond"
}

/** Brokers remote sessions of staff and suppliers, and records them. */
type remote-access-server "Remote access server" : jump-host {
  alias "ras", "remote-desktop-gateway", "rd-gateway", "pam", "pam-server"
}

/** Hands out updates that were approved; whoever controls it installs software everywhere. */
type patch-server "Patch server" : server {
  alias "wsus", "wsus-server", "update-server"
}

/** Distributes signatures and settings of malware protection and collects its reports. */
type antivirus-server "Anti-malware server" : server {
  alias "av", "av-server", "antivirus", "endpoint-protection-server", "edr", "epo", "virenscanner-server", "sepm"
}

/** Keeps copies for recovery; it reads everything, so it has to be protected like everything. */
type backup-server "Backup server" : server {
  alias "backup", "backup-appliance"
}

/** Gives the time to others; log times and protocols with certificates depend on it. */
type time-server "Time server" : server {
  alias "ntp-server", "ntp-appliance", "clock", "master-clock", "grandmaster", "ptp-grandmaster", "time-source", "zeitserver", "serveur-de-temps"
}

/** Collects audit records so that they outlive the machine that wrote them. */
type log-server "Log server" : server {
  alias "syslog", "syslog-server", "log-collector"
}

/** Correlates audit records from many sources and raises alarms. */
type siem "SIEM" : log-server {
  alias "security-information-and-event-management"
}

/** Watches and configures network devices, and so can open every boundary. */
type network-management-server "Network management server" : server {
  alias "nms", "snmp-manager", "network-monitor", "monitoring-server", "sdn-controller", "network-management-system"
}

/** Runs desktop sessions for users who sit elsewhere. */
type terminal-server "Terminal server" : server {
  alias "rds", "rds-host", "remote-desktop-server", "citrix", "citrix-server", "vdi", "rdp-server", "rdsh", "terminal-services"
}

/** Runs virtual machines; machines of different zones on one hypervisor share its fate. */
type hypervisor "Hypervisor" : server {
  alias "esxi", "esx", "hyper-v", "vm-host", "virtualisation-host", "virtualization-host", "vmware", "vmware-host", "esxi-host", "vm-server", "virtualisierungshost", "vmware-esxi"
}

/** Manages hypervisors; whoever holds it holds every machine on them. */
type virtualisation-manager "Virtualisation manager" : server {
  alias "vcenter", "virtualization-manager"
}

/** Keeps disks for other machines over a network. */
type storage-system "Storage system" : server {
  alias "storage", "nas", "san", "pacs", "picture-archive"
}

/** Shares files; a common way for malicious code to travel between zones. */
type file-server "File server" : server {
  alias "fileserver", "file-share", "ftp-server", "sftp-server", "smb-server"
}

/** Serves pages or interfaces over HTTP. */
type web-server "Web server" : server {
  alias "webserver", "http-server", "web-portal", "portal"
}

/** Sends and receives messages between people; it has no place in a control zone. */
type mail-server "Mail server" : server {
  alias "email-server", "smtp-server", "smtp-relay"
}

/** Keeps structured data for applications. */
type database-server "Database server" : server {
  alias "db", "db-server", "database", "sql-server", "sql", "mssql-server", "mysql-server", "datenbank"
}

/** Runs orders, stock and accounting of the company. */
type erp-server "ERP server" : server {
  alias "erp", "sap"
}

/** A service that somebody else runs outside the boundary of the site. */
type cloud-service "Cloud service" : server {
  alias "cloud", "saas", "azure", "aws", "gcp", "public-cloud"
}

/** Collects data from devices and may send commands back. */
type iot-platform "IIoT platform" : cloud-service {
  alias "iiot-platform", "cloud-platform", "iot-hub", "azure-iot-hub", "aws-iot"
}

/** The remote maintenance or monitoring service of a supplier. */
type vendor-service "Vendor service" : cloud-service {
  alias "oem-service", "remote-support-service", "vendor-cloud"
}

/** Runs containers; they share one kernel, which is a weaker wall than a hypervisor. */
type container-host "Container host" : server {
  alias "docker", "docker-host", "kubernetes", "k8s", "container", "kubernetes-cluster", "k8s-cluster", "openshift"
}

/** Runs applications next to the process and forwards results, often managed from a cloud. */
type edge-computer "Edge computer" : host-device {
  alias "edge", "edge-device", "edge-node", "sbc", "single-board-computer", "raspberry-pi"
}

/** A rugged computer in a cabinet or a machine, with an operating system that ages with the machine. */
type industrial-pc "Industrial PC" : host-device {
  alias "ipc", "pc", "box-pc", "panel-pc", "rack-pc", "industrie-pc", "bridge-computer", "embedded-pc", "panel-computer", "computer"
}

/** Runs control logic as a program on an industrial PC, and inherits the weaknesses of its operating system. */
type soft-plc "Soft PLC" : industrial-pc {
  alias "softplc", "software-plc", "virtual-plc", "vplc"
}

/** Records the pictures of cameras. */
type video-recorder "Video recorder" : server {
  alias "nvr", "dvr", "video-server", "vms", "video-management-system"
}

/** Answers which address belongs to a name, and hands out addresses. */
type name-server "Name and address server" : server {
  alias "dns-server", "dhcp-server", "ipam", "ddi"
}

/** Shows a process that is calculated, so that operators learn without the plant. */
type training-simulator "Training simulator" : server {
  alias "ots", "simulator", "operator-training-simulator"
}

// ----- Workstations and portable computers -----

/** A computer at which a person works. */
type workstation "Workstation" : host-device {
  alias "ws", "pc", "desktop", "desktop-pc", "windows-pc", "client", "arbeitsplatz", "arbeitsstation", "poste-de-travail", "estación-de-trabajo", "computer"
}

/** A human machine interface: shows the process and takes commands; essential where operators must never lose view. */
type hmi "HMI" : workstation {
  alias "mmi", "human-machine-interface", "hmi-station", "hmi-client", "scada-client", "ihm", "interface-homme-machine", "bediengerät", "touchpanel", "panel-de-operador", "station-hmi", "bedienstelle", "operator-interface-terminal", "oit"
}

/** A workstation of the control room from which the process is operated. */
type operator-station "Operator station" : workstation {
  alias "ows", "operator-workstation", "operator-console", "os-client", "bedienstation", "poste-opérateur", "poste-de-conduite", "estación-de-operador", "leitplatz", "os", "leitplatzrechner", "operator-pc", "fat-client", "thick-client"
}

/** Programs and configures controllers; the most direct way to change what the plant does. */
type engineering-station "Engineering station" : workstation {
  alias "ews", "es", "engineering-workstation", "engineering-pc", "programming-station", "eng-station", "poste-d-ingénierie", "estación-de-ingeniería", "engineering-rechner", "development-workstation", "entwicklungsrechner", "ea-station"
}

/** Programs the safety system; connected only while it is needed, if at all. */
type safety-engineering-station "Safety engineering station" : engineering-station {
  alias "sis-ews", "sis-engineering-station", "sis-workstation"
}

/** Diagnoses and parametrises devices. */
type maintenance-station "Maintenance station" : workstation {
  alias "maintenance-pc", "maintenance-workstation"
}

/** Reads mail and browses the web; assume that it is compromised some day. */
type office-computer "Office computer" : workstation {
  alias "office-pc", "business-pc"
}

/** Shows a session that runs elsewhere and keeps nothing itself. */
type thin-client "Thin client" : workstation {
  alias "zero-client"
}

/** Shows overviews in a control room. */
type video-wall "Video wall" : workstation {
  alias "large-display", "display-wall", "monitor-wall", "grossbildwand", "videowand"
}

/** Checks portable media for malicious code before they enter a zone. */
type scanning-kiosk "Scanning kiosk" : workstation {
  alias "kiosk", "usb-kiosk", "media-kiosk", "datenschleuse", "scanning-station", "malware-scanner", "malware-scanning-station", "usb-scanner"
}

/** A portable computer; it has been on other networks before it comes here. */
type laptop "Laptop" : host-device {
  alias "notebook", "portable-computer", "ordinateur-portable", "portátil"
}

/** A laptop with programming tools, connected to controllers for the time of a job. */
type engineering-laptop "Engineering laptop" : laptop {
  alias "programming-laptop", "programming-device", "pg", "programmiergerät", "plc-programmer", "pg-pc", "portable-programmer"
}

/** A laptop that belongs to a supplier and is maintained under rules of theirs. */
type vendor-laptop "Vendor laptop" : laptop {
  alias "contractor-laptop", "service-laptop", "supplier-laptop", "oem-laptop"
}

/** A tablet, telephone or handheld terminal that moves between zones and networks. */
type mobile-device "Mobile device" : host-device {
  alias "tablet", "smartphone", "handheld", "pda", "tablet-pc", "mobile", "handy", "phone-mobile", "rugged-tablet", "scanner-gun", "mde", "handheld-terminal"
}

/** Parametrises field devices on the spot, at their terminals or by radio. */
type handheld-communicator "Handheld communicator" : mobile-device {
  alias "hart-communicator", "field-communicator", "calibrator", "loop-calibrator"
}

// ----- Boundary and network devices -----

/** Connects devices of one network; virtual networks on it divide, but do not filter. */
type switch "Switch" : network-device {
  alias "sw", "ethernet-switch", "network-switch", "industrial-switch", "l2-switch", "commutateur", "conmutador", "poe-switch", "network-bridge"
}

/** A switch without settings: it can neither divide a network nor tell who is on it. */
type unmanaged-switch "Unmanaged switch" : switch {
  alias "hub"
}

/** A switch with virtual networks, port security and statistics. */
type managed-switch "Managed switch" : switch

/** A switch that also routes between virtual networks; without filters it joins what it was meant to divide. */
type core-switch "Core switch" : managed-switch {
  alias "l3-switch", "layer-3-switch", "distribution-switch", "backbone-switch"
}

/** Passes traffic between networks; it divides addresses, and protects nothing without filters. */
type router "Router" : network-device {
  alias "rtr", "edge-router", "sd-wan", "routeur", "enrutador", "dsl-router", "wan-router", "mpls-router"
}

/** Lets declared traffic through and drops the rest: the usual device to enforce the boundary of a zone. */
type firewall "Firewall" : network-device {
  alias "fw", "utm", "pare-feu", "cortafuegos", "plant-firewall", "perimeter-firewall", "zone-firewall", "firewall-cluster"
}

/** A firewall that reads industrial protocols and can allow reading while it denies writing or programming. */
type industrial-firewall "Industrial firewall" : firewall {
  alias "ot-firewall", "dpi-firewall", "mguard"
}

/** A firewall that recognises applications and users, and inspects content. */
type next-generation-firewall "Next-generation firewall" : firewall {
  alias "ngfw", "next-gen-firewall"
}

/** Lets data pass in one direction only, by its hardware. */
type diode "Data diode" : network-device {
  alias "data-diode", "unidirectional-gateway", "one-way-gateway", "datendiode", "diode-réseau"
}

/** Ends one protocol or network and speaks another one on the far side. */
type gateway "Gateway" : network-device {
  alias "gw", "passerelle", "pasarela"
}

/** Translates one industrial protocol into another; it passes on commands that it does not understand. */
type protocol-converter "Protocol converter" : gateway {
  alias "protocol-gateway", "modbus-gateway", "converter", "serial-gateway", "protokollumsetzer", "umsetzer", "protokollkonverter", "dp-pa-link"
}

/** Collects from field devices and forwards to a platform outside. */
type iot-gateway "IIoT gateway" : gateway {
  alias "iiot-gateway", "cloud-gateway", "edge-gateway", "cloud-connector"
}

/** Joins a wireless field network with the control network, and manages its keys. */
type wireless-gateway "Wireless gateway" : gateway {
  alias "wirelesshart-gateway", "isa100-gateway", "lorawan-gateway"
}

/** Ends encrypted tunnels; what comes out of them needs a filter of its own. */
type vpn-gateway "VPN gateway" : gateway {
  alias "vpn", "vpn-concentrator", "vpn-server", "vpn-router", "ssl-gateway", "ssl-vpn", "vpn-appliance", "ipsec-gateway"
}

/** Ends sessions and begins new ones, and lets only known requests through. */
type application-gateway "Application gateway" : gateway {
  alias "waf", "web-application-firewall", "api-gateway"
}

/** Gives suppliers a way in for maintenance; switched on for a job, and off afterwards. */
type remote-access-gateway "Remote access gateway" : vpn-gateway {
  alias "remote-maintenance-gateway", "service-gateway", "remote-access-router", "fernwartung", "fernwartungsgateway", "fernwartungsrouter", "ewon", "secomea", "ixon", "remote-maintenance", "fernwartungszugang", "teleservice", "service-box"
}

/** Fetches on behalf of others, so that they need no connection of their own. */
type proxy "Proxy" : network-device {
  alias "proxy-server", "web-proxy", "forward-proxy"
}

/** Stands before servers and passes on the requests that are allowed. */
type reverse-proxy "Reverse proxy" : proxy

/** Connects over a line or radio that belongs to somebody else; forgotten modems are open doors. */
type modem "Modem" : network-device {
  alias "dial-up", "dialup-modem", "dsl-modem"
}

/** A modem for a mobile network; its address may be reachable from the Internet. */
type cellular-modem "Cellular modem" : modem {
  alias "lte-modem", "gsm-modem", "4g-modem", "5g-modem", "sms-gateway"
}

/** A router with a mobile network on its far side, common at unmanned sites. */
type cellular-router "Cellular router" : router {
  alias "lte-router", "gsm-router", "4g-router", "5g-router", "mobile-router", "cell-router", "mobilfunkrouter", "lte-gateway", "umts-router"
}

/** Connects ships and remote sites over a satellite network. */
type satellite-terminal "Satellite terminal" : modem {
  alias "vsat", "satcom", "satellite-modem"
}

/** A radio link between sites or devices; anyone within range can listen. */
type radio "Radio" : network-device {
  alias "radio-modem", "radio-link", "microwave-link", "funkmodem", "base-station", "small-cell", "microwave", "antenna", "wireless-bridge", "radio-bridge", "wlan-bridge", "funk", "funkstrecke", "ptp-radio"
}

/** Joins wireless devices with a wired network. */
type access-point "Access point" : network-device {
  alias "ap", "wap", "wifi-ap", "wlan-ap", "wlan-access-point", "wireless-access-point", "point-d-accès", "punto-de-acceso"
}

/** Manages access points, their keys and their users. */
type wireless-controller "Wireless controller" : network-device {
  alias "wlc", "wlan-controller", "wifi-controller"
}

/** Makes serial ports reachable over a network, mostly without asking who calls. */
type serial-server "Serial server" : network-device {
  alias "device-server", "serial-device-server", "com-server", "port-server", "moxa", "nport", "lantronix", "serial-to-ethernet-converter"
}

/** Changes copper to fibre and back, and understands nothing of what passes. */
type media-converter "Media converter" : network-device {
  alias "fibre-converter", "fiber-converter", "medienkonverter", "lwl-konverter", "fo-converter"
}

/** Copies traffic for monitoring without being able to change it. */
type tap "Network tap" : network-device {
  alias "network-tap", "span", "mirror-port", "port-mirror"
}

/** Collects copies of traffic from taps and mirror ports, and hands them to sensors. */
type packet-broker "Packet broker" : network-device {
  alias "npb"
}

/** Watches traffic and raises an alarm; it sees, and stops nothing. */
type ids "IDS" : network-device {
  alias "nids", "ndr", "ot-ids", "intrusion-detection-system", "network-sensor", "monitoring-sensor", "sensor-ids"
}

/** Watches traffic and blocks what it takes for an attack; a false alarm may stop the process. */
type ips "IPS" : ids {
  alias "nips", "idps", "intrusion-prevention-system"
}

/** Spreads requests over several servers. */
type load-balancer "Load balancer" : network-device {
  alias "lb"
}

/** Joins one keyboard and screen with several computers, perhaps of different zones. */
type kvm-switch "KVM switch" : network-device {
  alias "kvm", "kvm-extender"
}

/** Reaches the maintenance ports of other devices, also when the network is down. */
type console-server "Console server" : serial-server

/** Carries many channels over one line between sites. */
type telecom-multiplexer "Telecom multiplexer" : network-device {
  alias "mux", "multiplexer", "sdh-multiplexer"
}

/** Joins segments of a field bus. */
type fieldbus-coupler "Fieldbus coupler" : network-device {
  alias "bus-coupler", "dp-coupler", "segment-coupler", "coupler", "buskoppler", "repeater", "fieldbus-repeater"
}

/** Decides which device may join a network. */
type network-access-controller "Network access controller" : network-device {
  alias "nac"
}

// ----- Software -----

/** A program for users or for other programs. */
type application "Application" : software-application {
  alias "app", "software", "program"
}

/** The program that supervises and commands, apart from the server on which it runs. */
type scada-application "SCADA application" : application

/** The program that shows the process and takes commands, apart from the machine on which it runs. */
type hmi-application "HMI application" : application {
  alias "hmi-software", "hmi-runtime", "web-hmi"
}

/** The program with which controllers are programmed. */
type engineering-application "Engineering application" : application {
  alias "engineering-software"
}

/** The program that keeps and serves measured values. */
type historian-application "Historian application" : application

/** The program that plans and tracks production. */
type mes-application "MES application" : application

/** A computer that runs on a hypervisor. */
type virtual-machine "Virtual machine" : host-device {
  alias "vm", "virtual-server", "guest"
}

/** A program with which somebody elsewhere sees and operates a desktop. */
type remote-access-client "Remote access client" : application
`;

export const protocols = (): string => `// The built-in protocols: default ports, and what each protocol itself protects.
//
// \`provides\` names what is protected once the security functions are on. A cleartext password is no authentication,
// and a checksum or safety code no integrity: these count only where they withstand an attacker.
// \`security\` says whether the security functions are absent (none), can be off (optional) or are always on (mandatory).
// With \`optional\` the configured mode is a fact of the flow: \`secured … by …\`.
// A protocol without a port does not run over TCP or UDP, or no public source names its port: its comment says which.
// The ports are defaults or conventions; a flow may say its own.

// ----- Controllers and drives -----

/** Reads and writes registers of a controller; anyone who reaches it may do both. Specified in Modbus Messaging on TCP/IP 1.0b. */
protocol modbus-tcp "Modbus/TCP" {
  class ot
  port tcp 502
  security none
  alias "modbus", "modbus/tcp", "modbus-ip", "mbap", "sunspec", "enron-modbus", "daniel-modbus", "modbus-udp", "sunspec-modbus"
}

/** Reads and writes registers over a serial line, guarded by a checksum against noise alone. Specified in Modbus over Serial Line 1.02. */
protocol modbus-rtu "Modbus on a serial line" {
  class ot
  security none
  is serial, fieldbus
  alias "modbus", "modbus-serial", "modbus-ascii", "enron-modbus", "daniel-modbus", "rs485", "rs232", "serial"
}

/** Modbus inside TLS with certificates on both sides, which also carry the role of the client. Specified in Modbus/TCP Security, 2018. */
protocol modbus-tls "Modbus/TCP Security" {
  class ot
  port tcp 802
  provides authentication, encryption, integrity
  security mandatory
  alias "modbus-security", "modbus-secure", "secure-modbus", "modbus-over-tls"
}

/** Programs and controls Modicon PLCs inside of Modbus; its password and reservation have been bypassed again and again. */
protocol umas "Schneider UMAS" {
  class ot
  port tcp 502
  security none
  is cleartext-credentials, engineering
  alias "unity-pro", "unity"
}

/** Reads, writes and programs SIMATIC controllers; the optional password is hardly hidden. */
protocol s7comm "Siemens S7comm" {
  class ot
  port tcp 102
  security none
  is cleartext-credentials, engineering
  alias "s7", "s7-comm", "iso-on-tcp", "iso-tsap", "rfc1006"
}

/** Programs newer SIMATIC controllers; its own session protection was broken in several firmware generations. */
protocol s7comm-plus "Siemens S7comm-plus" {
  class ot
  port tcp 102
  provides authentication, integrity
  security optional
  is engineering
  alias "s7comm+", "s7-plus", "s7"
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
  alias "pn", "pnio", "profinet-io", "profinet-rt", "profinet-irt", "profinet-dcp", "profidrive", "profienergy", "pn-dcp", "pnio-cm", "profinet-io-cm"
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
  alias "profibus-dp", "profibus-pa", "profidrive", "rs485"
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
  alias "enip", "cip", "eip", "ethernet/ip", "pccc", "cip-motion", "cip-sync"
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
  alias "can", "can-bus", "cip"
}

/** A CAN bus inside machines and vehicles. Specified in CiA 301. */
protocol canopen "CANopen" {
  class ot
  security none
  is serial, fieldbus
  alias "can", "can-bus", "can-fd"
}

/** Exchanges process data of drives and I/O in microseconds, on a network of its own. Specified in IEC 61158 CPF 12. */
protocol ethercat "EtherCAT" {
  class ot
  port udp 34980
  security none
  is layer2
  alias "ecat"
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
  alias "sercos"
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
  alias "mc-protocol", "melsec", "melsec-mc"
}

/** Reads, writes and programs OMRON controllers without any log-on. */
protocol omron-fins "OMRON FINS" {
  class ot
  port tcp 9600
  port udp 9600
  security none
  is engineering
  alias "fins", "fins-tcp", "fins-udp"
}

/** Reads, writes and programs GE and Emerson PACSystems controllers. */
protocol ge-srtp "GE SRTP" {
  class ot
  port tcp 18245
  security none
  is engineering
  alias "srtp-ge", "snp-x", "srtp"
}

/** Programs controllers of many brands with the older runtime. */
protocol codesys-v2 "CODESYS V2 runtime" {
  class ot
  port tcp 1200, 2455
  security none
  is engineering
  alias "codesys"
}

/** Programs controllers of many brands; accounts and encryption exist and have to be switched on. */
protocol codesys-v3 "CODESYS V3 runtime and gateway" {
  class ot
  port tcp 1217, 11740
  port udp 1740
  provides authentication, encryption, integrity
  security optional
  is engineering
  alias "codesys"
}

/** Reads, writes and programs TwinCAT controllers, for every route that was entered. */
protocol beckhoff-ads "Beckhoff ADS" {
  class ot
  port tcp 48898
  port udp 48899
  security none
  is engineering
  alias "ads", "twincat", "twincat-ads", "ams", "ads-tcp"
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
  alias "triconex"
}

/** Programs and controls Unitronics PLCs; the password is optional and often left at its default. */
protocol unitronics-pcom "Unitronics PCOM" {
  class ot
  port tcp 20256
  security none
  is cleartext-credentials, engineering
  alias "pcom"
}

/** Exchanges values and parameters with one sensor or actuator over its cable. Specified in IEC 61131-9. */
protocol io-link "IO-Link" {
  class ot
  security none
  is serial, fieldbus
  alias "iolink"
}

/** Connects simple sensors and actuators on two wires. Specified in IEC 62026-2. */
protocol as-interface "AS-Interface" {
  class ot
  security none
  is serial, fieldbus
  alias "as-i", "asi-5"
}

/** A ring of remote inputs and outputs. Specified in IEC 61158, type 8. */
protocol interbus "INTERBUS" {
  class ot
  security none
  is serial, fieldbus
}

/** Exchanges inputs, outputs and programs of controllers in fixed times. Specified in IEC 61158, type 2. */
protocol controlnet "ControlNet" {
  class ot
  security none
  is fieldbus
  alias "cip"
}

/** Connects controllers over a token network of their own. Described by Schneider Electric in the Modbus Plus guides. */
protocol modbus-plus "Modbus Plus" {
  class ot
  security none
  is fieldbus
  alias "mb+", "modbus+", "mbplus"
}

/** Connects remote devices with MELSEC controllers over RS-485. Specified by the CC-Link Partner Association. */
protocol cc-link "CC-Link" {
  class ot
  security none
  is serial, fieldbus
}

/** Drives axes and inputs in one cycle. Specified by the MECHATROLINK Members Association. */
protocol mechatrolink "MECHATROLINK" {
  class ot
  security none
  is fieldbus
}

/** Reads, writes and programs Allen-Bradley controllers over a serial line. Described by Rockwell Automation in 1770-6.5.16. */
protocol df1 "DF1" {
  class ot
  security none
  is serial, engineering
  alias "ab-df1", "pccc"
}

/** Reads, writes and programs Omron controllers over a serial line. Described by Omron in W342. */
protocol omron-host-link "Omron Host Link" {
  class ot
  security none
  is serial, engineering
  alias "host-link"
}

/** Sends values of GE controllers to others in a fixed time. Described by GE in GFK-1541. */
protocol ge-egd "GE Ethernet Global Data" {
  class ot
  port udp 18246
  security none
  alias "egd"
}

/** Shares a common memory between controllers. Specified in JIS B 3521. */
protocol fl-net "FL-net" {
  class ot
  port udp 55000-55003
  security none
}

/** Programs controllers that run the ProConOS runtime. The port is a convention of the vendors. */
protocol proconos "ProConOS" {
  class ot
  port tcp 20547
  security none
  is engineering
}

/** Programs panels and gateways of Red Lion. The port is a convention of the vendor. */
protocol crimson-v3 "Red Lion Crimson" {
  class ot
  port tcp 789
  security none
  is engineering
  alias "crimson"
}

/** Carries safety data over EtherNet/IP; its checks find faults, and no attacker. Specified in IEC 61784-3-2. */
protocol cip-safety "CIP Safety" {
  class ot
  port tcp 44818
  port udp 2222
  security none
  is safety
}

/** Carries safety data over EtherCAT; its checks find faults, and no attacker. Specified in IEC 61784-3-12. */
protocol fsoe "Safety over EtherCAT" {
  class ot
  security none
  is safety, layer2
  alias "fail-safe-over-ethercat"
}

/** Exchanges values of engines, vehicles and generating sets over CAN. Specified in SAE J1939. */
protocol j1939 "SAE J1939" {
  class ot
  security none
  is fieldbus
  alias "sae-j1939", "can", "can-bus", "isobus"
}

/** Exchanges positions, courses and engine values on a ship over CAN. Specified in IEC 61162-3. */
protocol nmea-2000 "NMEA 2000" {
  class ot
  security none
  is fieldbus
  alias "n2k", "can", "can-bus"
}

/** Sends positions, courses and targets of a ship in lines of text. Specified in IEC 61162-1. */
protocol nmea-0183 "NMEA 0183 on a serial line" {
  class ot
  security none
  is serial
  alias "nmea", "nmea0183"
}

// ----- Data access and integration -----

/** Reads, writes, subscribes and calls methods; its mode may be None, Sign or SignAndEncrypt, so the mode has to be said. Specified in OPC 10000-2, -4 and -6. */
protocol opc-ua "OPC UA" {
  class ot
  port tcp 4840
  provides authentication, encryption, integrity
  security optional
  alias "opcua", "opc", "opc-tcp", "ua", "umati", "euromap-77", "euromap-83", "opc-ua-fx", "ua-tcp", "opc-ua-binary"
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
  alias "ua-pubsub", "uadp"
}

/** OPC DA, HDA and A&E over DCOM: it needs a wide range of ports, and its rights are those of Windows. Specified in MS-DCOM. */
protocol opc-classic "OPC Classic (DCOM)" {
  class ot
  port tcp 135, 49152-65535
  provides authentication, encryption, integrity
  security optional
  is dynamic-ports, outdated
  alias "opc-da", "opc-hda", "opc-ae", "opc", "dcom", "opc-dcom"
}

/** Reads the state of machine tools as XML over HTTP; it only reads. Specified in ANSI/MTC1.4. */
protocol mtconnect "MTConnect" {
  class iiot
  port tcp 5000
  security none
  is web
  alias "mtconnect-agent"
}

/** Carries values between the nodes of AVEVA's System Platform and InTouch, without log-on. */
protocol suitelink "AVEVA SuiteLink" {
  class ot
  port tcp 5413
  security none
  alias "intouch", "wonderware", "wonderware-suitelink"
}

/** Sends measured values to a PI server and reads them back; Windows security protects it, older log-ons and trusts do not. */
protocol osisoft-pi "AVEVA PI Data Archive" {
  class historian
  port tcp 5450
  provides authentication, encryption, integrity
  security optional
  is database
  alias "pi", "pi-to-pi", "pinet", "osisoft", "pi-server", "piconnect", "af-sdk", "pi-af"
}

/** Publishes and subscribes through a broker; user name and password travel in clear. Specified in MQTT 5.0. */
protocol mqtt "MQTT" {
  class iiot
  port tcp 1883
  security none
  is cleartext-credentials, messaging
  alias "sparkplug", "sparkplug-b", "mqtt-sparkplug"
}

/** MQTT inside TLS; the broker is authenticated, the client by certificate or password if it is asked for. Specified in MQTT 5.0. */
protocol mqtts "MQTT over TLS" {
  class iiot
  port tcp 8883
  provides authentication, encryption, integrity
  security mandatory
  is messaging
  alias "mqtt-tls", "mqtt-ssl", "secure-mqtt", "tls", "ssl"
}

/** Passes messages through queues; a plain log-on is readable on the way. Specified in ISO/IEC 19464. */
protocol amqp "AMQP" {
  class iiot
  port tcp 5672
  provides authentication
  security optional
  is cleartext-credentials, messaging
  alias "rabbitmq"
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
  alias "lwm2m"
}

/** CoAP inside DTLS. Specified in RFC 7252. */
protocol coaps "CoAP over DTLS" {
  class iiot
  port udp 5684
  provides authentication, encryption, integrity
  security mandatory
  is messaging
  alias "lwm2m"
}

/** Passes records from producers to consumers over a broker. The protocol guide is published by the Apache Software Foundation. */
protocol kafka "Apache Kafka" {
  class it
  port tcp 9092
  provides authentication, encryption, integrity
  security optional
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
  alias "dnp", "dnp-3", "dnp3-tcp", "ieee-1815"
}

/** DNP3 whose critical commands are challenged with a keyed hash; nothing is hidden. Specified in IEEE 1815-2012, clause 7. */
protocol dnp3-sa "DNP3 Secure Authentication" {
  class ot
  port tcp 20000
  port udp 20000
  provides authentication, integrity
  security optional
  is telecontrol, serial
  alias "dnp3-sav5", "dnp3-secure", "dnp"
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
  alias "iec-101", "iec-60870-5-101", "t101", "iec-870-5-101", "iec60870", "iec60870-5", "rs232", "serial"
}

/** Telecontrol over TCP; anyone who reaches a station may switch it. Specified in IEC 60870-5-104. */
protocol iec60870-5-104 "IEC 60870-5-104" {
  class ot
  port tcp 2404
  security none
  is telecontrol
  alias "iec-104", "iec-60870-5-104", "iec870-5-104", "iec60870-104", "t104", "iec60870", "iec60870-5"
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
  alias "mms", "iec61850", "iec61400-25"
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
  alias "goose", "gse", "iec61850"
}

/** Publishes sampled currents and voltages on the process bus. Specified in IEC 61850-9-2. */
protocol iec61850-sv "IEC 61850 Sampled Values" {
  class ot
  security none
  is layer2, streaming, one-way-capable
  alias "sv", "smv", "sampled-values", "iec61850"
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
  alias "iccp", "tase2"
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
  alias "synchrophasor", "ieee-c37.118", "c37.118"
}

/** Reads, configures and disconnects meters; the security suite is a setting, and the low level password travels in clear. Specified in IEC 62056. */
protocol dlms-cosem "DLMS/COSEM" {
  class metering
  port tcp 4059
  port udp 4059
  provides authentication, encryption, integrity
  security optional
  alias "iec-62056", "dlms", "cosem", "iec-62056-46", "iec-62056-47"
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
  alias "m-bus", "meter-bus"
}

/** Reads and sets protection relays over a serial line. Specified in IEC 60870-5-103. */
protocol iec60870-5-103 "IEC 60870-5-103" {
  class ot
  security none
  is serial, telecontrol
  alias "iec-103", "iec60870", "iec60870-5"
}

/** Reads meters by radio; what it protects depends on the mode that is set. Specified in EN 13757-4. */
protocol wireless-mbus "Wireless M-Bus" {
  class ot
  provides authentication, encryption, integrity
  security optional
  is wireless
  alias "wmbus"
}

/** Commands charging stations from a back end; its security profiles go from a password in the clear to certificates on both sides. Specified in OCPP 1.6 and 2.0.1 of the Open Charge Alliance. */
protocol ocpp "OCPP" {
  class ot
  port tcp 80, 443
  provides authentication, encryption, integrity
  security optional
  is management
  alias "ocpp-1-6", "ocpp-2-0-1", "ocpp-j"
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
  alias "whart", "hart-wireless"
}

/** A wireless field network; its policies may lower the protection. Specified in IEC 62734. */
protocol isa100-11a "ISA100 Wireless" {
  class wireless
  provides authentication, encryption, integrity
  security optional
  is wireless
  alias "isa100"
}

/** A field bus on which instruments control on their own. Specified in IEC 61158 CPF 1. */
protocol ff-h1 "FOUNDATION Fieldbus H1" {
  class ot
  security none
  is serial, fieldbus
  alias "foundation-fieldbus", "ff"
}

/** Joins H1 segments over Ethernet, and configures what runs in the instruments. Specified in IEC 61158 CPF 1. */
protocol ff-hse "FOUNDATION Fieldbus HSE" {
  class ot
  port tcp 1089, 1090
  port udp 1089, 1090, 1091, 3622
  security none
  is engineering
  alias "hse", "foundation-fieldbus", "ff"
}

// ----- Buildings -----

/** Reads and commands building controllers; anyone on the network may do both. Specified in ASHRAE 135, Annex J. */
protocol bacnet-ip "BACnet/IP" {
  class building
  port udp 47808
  security none
  alias "bacnet"
}

/** BACnet on a serial bus. Specified in ASHRAE 135, clause 9. */
protocol bacnet-mstp "BACnet MS/TP" {
  class building
  security none
  is serial, fieldbus
  alias "mstp", "bacnet", "rs485"
}

/** BACnet over web sockets inside TLS, with certificates on both sides. Specified in ASHRAE 135-2020, Annex AB. */
protocol bacnet-sc "BACnet/SC" {
  class building
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
  alias "bacnet/sc", "bacnet-secure-connect", "bacnet"
}

/** Programs and operates Niagara stations; the log-on is a digest, the session is in clear. */
protocol niagara-fox "Niagara Fox" {
  class building
  port tcp 1911
  provides authentication
  security optional
  is engineering
  alias "fox", "niagara"
}

/** Fox inside TLS. */
protocol niagara-foxs "Niagara Fox over TLS" {
  class building
  port tcp 4911
  provides authentication, encryption, integrity
  security mandatory
  is engineering
  alias "foxs"
}

/** Operates and programs KNX installations over a network. Specified in EN ISO 22510. */
protocol knxnet-ip "KNXnet/IP" {
  class building
  port udp 3671
  security none
  is engineering
  alias "knx", "knx-ip", "eib"
}

/** KNXnet/IP with authentic and encrypted frames. Specified in EN ISO 22510. */
protocol knx-ip-secure "KNX IP Secure" {
  class building
  port tcp 3671
  port udp 3671
  provides authentication, encryption, integrity
  security mandatory
  is engineering
  alias "knx"
}

/** The two wires between the devices of a KNX line; whoever is on them may send to all groups. Specified in EN 50090 and ISO/IEC 14543-3. */
protocol knx-tp "KNX on twisted pair" {
  class building
  security none
  is serial, fieldbus
  alias "knx", "eib", "knx-bus", "knx-line"
}

/** The wires between the devices of a LON segment, TP/FT-10 mostly. Specified in ISO/IEC 14908-2. */
protocol lontalk-tp "LonTalk on twisted pair" {
  class building
  security none
  is serial, fieldbus
  alias "lon", "lonworks", "lontalk", "tp-ft-10", "ft-10"
}

/** Carries LonTalk between segments; its authentication is broken and counts as none. Specified in ISO/IEC 14908. */
protocol lontalk-ip "LonTalk over IP" {
  class building
  port udp 1628, 1629
  security none
  alias "lon", "lonworks", "lontalk", "lonip"
}

/** Dims and switches luminaires. Specified in IEC 62386. */
protocol dali "DALI" {
  class building
  security none
  is serial, fieldbus
}

/** Sends telegrams of switches and sensors without batteries. Specified in ISO/IEC 14543-3-10. */
protocol enocean "EnOcean" {
  class building
  provides authentication, encryption, integrity
  security optional
  is wireless
}

/** Connects devices of buildings by radio; older pairings share one known key. Specified in ITU-T G.9959. */
protocol z-wave "Z-Wave" {
  class building
  provides authentication, encryption, integrity
  security optional
  is wireless
  alias "zwave"
}

// ----- Web, files and remote access -----

/** Web pages and interfaces in clear; whoever listens reads pages and passwords. Specified in RFC 9110. */
protocol http "HTTP" {
  class it
  port tcp 80
  security none
  is cleartext-credentials, web
  alias "web", "rest", "websocket", "ws", "soap", "xml-rpc", "opc-xml-da", "opc-xml", "obix", "json-rpc", "scep", "ocsp", "crl", "witsml", "web-services", "haystack", "project-haystack", "rws", "abb-rws", "onvif"
}

/** HTTP inside TLS; the server is authenticated, the client only if it is asked for. Specified in RFC 9110 and RFC 8446. */
protocol https "HTTPS" {
  class it
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
  is web
  alias "web", "rest", "rest-api", "tls", "ssl", "wss", "onvif", "redfish", "soap", "http2", "grpc", "graphql", "obix", "json-rpc", "est", "acme", "doh", "oauth", "oauth2", "oidc", "openid-connect", "http3", "witsml", "pi-web-api", "fhir", "hl7-fhir", "rws", "abb-rws", "web-services", "haystack", "project-haystack", "eebus", "kubernetes-api", "sila", "sila2"
}

/** A remote shell with encrypted sessions; it can also carry other connections inside. Specified in RFC 4251 to 4254. */
protocol ssh "SSH" {
  class it
  port tcp 22
  provides authentication, encryption, integrity
  security mandatory
  is remote-access, management
  alias "ssh2", "openssh"
}

/** Copies files over SSH. */
protocol sftp "SFTP and SCP" {
  class it
  port tcp 22
  provides authentication, encryption, integrity
  security mandatory
  is file-transfer
  alias "scp"
}

/** A remote shell in clear, log-on included. Specified in RFC 854. */
protocol telnet "Telnet" {
  class it
  port tcp 23
  security none
  is cleartext-credentials, remote-access, management, outdated
}

/** Logs on and runs commands without encryption, and may trust whoever claims an address. Specified in RFC 1282 for rlogin. */
protocol rsh "Remote shell and login" {
  class it
  port tcp 513-514
  security none
  is remote-access, cleartext-credentials, outdated
  alias "rlogin", "rexec", "r-commands"
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
  alias "ftp-tls"
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
  alias "smbv1", "cifs"
}

/** Windows shares; signing and encryption are settings. Specified in MS-SMB2. */
protocol smb "SMB 2 and 3" {
  class it
  port tcp 445
  provides authentication, encryption, integrity
  security optional
  is file-transfer
  alias "smb2", "smb3", "cifs", "samba", "file-sharing", "psexec", "file-share"
}

/** A remote Windows desktop; it should ask for the log-on before it shows one. Specified in MS-RDPBCGR. */
protocol rdp "Remote Desktop" {
  class it
  port tcp 3389
  port udp 3389
  provides authentication, encryption, integrity
  security optional
  is remote-access, udp-optional
  alias "remote-desktop", "ms-rdp", "terminal-services"
}

/** A remote screen; its own log-on is weak and its pictures are in clear. Specified in RFC 6143. */
protocol vnc "VNC" {
  class it
  port tcp 5900
  provides authentication
  security optional
  is remote-access
  alias "rfb"
}

/** Runs commands and scripts on Windows machines. Specified in MS-WSMV. */
protocol winrm "Windows Remote Management" {
  class it
  port tcp 5985, 5986
  provides authentication, encryption, integrity
  security optional
  is remote-access, management
  alias "wsman", "ws-management", "powershell", "powershell-remoting"
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
  is remote-access, relayed, udp-optional
}

/** A remote desktop through servers of its vendor, which passes most firewalls from the inside. */
protocol anydesk "AnyDesk" {
  class it
  port tcp 80, 443, 6568
  port udp 50001-50003
  provides authentication, encryption, integrity
  security mandatory
  is remote-access, relayed, udp-optional
}

/** Unix shares; older versions believe the address and user number that a client gives. Specified in RFC 7530. */
protocol nfs "NFS" {
  class it
  port tcp 2049
  port udp 2049
  provides authentication, encryption, integrity
  security optional
  is file-transfer, udp-optional
}

/** Shows programs that run on a server elsewhere. The ports are those that Citrix publishes. */
protocol citrix-ica "Citrix ICA" {
  class it
  port tcp 1494, 2598
  provides authentication, encryption, integrity
  security optional
  is remote-access
  alias "citrix", "ica", "hdx"
}

/** Reads and writes blocks of a disk elsewhere. Specified in RFC 7143. */
protocol iscsi "iSCSI" {
  class it
  port tcp 3260
  provides authentication
  security optional
  is file-transfer
}

/** Copies files that have changed. The port is registered with IANA. */
protocol rsync "rsync" {
  class it
  port tcp 873
  security none
  is file-transfer
}

// ----- Network services, databases and mail -----

/** Reads and sets values of devices; the community string is a password in clear. Specified in RFC 1157 and RFC 3416. */
protocol snmp-v1-v2c "SNMP 1 and 2c" {
  class it
  port udp 161, 162
  security none
  is cleartext-credentials, management, outdated
  alias "snmp", "snmpv1", "snmpv2", "snmpv2c", "ntcip"
}

/** SNMP with accounts; authentication and privacy are settings of each. Specified in RFC 3414. */
protocol snmp-v3 "SNMP 3" {
  class it
  port udp 161, 162
  provides authentication, encryption, integrity
  security optional
  is management
  alias "snmp", "snmpv3"
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
  alias "trap", "snmptrap", "snmp-traps"
}

/** Sends summaries of traffic to a collector without waiting for an answer. Specified in RFC 7011. */
protocol netflow "NetFlow and IPFIX over UDP" {
  class it
  port udp 2055, 4739
  security none
  is logging, one-way-capable
  alias "ipfix"
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
  alias "idrac", "ilo"
}

/** Configures network devices inside SSH. Specified in RFC 6242. */
protocol netconf-ssh "NETCONF over SSH" {
  class it
  port tcp 830
  provides authentication, encryption, integrity
  security mandatory
  is management
  alias "netconf"
}

/** Gives the time; anyone on the way can change it. Specified in RFC 5905. */
protocol ntp "NTP" {
  class it
  port udp 123
  security none
  is time
  alias "sntp"
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
  alias "ieee-1588", "ptpv2", "precision-time-protocol"
}

/** Sends audit records without asking for an answer; records can be lost or forged. Specified in RFC 5424 and RFC 5426. */
protocol syslog "Syslog over UDP" {
  class it
  port udp 514
  security none
  is logging, one-way-capable
  alias "syslog-udp"
}

/** Sends audit records inside TLS. Specified in RFC 5425. */
protocol syslog-tls "Syslog over TLS" {
  class it
  port tcp 6514
  provides authentication, encryption, integrity
  security mandatory
  is logging
  alias "tls", "ssl"
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
  alias "dot"
}

/** Hands out addresses to whoever asks. Specified in RFC 2131. */
protocol dhcp "DHCP" {
  class it
  port udp 67, 68
  security none
  is management
  alias "bootp"
}

/** Tells neighbours which device is on the other end of a cable. Specified in IEEE 802.1AB. */
protocol lldp "LLDP" {
  class it
  security none
  is layer2, discovery
  alias "cdp"
}

/** Reads and writes a directory; a simple log-on is readable on the way. Specified in RFC 4511. */
protocol ldap "LDAP" {
  class it
  port tcp 389
  provides authentication
  security optional
  is cleartext-credentials, directory
  alias "active-directory", "ad"
}

/** LDAP inside TLS. Specified in RFC 4513. */
protocol ldaps "LDAP over TLS" {
  class it
  port tcp 636
  provides authentication, encryption, integrity
  security mandatory
  is directory
  alias "tls", "ssl"
}

/** Proves who somebody is with tickets of a domain. Specified in RFC 4120. */
protocol kerberos "Kerberos" {
  class it
  port tcp 88
  port udp 88
  provides authentication, encryption, integrity
  security mandatory
  is sign-on
  alias "krb5", "active-directory", "ad"
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
  alias "tacacs"
}

/** Queries a SQL Server; the log-on is encrypted, the rest where it is asked for. Specified in MS-TDS. */
protocol mssql-tds "Microsoft SQL Server" {
  class it
  port tcp 1433
  provides authentication, encryption, integrity
  security optional
  is database
  alias "mssql", "tds", "sql-server", "sql", "odbc", "jdbc"
}

/** Queries a PostgreSQL database; TLS is a setting. */
protocol postgresql "PostgreSQL" {
  class it
  port tcp 5432
  provides authentication, encryption, integrity
  security optional
  is database
  alias "postgres", "pgsql", "sql", "odbc", "jdbc", "timescaledb"
}

/** Queries an Oracle database; encryption is a setting. */
protocol oracle-tns "Oracle Net" {
  class it
  port tcp 1521
  provides authentication, encryption, integrity
  security optional
  is database
  alias "oracle", "oracle-net", "sqlnet", "tns", "sql", "odbc", "jdbc"
}

/** Queries a MySQL or MariaDB database; TLS is a setting. */
protocol mysql "MySQL and MariaDB" {
  class it
  port tcp 3306
  provides authentication, encryption, integrity
  security optional
  is database
  alias "mariadb", "sql", "odbc", "jdbc"
}

/** Calls services of Windows machines, which answer on ports of their own. Specified in MS-RPCE. */
protocol ms-rpc "Microsoft RPC" {
  class it
  port tcp 135, 49152-65535
  provides authentication, encryption, integrity
  security optional
  is dynamic-ports, management
  alias "rpc", "msrpc", "dcerpc"
}

/** Hands over mail; encryption between servers is a matter of luck unless it is demanded. Specified in RFC 5321. */
protocol smtp "SMTP" {
  class it
  port tcp 25
  provides encryption, integrity
  security optional
  is mail
  alias "mail", "email"
}

/** Hands in mail with a log-on inside TLS. Specified in RFC 8314. */
protocol smtps "SMTP submission over TLS" {
  class it
  port tcp 465, 587
  provides authentication, encryption, integrity
  security mandatory
  is mail
}

/** Fetches mail with a password in clear. Specified in RFC 1939. */
protocol pop3 "POP3" {
  class it
  port tcp 110
  security none
  is mail, cleartext-credentials
  alias "mail", "email"
}

/** Reads mail; without TLS the log-on is readable on the way. Specified in RFC 9051. */
protocol imap "IMAP" {
  class it
  port tcp 143
  security none
  is mail, cleartext-credentials
  alias "mail", "email"
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
  alias "ping"
}

// ----- Networks among themselves -----

/** Finds the MAC address of a host; whoever answers first is believed. Specified in RFC 826. */
protocol arp "ARP" {
  class it
  security none
  is layer2, discovery
}

/** Tells which hosts want which multicast streams. Specified in RFC 3376. */
protocol igmp "IGMP" {
  class it
  security none
  is discovery
}

/** Answers names on a local network; whoever answers first is believed. Specified in RFC 4795. */
protocol llmnr "LLMNR" {
  class it
  port udp 5355
  security none
  is name-service
}

/** Keeps a network of switches free of loops. Specified in IEEE 802.1Q. */
protocol spanning-tree "Spanning tree" {
  class it
  security none
  is layer2
  alias "stp", "rstp", "spanning-tree-protocol"
}

/** Closes a ring of switches where a link fails. Specified in IEC 62439-2. */
protocol media-redundancy "Media Redundancy Protocol" {
  class ot
  security none
  is layer2
  alias "mrp", "mrpd", "iec-62439"
}

/** Sends each frame over two separate networks. Specified in IEC 62439-3. */
protocol parallel-redundancy "Parallel Redundancy Protocol" {
  class ot
  security none
  is layer2
  alias "prp", "iec-62439"
}

/** Sends each frame around a ring in both directions. Specified in IEC 62439-3. */
protocol seamless-redundancy "High-availability Seamless Redundancy" {
  class ot
  security none
  is layer2
  alias "hsr", "iec-62439"
}

/** Keeps a ring of devices of EtherNet/IP closed. Specified by ODVA. */
protocol device-level-ring "Device Level Ring" {
  class ot
  security none
  is layer2
  alias "dlr"
}

/** Two routers share one address; the second answers where the first fails. Specified in RFC 9568. */
protocol vrrp "VRRP" {
  class it
  security none
  is discovery
  alias "carp"
}

/** The same as VRRP by another vendor. Described in RFC 2281. */
protocol hsrp "HSRP" {
  class it
  port udp 1985
  security none
  is discovery
}

/** Routers tell each other which networks they reach; signatures are possible. Specified in RFC 2328. */
protocol ospf "OSPF" {
  class it
  provides authentication, integrity
  security optional
  is discovery
}

/** Networks of different owners tell each other what they reach; signatures are possible. Specified in RFC 4271. */
protocol bgp "BGP" {
  class it
  port tcp 179
  provides authentication, integrity
  security optional
  is discovery
}

/** Routers tell each other how far networks are; signatures are possible. Specified in RFC 2453. */
protocol rip "RIP" {
  class it
  port udp 520
  provides authentication, integrity
  security optional
  is discovery
  alias "ripv2"
}

/** Wraps packets into packets, in clear. Specified in RFC 2784. */
protocol gre "GRE" {
  class it
  security none
  is tunnel
}

/** Carries Ethernet over an IP network, in clear. Specified in RFC 7348. */
protocol vxlan "VXLAN" {
  class it
  port udp 4789
  security none
  is tunnel
}

/** Carries packets of a customer through the network of a carrier, in clear. Specified in RFC 3031. */
protocol mpls "MPLS" {
  class it
  security none
  is tunnel
}

/** An old tunnel whose sign-on can be broken. Specified in RFC 2637. */
protocol pptp "PPTP" {
  class it
  port tcp 1723
  provides authentication, encryption
  security optional
  is tunnel, outdated
}

// ----- Remote work, vehicles and the energy market -----

/** Shows the screen of a virtual desktop, encrypted. Described by HP Teradici. */
protocol pcoip "PC-over-IP" {
  class it
  port tcp 4172
  port udp 4172
  provides authentication, encryption, integrity
  security mandatory
  is remote-access
  alias "pc-over-ip"
}

/** Data that components publish and subscribe to, found by multicast. Specified in OMG DDSI-RTPS. */
protocol dds "DDS" {
  class iiot
  port udp 7400-7649
  security none
  is messaging
  alias "rtps", "ddsi-rtps", "ros2", "data-distribution-service"
}

/** Reads and writes CNC machines of FANUC. Described by FANUC. */
protocol focas "FANUC FOCAS" {
  class ot
  port tcp 8193
  security none
  is engineering
  alias "fanuc-focas", "focas2"
}

/** Sentences of ship instruments by multicast. Specified in IEC 61162-450. */
protocol iec61162-450 "IEC 61162-450" {
  class ot
  port udp 60001-60016
  security none
  is messaging
  alias "iec-61162", "lwe", "nmea-over-ethernet"
}

/** Meter values of a metering point by serial line. Specified in IEC 60870-5-102. */
protocol iec60870-5-102 "IEC 60870-5-102" {
  class metering
  security none
  is serial, telecontrol
  alias "iec-102"
}

/** A vehicle and a charging station agree on charging; TLS is possible. Specified in ISO 15118. */
protocol iso15118 "ISO 15118" {
  class ot
  port udp 15118
  provides authentication, encryption, integrity
  security optional
  is dynamic-ports
  alias "plug-and-charge"
}

/** A utility controls solar plants, batteries and loads, inside TLS. Specified in IEEE 2030.5. */
protocol ieee2030-5 "IEEE 2030.5" {
  class iiot
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
  is telecontrol
  alias "sep2", "smart-energy-profile"
}

/** A utility asks loads to rise or fall, inside TLS. Specified by the OpenADR Alliance. */
protocol openadr "OpenADR" {
  class iiot
  port tcp 443
  provides authentication, encryption, integrity
  security mandatory
  is telecontrol
  alias "demand-response"
}

/** Trunked radio of plants, railways and rescue services; encryption is possible. Specified in ETSI EN 300 392. */
protocol tetra "TETRA" {
  class wireless
  provides authentication, encryption
  security optional
  is wireless
}

/** The time as a signal on its own line. Specified in IRIG Standard 200. */
protocol irig-b "IRIG-B" {
  class ot
  security none
  is time, hardwired
  alias "irig"
}

/** Reads and changes nearly everything on a Windows computer over RPC; the port that follows is dynamic. Described by Microsoft in [MS-WMI]. */
protocol wmi "Windows Management Instrumentation" {
  class it
  port tcp 135
  provides authentication, encryption, integrity
  security optional
  is management, dynamic-ports
}

/** Hands out updates of Windows. The ports are those that Microsoft publishes. */
protocol wsus "Windows Server Update Services" {
  class it
  port tcp 8530, 8531
  provides encryption, integrity
  security optional
  is management
}

/** Sets up calls; names and numbers are readable. Specified in RFC 3261. */
protocol sip "SIP" {
  class it
  port tcp 5060
  port udp 5060
  security none
  alias "voip"
}

/** Starts and stops streams of pictures and sound. Specified in RFC 7826. */
protocol rtsp "RTSP" {
  class it
  port tcp 554
  security none
  is streaming
  alias "rtp", "onvif"
}

/** Finds names in the same network without a server. Specified in RFC 6762. */
protocol mdns "Multicast DNS" {
  class it
  port udp 5353
  security none
  is name-service, discovery
  alias "bonjour"
}

/** Finds devices of the same network, and opens doors on routers that allow it. Specified by the Open Connectivity Foundation in UPnP. */
protocol ssdp "SSDP and UPnP" {
  class it
  port udp 1900
  security none
  is discovery
  alias "upnp"
}

/** Finds names and opens sessions of old Windows networks. Specified in RFC 1001 and RFC 1002. */
protocol netbios "NetBIOS over TCP/IP" {
  class it
  port tcp 139
  port udp 137, 138
  security none
  is name-service, outdated
  alias "netbios-ns", "nbt", "wins", "netbios-over-tcp", "nbns"
}

/** Stores and reads values in memory. The port is the default that Redis publishes. */
protocol redis "Redis" {
  class it
  port tcp 6379
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Reads and writes documents of a database. The port is the default that MongoDB publishes. */
protocol mongodb "MongoDB" {
  class it
  port tcp 27017
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Writes and reads time series over HTTP. The port is the default that InfluxData publishes. */
protocol influxdb "InfluxDB" {
  class it
  port tcp 8086
  provides authentication, encryption, integrity
  security optional
  is database
}

/** Searches and stores records over HTTP. The port is the default that Elastic publishes. */
protocol elasticsearch "Elasticsearch" {
  class it
  port tcp 9200
  provides authentication, encryption, integrity
  security optional
  is database
  alias "opensearch"
}

// ----- Tunnels and links -----

/** An encrypted tunnel or transport between two hosts or sites; ESP is IP protocol 50. Specified in RFC 4301 and RFC 7296. */
protocol ipsec "IPsec" {
  class vpn
  port udp 500, 4500
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
  alias "vpn", "ike", "esp", "l2tp", "ikev2"
}

/** An encrypted tunnel between holders of known keys; the port is a convention. */
protocol wireguard "WireGuard" {
  class vpn
  port udp 51820
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
  alias "vpn", "wg", "tailscale"
}

/** An encrypted tunnel inside TLS. */
protocol openvpn "OpenVPN" {
  class vpn
  port tcp 1194
  port udp 1194
  provides authentication, encryption, integrity
  security mandatory
  is tunnel
  alias "vpn", "ssl-vpn", "ovpn"
}

/** Protects every frame on one link; encryption can be left off, integrity cannot. Specified in IEEE 802.1AE. */
protocol macsec "MACsec" {
  class link
  provides authentication, encryption, integrity
  security mandatory
  is layer2
  alias "802.1ae"
}

/** Admits a device to a port or radio network; it does not protect what the device sends later. Specified in IEEE 802.1X. */
protocol dot1x "IEEE 802.1X" {
  class link
  provides authentication
  security mandatory
  is layer2, sign-on
  alias "802.1x", "eap", "eap-tls", "peap", "eapol"
}

/** Bytes on RS-232, RS-422 or RS-485; protected by where the cable runs. Specified in TIA-232 and TIA-485. */
protocol serial-raw "Raw serial line" {
  class link
  security none
  is serial
  alias "serial", "rs232", "rs485", "rs422", "serial-line", "uart", "ibis", "vdv300", "ibis-wagon-bus", "c37-94", "g703"
}

/** A 4-20 mA loop or a contact: a signal without a protocol, protected by where the cable runs. */
protocol hardwired-io "Hard-wired signal" {
  class link
  security none
  is hardwired, one-way-capable
  alias "hardwired", "digital-io", "analog-io", "discrete-io", "4-20ma", "dry-contact", "relay-contact", "pulse", "pulse-signal", "relay", "interposing-relay", "analogue", "analog", "discrete", "digital-signal", "binary-contact", "digital", "pilot-wire"
}

// ----- Wireless -----

/** A radio network that anyone within range may join or read. Specified in IEEE 802.11. */
protocol wifi-open "Open Wi-Fi or WEP" {
  class wireless
  security none
  is wireless, outdated
  alias "open-wifi", "wep"
}

/** WPA2 or WPA3 with one key for all, so nobody can be told apart. Specified in IEEE 802.11. */
protocol wifi-wpa2-psk "Wi-Fi with a shared key" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
  alias "wifi", "wlan", "wpa2", "wpa2-psk", "802.11"
}

/** WPA2 or WPA3 with credentials of one's own for each user or device. Specified in IEEE 802.11. */
protocol wifi-enterprise "Wi-Fi with log-on" {
  class wireless
  provides authentication, encryption, integrity
  security mandatory
  is wireless
  alias "wifi", "wlan", "wpa2-enterprise", "wpa3-enterprise"
}

/** A mobile network; ciphering is the choice of its operator, and it ends with the radio leg. Specified in 3GPP TS 33.401 and 33.501. */
protocol cellular "LTE or 5G" {
  class wireless
  provides authentication, encryption
  security optional
  is wireless
  alias "lte", "4g", "5g", "gsm", "gprs", "mobile-network", "sms", "nb-iot", "gsm-r", "umts", "lte-m", "4g-lte", "private-lte", "private-5g", "lte-r"
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
  alias "lora"
}

/** Short range; pairing without a check proves nothing. Specified in Bluetooth Core. */
protocol bluetooth-le "Bluetooth Low Energy" {
  class wireless
  provides authentication, encryption, integrity
  security optional
  is wireless
  alias "ble", "bluetooth"
}

// ----- Oil, gas and water telemetry, and older telecontrol -----

/** Reads and writes signals of ControlWave and Network 3000 controllers. The port is the one of the vendor. Described in Emerson's BSAP manuals. */
protocol bsap "Bristol BSAP" {
  class ot
  port udp 1234
  security none
  is telecontrol
  alias "bsap-ip", "bristol", "bsap-serial", "controlwave"
}

/** Reads and configures flow computers and remote terminal units; its log-on is readable on the way. Described in Emerson's ROC Plus Protocol Specification, A6127. */
protocol roc-plus "Emerson ROC and ROC Plus" {
  class ot
  port tcp 4000
  port udp 4000
  security none
  is telecontrol, cleartext-credentials
  alias "roc", "rocplus", "floboss", "roc800", "fisher-roc"
}

/** DNP3 over a serial line, without TLS. Specified in IEEE 1815-2012. */
protocol dnp3-serial "DNP3 on a serial line" {
  class ot
  security none
  is serial, telecontrol
  alias "dnp-serial", "serial-dnp3", "dnp", "rs232", "serial"
}

/** Telecontrol of the time before IEC 60870-5: its checks find noise, and no attacker. Described by the vendors of the stations. */
protocol serial-telecontrol "Older serial telecontrol" {
  class ot
  security none
  is serial, telecontrol, outdated
  alias "conitel", "rp570", "rp571", "indactic", "indactic-33", "telegyr", "telegyr-800", "tg8979", "cdc-type-ii", "cdc-type-2", "sinaut-8-fw", "l-and-n", "harris-5000", "pert-26", "sea", "redac", "recon", "tejas", "hdlc-telecontrol", "genisys"
}

/** Reads and sets relays of the SPACOM family over a serial line. Described in ABB's SPA-bus Communication Protocol. */
protocol spabus "ABB SPA-bus" {
  class ot
  security none
  is serial
  alias "spa-bus", "spa"
}

/** Reads and sets MiCOM relays over a serial line. Described in the guide of Courier by GE and Schneider Electric. */
protocol courier "Courier" {
  class ot
  security none
  is serial
  alias "k-bus", "micom-courier"
}

/** Joins controllers of SattControl and ABB over a serial line. Described in ABB's COMLI manual. */
protocol comli "COMLI" {
  class ot
  security none
  is serial
  alias "sattbus"
}

/** Reads measured values and states of SEL relays, and switches them, over a serial line or Telnet. Described in SEL's application guides. */
protocol sel-fast-message "SEL Fast Message" {
  class ot
  security none
  is serial
  alias "sel-fast-meter", "sel-fast-operate", "fast-meter", "fast-operate", "sel"
}

/** Exchanges eight states between two relays in milliseconds, without proof of who sends. Described in SEL's MIRRORED BITS guide. */
protocol sel-mirrored-bits "SEL MIRRORED BITS" {
  class ot
  security none
  is serial
  alias "mirrored-bits"
}

/** GOOSE and Sampled Values over IP between substations; signatures of a group key are possible. Specified in IEC 61850-8-1:2020 and IEC 62351-6. */
protocol iec61850-r-goose-sv "Routable GOOSE and Sampled Values" {
  class ot
  port udp 102
  provides authentication, encryption, integrity
  security optional
  is streaming
  alias "r-goose", "r-sv", "routable-goose", "routable-sv", "iec-61850-90-5"
}

/** Reads meters by an optical head or a current loop, with a password in clear. Specified in IEC 62056-21. */
protocol iec62056-21 "IEC 62056-21" {
  class ot
  security none
  is serial, cleartext-credentials
  alias "iec-62056-21", "iec-1107", "flag", "d0", "iec62056"
}

/** Reads meters by an optical port, with a password in clear. Specified in ANSI C12.18. */
protocol c12-18 "ANSI C12.18" {
  class ot
  security none
  is serial, cleartext-credentials
  alias "ansi-c12-18"
}

/** Sends values of a meter as telegrams without asking who reads them. Specified in BSI TR-03109-1, Smart Message Language. */
protocol sml "Smart Message Language" {
  class ot
  security none
  is serial
  alias "smart-message-language"
}

// ----- Further controllers, machines and robots -----

/** Reads, writes and programs Saia PCD controllers. Described in the Saia-Burgess manual of S-Bus. */
protocol ether-s-bus "Saia S-Bus over Ethernet" {
  class ot
  port udp 5050
  security none
  is engineering
  alias "s-bus", "saia-s-bus", "saia", "ether-sbus"
}

/** Programs DirectLOGIC and CLICK controllers. The port, 7070 in hexadecimal, is the fixed one of the modules. Described by AutomationDirect. */
protocol koyo-ecom "Koyo ECOM" {
  class ot
  port udp 28784
  security none
  is engineering
  alias "host-ecom", "ecom", "directlogic", "koyo"
}

/** Programs and reads DirectLOGIC controllers over a serial line. Described by AutomationDirect. */
protocol directnet "DirectNET" {
  class ot
  security none
  is serial
  alias "direct-net", "k-sequence"
}

/** Joins SLC and PLC-5 controllers over a token bus. Described by Rockwell Automation in publication 1770-6.5.16. */
protocol data-highway-plus "Data Highway Plus and DH-485" {
  class ot
  security none
  is serial, fieldbus, engineering, outdated
  alias "dh+", "dh-plus", "dh-485", "data-highway"
}

/** Programs PLC-5 controllers over Ethernet before EtherNet/IP. The port is fixed in SLC 5/05 and PLC-5E. Described by Rockwell Automation. */
protocol csp-v4 "Client Server Protocol, version 4" {
  class ot
  port tcp 2222
  security none
  is engineering, outdated
  alias "csp", "cspv4", "ab-ethernet"
}

/** Programs S7-200, S7-300 and S7-400 over RS-485. Described by Siemens. */
protocol siemens-mpi "Siemens MPI and PPI" {
  class ot
  security none
  is serial, engineering
  alias "mpi", "ppi", "siemens-ppi"
}

/** Passes data between SIMATIC and other computers over a serial line. Described by Siemens. */
protocol rk512 "RK 512 and 3964(R)" {
  class ot
  security none
  is serial
  alias "rk-512", "3964r", "3964"
}

/** Commands drives of Siemens over a serial line. Described by Siemens. */
protocol uss "USS" {
  class ot
  security none
  is serial, fieldbus
  alias "uss-protocol", "universal-serial-interface"
}

/** Carried SIMATIC S5 over Ethernet without IP. Described by Siemens. */
protocol sinec-h1 "SINEC H1" {
  class ot
  security none
  is layer2, outdated
  alias "sinec", "h1-protocol", "s5-fetch-write", "iso-transport"
}

/** Telecontrol of SIMATIC stations over S7 communication, or over MSC with a port that can be set. The ports are those of the TIM 1531 IRC operating instructions of Siemens. */
protocol sinaut-st7 "SINAUT ST7" {
  class ot
  port tcp 102, 26382
  security none
  is telecontrol
  alias "sinaut", "st7", "sinaut-st1", "telecontrol-basic"
}

/** Joins I/O blocks and controllers of GE over a token bus. Described by GE Fanuc in GFK-0071. */
protocol genius-bus "Genius" {
  class ot
  security none
  is serial, fieldbus, outdated
  alias "genius", "ge-genius"
}

/** Cyclic frames of machines without protection. Specified by the VARAN Bus User Organisation. */
protocol varan "VARAN" {
  class ot
  security none
  is layer2, fieldbus
  alias "varan-bus"
}

/** Servo drives of Panasonic over 100 Mbit/s. Described by Panasonic. */
protocol rtex "Realtime Express" {
  class ot
  security none
  is layer2, fieldbus
  alias "realtime-express"
}

/** Sensors and actuators of a machine on a flat cable. Specified by ODVA and CiA in volume 6. */
protocol componet "CompoNet" {
  class ot
  security none
  is serial, fieldbus
  alias "compobus", "compobus-s"
}

/** Moves a robot and reads its state; anyone who reaches the robot may do both. The ports are those that Universal Robots publishes. */
protocol ur-interfaces "Universal Robots interfaces" {
  class ot
  port tcp 29999, 30001, 30002, 30003, 30004
  security none
  is engineering
  alias "rtde", "ur-rtde", "urscript", "ur-dashboard", "universal-robots"
}

/** Topics and services of robots by the first ROS; nothing is proved or hidden. The port is the default of its master. Described at docs.ros.org, rosmaster. */
protocol ros1 "ROS 1" {
  class ot
  port tcp 11311
  security none
  is messaging, dynamic-ports
  alias "ros", "rostcp", "tcpros"
}

/** Copies programs to Heidenhain controls and reads their state; newer controls replace it by an encrypted form. The port is the one of the control. */
protocol lsv2 "Heidenhain LSV/2" {
  class ot
  port tcp 19000
  security none
  is engineering, file-transfer
  alias "lsv-2", "heidenhain", "dnc-heidenhain"
}

/** Commands tightening tools and reads their results. The port is the default of controllers of several vendors. Specified in the Open Protocol of Atlas Copco. */
protocol open-protocol "Open Protocol of tightening controllers" {
  class ot
  port tcp 4545
  security none
  alias "openprotocol", "atlas-copco-open-protocol", "torque-open-protocol", "atlas-copco"
}

/** Commands semiconductor equipment and collects its data; the standard names no port, and this one is what open implementations start with. Specified in SEMI E37, E5 and E30. */
protocol secs-gem "SECS/GEM over HSMS" {
  class ot
  port tcp 5000
  security none
  alias "secs", "hsms", "gem300", "secs-ii", "secs2", "secsgem"
}

/** Commands semiconductor equipment over a serial line. Specified in SEMI E4. */
protocol secs-i "SECS-I" {
  class ot
  security none
  is serial
  alias "secs-1"
}

// ----- Safety -----

/** Carries safety data between controllers of HIMA; its checks find faults, and no attacker. It runs over UDP; HIMA's public manuals do not name the port, so a flow says it. Described in HIMA's communication manual, HI 801 101. */
protocol safeethernet "HIMA safeethernet" {
  class safety
  security none
  is safety
  alias "safe-ethernet", "hima-safeethernet"
}

/** Carries safety data on several buses; its checks find faults, and no attacker. Specified in IEC 61784-3-13. */
protocol opensafety "openSAFETY" {
  class safety
  security none
  is safety, layer2
  alias "open-safety"
}

/** Carries safety data between controllers of Pilz; its checks find faults, and no attacker. The port is registered with IANA. Specified in IEC 61784-3-18. */
protocol safetynet-p "SafetyNET p" {
  class safety
  port tcp 40000
  port udp 40000
  security none
  is safety
  alias "safetynet", "safetynetp", "pilz-safetynet"
}

/** Reads and, where it is allowed, writes values of Triconex controllers. It runs over UDP; public sources contradict each other about the port, so a flow says it. Described in the Tricon communication guide, 9700088. */
protocol tsaa "Triconex TSAA" {
  class safety
  security none
  is safety
  alias "triconex-tsaa", "triconex-system-access-application"
}

// ----- Railways -----

/** Process data and messages of a train network; its safe layer finds faults, and no attacker. Specified in IEC 61375-2-3. */
protocol trdp "Train Real-time Data Protocol" {
  class ot
  port tcp 17225
  port udp 17224, 17225
  security none
  alias "iec-61375-2-3", "train-real-time-data", "iec-61375"
}

/** Joins the devices of a vehicle. Specified in IEC 61375-3-1. */
protocol mvb "Multifunction Vehicle Bus" {
  class ot
  security none
  is serial, fieldbus
  alias "multifunction-vehicle-bus", "tcn", "iec-61375"
}

/** Joins the vehicles of a train. Specified in IEC 61375-2-1. */
protocol wtb "Wire Train Bus" {
  class ot
  security none
  is serial, fieldbus
  alias "wire-train-bus", "tcn", "iec-61375"
}

/** Carries commands between interlockings and field elements; its safety code finds faults, and no attacker who knows the key. Specified in DIN VDE V 0831-200. */
protocol rasta "Rail Safe Transport Application" {
  class safety
  security none
  is safety
  alias "eulynx", "scix"
}

/** Carries movement authorities to a train with a message code under a shared key; nothing is hidden. Specified in UNISIG Subset-037. */
protocol euroradio "EuroRadio" {
  class safety
  provides authentication, integrity
  security mandatory
  is safety, wireless
  alias "etcs", "subset-037", "ertms"
}

// ----- Further buildings, doors and health -----

/** Joins readers and door controllers over RS-485; its secure channel is an option. Specified in IEC 60839-11-5. */
protocol osdp "OSDP" {
  class ot
  provides authentication, encryption, integrity
  security optional
  is serial
  alias "open-supervised-device-protocol", "iec-60839-11-5"
}

/** Sends the number of a card in clear over a pair of wires. Specified in SIA AC-01. */
protocol wiegand "Wiegand" {
  class ot
  security none
  is serial, outdated
  alias "sia-ac-01"
}

/** Joins controllers of Metasys over RS-485. Described by Johnson Controls. */
protocol metasys-n2 "Metasys N2" {
  class ot
  security none
  is serial, fieldbus, outdated
  alias "n2", "n2-bus", "jci-n2"
}

/** Joins controllers of APOGEE over RS-485. Described by Siemens. */
protocol apogee-p1 "APOGEE P1" {
  class ot
  security none
  is serial, fieldbus, outdated
  alias "p1", "fln", "siemens-p1"
}

/** Joins building level controllers of APOGEE and Desigo. The port is what public dissectors of its frames listen to. Described by Siemens. */
protocol apogee-p2 "APOGEE P2" {
  class ot
  port tcp 5033
  security none
  alias "p2", "siemens-p2", "apogee"
}

/** Dims and switches in buildings over a pair of wires. Described by Clipsal. */
protocol c-bus "C-Bus" {
  class ot
  security none
  is serial, fieldbus
  alias "cbus", "clipsal"
}

/** Operates rooms and their media. The ports are registered with IANA. Described in Crestron's IP guidelines. */
protocol crestron-cip "Crestron CIP" {
  class ot
  port tcp 41794, 41795
  port udp 41794
  security none
  alias "crestron", "crestron-ctp"
}

/** Passes pictures of patients between devices and archives; TLS is an option. Specified in DICOM PS3.8 and PS3.15. */
protocol dicom "DICOM" {
  class it
  port tcp 104, 2762, 11112
  provides authentication, encryption, integrity
  security optional
  is file-transfer
  alias "acr-nema", "dicom-tls"
}

/** Passes orders and results between systems of a hospital in clear. Specified in HL7 version 2 and MLLP. */
protocol hl7-mllp "HL7 version 2" {
  class it
  port tcp 2575
  security none
  is messaging
  alias "hl7", "mllp", "hl7v2"
}

// ----- Further messages and services -----

/** Passes messages through a broker; TLS is an option. The port is the default of its server. Described at docs.nats.io. */
protocol nats "NATS" {
  class it
  port tcp 4222
  provides authentication, encryption, integrity
  security optional
  is messaging
}

/** Passes messages through a broker as text; a log-on is readable on the way. The port is the default of RabbitMQ and ActiveMQ. Specified in STOMP 1.2. */
protocol stomp "STOMP" {
  class it
  port tcp 61613
  security none
  is messaging, cleartext-credentials
}

/** Messages and presence, with TLS as an option. The port is registered with IANA. Specified in RFC 6120. */
protocol xmpp "XMPP" {
  class it
  port tcp 5222
  provides authentication, encryption, integrity
  security optional
  is messaging
  alias "jabber"
}

/** Joins gateways of Ignition inside TLS, if it is left on. The port is the default metroSSLPort. Described by Inductive Automation. */
protocol ignition-gateway-network "Ignition Gateway Network" {
  class ot
  port tcp 8060
  provides authentication, encryption, integrity
  security optional
  alias "gateway-network", "ignition-gan"
}

/** Exchanges values between programs of Windows, and over NetBIOS between computers. The port is that of the NetBIOS session service. Described by Microsoft in KB 125703. */
protocol netdde "DDE and NetDDE" {
  class it
  port tcp 139
  security none
  is outdated
  alias "dde", "net-dde", "fastdde"
}

/** Calls of telephones and rooms; names and numbers are readable. Specified in ITU-T H.323. */
protocol h323 "H.323" {
  class it
  port tcp 1720
  security none
  is streaming, dynamic-ports
  alias "h-323", "voip"
}

/** Directs the programs of a Docker host without any log-on where TLS is off. The ports are registered with IANA. */
protocol docker-api "Docker API" {
  class it
  port tcp 2375, 2376
  provides authentication, encryption, integrity
  security optional
  is management
  alias "docker"
}

/** Copies backups between storage systems and backup servers. The port is registered with IANA. */
protocol ndmp "NDMP" {
  class it
  port tcp 10000
  security none
  is file-transfer
}

/** Reads a repository without any log-on. The port is registered with IANA. */
protocol git-protocol "Git protocol" {
  class it
  port tcp 9418
  security none
  is file-transfer
}

/** Carries disks over Ethernet without protection. Specified in INCITS T11 FC-BB-5. */
protocol fcoe "Fibre Channel over Ethernet" {
  class it
  security none
  is layer2
  alias "fibre-channel-over-ethernet"
}

// ----- Anything else -----

/** A protocol of which nothing is known; treated as unprotected. */
protocol proprietary-unknown "Unknown or proprietary" {
  class unknown
  security none
  alias "proprietary", "unknown", "vendor-protocol", "vnet-ip", "vnet", "deltav", "ovation", "fault-tolerant-ethernet", "fte", "experion", "honeywell-cda", "foxboro-ia", "centum-vnet", "masterbus", "mb300", "foxboro", "foxboro-mesh", "mesh", "ftebus", "cda", "deltav-udp", "af100", "modcell", "mms-abb", "totalflow", "procontrol", "bachmann", "wincc", "wincc-oa", "factorytalk", "rslinx", "kepware", "ifix", "citect", "ignition", "aveva-historian", "kuka", "ethernet-krl", "krl", "karel", "yaskawa", "heidenhain-rpc", "silworx", "hima", "advant", "teleperm", "simatic-net", "t3000", "mark-vie", "symphony", "ovation-highway", "tracer", "milestone", "genetec", "opc-xi", "opc-express-interface", "cee", "800xa", "xgt", "fenet", "proficy"
}
`;
