import type { BlockKind } from './blocks.ts';
import { blockKinds } from './blocks.ts';
import type { Part } from './form.ts';
import { readForm } from './form.ts';

/**
 * Every statement of the language: where it belongs, how often, how it is written (see `form.ts`) and what it says.
 * Lowering, completion,
 * hovers, messages, the formatter, highlighting, snippets and docs/statements.md all read this table; ARCHITECTURE.md
 * says what else a new
 * statement needs.
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
    return { word: /^\S+/.exec(form)![0], blocks: blocks.split(' ') as BlockKind[], once, form, help };
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
const dated = 'author PERSON | dated DAY | valid NUMBER UNIT | until DAY';
const reasons = `(by MEASURE… | because TEXT | evidence DOCUMENT… | due DAY | ${dated})*`;

const rows: readonly StatementWord[] = [
    many('file', 'import PATH', 'Brings in another file, by its path from this one.'),
    many('file', `system ${declared} [{}]`, 'The system under consideration; one a model (ZCR 1).'),
    many('file zone', `zone ${declared} [{}]`, 'Assets that share security requirements; zones nest (ZCR 3).'),
    many(
        'file',
        'within OUTER_ZONE [{}]',
        'More of a zone that is declared elsewhere: assets, flows and lists. It adds, and overrides nothing.',
    ),
    many('file', `conduit ${declared} [between OUTER_ZONE (and OUTER_ZONE)*] [{}]`, 'A controlled way between zones.'),
    many('zone conduit', `asset ${declared} [: TYPE] [{}]`, 'A device or piece of software.'),
    many(
        'file zone conduit',
        'flow END ARROW END [: PROTOCOL…] [PURPOSE] [{}]',
        'Who opens a session to whom, over which protocols.',
    ),
    many('file', `type ${declared} [: BASE] [{}]`, 'An asset type, resting on another one.'),
    many('file', `protocol ${declared} [{}]`, 'A protocol, its ports and what it protects.'),
    many('file', `countermeasure ${declared} [{}]`, 'A measure and the requirements that it meets.'),
    many('file', `threat ${declared} [{}]`, 'One row of the detailed risk assessment (ZCR 5).'),
    once('view', 'threat THREAT', 'Shows the way of one threat.'),
    many('file', `invariant ${declared} [{}]`, 'A promise about reachability, proved over the declared flows.'),
    many('file', `function ${declared} [{}]`, 'What the plant must keep doing, and what it rests on (SR 5.2 RE 2).'),
    many('file', `island ${declared} [{}]`, 'What has to go on when connections are cut; proved like an invariant.'),
    many('file', `view ${declared} [{}]`, 'What one diagram shows.'),
    many(
        'file',
        `ruleset ${declared} [{}]`,
        'The rules of a firewall as they were exported. Order counts: the first rule that matches decides.',
    ),
    many('file', `observation ${declared} [{}]`, 'What was seen on the wire in a time and a place.'),
    once('system', 'matrix [TITLE] {}', "The site's own risk matrix."),

    many('ruleset', 'device ASSET…', 'The devices that have these rules; two of them are a redundant pair.'),
    once('ruleset', 'exported DAY', 'The day on which the rules were exported.'),
    once('ruleset observation', 'source TEXT', 'The name of the file that was read.'),
    many('ruleset', 'permits PLACE… -> PLACE… : SERVICE… [LABEL] [{}]', 'Lets sessions through: from, to, services.'),
    many('ruleset', 'blocks PLACE… -> PLACE… : SERVICE… [LABEL] [{}]', 'Stops sessions: from, to, services.'),
    many('permits blocks', 'enters [not] INTERFACE…', 'The interfaces by which a session comes in.'),
    many('permits blocks', 'leaves [not] INTERFACE…', 'The interfaces by which a session goes out.'),
    once(
        'permits blocks',
        'when TEXT',
        'A condition that a model cannot judge: what the rule would decide is not assessable.',
    ),
    many('permits blocks', 'is RULE_TRAIT…', 'disabled; established or invalid: for packets that open no session.'),
    many('observation', 'sees OUTER_ZONE…', 'The zones whose traffic is visible here.'),
    once('observation', 'since DAY', 'The first day.'),
    once('observation', 'until DAY', 'The last day.'),
    many(
        'observation',
        'saw SIGHT ARROW SIGHT : SERVICE… [LABEL] OUTCOME [on NUMBER days] [, DAY to DAY] [{}]',
        'A conversation: who opened it to whom, and how far it came.',
    ),
    once('saw', 'sessions NUMBER', 'How many sessions.'),
    once('saw', 'bytes NUMBER', 'How many bytes both sides sent.'),

    once('system zone conduit flow countermeasure function', 'owner PERSON', 'Who is accountable for it (ZCR 6.4 b).'),
    once(
        'system zone conduit asset flow type protocol countermeasure threat view function island',
        'description TEXT',
        'What it is, in a sentence or two.',
    ),
    many('system zone conduit asset', 'location TEXT…', 'Where it stands.'),
    many(
        'zone conduit asset countermeasure',
        `evidence DOCUMENT… (${dated})*`,
        'A document or record that shows it, and how long it is good for.',
    ),
    once('system', 'evidence-valid NUMBER UNIT', 'How long evidence with a date is good for where it does not say it.'),
    many('system zone conduit', 'logical-boundary TEXT…', 'Where it ends in the network (ZCR 6.4 c).'),
    many('system zone conduit', 'physical-boundary TEXT…', 'Where it ends in the building or on the site (ZCR 6.4 d).'),
    many('system zone conduit', 'logical-access TEXT…', 'Where one gets in over the network (ZCR 6.4 f).'),
    many('system zone conduit', 'physical-access TEXT…', 'Where one gets in by hand (ZCR 6.4 g).'),
    many('system zone conduit', 'assumption TEXT…', 'What is taken for granted, and what it depends on (ZCR 6.4 n).'),
    many('system zone conduit', 'policy TEXT…', 'A policy that applies (ZCR 6.4 m).'),
    many('system zone conduit', 'regulation TEXT…', 'A rule of law or of a regulator that applies (ZCR 6.9).'),
    once('asset type', 'vendor TEXT', 'Who makes it.'),
    once('asset type', 'product TEXT', 'The product name.'),
    once('asset type', 'version TEXT', 'The version or firmware.'),
    many(
        'type protocol',
        'alias ALIAS…',
        'Other names by which people know it; not names of the language, but found by completion, search and imports.',
    ),
    many('type', 'certificate TEXT…', 'A certificate that the product carries.'),
    once('flow', 'carries TEXT', 'What data it carries.'),

    once('zone', 'kind ZONE_KIND', 'enterprise, dmz, operations, control, safety, field or external.'),
    once('zone', 'purdue PURDUE', 'The Purdue level: 0, 1, 2, 3, 3.5, 4 or 5.'),
    once('asset', 'criticality CRITICALITY', 'low, medium, high or critical.'),
    once('flow', 'access ACCESS', 'read, write or program.'),
    once('saw', 'access ACCESS', 'The highest function seen: read, write or program.'),
    once('countermeasure', 'status STATUS', 'proposed, planned, implemented or verified.'),
    once(
        'protocol',
        'security SECURITY',
        'Whether its protections are absent (none), can be off (optional) or always on (mandatory).',
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
        'proposed: written down and not yet decided; it stays a finding until the words are taken away.',
    ),
    many('protocol', 'is PROTOCOL_TRAIT…', 'What it is known for: engineering, remote-access, cleartext-credentials …'),
    many('protocol', 'provides PROTECTION…', 'What it protects: authentication, encryption, integrity.'),
    once(
        'system category',
        'tolerable-risk RISK',
        'The highest risk that the owner tolerates, a number or a band (ZCR 6.8).',
    ),
    once('countermeasure', 'cost MONEY', 'What it costs.'),
    once('threat', 'likelihood GRADE', 'How likely without measures, from 1.'),
    once('threat', 'consequence GRADE', 'How grave, from 1.'),
    once('matrix', 'preset PRESET', 'The published matrix to start from: nist-sp-800-30 or mil-std-882e.'),
    once(
        'matrix',
        'likelihood (LEVEL_NAME… | NUMBER)',
        'The names of the likelihoods, level 1 first, or how many there are.',
    ),
    once(
        'matrix category',
        'consequence (LEVEL_NAME… | NUMBER)',
        'The names of the consequences, level 1 first, or how many there are.',
    ),
    many('matrix', 'highest-first AXIS…', 'The axes whose level 1 is the worst: likelihood, consequence.'),
    once('matrix', 'bands (BAND [to NUMBER])…', 'Names of risks, lowest first; behind to the highest number of each.'),
    many(
        'matrix category',
        'row CELL…',
        'The risks of one consequence, one a likelihood, both in the order of their names: numbers, or bands.',
    ),
    once('matrix', 'target-rule TARGET_RULE [NUMBER…]', 'How a risk suggests an SL-T: factor, steps or bands.'),
    many('category', 'targets FR…', 'The foundational requirements whose SL-T such a threat moves.'),
    once('flow', 'until DAY', 'The day on which it ends.'),
    once('zone conduit asset flow', 'planned for DAY', 'The day from which it is there.'),
    once('zone conduit asset flow', 'retired on DAY', 'The day from which it is there no more.'),
    many('zone asset', 'window TITLE DAY to DAY', 'When work may be done: the yearly stop.'),
    once('asset', 'patched to VERSION [on DAY]', 'The version that is installed.'),
    many('asset', 'patch VERSION state PATCH_STATE [on DAY]', 'How far a patch has come (IEC TR 62443-2-3).'),
    once('asset type', 'supported until DAY', 'The last day of support by its maker.'),
    once('countermeasure', 'downtime NUMBER UNIT', 'How long the plant stands still for it.'),
    once('countermeasure', 'due DAY', 'The day by which it is done.'),
    many('flow protocol', 'port TRANSPORT [PORTS…]', 'Transport and ports: port tcp 80, 443, 5000-5010.'),
    many(
        'asset',
        'address (dhcp | (ADDRESS [in ZONE])…)',
        'IP addresses, and in which of its zones each lies; dhcp for one that is not fixed.',
    ),
    many('asset', 'mac MAC…', 'MAC addresses.'),
    many(
        'asset',
        'faces ZONE by INTERFACE',
        'The interface of a device on the side of a zone, where addresses do not say it.',
    ),
    many(
        'asset',
        'translates PREFIX to PREFIX',
        'NAT: the real addresses, and what they are shown as on the other side.',
    ),
    many('zone', 'network PREFIX…', 'The prefixes that belong to it.'),
    many('asset', 'serves ZONE…', 'Zones that it is also connected to, or shared with.'),
    many(
        'asset',
        'needs DEPENDENCY… (or DEPENDENCY)*',
        'What it stops without: all of them with commas, one of them with or.',
    ),
    many(
        'function',
        'needs OUTER_DEPENDENCY… (or OUTER_DEPENDENCY)*',
        'What it stops without: all of them with commas, one of them with or.',
    ),
    many('function', 'endures NUMBER UNIT without OUTER_DEPENDENCY…', 'How long it goes on after these have failed.'),
    many(
        'function',
        'works without OUTER_DEPENDENCY… [because TEXT]',
        'What it goes on without, and why that is known.',
    ),
    many('asset', 'works without DEPENDENCY… [because TEXT]', 'What it goes on without, and why that is known.'),
    once('function', 'fallback TEXT', 'What is done by hand while it is lost.'),
    many('function', 'is FUNCTION_TRAIT…', 'Traits: essential.'),
    many('island', 'cut ELEMENT…', 'What is cut: conduits, the boundary of zones, assets.'),
    many('island', 'keeps FUNCTION… [for NUMBER UNIT]', 'The functions that go on, for a time or for good.'),
    many('view', 'cut ELEMENT…', 'Shows what stops when these are cut.'),
    many('view', 'assume ELEMENT…', 'Shows what these reach when they are compromised.'),
    many('conduit', 'via ASSET…', 'The devices that enforce the boundary.'),
    many('conduit', 'over OUTER_ZONE…', 'The zones whose network carries it.'),
    many('zone conduit asset', 'applies MEASURE…', 'Countermeasures that work here, and in nested zones.'),
    many('threat', 'from ELEMENT…', 'Where it starts.'),
    many('threat', 'against ELEMENT…', 'What it is aimed at.'),
    many('view', 'include ELEMENT…', 'What the diagram shows.'),
    many('view', 'exclude ELEMENT…', 'What the diagram leaves out.'),
    many('view', 'focus ELEMENT…', 'Zones to show with their neighbours.'),
    many('view', 'hide ELEMENT…', 'What is drawn as if it were not there.'),
    many('view', 'highlight ELEMENT…', 'What stands out.'),
    once(
        'zone conduit',
        'SL-T LEVELS [because TEXT]',
        'The target level: 2, {2 2 0 1 3 1 3} or 2 { RDF 3 } (ZCR 5.6).',
    ),
    once('asset type', 'SL-C LEVELS [because TEXT]', 'The capability level of the product (62443-4-2).'),
    once('zone conduit', 'SL-A LEVELS [because TEXT]', "An assessor's value, shown beside the computed one."),
    many('zone conduit asset type', `meets REQUIREMENT… ${reasons}`, 'Requirements that are met.'),
    many(
        'countermeasure',
        `meets REQUIREMENT… (evidence DOCUMENT… | due DAY | ${dated})*`,
        'Requirements that it meets where it is applied.',
    ),
    many('zone conduit asset', `misses REQUIREMENT… ${reasons}`, 'Requirements that are not met, because …'),
    many('zone conduit asset', `excludes REQUIREMENT… ${reasons}`, 'Requirements that do not apply, because …'),
    many('zone conduit asset', `compensates REQUIREMENT… ${reasons}`, 'Requirements met by other means, because …'),
    once(
        'flow',
        'secured PROTECTION… [by MEASURE…]',
        'What the session protects: authentication, encryption, integrity.',
    ),
    once('flow', 'approved by PERSON', 'approved by "…": who allowed it.'),
    once('conduit', 'monitored by PERSON', 'monitored by "…": who watches it.'),
    once('conduit', 'one-way OUTER_ZONE -> OUTER_ZONE', 'one-way A -> B: data and sessions go only that way.'),
    many(
        'system zone conduit asset flow type protocol countermeasure threat invariant view ruleset observation ' +
            'function island',
        'accept RULE (because TEXT | until DAY)*',
        'Accepts a finding here, because … until a day.',
    ),
    many(
        'system zone conduit asset flow type protocol countermeasure threat invariant ruleset observation',
        'agreed TEXT by PERSON [until DAY]',
        'Records who agreed to what changes here. It counts in the change that adds it, and lapses with the next one.',
    ),
    many(
        'threat',
        'mitigated by MEASURE… [to [likelihood GRADE] [consequence GRADE]]',
        'mitigated by M to likelihood n.',
    ),
    many(
        'invariant',
        'deny [write] path from END to END',
        'deny path from X to Y: there is no path. deny write path: none whose last session may write or program.',
    ),
    many(
        'invariant',
        'require path from END to END through END',
        'require path from X to Y through Z: every way passes Z.',
    ),
    many(
        'invariant',
        'except flow END ARROW END [: PROTOCOL…] (access ACCESS | because TEXT | until DAY)*',
        'except flow A -> B because … until a day. With access it covers no more than that access.',
    ),
    once('view', 'path from ELEMENT to ELEMENT', 'path from X to Y: shows the ways between them.'),
];

/** What can stand any number of times in a zone can stand in a `within` too: it adds to the zone. */
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
