import { append, drop, every, inside, main, remove, rename, swap, write, type Entry } from './entry.ts';

const products = 'library/products.iacs';

/** Types, protocols, views, files and settings. */
export const others: readonly Entry[] = [
    {
        what: 'a protocol protects nothing any more',
        verdict: 'worse',
        edit: [inside('protocol loading-bus', '  provides integrity\n  security mandatory', '  security none')],
        says: [/loading-bus/, /integrity/],
        owners: ['Terminal operations'],
    },
    {
        what: 'a protocol is said to protect more',
        verdict: 'none',
        given: [inside('protocol loading-bus', '  provides integrity\n  security mandatory', '  security none')],
        edit: [inside('protocol loading-bus', '  security none', '  provides integrity\n  security mandatory')],
        says: [/loading-bus/],
    },
    { what: 'a protocol has another port', verdict: 'none', edit: [swap('port udp 9200', 'port udp 9201')] },
    {
        what: 'a protocol has another title',
        verdict: 'none',
        edit: [swap('"Proprietary loading bus"', '"Loading bus"')],
    },
    {
        what: 'a product can do less',
        verdict: 'worse',
        edit: [swap('  SL-C 3\n', '  SL-C 1\n', products)],
        says: [/site-firewall/, /SL-C/],
    },
    {
        what: 'a product is another kind of device',
        verdict: 'worse',
        edit: [swap(': industrial-firewall', ': router', products)],
        says: [/site-firewall/, /firewall.*router/],
    },
    {
        what: 'a certificate is gone',
        verdict: 'worse',
        edit: [drop('  certificate "IEC 62443-4-2"\n', products)],
        says: [/certificate/],
    },
    {
        what: 'a product has another name',
        verdict: 'none',
        edit: [every(/\bs7-1500\b/, 's7-1500f', products), every(/\bs7-1500\b/, 's7-1500f')],
        says: [/renamed/],
    },
    {
        what: 'a product has another description',
        verdict: 'none',
        edit: [swap('"Site standard server"', '"Server of the site standard"', products)],
    },
    {
        what: 'a view shows something else',
        verdict: 'none',
        edit: [swap('  include Safety, Control\n', '  include Safety, Control, Dmz\n')],
    },
    {
        what: 'a view is gone',
        verdict: 'none',
        edit: [
            drop(
                'view SafetyContext "What touches the safety system" {\n  include Safety, Control\n  detail ' +
                    'assets\n  colour kind\n}\n',
            ),
        ],
    },
    {
        what: 'a model has another name',
        verdict: 'none',
        edit: [swap('system Terminal "', 'system LoadingTerminal "')],
    },
    {
        what: 'the owner of a system is another one',
        verdict: 'none',
        edit: [swap('owner "Terminal operations"\n  tolerable-risk', 'owner "Plant manager"\n  tolerable-risk')],
        owners: ['Plant manager', 'Terminal operations'],
    },
    {
        what: 'an import is dropped, and the file stays',
        verdict: 'worse',
        edit: [swap('import "found.iacs"\n', '')],
        says: [/2 flows/, /found\.iacs/],
        never: [/better|fixed/],
    },
    {
        what: 'a folder is excluded',
        verdict: 'worse',
        edit: [
            write(
                'iacs.config.json',
                '{ "rules": { "zone-without-flows": "info" }, "failOn": "error", "exclude": ["pumps/**"] }',
            ),
        ],
        says: [/pumps/, /no longer (checked|judged)/],
        owners: ['Water utility'],
    },
    {
        what: 'a check fails for nothing any more',
        verdict: 'worse',
        edit: [write('iacs.config.json', '{ "rules": { "zone-without-flows": "info" }, "failOn": "never" }')],
        says: [/failOn.*never/],
    },
    {
        what: 'a check fails for more',
        verdict: 'none',
        edit: [write('iacs.config.json', '{ "rules": { "zone-without-flows": "info" }, "failOn": "warning" }')],
        says: [/failOn.*warning/],
    },
    {
        what: 'a rule is turned off',
        verdict: 'worse',
        edit: [
            write(
                'iacs.config.json',
                '{ "rules": { "zone-without-flows": "info", "gap-below-target": "off" }, "failOn": "error" }',
            ),
        ],
        says: [/gap-below-target.*off/],
    },
    {
        what: 'a rule is turned off for one model of several, by settings beside it',
        verdict: 'worse',
        edit: [write('pumps/iacs.config.json', '{ "rules": { "gap-below-target": "off" } }')],
        says: [/pumps\/iacs\.config\.json/, /gap-below-target.*off/],
        owners: ['Water utility'],
    },
    {
        what: 'settings beside one model go, which asked more of it',
        verdict: 'worse',
        given: [write('pumps/iacs.config.json', '{ "failOn": "info" }')],
        edit: [remove('pumps/iacs.config.json')],
        says: [/failOn.*error, where it was info/],
        owners: ['Water utility'],
    },
    {
        what: 'settings come where there were none, for all models at once',
        verdict: 'worse',
        given: [remove('iacs.config.json')],
        edit: [write('iacs.config.json', '{ "failOn": "never" }')],
        says: [/^(?![\s\S]*failOn[\s\S]*failOn: error → never)[\s\S]*failOn is never/],
    },
    {
        what: 'a model is left out by settings beside it',
        verdict: 'worse',
        edit: [write('pumps/iacs.config.json', '{ "exclude": ["*"] }')],
        says: [/pumps/, /no longer (checked|judged)/],
        owners: ['Water utility'],
    },
    {
        what: 'a model that has settings beside it is left out by those above',
        verdict: 'worse',
        given: [write('pumps/iacs.config.json', '{ "failOn": "warning" }')],
        edit: [write('iacs.config.json', '{ "rules": { "zone-without-flows": "info" }, "exclude": ["pumps/**"] }')],
        says: [/pumps/, /no longer (checked|judged)/],
        owners: ['Water utility'],
    },
    {
        what: 'settings beside one model cannot be read',
        verdict: 'incomplete',
        edit: [write('pumps/iacs.config.json', '{ "failOn": ')],
        says: [/pumps\/iacs\.config\.json/],
    },
    {
        what: 'a rule asks more',
        verdict: 'none',
        edit: [write('iacs.config.json', '{ "rules": { "zone-without-flows": "error" }, "failOn": "error" }')],
        says: [/zone-without-flows.*error/],
    },
    {
        what: 'a model is deleted',
        verdict: 'worse',
        edit: [remove('pumps/main.iacs')],
        says: [/Pumps/],
        never: [/better|no longer reach/],
        owners: ['Water utility'],
    },
    {
        what: 'a model more',
        verdict: 'none',
        edit: [
            write(
                'crane/main.iacs',
                'system Crane { owner "Yard" }\nzone Cab { kind control owner "Yard"\n  asset Plc : plc\n  asset ' +
                    'Hmi : hmi\n  flow Hmi -> Plc : s7comm\n}\n',
            ),
        ],
        says: [/Crane/],
        never: [/can now reach/],
    },
    { what: 'a model is in another folder', verdict: 'none', edit: [rename('pumps/main.iacs', 'water/main.iacs')] },
    { what: 'only the layout differs', verdict: 'none', edit: [every('\n', '\r\n'), every('  ', '\t')] },
    {
        what: 'only ordinary comments differ',
        verdict: 'none',
        edit: [swap('// Found on a walk', '// Seen on a walk', 'truck-loading/found.iacs')],
    },
    {
        what: 'a library is no longer imported',
        verdict: 'incomplete',
        edit: [swap('import "../library/products.iacs"\n', '')],
        never: [/broken|can now reach/],
    },
    {
        what: 'a file is half written',
        verdict: 'incomplete',
        edit: [append('zone Half {')],
        says: [/not understood|understood/i],
        never: [/fixed/],
    },
    {
        what: 'a merge was not finished',
        verdict: 'incomplete',
        edit: [
            swap(
                '  SL-T 2 { RDF 3 } because',
                '<<<<<<< HEAD\n  SL-T 2 { RDF 3 } because "One"\n=======\n  SL-T 3 because "Other"\n>>>>>>> ' +
                    'branch\n  SL-T 2 { RDF 3 } because',
            ),
        ],
        says: [/merge was not finished/],
        never: [/🔹/],
    },
    {
        what: 'the state before was half written',
        verdict: 'incomplete',
        given: [append('zone Half {')],
        edit: [files => files.set(main, files.get(main)!.replace('zone Half {', ''))],
    },
    {
        what: 'the root has no system any more',
        verdict: 'worse',
        edit: [swap('system Yard { owner "Yard" }\n', '', 'yard/main.iacs')],
        says: [/Yard/],
    },
];
