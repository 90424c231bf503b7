import { statSync } from 'node:fs';
import path from 'node:path';
import {
    clauseOf,
    contradictedAt,
    foundationalRequirements,
    frAbbreviations,
    library,
    missingHere,
    nearest,
    normalisedPartId,
    partIds,
    partRowIds,
    plainName,
    problemRules,
    requirementById,
    requirements,
    rules,
    stateText,
    titleOf,
    withoutFix,
    writeAllPorts,
    zoneConduitRequirements,
} from 'iacs-language';
import type { AssetType, Protocol, Rule } from 'iacs-language';
import { forTerminal } from 'iacs-language/text';
import type { Paint } from 'iacs-language/findings';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadModels } from '../models.ts';
import { readOptions } from '../options.ts';
import { painter } from '../paint.ts';
import { crossReferences } from '../explain/cross-references.ts';

const usage = `Usage: iacs explain ID [path…]

Explains a rule, a requirement (SR 5.2, ZCR 3.3, FR 5; NET 3.2 of 2-1, SP.07.01 of 2-4, SM-1 of
4-1), a protocol or an asset type, by its name, title or another name by which people know it (ews,
iec-104). With a path, or in a folder with a model, it also shows the state of a requirement in that
model, and knows the model's own types and protocols.`;

/** Requirement ids as people type them: sr5.2, "SR 5.2 RE 1", SR-5.2(1). */
function normalised(words: string): string {
    const match = /^(SR|ZCR|FR)[\s-]*(\d+(?:\.\d+)?)(?:[\s-]*(?:RE[\s-]*(\d+)|\((\d+)\)))?$/i.exec(words.trim());
    if (!match) return words.trim();
    const enhancement = match[3] ?? match[4];
    return `${match[1]!.toUpperCase()} ${match[2]}${enhancement ? ` RE ${enhancement}` : ''}`;
}

function explainRule(rule: Rule, paint: Paint): string {
    const none = withoutFix[rule.id];
    return [
        `${paint('bold', rule.id)} (${rule.severity})`,
        '',
        rule.summary,
        '',
        rule.why,
        '',
        `${paint('bold', 'When to accept it')}: ${rule.falsePositives}`,
        '',
        `${paint('bold', 'Basis')}: ${rule.basis.map(id => `${id} ${titleOf(id) ?? ''}`.trim()).join('; ')}`,
        `${paint('bold', 'Quick fix')}: ${none === undefined ? 'yes' : `none. ${none}`}`,
        '',
        ...rule.examples.slice(0, 1).flatMap(example => [
            'An example, with the blamed place underlined:',
            '',
            ...example.before
                .trimEnd()
                .split('\n')
                .map(line => `    ${line}`),
            '',
        ]),
    ].join('\n');
}

async function explainRequirement(id: string, models: readonly LoadedModel[], paint: Paint): Promise<string> {
    const requirement = requirementById(id)!;
    const [{ plainOf }, { doubtOf }] = await Promise.all([
        import('iacs-language/catalogue/plain'),
        import('iacs-language/catalogue/doubts'),
    ]);
    const judges = rules.filter(rule => rule.basis.includes(id));
    const doubt = doubtOf(id);
    const here = models.flatMap(({ analysis, file }) => [
        paint('bold', `In ${forTerminal(analysis.model.system?.id ?? file)} (${file})`),
        ...analysis.assessment.subjects.map(subject => {
            const state = subject.requirements[requirement.index]!;
            const shown = contradictedAt(analysis.assessment, subject).get(requirement.index);
            const why = [
                ...state.by,
                ...(state.because ? [`"${state.because}"`] : []),
                ...(state.inheritedFrom ? [`from ${state.inheritedFrom}`] : []),
                ...(shown ? [`contradicted: ${shown.join('; ')}`] : []),
            ].join(', ');
            return (
                `  ${subject.id.padEnd(24)} ${state.required ? 'required' : 'not required'}, ` +
                `${stateText(state.state)}${shown ? ' (contradicted)' : ''}${why ? `: ${forTerminal(why)}` : ''}`
            );
        }),
        ...missingHere(analysis.problems.length),
        '',
    ]);
    return [
        `${paint('bold', id)} ${requirement.title}`,
        '',
        `IEC 62443-3-3:2013 with COR1:2014, clause ${clauseOf(requirement)}; FR ${requirement.fr + 1} ` +
            `${frAbbreviations[requirement.fr]}; asked for from SL ${requirement.level}.`,
        '',
        ...(plainOf(id) ? [plainOf(id)!, ''] : []),
        ...(doubt ? [`${paint('bold', 'Where sources differ')}: ${doubt}`, ''] : []),
        judges.length > 0
            ? `${paint('bold', 'Rules')}: ${judges.map(rule => rule.id).join(', ')}`
            : `${paint('bold', 'Rules')}: none; a model cannot show it, so its state is what the model says.`,
        '',
        ...here,
        ...(await crossReferences(id, paint)),
    ].join('\n');
}

