// Generated from examples/templates by `node scripts/generate-templates.mjs`. Do not edit.

/** A model to start from. */
export interface ModelTemplate {
    readonly name: string;
    /** What it is for, in a few words. */
    readonly summary: string;
    /** The text of its `main.iacs`, with `\n` between lines. */
    readonly text: string;
}

export const modelTemplates: readonly ModelTemplate[] = [
    { name: 'empty', summary: 'one zone, to begin with', text: `/** What is protected, and who answers for it: replace every text in quotes. */
system Plant "New plant" {
  owner "Plant operations"
  description "What belongs to the system under consideration, and what does not"
}

zone Control "Control system" {
  description "What this zone does"
  owner "Plant operations"
  kind control
  purdue 2
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Where its network ends"
  physical-boundary "Where its cabinets stand"
  assumption "No network leads out"
  asset Plc "Controller" : plc
  meets FR 5 SL 1 because "No network leads out of the zone" evidence "Name the walk-down here"
}
` },
    { name: 'single-site', summary: 'office, DMZ and control zone, with the usual two firewalls', text: `/** A site with an office, a DMZ and one control zone. Replace the names, the owners and the reasons by yours. */
system Site "Single site" {
  description "One production site; the office network is outside the system under consideration."
  owner "Plant operations"
}

zone Office "Office network" {
  owner "Corporate IT"
  kind enterprise
  purdue 4
  asset Reader "Report reader" : office-computer
}

zone Dmz "Plant DMZ" {
  description "Sessions between office and plant end here."
  owner "Network team"
  kind dmz
  purdue 3.5
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Edge and plant firewall"
  physical-boundary "Server room"
  assumption "The office network is not trusted"
  asset Mirror "Historian mirror" : historian { criticality medium }
  applies Segmentation
}

zone Control "Control system" {
  description "Controllers and operator stations."
  owner "Plant operations"
  kind control
  purdue 2
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Plant firewall"
  physical-boundary "Locked control room and cabinets"
  assumption "Staff are on site"
  asset Plc "Controller" : plc { criticality high is essential }
  asset Hmi "Operator station" : hmi { criticality high }
  applies Segmentation
  flow Hmi -> Plc : opc-ua "Set-points" {
    access write
    secured authentication, encryption, integrity by OpcUaSigned
  }
}

conduit ControlDmz "Process data to the DMZ" between Control and Dmz {
  owner "Network team"
  monitored by "Network team"
  SL-T { RDF 1 } because "As the zones that it joins"
  via PlantFirewall
  asset PlantFirewall "Plant firewall" : firewall { serves Control, Dmz }
  applies Segmentation
  flow Control.Hmi -> Dmz.Mirror : opc-ua "Process data" {
    port tcp 4840
    secured authentication, encryption, integrity by OpcUaSigned
    approved by "Plant operations"
  }
}

conduit OfficeDmz "Reports" between Office and Dmz {
  owner "Network team"
  monitored by "Network team"
  SL-T { RDF 1 } because "As the DMZ"
  via EdgeFirewall
  asset EdgeFirewall "Edge firewall" : firewall { serves Office, Dmz }
  applies Segmentation
  flow Office.Reader -> Dmz.Mirror : https "Reports" {
    port tcp 443
    access read
    secured authentication, encryption, integrity by WebTls
    approved by "Plant operations"
  }
}

countermeasure Segmentation "Firewalls deny by default; no mail in the plant" {
  meets FR 5 SL 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}
countermeasure OpcUaSigned "OPC UA SignAndEncrypt" {
  status implemented
  owner "Plant operations"
  evidence "Name the settings here"
}
countermeasure WebTls "HTTPS with personal accounts" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}
` },
    { name: 'substation', summary: 'a substation and the control centre that commands it', text: `/** A substation and the control centre that commands it. Replace the names, the owners and the reasons by yours. */
system Grid "Substation and control centre" {
  description "One substation; copy its zone and its conduit for the next."
  owner "Grid operation"
}

zone ControlCentre "Control centre" {
  description "Polls and commands the substations."
  owner "Grid operation"
  kind operations
  purdue 2
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
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
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Station firewall"
  physical-boundary "Fenced site, locked building"
  assumption "Unmanned; an intruder may enter for some minutes"
  asset Rtu "Remote terminal unit" : rtu { criticality high }
  asset Relay "Protection relay" : protection-relay { criticality critical is essential }
  flow Rtu -> Relay : iec61850-mms-tls "States and commands" {
    access write
    secured authentication, encryption, integrity by TelecontrolTls
  }
  applies Segmentation
}

conduit Telecontrol "Telecontrol" between ControlCentre and Substation {
  owner "Grid operation"
  monitored by "Control centre"
  SL-T { RDF 1 } because "As the zones that it joins"
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
  meets FR 5 SL 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}
countermeasure TelecontrolTls "TLS with certificates on both sides" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}
` },
    { name: 'water-plant', summary: 'treatment, control room and an unmanned pumping station', text: `/** A waterworks: treatment, control room and an unmanned pumping station. Replace the names and the reasons by yours. */
system Waterworks "Waterworks" {
  description "Treatment on site; one pumping station over a leased line."
  owner "Water operations"
}

zone ControlRoom "Control room" {
  description "Operators watch and command the works."
  owner "Water operations"
  kind operations
  purdue 2
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Works firewall and station firewall"
  physical-boundary "Control room"
  assumption "Staffed by day, on call by night"
  asset Scada "SCADA server" : scada-server { criticality high is essential }
  applies Segmentation
}

zone Treatment "Treatment" {
  description "Filtration and disinfection."
  owner "Water operations"
  kind control
  purdue 1
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Works firewall"
  physical-boundary "Locked cabinets in the filter hall"
  assumption "Dosing pumps are limited by hardware"
  asset Plc "Treatment controller" : plc { criticality high is essential }
  applies Segmentation
}

zone PumpingStation "Pumping station" {
  description "Pumps water to the tower."
  owner "Water operations"
  kind control
  purdue 1
  SL-T { RDF 1 } because "First target: separation; set the others after the risk assessment"
  logical-boundary "Station firewall"
  physical-boundary "Locked building"
  assumption "The tower holds water for eight hours"
  asset Rtu "Station controller" : rtu { criticality medium }
  applies Segmentation
}

conduit Operation "Operation of the treatment" between ControlRoom and Treatment {
  owner "Water operations"
  monitored by "Control centre"
  SL-T { RDF 1 } because "As the zones that it joins"
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
  SL-T { RDF 1 } because "As the zones that it joins"
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
  meets FR 5 SL 1
  status implemented
  owner "Network team"
  evidence "Name the rule review here"
}
countermeasure TelecontrolTls "TLS with certificates on both sides" {
  status implemented
  owner "Network team"
  evidence "Name the settings here"
}
` },
];
