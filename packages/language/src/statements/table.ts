import type { BlockKind } from './blocks.ts';
import { blockKinds } from './blocks.ts';
import type { Part } from './form.ts';
import { readForm } from './form.ts';

/**
 * Every statement of the language: where it belongs, how often, how it is written (see `form.ts`) and what it says.
 * Lowering, completion, hovers, messages, the formatter, highlighting, snippets and docs/statements.md all read this
 * table; ARCHITECTURE.md says what else a new statement needs.
 */
export interface StatementWord {
    /** The word that it begins with. */
    readonly word: string;
    readonly blocks: readonly BlockKind[];
    /** True when it can stand once in a block; lists add up instead. */
    readonly once: boolean;
    /** How it is written, as a text; {@link formOf} has it read. */
    readonly form: string;
    /** One line for completion and hover. */
    readonly help: string;
}

function row(blocks: string, once: boolean, form: string, help: string): StatementWord {
    return { word: form.split(' ', 1)[0]!, blocks: blocks.split(' ') as BlockKind[], once, form, help };
}

/** A statement that may stand any number of times in a block. */
function many(blocks: string, form: string, help: string): StatementWord {
    return row(blocks, false, form, help);
}

/** A statement of which the first one counts. */
function once(blocks: string, form: string, help: string): StatementWord {
    return row(blocks, true, form, help);
}

const declared = 'NAME [TITLE]';
const products = 'affected not-affected fixed under-investigation';
const dated = 'author PERSON | dated DAY | valid NUMBER UNIT | until DAY';
const anyReason = `by MEASURE… | because TEXT | evidence DOCUMENT… | due DAY | ${dated}`;
const reasons = `(${anyReason})*`;