function explainZcr(id: string, paint: Paint): string {
    const zcr = zoneConduitRequirements.find(each => each.id === id);
    const judges = rules.filter(rule => rule.basis.includes(id));
    return [
        `${paint('bold', id)} ${titleOf(id) ?? ''}`,
        '',
        `IEC 62443-3-2:2020${zcr ? `, clause ${zcr.clause}` : ''}.`,
        '',
        `${paint('bold', 'Rules')}: ${judges.length > 0 ? judges.map(rule => rule.id).join(', ') : 'none'}`,
        '',
    ].join('\n');
}

function explainFr(number: number, paint: Paint): string {
    const fr = foundationalRequirements[number - 1]!;
    const own = requirements.filter(requirement => requirement.fr === fr.index);
    return [
        `${paint('bold', fr.id)} ${fr.name} (${fr.abbr})`,
        '',
        ...own.map(requirement => `  ${requirement.id.padEnd(13)} SL ${requirement.level}  ${requirement.title}`),
        '',
    ].join('\n');
}

function alsoCalled({ aliases }: AssetType | Protocol): string[] {
    return aliases.length > 0 ? [`Also called: ${forTerminal(aliases.join(', '))}`] : [];
}

async function explainProtocol(protocol: Protocol, paint: Paint): Promise<string> {
    const { doubtOf } = await import('iacs-language/catalogue/doubts');
    const doubt = protocol.builtIn ? doubtOf(protocol.id) : undefined;
    const mode = {
        none: 'it has no security functions',
        optional: 'its security can be off: a flow counts as protected when it says so',
        mandatory: 'its security is always on',
    };
    return [
        `${paint('bold', protocol.id)} ${forTerminal(protocol.title ?? '')}`,
        '',
        ...(protocol.doc ? [forTerminal(protocol.doc), ''] : []),
        `Ports: ${writeAllPorts(protocol.ports) || 'none'}`,
        `Protects: ${protocol.provides.length > 0 ? protocol.provides.join(', ') : 'nothing'}` +
            `${protocol.security ? `; ${mode[protocol.security]}` : ''}.`,
        ...(protocol.traits.length > 0 ? [`Known for: ${protocol.traits.join(', ')}`] : []),
        ...alsoCalled(protocol),
        ...(doubt ? ['', `${paint('bold', 'In doubt')}: ${doubt}`] : []),
        '',
    ].join('\n');
}

function explainType(type: AssetType, chain: readonly string[], paint: Paint): string {
    return [
        `${paint('bold', type.id)} ${forTerminal(type.title ?? '')}`,
        '',
        ...(type.doc ? [forTerminal(type.doc), ''] : []),
        'Derived from: ' +
            (chain.length > 0 ? chain.join(' > ') : 'nothing: it is one of the four component types of IEC 62443-4-2'),
        `SL-C: ${type.slC ? `{${type.slC.levels.map(level => level ?? '-').join(' ')}}` : 'not said'}`,
        ...alsoCalled(type),
        '',
    ].join('\n');
}

function chainOf(type: AssetType, types: readonly AssetType[]): string[] {
    const chain: string[] = [];
    for (let base = type.base?.id; base !== undefined && !chain.includes(base);) {
        chain.push(base);
        base = types.find(each => each.id === base)?.base?.id;
    }
    return chain;
}

