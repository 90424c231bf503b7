/**
 * What people write again and again, each of a size: whatever costs more than its size shows in two of them.
 */
const lines = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join('\n');
const system = 'system Plant "Patterns" { owner "O" }';
const zones = (count, facts = 'SL-T 1') =>
    lines(count, at => `zone Z${at} { ${facts} asset Plc : plc asset Hmi : hmi }`);
/** A conduit between each zone and the next one, with a flow. */
const chain = (count, protocol) =>
    lines(
        count - 1,
        at => `conduit C${at} between Z${at} and Z${at + 1} {\n  flow Z${at}.Plc -> Z${at + 1}.Hmi : ${protocol}\n}`,
    );

/** Each pattern: its name, the size of the smaller model, and its text at a size. */
export const patterns = [
    ['the same short names in every zone', 2000, size => `${system}\n${zones(size)}\n${chain(size, 'opc-ua')}`],
    ['one name declared again and again', 2000, size => `${system}\n${lines(size, () => 'zone Twice { SL-T 1 }')}`],
    ['comments of documentation in a row', 60_000, size => `${system}\n${lines(size, () => '/** again */')}\nzone A`],
    [
        'a chain of types, each on the one before',
        2000,
        size =>
            `${system}\ntype t0 : plc\n${lines(size, at => `type t${at + 1} : t${at}`)}\nzone A { asset X : t${size} }`,
    ],
    [
        'invariants, one a zone',
        500,
        size =>
            `${system}\n${zones(size)}\n` +
            lines(size - 1, at => `invariant I${at} { deny path from Z${at} to Z${at + 1} }`),
    ],
    [
        'claims, one a zone',
        500,
        size =>
            `${system}\ncountermeasure M { status implemented meets SR 1.2, SR 3.1, SR 5.2 }\n` +
            `${zones(size, 'SL-T 2 applies M')}\n${chain(size, 'modbus-tcp')}`,
    ],
    [
        'flows in one conduit',
        2000,
        size =>
            `${system}\nzone A { ${lines(size, at => `asset P${at} : plc`)} }\nzone B { asset S : server }\n` +
            `conduit C between A and B {\n${lines(size, at => `  flow A.P${at} -> B.S : opc-ua`)}\n}`,
    ],
    [
        'names that nothing declares',
        500,
        size => `${system}\n${zones(size)}\n${lines(size, at => `flow Z${at}.Plc -> Lost${at} : opc-ua`)}`,
    ],
    [
        'statements in a row that belong to no element',
        4000,
        size => `${system}\nzone A\n${lines(size, at => `level ${at % 5}`)}`,
    ],
    [
        'conduits without flows over one network',
        1000,
        size =>
            `${system}\nzone Net { external }\n${zones(size)}\n` +
            lines(size - 1, at => `conduit C${at} between Z${at} and Z${at + 1} { over Net }`),
    ],
    [
        'invariants beside a chain of conduits without flows',
        500,
        size =>
            `${system}\n${zones(size)}\n` +
            lines(size - 1, at => `conduit C${at} between Z${at} and Z${at + 1} { }`) +
            `\n${lines(size - 1, at => `invariant I${at} { deny path from Z${at} to Z${at + 1} }`)}`,
    ],
    [
        'firewalls around one zone, each with a rule for any',
        30,
        size =>
            `${system}\nzone Hub { network 10.0.0.0/24 }\n` +
            lines(
                size,
                at =>
                    `zone Z${at} { network 10.${at + 1}.0.0/24 asset A : plc { address 10.${at + 1}.0.5 } }\n` +
                    `conduit C${at} between Hub and Z${at} { via F asset F : firewall { serves Hub, Z${at} } }\n` +
                    `ruleset R${at} { device C${at}.F permits any -> any : any "1" }`,
            ) +
            '\ninvariant I { deny path from Z0 to Z1 }',
    ],
];