const rows: readonly StatementWord[] = [
    many('file', 'import PATH', 'Includes another file; the path is relative to this file.'),
    many('file', `system ${declared} [{}]`, 'The system under consideration; one per model (ZCR 1).'),
    many(
        'file zone',
        `zone ${declared} [{}]`,
        'A group of assets with common security requirements; zones can be nested (ZCR 3).',
    ),
    many(
        'file',
        'within OUTER_SUBJECT [{}]',
        'Continues a zone, conduit, asset or type that is declared elsewhere. It only adds.',
    ),
    many(
        'file',
        `conduit ${declared} [between OUTER_ZONE (and OUTER_ZONE)*] [{}]`,
        'A controlled connection between zones.',
    ),
    many('zone conduit', `asset ${declared} [: TYPE] [{}]`, 'A device or a piece of software.'),
    many(
        'file zone conduit',
        'flow END ARROW END [: PROTOCOL…] [PURPOSE] [{}]',
        'Who opens a session to whom, with which protocols.',
    ),
    many('file', `type ${declared} [: BASE] [{}]`, 'An asset type, derived from another one.'),
    many('file', `protocol ${declared} [{}]`, 'A protocol, its ports and what it protects.'),
    many('file', `countermeasure ${declared} [{}]`, 'A countermeasure and the requirements that it meets.'),
    many('file', `threat ${declared} [{}]`, 'One row of the detailed risk assessment (ZCR 5).'),
    once('view', 'threat THREAT', 'Shows the attack path of one threat.'),
    many('file', `invariant ${declared} [{}]`, 'A statement about paths, proved over the declared flows.'),
    many(
        'file',
        `function ${declared} [{}]`,
        'A function that the plant must keep running, and what it needs (SR 5.2 RE 2).',
    ),
    many('file', `island ${declared} [{}]`, 'What must continue when connections are cut; proved like an invariant.'),
    many('file', `party ${declared} [{}]`, 'An organisation or department with a part in the life of the plant.'),
    many('file', 'programme [TITLE] [{}]', 'The security programme of the asset owner (IEC 62443-2-1).'),
    many('file', `view ${declared} [{}]`, 'What one diagram shows.'),
    many(
        'file',
        `ruleset ${declared} [{}]`,
        'The exported rules of a firewall, in order: the first rule that matches decides.',
    ),
    many('file', `observation ${declared} [{}]`, 'Traffic observed at one place in a period.'),
    many('file', `advisory ${declared} [{}]`, 'A security advisory: which versions of which products it names.'),
    once('system', 'matrix [TITLE] {}', "The site's own risk matrix."),

    many('ruleset', 'device ASSET…', 'The devices with these rules; two devices are a redundant pair.'),
    once('ruleset', 'exported DAY', 'The day on which the rules were exported.'),
    once('ruleset observation advisory', 'source TEXT', 'The name of the imported file.'),
    many('ruleset', 'permits PLACE… -> PLACE… : SERVICE… [LABEL] [{}]', 'Permits sessions: from, to, services.'),
    many('ruleset', 'blocks PLACE… -> PLACE… : SERVICE… [LABEL] [{}]', 'Blocks sessions: from, to, services.'),
    many('permits blocks', 'enters [not] INTERFACE…', 'The interfaces through which a session comes in.'),
    many('permits blocks', 'leaves [not] INTERFACE…', 'The interfaces through which a session goes out.'),
    once(
        'permits blocks',
        'when TEXT',
        'A condition that the model cannot evaluate: what the rule decides is not assessable.',
    ),
    many(
        'permits blocks',
        'is RULE_TRAIT…',
        'disabled; established or invalid: for packets that do not open a session.',
    ),
    many('observation', 'sees OUTER_ZONE…', 'The zones that the sensor sees.'),
    once('observation', 'since DAY', 'The first day.'),
    once('observation', 'until DAY', 'The last day.'),
    many(
        'observation',
        'saw SIGHT ARROW SIGHT : SERVICE… [LABEL] OUTCOME [on NUMBER days] [, DAY to DAY] [{}]',
        'A conversation: who opened it to whom, and how far it got.',
    ),
    once('advisory', 'identifier TEXT', 'The number that its publisher gives it, such as ICSA-24-284-01.'),
    once('advisory', 'publisher TEXT', 'Who publishes it.'),
    once('advisory', 'dated DAY', 'The day of this revision.'),
    once('advisory', 'revision TEXT', 'The number of this revision.'),
    once('advisory', 'status ADVISORY_STATUS', 'draft, interim or final.'),
    many(
        'advisory',
        'vulnerability CVE [TITLE] [cvss (SCORE CVSS)…]',
        'A vulnerability: its number, its name, and how severe it is by CVSS.',
    ),
    many('advisory', 'affected PRODUCT… [{}]', 'Products that have the vulnerabilities, in these versions.'),
    many('advisory', 'not-affected PRODUCT… [{}]', 'Products that do not have the vulnerabilities, in these versions.'),
    many('advisory', 'fixed PRODUCT… [{}]', 'Products in which the vulnerabilities are fixed, in these versions.'),
    many('advisory', 'under-investigation PRODUCT… [{}]', 'Products of which the publisher does not know it yet.'),
    once(products, 'vendor TEXT', 'Who makes it.'),
    many(products, 'versions VERSION_RANGE…', 'The versions, as the advisory writes them.'),
    many(products, 'cve CVE…', 'The vulnerabilities that this is about; all of the advisory where none is given.'),
    many(products, 'model-number TEXT…', 'Order or model numbers.'),
    many(products, 'serial-number TEXT…', 'The serial numbers that it is limited to.'),
    many(products, 'cpe TEXT…', 'Its names in the CPE dictionary.'),
    many(products, 'purl TEXT…', 'Its package URLs.'),
    once(products, 'fixed-in TEXT', 'The first version without the vulnerabilities.'),
    many(products, 'remediation REMEDIATION TEXT', 'What the publisher advises.'),
    many(
        'type asset',
        'advisory-name [not] PRODUCT…',
        'What advisories call this product; with `not`, products that it is not.',
    ),
    once('saw', 'sessions NUMBER', 'The number of sessions.'),
    once('saw', 'bytes NUMBER', 'The number of bytes in both directions.'),

    once(
        'system zone conduit asset flow countermeasure function programme',
        'owner PERSON',
        'Who is accountable for it (ZCR 6.4 b).',
    ),
    once(
        'system zone conduit asset flow type protocol countermeasure threat view function island advisory ' +
            'party programme',
        'description TEXT',
        'A short description.',
    ),
    many('system zone conduit asset', 'location TEXT…', 'Where it is located.'),
    many(
        'zone conduit asset countermeasure',
        `evidence DOCUMENT… (${dated})*`,
        'A document or record as evidence, and how long it is valid.',
    ),
    once('system', 'evidence-valid NUMBER UNIT', 'How long dated evidence is valid if it does not say so itself.'),
    many('system zone conduit', 'logical-boundary TEXT…', 'Where it ends in the network (ZCR 6.4 c).'),
    many('system zone conduit', 'physical-boundary TEXT…', 'Where it ends in the building or on the site (ZCR 6.4 d).'),
    many('system zone conduit', 'logical-access TEXT…', 'Where it is entered over the network (ZCR 6.4 f).'),
    many('system zone conduit', 'physical-access TEXT…', 'Where it is entered on site (ZCR 6.4 g).'),
    many('system zone conduit', 'assumption TEXT…', 'What is assumed, and on what it depends (ZCR 6.4 n).'),
    many('system zone conduit', 'policy TEXT…', 'A policy that applies (ZCR 6.4 m).'),
    many('system zone conduit', 'regulation TEXT…', 'A law or regulation that applies (ZCR 6.9).'),
    once('asset type', 'vendor TEXT', 'Who makes it.'),
    once('asset type', 'product TEXT', 'The product name.'),
    once('asset type', 'version TEXT', 'The version or firmware.'),
    many(
        'type protocol',
        'alias ALIAS…',
        'Other names in common use. They are not names of the language, but completion, search and imports find them.',
    ),
    many(
        'type party',
        `certificate DOCUMENT… (for VERSION | ${dated})*`,
        'A certificate of a product or an organisation: for which version, and how long it is valid.',
    ),
    many('party', 'role PARTY_ROLE…', 'asset-owner, integration-provider, maintenance-provider, product-supplier …'),
    once('zone conduit asset', 'operated by PARTY…', 'operated by P: who operates it, and logs on from there.'),
    once('zone conduit asset type', 'integrated by PARTY…', 'integrated by P: who designs and builds it (2-4).'),
    once('zone conduit asset type', 'maintained by PARTY…', 'maintained by P: who maintains and patches it (2-4).'),
    once('zone conduit asset type', 'supplied by PARTY…', 'supplied by P: who develops and supplies it (4-1).'),
    once('flow', 'carries TEXT', 'The data that it carries.'),

    once('zone', 'kind ZONE_KIND', 'enterprise, dmz, operations, control, safety, field or external.'),
    once('zone', 'purdue PURDUE', 'The Purdue level: 0, 1, 2, 3, 3.5, 4 or 5.'),
    once('asset', 'criticality CRITICALITY', 'low, medium, high or critical.'),
    once('flow', 'access ACCESS', 'read, write or program.'),
    once('saw', 'access ACCESS', 'The highest function seen: read, write or program.'),
    once('countermeasure', 'status STATUS', 'proposed, planned, implemented or verified.'),
    once(
        'protocol',
        'security SECURITY',
        'Whether its protection does not exist (none), can be off (optional) or is always on (mandatory).',
    ),
    once('protocol', 'class PROTOCOL_CLASS', 'Its field: ot, it, building …'),
    once('threat', 'category CLASS', 'The consequence class of the risk matrix.'),
    many('matrix', 'category CLASS [{}]', 'What differs for a consequence class: safety, environment, production …'),
    once('view', 'direction DIRECTION', 'down or right.'),
    once('view', 'detail DETAIL', 'zones or assets.'),
    once('view', 'colour COLOUR', 'target, gap or kind.'),
    many('zone', 'is ZONE_TRAIT…', 'Traits: wireless, temporary, remote, untrusted.'),
    many('conduit', 'is CONDUIT_TRAIT…', 'Traits: untrusted, wireless, temporary, remote.'),
    many('asset', 'is ASSET_TRAIT…', 'Traits: essential, wireless, temporary, remote.'),
    once(
        'flow',
        'is FLOW_TRAIT [because TEXT]',
        'proposed: not decided yet; it remains a finding until these words are removed.',
    ),
    many('protocol', 'is PROTOCOL_TRAIT…', 'Known properties: engineering, remote-access, cleartext-credentials …'),
    many('protocol', 'provides PROTECTION…', 'What it protects: authentication, encryption, integrity.'),
    once(
        'system category',
        'tolerable-risk RISK',
        'The highest risk that the owner tolerates, a number or a band (ZCR 6.8).',
    ),
    once('countermeasure', 'cost MONEY', 'What it costs.'),
    once('threat', 'likelihood GRADE', 'The likelihood without countermeasures, from 1.'),
    once('threat', 'consequence GRADE', 'The consequence, from 1.'),
    once('matrix', 'preset PRESET', 'The published matrix to start from: nist-sp-800-30 or mil-std-882e.'),
    once(
        'matrix',
        'likelihood (LEVEL_NAME… | NUMBER)',
        'The names of the likelihood levels, level 1 first, or their number.',
    ),
    once(
        'matrix category',
        'consequence (LEVEL_NAME… | NUMBER)',
        'The names of the consequence levels, level 1 first, or their number.',
    ),
    many('matrix', 'highest-first AXIS…', 'The axes whose level 1 is the worst: likelihood, consequence.'),
    once(
        'matrix',
        'bands (BAND [to NUMBER])…',
        'The names of the risk bands, lowest first; after `to`, the highest number of the band.',
    ),
    many(
        'matrix category',
        'row CELL…',
        'The risks for one consequence, one for each likelihood, in the order of their names: numbers or bands.',
    ),
    once(
        'matrix',
        'target-rule TARGET_RULE [NUMBER…]',
        'The rule that suggests an SL-T from a risk: factor, steps or bands.',
    ),
    many('category', 'targets FR…', 'The foundational requirements whose SL-T such a threat affects.'),
    once('flow', 'until DAY', 'The date on which it ends.'),
    once('zone conduit asset flow', 'planned for DAY', 'The date from which it exists.'),
    once('zone conduit asset flow', 'retired on DAY', 'The date from which it no longer exists.'),
    many('zone asset', 'window TITLE DAY to DAY', 'A period in which work is possible, such as the yearly shutdown.'),
    once('asset', 'patched to VERSION [on DAY]', 'The installed version.'),
    many('asset', 'patch VERSION state PATCH_STATE [on DAY]', 'The state of a patch (IEC TR 62443-2-3).'),
    once('asset type', 'supported until DAY', 'The last day of support by the vendor.'),
    once('countermeasure', 'downtime NUMBER UNIT', 'How long the plant has to stop for it.'),
    once('countermeasure', 'due DAY', 'The date by which it is done.'),
    many('flow protocol', 'port TRANSPORT [PORTS…]', 'Transport and ports: port tcp 80, 443, 5000-5010.'),
    many(
        'asset',
        'address (dhcp | (ADDRESS [in ZONE])…)',
        'IP addresses, each with the zone it is in; dhcp for an address that changes.',
    ),
    many('asset', 'mac MAC…', 'MAC addresses.'),
    many(
        'asset',
        'faces ZONE by INTERFACE',
        'The interface of a device on the side of a zone, if addresses do not show it.',
    ),
    many('asset', 'translates PREFIX to PREFIX', 'NAT: the real addresses, and the addresses seen on the other side.'),
    many('zone', 'network PREFIX…', 'The prefixes that belong to it.'),
    many('asset', 'serves ZONE…', 'Zones that it is also connected to, or shared with.'),
    many(
        'asset',
        'needs DEPENDENCY… (or DEPENDENCY)*',
        'What it cannot work without: all of them with commas, one of them with `or`.',
    ),
    many(
        'function',
        'needs OUTER_DEPENDENCY… (or OUTER_DEPENDENCY)*',
        'What it cannot work without: all of them with commas, one of them with `or`.',
    ),
    many('function', 'endures NUMBER UNIT without OUTER_DEPENDENCY…', 'How long it continues after these have failed.'),
    many('function', 'works without OUTER_DEPENDENCY… [because TEXT]', 'What it works without, and the reason.'),
    many('asset', 'works without DEPENDENCY… [because TEXT]', 'What it works without, and the reason.'),
    once('function', 'fallback TEXT', 'What is done by hand while it is lost.'),
    many('function', 'is FUNCTION_TRAIT…', 'Traits: essential.'),
    many('island', 'cut ELEMENT…', 'What is cut: conduits, the boundary of zones, assets.'),
    many('island', 'keeps FUNCTION… [for NUMBER UNIT]', 'The functions that must continue, for a time or permanently.'),
    many('view', 'row ZONE…', 'Zones of one level that are in one row, in this order.'),
    many('view', 'beside ZONE…', 'Zones of one level with nothing between them, in this order.'),
    many(
        'view',
        'left-to-right ZONE…',
        'The order of zones that are in one row; where levels run right, from top to bottom.',
    ),
    many('view', 'cut ELEMENT…', 'Shows what stops when these are cut.'),
    many('view', 'assume ELEMENT…', 'Shows what these reach if they are compromised.'),
    many('conduit', 'via ASSET…', 'The devices that enforce the boundary.'),
    many('conduit', 'over OUTER_ZONE…', 'The zones whose network carries it.'),
    many('zone conduit asset', 'applies MEASURE…', 'Countermeasures that are in place here and in nested zones.'),
    many('threat', 'from ELEMENT…', 'Where it starts.'),
    many('threat', 'against ELEMENT…', 'What it is aimed at.'),
    many('view', 'include ELEMENT…', 'What the diagram shows.'),
    many('view', 'exclude ELEMENT…', 'What the diagram leaves out.'),
    many('view', 'focus ELEMENT…', 'Zones to show with their neighbours.'),
    many('view', 'hide ELEMENT…', 'What is not drawn.'),
    many('view', 'highlight ELEMENT…', 'What is highlighted.'),
    once(
        'zone conduit',
        'SL-T LEVELS [because TEXT]',
        'The target level: 2, {2 2 0 1 3 1 3} or 2 { RDF 3 } (ZCR 5.6).',
    ),
    once('asset type', 'SL-C LEVELS [because TEXT]', 'The capability level of the product (62443-4-2).'),
    once(
        'zone conduit',
        'SL-A LEVELS [because TEXT]',
        'The value stated by an assessor, shown next to the computed one.',
    ),
    many('zone conduit asset type', `meets REQUIREMENT… ${reasons}`, 'Requirements that are met.'),
    many(
        'countermeasure',
        `meets REQUIREMENT… (evidence DOCUMENT… | due DAY | ${dated})*`,
        'Requirements that it meets where it is applied.',
    ),
    many('zone conduit asset', `misses REQUIREMENT… ${reasons}`, 'Requirements that are not met, because …'),
    many('zone conduit asset', `excludes REQUIREMENT… ${reasons}`, 'Requirements that do not apply, because …'),
    many('zone conduit asset', `compensates REQUIREMENT… ${reasons}`, 'Requirements met by other means, because …'),
    ...(['meets', 'misses', 'excludes', 'compensates'] as const).flatMap(verb => [
        many(
            'party',
            `${verb} ORGANISATIONAL… (maturity MATURITY | ${anyReason})*`,
            `Requirements on organisations (2-4, 4-1) that the party ${verb}.`,
        ),
        many(
            'programme',
            `${verb} OF_PROGRAMME… (maturity MATURITY | ${anyReason})*`,
            `Requirements on the asset owner (2-1) that the programme ${verb}.`,
        ),
    ]),
    once(
        'flow',
        'secured PROTECTION… [by MEASURE…]',
        'What the session protects: authentication, encryption, integrity.',
    ),
    once('flow', 'approved by PERSON', 'approved by "…": who approved it.'),
    once('conduit', 'monitored by (PERSON | PARTY)', 'monitored by "…": who monitors it, a person or a party.'),
    once(
        'conduit',
        'one-way OUTER_ZONE -> OUTER_ZONE',
        'one-way A -> B: data and sessions pass only in that direction.',
    ),
    many(
        'system zone conduit asset flow type protocol countermeasure threat invariant view ruleset observation ' +
            'function island advisory party programme',
        'accept RULE (because TEXT | until DAY)*',
        'Accepts a finding here, with a reason and an end date.',
    ),
    many(
        'system zone conduit asset flow type protocol countermeasure threat invariant ruleset observation ' +
            'advisory party programme',
        'agreed TEXT by PERSON [until DAY]',
        'Records who agreed to what changes here. It counts in the change that adds it, and lapses with the next one.',
    ),
    many(
        'threat',
        'mitigated by MEASURE… [to [likelihood GRADE] [consequence GRADE]]',
        'mitigated by M to likelihood n: what the countermeasure lowers.',
    ),
    many(
        'invariant',
        'deny [write] path from END to END',
        'deny path from X to Y: there is no path. deny write path: there is none whose last session may ' +
            'write or program.',
    ),
    many(
        'invariant',
        'require path from END to END through END',
        'require path from X to Y through Z: every path passes Z.',
    ),
    many(
        'invariant',
        'except flow END ARROW END [: PROTOCOL…] (access ACCESS | because TEXT | until DAY)*',
        'except flow A -> B because … until a date. With access, it covers only that access.',
    ),
    once('view', 'path from ELEMENT to ELEMENT', 'path from X to Y: shows the paths between them.'),
];

