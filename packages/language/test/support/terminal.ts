/** A small plant with one of everything that a picture shows. */
export const terminal = `
system Terminal "Truck loading" { owner "Terminal operations" }
zone Vendor "Supplier" { kind external
  is untrusted
  asset Laptop : laptop
}
zone Dmz "Plant DMZ" { kind dmz
  purdue 3.5
  SL-T 2
  asset Jump : jump-host
}
zone Control "Basic control" { kind control
  purdue 2
  SL-T 2 { RDF 3 }
  asset Plc1 "Loading PLC" : plc { is essential }
  asset Hmi1 "Operator station" : hmi
  flow Hmi1 -> Plc1 : s7comm
}
zone Safety "Safety system" { kind safety
  purdue 1
  SL-T 3
  asset Sis : safety-controller
}
conduit Remote "Remote service" between Vendor and Dmz {
  is untrusted
  via Vpn
  asset Vpn : vpn-gateway
  flow Vendor.Laptop -> Dmz.Jump : rdp { secured authentication, encryption, integrity }
}
conduit Operate "Operation" between Dmz and Control { flow Dmz.Jump -> Control.Hmi1 : vnc }
conduit Status "Trip status" between Control and Safety {
  one-way Safety -> Control
  via Diode
  asset Diode : diode
  flow Safety.Sis -> Control.Hmi1 : modbus-tcp
}
flow Vendor.Laptop -> Control.Plc1 : s7comm
view Inner "Inside" { include Control, Safety }
view Around "Around control" { focus Control }
view Bright "The safety system" { highlight Safety }
view Way "From the supplier to the operator station" { path from Vendor to Control.Hmi1 }
view NoWay "Nothing leads back" { path from Control to Vendor }
view Side "From left to right" { direction right
  detail zones
  colour kind
}
`;
