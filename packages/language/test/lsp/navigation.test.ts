import assert from 'node:assert/strict';
import type {
    CallHierarchyIncomingCall,
    CallHierarchyItem,
    CallHierarchyOutgoingCall,
    DocumentHighlight,
    DocumentLink,
    DocumentSymbol,
    Location,
    Range,
    SymbolInformation,
    TypeHierarchyItem,
    WorkspaceEdit,
} from 'vscode-languageserver';
import { formatText } from '../../src/syntax/index.ts';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "parts/plant.iacs"
system Site
zone Dmz { kind dmz asset Mirror : historian }
conduit Link between Plant and Dmz {
  via Fw
  asset Fw : firewall
  flow Plant.Cell1.Plc1 -> Dmz.Mirror : opc-ua
  flow Plc1 -> Mirror : https
}
countermeasure Accounts "Named accounts" {
  meets SR 1.1
  evidence "docs/named accounts.md", "docs/gone.md"
}
threat Stop { from Dmz against Plant.Cell1 mitigated by Accounts }
view Cell { include Plant.Cell1 }
//- parts/plant.iacs
zone Plant {
  kind control
  zone Cell1 {
    asset Plc1 : big-plc
    asset Hmi1 : hmi
    flow Hmi1 -> Plc1 : s7comm
    applies Accounts
  }
}
type big-plc : plc
//- docs/named accounts.md
How accounts are named.
`;

describe('Navigation', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open('main.iacs');
        await editor.open('parts/plant.iacs');
    });
    afterEach(() => editor.stop());

    /** `name: line` for each place. */
    function written(places: readonly Location[]): string[] {
        return places.map(({ uri, range }) => {
            const name = decodeURIComponent(uri.slice(editor.folder.length));
            return (
                `${name}: ${editor.textOf(name).split('\n')[range.start.line]!.trim()} ` +
                `@${editor.written(range, name)}`
            );
        });
    }

    const definition = async (needle: string, name = 'main.iacs'): Promise<Location[]> =>
        editor.at('textDocument/definition', needle, name);

    it('goes from every part of a qualified name to what it names', async () => {
        assert.deepEqual(written(await definition('flow Pl<|>ant.Cell1')), ['parts/plant.iacs: zone Plant { @Plant']);
        assert.deepEqual(written(await definition('Plant.Ce<|>ll1.Plc1')), ['parts/plant.iacs: zone Cell1 { @Cell1']);
        assert.deepEqual(written(await definition('Plant.Cell1.Plc<|>1')), [
            'parts/plant.iacs: asset Plc1 : big-plc @Plc1',
        ]);
        assert.deepEqual(written(await definition('flow Plc<|>1 ->')), [
            'parts/plant.iacs: asset Plc1 : big-plc @Plc1',
        ]);
        assert.deepEqual(written(await definition(': big<|>-plc', 'parts/plant.iacs')), [
            'parts/plant.iacs: type big-plc : plc @big-plc',
        ]);
        assert.deepEqual(written(await definition('mitigated by Acc<|>ounts')), [
            'main.iacs: countermeasure Accounts "Named accounts" { @Accounts',
        ]);
    });

    it('goes from an import to the file, and into the built-in library', async () => {
        assert.deepEqual(
            (await definition('import "parts<|>')).map(({ uri }) => uri),
            [editor.uri('parts/plant.iacs')],
        );
        const [protocol] = await definition(': opc<|>-ua');
        assert.equal(protocol!.uri, 'iacs-library:/protocols.iacs');
        const text = await editor.request<string>('iacs/libraryText', { uri: protocol!.uri });
        assert.match(text.split('\n')[protocol!.range.start.line]!, /^protocol opc-ua /);
        const [type] = await definition('type big-plc : pl<|>c', 'parts/plant.iacs');
        assert.match(
            (await editor.request<string>('iacs/libraryText', { uri: type!.uri })).split('\n')[type!.range.start.line]!,
            /^type plc /,
        );
    });

    it('works inside the library as well: its own names, and who uses them', async () => {
        const text = await editor.request<string>('iacs/libraryText', { uri: 'iacs-library:/types.iacs' });
        const line = text.split('\n').findIndex(each => each.startsWith('type plc '));
        const at = { textDocument: { uri: 'iacs-library:/types.iacs' }, position: { line, character: 6 } };
        const places = await editor.request<Location[]>('textDocument/references', {
            ...at,
            context: { includeDeclaration: false },
        });
        assert.deepEqual(written(places.filter(({ uri }) => uri.startsWith('file:'))), [
            'parts/plant.iacs: type big-plc : plc @plc',
        ]);
        assert.ok((await editor.request<unknown[]>('textDocument/documentSymbol', at)).length > 20);
    });

    it('finds every mention, and marks those of the file', async () => {
        const references = async (needle: string, name: string, includeDeclaration: boolean): Promise<string[]> =>
            written(
                await editor.at<Location[]>('textDocument/references', needle, name, {
                    context: { includeDeclaration },
                }),
            );
        assert.deepEqual(await references('zone Ce<|>ll1', 'parts/plant.iacs', false), [
            'main.iacs: flow Plant.Cell1.Plc1 -> Dmz.Mirror : opc-ua @Cell1',
            'main.iacs: threat Stop { from Dmz against Plant.Cell1 mitigated by Accounts } @Cell1',
            'main.iacs: view Cell { include Plant.Cell1 } @Cell1',
        ]);
        assert.deepEqual(await references('Plant.Cell1.Plc<|>1', 'main.iacs', true), [
            'parts/plant.iacs: asset Plc1 : big-plc @Plc1',
            'main.iacs: flow Plant.Cell1.Plc1 -> Dmz.Mirror : opc-ua @Plc1',
            'main.iacs: flow Plc1 -> Mirror : https @Plc1',
            'parts/plant.iacs: flow Hmi1 -> Plc1 : s7comm @Plc1',
        ]);
        const marks = await editor.at<DocumentHighlight[]>('textDocument/documentHighlight', 'zone D<|>mz');
        assert.deepEqual(
            marks.map(({ range }) => range.start.line),
            [2, 3, 6, 13],
        );
    });

    it('renames each part of a qualified name in all files, with the versions of the buffers', async () => {
        const rename = async (needle: string, newName: string): Promise<Record<string, string>> => {
            const edit = await editor.at<WorkspaceEdit>('textDocument/rename', needle, 'main.iacs', { newName });
            assert.ok(edit.documentChanges && edit.documentChanges.length > 0);
            for (const change of edit.documentChanges)
                assert.equal('textDocument' in change && change.textDocument.version, 1);
            return editor.after(edit);
        };
        const part = await rename('Plant.Cell1.Plc<|>1', 'Filler');
        assert.match(
            part['main.iacs']!,
            /flow Plant\.Cell1\.Filler -> Dmz\.Mirror : opc-ua\n {2}flow Filler -> Mirror/,
        );
        assert.match(part['parts/plant.iacs']!, /asset Filler : big-plc[\s\S]*flow Hmi1 -> Filler : s7comm/);
        const zone = await rename('Plant.Ce<|>ll1.Plc1', 'Bay-2');
        assert.match(
            zone['main.iacs']!,
            /flow Plant\.Bay-2\.Plc1[\s\S]*against Plant\.Bay-2 [\s\S]*include Plant\.Bay-2/,
        );
        const outer = await rename('between Pl<|>ant', 'Works');
        assert.match(outer['main.iacs']!, /between Works and Dmz[\s\S]*flow Works\.Cell1\.Plc1/);
        assert.match(outer['parts/plant.iacs']!, /^zone Works \{/);
        const measure = await rename('countermeasure Acc<|>ounts', 'LogOn');
        assert.match(measure['main.iacs']!, /mitigated by LogOn/);
        assert.match(measure['parts/plant.iacs']!, /applies LogOn/);
    });

    it('leaves files formatted that were, so that saving them adds nothing to what is undone', async () => {
        const flow = 'flow Plant.Plc1 -> Dmz.Mirror : opc-ua "What the historian of the site is shown"';
        const wide = await Editor.start(`//- main.iacs