async function modelsAround(paths: readonly string[], io: Io): Promise<LoadedModel[]> {
    const models: LoadedModel[] = [];
    try {
        for await (const model of loadModels(paths, io, { today: io.today, withoutRules: true })) models.push(model);
    } catch (error) {
        // Without a path there may well be no model here; the question can be answered without one.
        if (paths.length > 0) throw error;
    }
    return models;
}

function splitWords(words: readonly string[], io: Io): { readonly id: string; readonly paths: readonly string[] } {
    const isPath = (word: string): boolean => {
        try {
            statSync(path.resolve(io.cwd, word));
            return /[./\\]/.test(word) && !/^\d+(\.\d+)?$/.test(word);
        } catch {
            return false;
        }
    };
    const first = words.findIndex((word, index) => index > 0 && isPath(word));
    return first < 0
        ? { id: words.join(' '), paths: [] }
        : { id: words.slice(0, first).join(' '), paths: words.slice(first) };
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { words } = readOptions(args, {});
    if (words.length === 0)
        throw new Failure('Say what to explain: iacs explain SR 5.2, or a rule, a protocol or an asset type.');
    const split = splitWords(words, io);
    const id = normalised(split.id);
    const paint = painter(io);
    const text = await explanation(id, split.paths, io, paint);
    if (text === null) {
        const near = nearest(id, [
            ...rules.map(rule => rule.id),
            ...requirements.map(requirement => requirement.id),
            ...partIds.flatMap(partRowIds),
            ...library().files.flatMap(file => [...file.types, ...file.protocols].map(each => each.id)),
        ]);
        throw new Failure(
            `There is no rule, requirement, protocol or asset type ${id}.${near ? ` Did you mean ${near}?` : ''}`,
        );
    }
    io.out(`${text.trimEnd()}\n`);
    return exit.fine;
}

/** A requirement on an organisation, or a group of them; the catalogue is read only for what may be one. */
async function explainPart(id: string, paint: Paint): Promise<string | null> {
    const row = normalisedPartId(id);
    if (!row && !/^(?:SP\.\d{2}|[A-Z]{2,5}(?: \d)?)$/.test(id)) return null;
    const { explainPartGroup, explainPartRow } = await import('../explain/part-requirement.ts');
    return (row && !requirementById(id) && explainPartRow(row, paint)) || explainPartGroup(id, paint);
}

async function explanation(id: string, paths: readonly string[], io: Io, paint: Paint): Promise<string | null> {
    const rule = rules.find(each => each.id === id);
    if (rule) return explainRule(rule, paint);
    const problem = problemRules.find(each => each.id === id);
    if (problem) return [paint('bold', problem.id), '', problem.summary, '', problem.why].join('\n');
    if (/^FR [1-7]$/.test(id)) return explainFr(Number(id.slice(3)), paint);
    if (id.startsWith('ZCR ') && titleOf(id)) return explainZcr(id, paint);
    const ofPart = await explainPart(id, paint);
    if (ofPart) return ofPart;
    const models = await modelsAround(paths, io);
    if (requirementById(id)) return explainRequirement(id, models, paint);
    const types = [
        ...models.flatMap(({ analysis }) => analysis.model.types),
        ...library().files.flatMap(file => file.types),
    ];
    const protocols = [
        ...models.flatMap(({ analysis }) => analysis.model.protocols),
        ...library().files.flatMap(file => file.protocols),
    ];
    const found = [...types, ...protocols].filter(each => each.id === id);
    const called =
        found.length > 0
            ? found
            : [...types, ...protocols].filter(each =>
                  [each.title ?? '', ...each.aliases].some(name => plainName(name) === plainName(id)),
              );
    const shown = [
        ...new Map(called.map(each => ['provides' in each ? `protocol ${each.id}` : `type ${each.id}`, each])).values(),
    ];
    if (shown.length === 0) return null;
    const pages = await Promise.all(
        shown.map(each =>
            'provides' in each ? explainProtocol(each, paint) : explainType(each, chainOf(each, types), paint),
        ),
    );
    return pages.join('\n');
}

const command: Command = { name: 'explain', summary: 'a rule, a requirement, a protocol or an asset type', usage, run };
export default command;
