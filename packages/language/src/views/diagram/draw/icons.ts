import type { Icon } from '../content/icon-of.ts';

/** Line drawings on a field of 36 by 36. `f` marks shapes that are filled with the colour of the line. */
const server =
    '<rect x="9" y="4" width="18" height="28" rx="2"/><path d="M9 11h18M9 18h18M13 7.5h6M13 14.5h6"/><circle ' +
    'class="f" cx="23.5" cy="7.5" r=".9"/><circle class="f" cx="23.5" cy="14.5" r=".9"/>';
const screen = '<rect x="4" y="6" width="28" height="19" rx="2"/><path d="M18 25v5M11.5 30.5h13"/>';
const rack = '<rect x="4" y="8" width="28" height="20" rx="2"/>';
const cylinder = '<ellipse cx="18" cy="8.5" rx="11" ry="4"/><path d="M7 8.5v19c0 2.2 4.9 4 11 4s11-1.8 11-4v-19"/>';

const drawings: Readonly<Record<Icon, string>> = {
    controller:
        `${rack}<path d="M12 8v20M19 8v20M15.5 23.5v.01M22.5 15h6.5M22.5 19h6.5M22.5 23h6.5"/><circle class="f" ` +
        'cx="8" cy="12.5" r="1.1"/><circle class="f" cx="15.5" cy="12.5" r="1.1"/><circle class="f" cx="8" cy="16.5" ' +
        'r="1.1"/><circle class="f" cx="15.5" cy="16.5" r="1.1"/>',
    'safety-controller':
        `${rack}<path d="M12 8v20"/><circle class="f" cx="8" cy="12.5" r="1.1"/><circle class="f" cx="8" cy="16.5" ` +
        'r="1.1"/><path d="M22 11.5c2 1.3 4 1.8 6 1.8 0 6-2 9.2-6 11.4-4-2.2-6-5.4-6-11.4 2 0 4-.5 6-1.8z"/><path ' +
        'd="M19.3 17.8l2 2.2 3.6-4"/>',
    rtu:
        '<rect x="5" y="13" width="22" height="18" rx="2"/><path d="M5 25h22M10.5 25v6M16 25v6M21.5 25v6M24 ' +
        '13V5"/><path d="M20.5 8.5a5 5 0 0 1 0-6M27.5 8.5a5 5 0 0 0 0-6" transform="translate(0 1.5)"/><circle ' +
        'class="f" cx="9.5" cy="18" r="1.1"/><circle class="f" cx="13.5" cy="18" r="1.1"/>',
    ied:
        '<rect x="7" y="4" width="22" height="28" rx="2"/><rect x="11" y="8" width="14" height="9"/><path d="M13 ' +
        '13.5c1.2-3 2.6-3 4 -.8s2.8 2.2 4-.8" /><circle class="f" cx="12.5" cy="22" r="1.1"/><circle class="f" ' +
        'cx="12.5" cy="27" r="1.1"/><circle cx="21.5" cy="24.5" r="3"/>',
    'remote-io':
        '<rect x="6" y="8" width="24" height="20" rx="2"/><path d="M6 14h24M12 14v14M18 14v14M24 14v14"/><circle ' +
        'class="f" cx="9" cy="24" r="1"/><circle class="f" cx="15" cy="24" r="1"/><circle class="f" cx="21" cy="24" ' +
        'r="1"/><circle class="f" cx="27" cy="24" r="1"/><path d="M10 11h6"/>',
    sensor: '<circle cx="18" cy="14.5" r="10"/><path d="M18 24.5V32M12.5 17.5a6.2 6.2 0 1 1 11 0M18 16l3-4.5"/>',
    actuator: '<path d="M6 17v14l24-14v14zM18 24V12M10.5 12a7.5 7.5 0 0 1 15 0z"/>',
    drive: '<circle cx="16" cy="18" r="11"/><path d="M27 18h5M10.5 18c1.8-5 3.7-5 5.5 0s3.7 5 5.5 0"/>',
    robot:
        '<path d="M8 31h12M14 31v-6M14 25l-3.5-10L21 8.5l6 6"/><circle cx="10.5" cy="15" r="2.5"/><circle cx="21" ' +
        'cy="8.5" r="2.5"/><path d="M24.5 17.5l2.5-3 3.5 1.5"/><rect x="9.5" y="25" width="9" height="6" rx="1"/>',
    meter:
        '<rect x="7" y="4" width="22" height="28" rx="3"/><rect x="11" y="8" width="14" height="6" rx="1"/><circle ' +
        'cx="18" cy="22.5" r="5"/><path d="M18 22.5l2.8-2.4"/>',
    camera:
        '<rect x="4" y="11" width="20" height="13" rx="2"/><path d="M24 15.5l8-3.5v11l-8-3.5"/><circle cx="13" ' +
        'cy="17.5" r="3.2"/>',
    device:
        '<rect x="9" y="9" width="18" height="18" rx="2"/><rect x="14" y="14" width="8" height="8"/><path d="M13.5 ' +
        '9V5M18 9V5M22.5 9V5M13.5 31v-4M18 31v-4M22.5 31v-4M9 13.5H5M9 18H5M9 22.5H5M31 13.5h-4M31 18h-4M31 ' +
        '22.5h-4"/>',
    workstation: screen,
    hmi: `${screen}<path d="M8.5 20l4.5-5 4 3 6-7.5M25 14.5v6.5M28 11.5v9.5"/>`,
    engineering:
        `${screen}<path d="M8 15.5h5M16 15.5h4M23 15.5h5M13 12v7M16 12v7M21.5 12.5a4.5 4.5 0 0 0 0 6M22.5 ` +
        '12.5"/><path d="M24 12.5a4.5 4.5 0 0 1 0 6" transform="translate(-.5 0)"/>',
    laptop: '<rect x="7" y="8" width="22" height="15" rx="2"/><path d="M3.5 27.5h29l-2.5-4.5h-24z"/>',
    mobile: '<rect x="11" y="4" width="14" height="28" rx="2.5"/><path d="M11 9h14M11 26.5h14M17 29.3h2"/>',
    server,
    historian: `${cylinder}<path d="M11 24l4-5 4 3 6-6.5"/>`,
    database: `${cylinder}<path d="M7 15c0 2.2 4.9 4 11 4s11-1.8 11-4M7 21.3c0 2.2 4.9 4 11 4s11-1.8 11-4"/>`,
    directory: `${server}<circle cx="15" cy="25" r="2.6"/><path d="M17.6 25h6M21.5 25v2.3"/>`,
    'jump-host': `${screen}<path d="M9 20v-2.5a4 4 0 0 1 4-4h10M19.5 9.8l4 3.7-4 3.7"/>`,
    hypervisor:
        '<rect x="4" y="4" width="28" height="28" rx="2"/><rect x="8" y="8" width="8.5" height="8.5" ' +
        'rx="1"/><rect x="19.5" y="8" width="8.5" height="8.5" rx="1"/><rect x="8" y="19.5" width="8.5" ' +
        'height="8.5" rx="1"/><rect x="19.5" y="19.5" width="8.5" height="8.5" rx="1"/>',
    cloud: '<path d="M10.5 27.5a6.5 6.5 0 0 1-.7-12.960A8.5 8.5 0 0 1 26 13.2a7.2 7.2 0 0 1-.6 14.3z"/>',
    printer:
        '<path d="M10 14V5h16v9M10 25H5.5V14h25v11H26"/><rect x="10" y="20" width="16" height="11"/><circle ' +
        'class="f" cx="26.5" cy="17.5" r="1"/>',
    switch:
        '<rect x="4" y="9" width="28" height="18" rx="2"/><path d="M9 15h10M16.5 12.5L19 15l-2.5 2.5M27 21H17M19.5 ' +
        '18.5L17 21l2.5 2.5"/>',
    router:
        '<circle cx="18" cy="18" r="14"/><path d="M18 14.5V7M15.3 9.5L18 6.8l2.7 2.7M18 21.5V29M15.3 26.5L18 ' +
        '29.2l2.7-2.7M7 18h7.5M12 15.3l2.7 2.7-2.7 2.7M29 18h-7.5M24 15.3L21.3 18l2.7 2.7"/>',
    firewall:
        '<rect x="4" y="6" width="28" height="24" rx="1.5"/><path d="M4 12h28M4 18h28M4 24h28M13 6v6M23 6v6M9 ' +
        '12v6M18 12v6M27 12v6M13 18v6M23 18v6M9 24v6M18 24v6M27 24v6"/>',
    diode:
        '<rect x="4" y="8" width="28" height="20" rx="2"/><path class="f" d="M11 12.5l11.5 5.5L11 23.5z"/><path ' +
        'd="M23.5 12v12M4 18h7M23.5 18H32"/>',
    'access-point':
        '<rect x="6" y="23" width="24" height="8" rx="2"/><path d="M18 23v-5M13.5 16.5a6 6 0 0 1 9 0M9.5 12.5a12 ' +
        '12 0 0 1 17 0M5.8 8.6a17.5 17.5 0 0 1 24.4 0"/><circle class="f" cx="11" cy="27" r="1"/>',
    gateway:
        '<rect x="4" y="9" width="28" height="18" rx="2"/><path d="M18 9v18M8 18h6M11.5 15.5L14 18l-2.5 2.5M28 ' +
        '18h-6M24.5 15.5L22 18l2.5 2.5"/>',
    'vpn-gateway':
        '<rect x="4" y="9" width="28" height="18" rx="2"/><rect x="13" y="17" width="10" height="7" ' +
        'rx="1"/><path d="M15 17v-2a3 3 0 0 1 6 0v2M4 18h5M27 18h5"/>',
    modem:
        '<rect x="4" y="14" width="28" height="14" rx="2"/><path d="M13 21c1.5-4 3-4 5 0s3.5 4 5 0M9 14V6M27 ' +
        '14V6"/><circle class="f" cx="8.5" cy="24" r="1"/>',
    radio:
        '<path d="M18 13L11.5 32M18 13l6.5 19M13.7 26h8.6M15.5 20h5M12 14.5a8 8 0 0 1 0-9M24 14.5a8 8 0 0 0 0-9M8 ' +
        '17.5a13.5 13.5 0 0 1 0-15M28 17.5a13.5 13.5 0 0 0 0-15"/><circle class="f" cx="18" cy="10.5" r="1.8"/>',
    'serial-server':
        '<rect x="4" y="8" width="28" height="20" rx="2"/><path d="M9 13.5h18l-2.3 9H11.3z"/><circle class="f" ' +
        'cx="13" cy="16.5" r=".9"/><circle class="f" cx="18" cy="16.5" r=".9"/><circle class="f" cx="23" ' +
        'cy="16.5" r=".9"/><circle class="f" cx="15.5" cy="19.8" r=".9"/><circle class="f" cx="20.5" cy="19.8" ' +
        'r=".9"/>',
    ids:
        '<rect x="4" y="8" width="28" height="20" rx="2"/><path d="M8.5 18c5-6.5 14-6.5 19 0-5 6.5-14 6.5-19 ' +
        '0z"/><circle cx="18" cy="18" r="2.8"/>',
    clock: '<circle cx="18" cy="18" r="13"/><path d="M18 10v8l5.5 3.5M18 5v2M18 29v2M5 18h2M29 18h2"/>',
    application:
        '<rect x="4" y="6" width="28" height="24" rx="2"/><path d="M4 12h28M11 17.5L8.5 20.5l2.5 3M16 17.5l2.5 ' +
        '3-2.5 3"/><circle class="f" cx="8" cy="9" r=".9"/><circle class="f" cx="11.5" cy="9" r=".9"/>',
    unknown:
        '<rect x="5" y="5" width="26" height="26" rx="3" stroke-dasharray="3 2.5"/><path d="M14.5 14.5a3.5 3.5 0 ' +
        '1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3v1"/><circle class="f" cx="18" cy="24.5" r="1.1"/>',
};

/** The symbols of the drawings that a picture uses, for its `defs`. */
export function iconSymbols(used: readonly Icon[]): string {
    return used.map(icon => `<symbol id="iacs-${icon}" viewBox="0 0 36 36">${drawings[icon]}</symbol>`).join('');
}

/** One drawing as a picture of its own, for programs that take pictures as shapes. */
export function iconSvg(icon: Icon, line: string, ground: string, turn = 0): string {
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="0 0 36 ' +
        `36"><style>*{fill:${ground};stroke:${line}` +
        `;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}.f{fill:${line};stroke:none}</style>` +
        (turn === 0 ? drawings[icon] : `<g transform="rotate(${turn} 18 18)">${drawings[icon]}</g>`) +
        '</svg>'
    );
}