import "parts.iacs"
system Site

zone Dmz {
  asset Mirror : historian
}
${flow} { port tcp 4840, 4841 owner "OT desk" }
//- parts.iacs
zone Plant {
  asset Plc1 : plc
}
flow Plant.Plc1 -> Dmz.Mirror : https { owner "OT" }
`);
        for (const name of ['main.iacs', 'parts.iacs']) await wide.open(name);
        const edit = await wide.at<WorkspaceEdit>('textDocument/rename', 'Pl<|>c1', 'main.iacs', { newName: 'Filler' });
        const after = wide.after(edit);
        await wide.stop();
        assert.deepEqual(Object.keys(after).sort(), ['main.iacs', 'parts.iacs']);
        assert.match(after['main.iacs']!, /site is shown" \{\n {2}port tcp 4840, 4841\n {2}owner "OT desk"\n\}\n$/);
        for (const text of Object.values(after)) assert.equal(formatText(text), text);
    });

    it('says which name is renamed, and refuses what cannot be', async () => {
        assert.deepEqual(await editor.at('textDocument/prepareRename', 'Plant.Ce<|>ll1.Plc1'), {
            range: editor.range('Cell1'),
            placeholder: 'Cell1',
        });
        assert.equal(await editor.at('textDocument/prepareRename', 'kind d<|>mz'), null);
        const refused = async (method: string, needle: string, newName?: string): Promise<string> => {
            try {
                await editor.at(method, needle, 'main.iacs', { newName });
                return 'done';
            } catch (error) {
                return (error as Error).message;
            }
        };
        assert.match(await refused('textDocument/prepareRename', ': opc<|>-ua'), /^opc-ua is built in/);
        assert.match(await refused('textDocument/rename', ': opc<|>-ua', 'ua'), /^opc-ua is built in/);
        assert.match(await refused('textDocument/rename', 'zone D<|>mz', 'Plant'), /^Plant exists already/);
        assert.match(await refused('textDocument/rename', 'zone D<|>mz', 'a b'), /is not a name/);
        assert.match(await refused('textDocument/rename', 'zone D<|>mz', 'Dmz-'), /is not a name/);
        assert.match(await refused('textDocument/rename', 'zone D<|>mz', ''), /is not a name/);
    });

    it('takes a name in either form of its accents', async () => {
        const edit = await editor.at<WorkspaceEdit>('textDocument/rename', 'zone D<|>mz', 'main.iacs', {
            newName: 'U\u0308bergang',
        });
        assert.match(
            editor.after(edit)['main.iacs']!,
            /^zone \u00dcbergang \{[^]*and \u00dcbergang \{[^]*from \u00dcbergang /m,
        );
        await editor.type('zone Dmz {', 'zone \u00dcbergang { }\nzone Dmz {');
        await assert.rejects(
            editor.at('textDocument/rename', 'zone D<|>mz', 'main.iacs', { newName: 'U\u0308bergang' }),
            /\u00dcbergang exists already/,
        );
    });

    it('refuses a name under which a mention elsewhere would mean something else', async () => {
        // In the conduit both zones are in scope: a second Plc1 there would make the short name mean two assets.
        await assert.rejects(
            editor.at('textDocument/rename', 'asset Mir<|>ror', 'main.iacs', { newName: 'Plc1' }),
            /flow Plc1 -> Mirror|main\.iacs/,
        );
    });

    it('answers who opens sessions to an asset, and what it reaches', async () => {
        const [item] = await editor.at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', 'Plant.Cell1.Plc<|>1');
        assert.equal(item!.detail, 'Plant.Cell1.Plc1');
        const incoming = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
        assert.deepEqual(
            incoming.map(({ from, fromRanges }) => [from.detail, fromRanges.length]),
            [['Plant.Cell1.Hmi1', 1]],
        );
        const outgoing = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
        assert.deepEqual(
            outgoing.map(({ to }) => to.detail),
            ['Dmz.Mirror'],
        );
    });

    it('answers which zones open sessions to a zone, and between which a conduit leads', async () => {
        const calls = async (needle: string, direction: 'incoming' | 'outgoing'): Promise<readonly string[]> => {
            const [item] = await editor.at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', needle);
            const found = await editor.request<(CallHierarchyIncomingCall & CallHierarchyOutgoingCall)[]>(
                `callHierarchy/${direction}Calls`,
                { item },
            );
            return found.map(({ from, to, fromRanges }) => `${(from ?? to).detail} ${fromRanges.length}`);
        };
        assert.deepEqual(await calls('zone D<|>mz', 'incoming'), ['Plant.Cell1 0'], 'written in another file');
        assert.deepEqual(await calls('zone D<|>mz', 'outgoing'), []);
        assert.deepEqual(await calls('between Pla<|>nt', 'outgoing'), ['Dmz 0']);
        assert.deepEqual(await calls('conduit Li<|>nk', 'incoming'), ['Plant.Cell1 0']);
        assert.deepEqual(await calls('conduit Li<|>nk', 'outgoing'), ['Dmz 2']);
    });

    it('answers of the model in which it was asked, where two share the file of an asset', async () => {
        const twice = await Editor.start(`//- first.iacs
