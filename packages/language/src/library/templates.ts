// Generated from examples/templates by `node scripts/generate-templates.mjs`. Do not edit.

/** A model to start from. */
export interface ModelTemplate {
    readonly name: string;
    /** What it is for, in a few words. */
    readonly summary: string;
    /** The text of its `main.iacs`, with `\n` between lines. */
    readonly text: string;
}

/** All templates, the one that is taken without a word first. */
export const modelTemplates: readonly ModelTemplate[] = [
    { name: 'empty', summary: 'a system and nothing else', text: `/** What is protected, and who is accountable for it. */
system Plant "New plant" {
  owner "Plant operations"
  description "What belongs to the system under consideration, and what does not"
}
` },
    { name: 'single-site', summary: 'office, DMZ, operations, control and safety, with a jump host', text: `/** A site from the office to the safety system. Replace the names, the owners and the reasons with yours. */
system Site "Single site" {
  description "One production site; the office network is outside the system under consideration."
  owner "Plant operations"
  assumption "The office network is not trusted"
  tolerable-risk 6
}

zone Enterprise "Office network" {
  owner "Corporate IT"
  kind enterprise
  purdue 4
  asset Reader "Report reader" : office-computer
}

zone Dmz "Plant DMZ" {
  description "Every session between the office and the plant ends here."
  owner "Network team"
  kind dmz
  purdue 3.5
  SL-T 1 { IAC 2 RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Edge and plant firewall"
  physical-boundary "Server room"
  asset Mirror "Historian mirror" : historian { criticality medium }
  asset Jump "Jump host" : jump-host { criticality medium }
  applies Segmentation, TwoFactor
}

zone Operations "Site operations" {
  description "Supervision and engineering."
  owner "Plant operations"
  kind operations
  purdue 3
  SL-T 1 { IAC 2 RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Plant and cell firewall"
  physical-boundary "Control room"
  asset Scada "SCADA server" : scada-server { criticality medium }
  asset Engineering "Engineering station" : engineering-station { criticality medium }
  applies Segmentation
}

zone Control "Basic process control" {
  description "Controllers and operator panels of the process."
  owner "Plant operations"
  kind control
  purdue 1
  SL-T 1 { IAC 2 RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Cell firewall"
  physical-boundary "Locked cabinets"
  asset Plc "Controller" : plc { criticality high is essential }
  asset Panel "Operator panel" : operator-panel { criticality medium }
  applies Segmentation
  misses SR 1.5 because "The controller keeps its password" due 2027-06-30
  flow Panel -> Plc : opc-ua "Set-points" {
    access write
    secured authentication, encryption, integrity by OpcUaSigned
  }
}

zone Safety "Safety system" {
  description "Shuts the process down; its signals leave it over wires."
  owner "Functional safety"
  kind safety
  purdue 1
  SL-T 1 { IAC 2 RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "No network leads in"
  physical-boundary "Locked cabinet of its own"
  asset Sis "Safety controller" : safety-controller { criticality critical is essential }
  meets FR 5 SL 2 because "No network leads into the zone" evidence "Name the walk-down here"
}

conduit EnterpriseDmz "Reports and remote work" between Enterprise and Dmz {
  owner "Network team"
  monitored by "Network team"
  via EdgeFirewall
  asset EdgeFirewall "Edge firewall" : firewall { serves Enterprise, Dmz }
  applies Segmentation
  flow Enterprise.Reader -> Dmz.Mirror : https "Reports" {
    port tcp 443
    access read
    secured authentication, encryption, integrity by WebTls
    approved by "Plant operations"
  }
}

conduit DmzOperations "Historian data and jump sessions" between Dmz and Operations {
  owner "Network team"
  monitored by "Network team"
  via PlantFirewall
  asset PlantFirewall "Plant firewall" : firewall { serves Dmz, Operations }
  applies Segmentation
  flow Operations.Scada -> Dmz.Mirror : opc-ua "Process data" {
    port tcp 4840
    access write
    secured authentication, encryption, integrity by OpcUaSigned
    approved by "Plant operations"
  }
  flow Dmz.Jump -> Operations.Engineering : rdp "Remote engineering" {
    port tcp 3389
    access program
    secured authentication, encryption, integrity by WebTls
    approved by "Plant operations"
  }
}

conduit OperationsControl "Supervision and engineering" between Operations and Control {
  owner "Plant operations"
  monitored by "Network team"
  via CellFirewall
  asset CellFirewall "Cell firewall" : industrial-firewall { serves Operations, Control }
  applies Segmentation
  flow Operations.Scada -> Control.Plc : opc-ua "Measurements and set-points" {
    port tcp 4840
    access write
    secured authentication, encryption, integrity by OpcUaSigned
    approved by "Plant operations"
  }
  flow Operations.Engineering -> Control.Plc : opc-ua "Programs" {
    port tcp 4840
    access program
    secured authentication, encryption, integrity by OpcUaSigned
    approved by "Plant operations"
  }
}

conduit TripStatus "Trip status" between Safety and Control {
  owner "Functional safety"
  one-way Safety -> Control
  flow Safety.Sis -> Control.Plc : hardwired-io "Trip status" {
    access read
    approved by "Functional safety"
  }
}

countermeasure Segmentation "Firewalls deny by default" {
  meets SR 5.1, SR 5.2, SR 5.2 RE 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}

countermeasure TwoFactor "Second factor on the jump host" {
  meets SR 1.1 RE 2
  status planned
  owner "Network team"
  due 2027-12-31
}

countermeasure OpcUaSigned "OPC UA SignAndEncrypt" {
  status implemented
  owner "Plant operations"
  evidence "Name the settings here"
}

countermeasure WebTls "TLS with personal accounts" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}

threat Tamper "Somebody in the office changes a program in the plant" {
  from Enterprise
  against Control.Plc
  likelihood 3
  consequence 4
  mitigated by Segmentation to likelihood 2
  mitigated by TwoFactor to likelihood 1
}

threat Manipulate "Somebody changes the logic of the safety controller in its cabinet" {
  against Safety.Sis
  likelihood 1
  consequence 5
}

invariant NoDirectWay "The office does not reach control and safety" {
  deny path from Enterprise to Control
  deny path from Enterprise to Safety
}

view RemoteEngineering "How the jump host reaches the controller" {
  path from Dmz.Jump to Control.Plc
  colour gap
}
` },
    { name: 'substation', summary: 'a control centre and one substation', text: `/** A substation and the control centre that commands it. Replace the names, the owners and the reasons by yours. */
system Grid "Substation and control centre" {
  description "One substation; copy its zone and its conduit for the next."
  owner "Grid operation"
  assumption "The telecontrol network is shared with others"
  tolerable-risk 6
}

zone ControlCentre "Control centre" {
  description "Polls and commands the substations."
  owner "Grid operation"
  kind operations
  purdue 2
  SL-T 1 { RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Centre firewall"
  physical-boundary "Control centre building"
  assumption "Staffed at all hours"
  asset FrontEnd "Telecontrol front end" : front-end-processor { criticality high is essential }
  applies Segmentation
}

zone Substation "Substation" {
  description "Protection and control of the bays."
  owner "Grid operation"
  kind control
  purdue 1
  SL-T 1 { RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Station firewall"
  physical-boundary "Fenced site, locked building"
  assumption "Unmanned; an intruder may enter for some minutes"
  asset Rtu "Remote terminal unit" : rtu { criticality medium }
  asset Relay "Protection relay" : protection-relay { criticality critical is essential }
  flow Rtu -> Relay : iec61850-mms-tls "States and commands" {
    access write
    secured authentication, encryption, integrity by TelecontrolTls
  }
  applies Segmentation, Alarm
}

conduit Telecontrol "Telecontrol" between ControlCentre and Substation {
  owner "Grid operation"
  monitored by "Control centre"
  via StationFirewall
  asset StationFirewall "Station firewall" : industrial-firewall { serves ControlCentre, Substation }
  applies Segmentation
  flow ControlCentre.FrontEnd -> Substation.Rtu : iec60870-5-104-tls "Polling and commands" {
    port tcp 19998
    access write
    secured authentication, encryption, integrity by TelecontrolTls
    approved by "Control centre"
  }
}

countermeasure Segmentation "Firewalls deny by default; no mail in the plant" {
  meets FR 5 SL 1, SR 5.2 RE 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}
countermeasure TelecontrolTls "TLS with certificates on both sides" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}
countermeasure Alarm "Door alarm with a visit within the hour" {
  meets SR 6.2
  status planned
  owner "Grid operation"
  due 2027-09-30
}

threat Intruder "An intruder opens the breakers from inside the station" {
  against Substation.Relay
  likelihood 2
  consequence 4
  mitigated by Alarm to likelihood 1
}

threat Commands "False commands come in over the telecontrol network" {
  from ControlCentre
  against Substation.Relay
  likelihood 2
  consequence 3
}

threat CentreLost "The front end is disabled, and the station runs on without the centre" {
  against ControlCentre.FrontEnd
  likelihood 2
  consequence 3
}

invariant NothingBack "No session is opened from the substation to the control centre" {
  deny path from Substation to ControlCentre
}

view Commands "How a command reaches the relay" {
  path from ControlCentre to Substation.Relay
  colour gap
}
` },
    { name: 'water-plant', summary: 'control room, treatment and an unmanned pumping station', text: `/** A waterworks: treatment, control room and an unmanned pumping station. Replace the names and the reasons by yours. */
system Waterworks "Waterworks" {
  description "Treatment on site; one pumping station over a leased line."
  owner "Water operations"
  assumption "The leased line is shared with others"
  tolerable-risk 6
}

zone ControlRoom "Control room" {
  description "Operators watch and command the works."
  owner "Water operations"
  kind operations
  purdue 2
  SL-T 1 { RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Works firewall and station firewall"
  physical-boundary "Control room"
  assumption "Staffed by day, on call by night"
  asset Scada "SCADA server" : scada-server { criticality medium is essential }
  applies Segmentation
}

zone Treatment "Treatment" {
  description "Filtration and disinfection."
  owner "Water operations"
  kind control
  purdue 1
  SL-T 1 { RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Works firewall"
  physical-boundary "Locked cabinets in the filter hall"
  assumption "Dosing pumps are limited by hardware"
  asset Plc "Treatment controller" : plc { criticality high is essential }
  applies Segmentation, Interlock
}

zone PumpingStation "Pumping station" {
  description "Pumps water to the tower."
  owner "Water operations"
  kind control
  purdue 1
  SL-T 1 { RDF 2 } because "First targets, until the risk assessment sets them"
  logical-boundary "Station firewall"
  physical-boundary "Locked building"
  assumption "The tower holds water for eight hours"
  asset Rtu "Station controller" : rtu { criticality medium }
  applies Segmentation
}

conduit Operation "Operation of the treatment" between ControlRoom and Treatment {
  owner "Water operations"
  monitored by "Control centre"
  via WorksFirewall
  asset WorksFirewall "Works firewall" : industrial-firewall { serves ControlRoom, Treatment }
  applies Segmentation
  flow ControlRoom.Scada -> Treatment.Plc : opc-ua "Set-points and measurements" {
    port tcp 4840
    access write
    secured authentication, encryption, integrity by TelecontrolTls
    approved by "Control centre"
  }
}

conduit Telecontrol "Telecontrol of the pumping station" between ControlRoom and PumpingStation {
  owner "Water operations"
  monitored by "Control centre"
  via StationFirewall
  asset StationFirewall "Station firewall" : industrial-firewall { serves ControlRoom, PumpingStation }
  applies Segmentation
  flow ControlRoom.Scada -> PumpingStation.Rtu : dnp3-tls "Polling and commands" {
    port tcp 19999
    access write
    secured authentication, encryption, integrity by TelecontrolTls
    approved by "Control centre"
  }
}

countermeasure Segmentation "Firewalls deny by default; no mail in the plant" {
  meets FR 5 SL 1, SR 5.2 RE 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}
countermeasure TelecontrolTls "TLS with certificates on both sides" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}
countermeasure Interlock "Hard-wired limit of the dosing pumps" {
  status planned
  owner "Water operations"
  due 2027-09-30
}

threat Overdose "Somebody with the operators' rights doses too much" {
  from ControlRoom
  against Treatment.Plc
  likelihood 2
  consequence 5
  mitigated by Interlock to consequence 2
}

threat RoomLost "The SCADA server is disabled, and operators run the works by hand" {
  against ControlRoom.Scada
  likelihood 2
  consequence 3
}

invariant StationsApart "The pumping station does not reach the treatment" {
  deny path from PumpingStation to Treatment
}

view Dosing "How a set-point reaches the treatment" {
  path from ControlRoom to Treatment
  colour gap
}
` },
];
