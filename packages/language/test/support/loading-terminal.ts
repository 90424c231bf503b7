/** A terminal whose loading depends on an office, with statements of its controller and of its function. */
export const terminal = (more: string, plc = '', loading = ''): string => `system Terminal
zone Office {
  kind enterprise
  asset Erp : erp-server
  asset Clock : server
}
zone Control {
  kind control
  asset Plc : plc {
${plc}
  }
  asset Hmi : hmi
  flow Hmi -> Plc : s7comm
}
conduit Orders between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Office.Erp -> Control.Plc : https
}
conduit Time between Office and Control {
  flow Control.Plc -> Office.Clock : ntp
}
function Loading "Loading of tankers" {
  needs Control.Plc, Control.Hmi
  is essential
${loading}
}
${more}`;