import "shared.iacs"
system First
zone A { asset Hmi1 : hmi }
flow A.Hmi1 -> Cell.Plc1 : https
//- second.iacs
import "shared.iacs"
system Second
zone B { asset Hmi2 : hmi }
flow B.Hmi2 -> Cell.Plc1 : https
//- shared.iacs
zone Cell { asset Plc1 : plc }
`);
        const asked: Record<string, readonly string[]> = {};
        for (const name of ['first.iacs', 'second.iacs']) {
            await twice.open(name);
            const [item] = await twice.at<CallHierarchyItem[]>(
                'textDocument/prepareCallHierarchy',
                'Cell.Plc<|>1',
                name,
            );
            const calls = await twice.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
            asked[name] = calls.map(({ from }) => from.detail!);
        }
        await twice.stop();
        assert.deepEqual(asked, { 'first.iacs': ['A.Hmi1'], 'second.iacs': ['B.Hmi2'] });
    });

    it('finds every statement on a requirement, by its number and with its FR', async () => {
        await editor.open(
            'main.iacs',
            plant
                .split('//-')[1]!
                .replace(' main.iacs\n', '')
                .replace('meets SR 1.1', 'meets SR 1.1, FR 1 SL 2')
                .replace('kind dmz', 'kind dmz\n  misses SR 1.1 because "x"\n '),
        );
        const places = await editor.at<Location[]>('textDocument/references', 'misses SR 1<|>.1', 'main.iacs', {
            context: { includeDeclaration: true },
        });
        assert.deepEqual(written(places), [
            'main.iacs: meets SR 1.1, FR 1 SL 2 @SR 1.1',
            'main.iacs: meets SR 1.1, FR 1 SL 2 @FR 1 SL 2',
            'main.iacs: misses SR 1.1 because "x" @SR 1.1',
        ]);
    });

    it('shows what a type rests on, and what rests on it', async () => {
        const [item] = await editor.at<TypeHierarchyItem[]>(
            'textDocument/prepareTypeHierarchy',
            'asset Plc<|>1',
            'parts/plant.iacs',
        );
        assert.equal(item!.name, 'big-plc');
        const [plc] = await editor.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item });
        assert.equal(plc!.name, 'plc');
        const below = await editor.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: plc });
        assert.ok(below.some(({ name }) => name === 'big-plc'));
    });

    it('finds what is declared anywhere in the workspace, and nothing of the library', async () => {
        const find = async (query: string): Promise<string[]> =>
            (await editor.request<SymbolInformation[]>('workspace/symbol', { query })).map(({ name, containerName }) =>
                containerName ? `${containerName} ${name}` : name,
            );
        assert.deepEqual(await find('plc'), ['Plant.Cell1 Plc1', 'big-plc']);
        assert.deepEqual(await find('ACCOUNTS'), ['Accounts']);
        assert.deepEqual(await find('opc-ua'), []);
        // An editor that filters by the name once more finds the title in it.
        assert.deepEqual(await find('named acc'), ['Accounts "Named accounts"']);
    });

    it('shows an element as the same kind of symbol in the outline, in a search and in a hierarchy', async () => {
        const flat = (list: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
            list.flatMap(each => [each, ...flat(each.children ?? [])]);
        const found = new Map(
            (await editor.request<SymbolInformation[]>('workspace/symbol', { query: '' })).map(({ location, kind }) => [
                `${location.uri} ${JSON.stringify(location.range)}`,
                kind,
            ]),
        );
        let seen = 0;
        for (const name of ['main.iacs', 'parts/plant.iacs']) {
            const textDocument = { uri: editor.uri(name) };
            for (const { kind, selectionRange, name: shown } of flat(
                await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument }),
            )) {
                const searched = found.get(`${textDocument.uri} ${JSON.stringify(selectionRange)}`);
                if (searched !== undefined) assert.equal(searched, kind, shown);
                const [item] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
                    textDocument,
                    position: selectionRange.start,
                });
                if (item && searched !== undefined) assert.equal(item.kind, kind, shown);
                seen += searched === undefined ? 0 : 1;
            }
        }
        assert.equal(seen, found.size);
    });

    it('takes imports along when a file or a folder is renamed', async () => {
        const moved = async (before: string, after: string): Promise<Record<string, string>> => {
            const edit = await editor.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
                files: [{ oldUri: editor.uri(before), newUri: editor.uri(after) }],
            });
            return edit ? editor.after(edit) : {};
        };
        assert.match(
            (await moved('parts/plant.iacs', 'parts/the%20plant.iacs'))['main.iacs']!,
            /^import "parts\/the plant\.iacs"\n/,
        );
        assert.match((await moved('parts', 'zones'))['main.iacs']!, /^import "zones\/plant\.iacs"\n/);
        assert.match(
            (await moved('main.iacs', 'models/main.iacs'))['main.iacs']!,
            /^import "\.\.\/parts\/plant\.iacs"\n/,
        );
        assert.deepEqual(await moved('main.iacs', 'site.iacs'), {});
        assert.deepEqual(await moved('docs', 'papers'), {});
    });

    it('links imports and the evidence that exists', async () => {
        const links = await editor.request<DocumentLink[]>('textDocument/documentLink', {
            textDocument: { uri: editor.uri() },
        });
        assert.deepEqual(
            links.map(({ range, target }) => [editor.written(range as Range), target]),
            [
                ['parts/plant.iacs', editor.uri('parts/plant.iacs')],
                ['docs/named accounts.md', editor.uri('docs/named%20accounts.md')],
            ],
        );
    });
});