/** What can stand any number of times in a zone can be in a `within` too: it adds to the zone. */
export const statementWords: readonly StatementWord[] = rows.map(entry =>
    entry.once || !entry.blocks.includes('zone')
        ? entry
        : {
              ...entry,
              blocks: entry.blocks.flatMap(block => (block === 'zone' ? (['zone', 'within'] as const) : [block])),
          },
);

const wordsByBlock = new Map<BlockKind, Map<string, StatementWord>>(
    blockKinds.map(block => [
        block,
        new Map(statementWords.filter(entry => entry.blocks.includes(block)).map(entry => [entry.word, entry])),
    ]),
);

/** The statements that belong in a block, in the order of the table. */
export function statementsIn(block: BlockKind): readonly StatementWord[] {
    return [...wordsByBlock.get(block)!.values()];
}

/** What a word says in a block; `undefined` where it does not belong. */
export function statementIn(block: BlockKind, word: string): StatementWord | undefined {
    return wordsByBlock.get(block)!.get(word);
}

/** The blocks in which a word may stand. */
export function blocksOf(word: string): readonly BlockKind[] {
    return blockKinds.filter(block => wordsByBlock.get(block)!.has(word));
}

const forms = new Map<string, Part>();

/** How a statement is written. */
export function formOf({ form }: StatementWord): Part {
    let known = forms.get(form);
    if (!known) forms.set(form, (known = readForm(form)));
    return known;
}
