import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const folder = fileURLToPath(new URL('../', import.meta.url));
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

interface Setting {
    readonly type: string;
    readonly description?: string;
    readonly markdownDescription?: string;
    readonly enum?: readonly string[];
    readonly enumDescriptions?: readonly string[];
}

interface Manifest {
    readonly capabilities: {
        readonly untrustedWorkspaces: { readonly supported: unknown; readonly description: string };
    };
    readonly contributes: {
        readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
        readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
        readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac: string }[];
        readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
        readonly walkthroughs: readonly {
            readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[];
        }[];
    };
}

describe('The manifest of the extension', () => {
    const english = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
    const german = JSON.parse(read('package.nls.de.json')) as Readonly<Record<string, string>>;
    /** What people see: the texts of the manifest in English. */
    const manifest = JSON.parse(read('package.json'), (_key, value: unknown) => {
        const [, name] = typeof value === 'string' ? (/^%(.+)%$/.exec(value) ?? []) : [];
        return name === undefined ? value : english[name];
    }) as Manifest;
    const { commands, configuration, keybindings, menus, walkthroughs } = manifest.contributes;
    const offered = new Set(commands.map(({ command }) => command));

    it('says everything in German too, with the same commands and settings in it', () => {
        assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
        const marks = (text: string): readonly string[] => (text.match(/command:[\w.]+|#[\w.]+#/g) ?? []).sort();
        for (const [name, text] of Object.entries(english)) {
            assert.ok(german[name], name);
            assert.deepEqual(marks(german[name]), marks(text), name);
        }
        const used = [...read('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, name]) => name!);
        assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
        assert.doesNotMatch(read('package.json'), /"(?:title|description|markdownDescription)": "(?!%|IACS")/);
    });

    it('has icons of files that are seen: those of dark themes on white too, where high-contrast light takes them', () => {
        const luminance = (hex: string): number =>
            [1, 3, 5].reduce((sum, from, at) => {
                const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
                const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
                return sum + linear * [0.2126, 0.7152, 0.0722][at]!;
            }, 0.05);
        for (const [theme, grounds] of Object.entries({ light: ['#ffffff'], dark: ['#1f1f1f', '#000000', '#ffffff'] }))
            for (const [colour] of read(`media/file-${theme}.svg`).matchAll(/#[0-9a-f]{6}/gu))
                for (const ground of grounds) {
                    const [less, more] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
                    assert.ok(more! / less! >= 3, `${theme}: ${colour} on ${ground}`);
                }
    });

    it('describes every setting, and every choice of it', () => {
        const settings = Object.entries(configuration.flatMap(({ properties }) => Object.entries(properties))).map(
            ([, each]) => each,
        );
        assert.ok(settings.length >= 6);
        for (const [name, setting] of settings) {
            assert.match(name, /^iacs\./);
            assert.ok((setting.description ?? setting.markdownDescription ?? '').length > 20, name);
            if (setting.enumDescriptions) assert.equal(setting.enumDescriptions.length, setting.enum?.length, name);
        }
    });

    it('registers every command that it offers, and offers every one that a menu, a key or the walkthrough calls', () => {
        const source = read('src/start.ts');
        for (const { command, title, category } of commands) {
            assert.ok(source.includes(`'${command}'`), command);
            assert.ok(title !== '' && category === 'IACS', command);
        }
        for (const { command } of [...keybindings, ...Object.values(menus).flat()])
            assert.ok(offered.has(command), command);
        for (const { description } of walkthroughs.flatMap(({ steps }) => steps)) {
            for (const [, command] of description.matchAll(/\(command:(iacs\.[^)]+)\)/g))
                assert.ok(offered.has(command!), command);
        }
    });

    it('starts for models, commands and views, and looks at no folder for them', () => {
        const { activationEvents } = JSON.parse(read('package.json')) as { activationEvents: readonly string[] };
        for (const event of activationEvents) assert.match(event, /^(onLanguage:iacs|onWebviewPanel:iacs\.\w+)$/);
    });

    it('can be used by keyboard: the diagram has a key on every system, and all else stands in the palette', () => {
        assert.ok(
            keybindings.some(({ command, key, mac }) => command === 'iacs.openDiagram' && key !== '' && mac !== ''),
        );
        const hidden = (menus['commandPalette'] ?? [])
            .filter(({ when }) => when === 'false')
            .map(({ command }) => command);
        // These act on what is under the mouse; the page has a key for each of them.
        assert.deepEqual(hidden, [
            'iacs.diagram.goToText',
            'iacs.diagram.reach',
            'iacs.diagram.fold',
            'iacs.diagram.unfold',
            'iacs.showRow',
            'iacs.diagram.drawFlow',
            'iacs.diagram.addAsset',
            'iacs.diagram.addZone',
            'iacs.diagram.addConduit',
            'iacs.diagram.cut',
            'iacs.diagram.assume',
            'iacs.diagram.path',
            'iacs.diagram.inside',
        ]);
        // What is added to the picture can be added from the palette too, and a row shown from its text.
        for (const command of [
            'iacs.drawFlow',
            'iacs.addAsset',
            'iacs.addZone',
            'iacs.addConduit',
            'iacs.showInDiagram',
        ])
            assert.ok(offered.has(command) && !hidden.includes(command), command);
        const keys = read('src/webview/keys.ts');
        for (const key of ['Enter', 'f', 'r', 'x', 'a', 'p', 'd']) assert.ok(keys.includes(`'${key}'`), key);
    });

    it('works in a restricted workspace: the comparison asks git only where it is trusted, and offers folders', () => {
        assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
        assert.doesNotMatch(read('package.json'), /isWorkspaceTrusted/);
        assert.match(read('src/compare/sides.ts'), /if \(!workspace\.isTrusted\) return/);
    });

    it('has a walkthrough whose pages exist', () => {
        const steps = walkthroughs.flatMap(each => each.steps);
        assert.ok(steps.length >= 4);
        for (const { media } of steps) {
            const page = read(media.markdown);
            for (const [, picture = ''] of page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g))
                assert.ok(existsSync(path.join(folder, path.dirname(media.markdown), picture)), picture);
        }
    });
});

describe('The code in the VSIX', () => {
    const files = Object.entries(unzipSync(readFileSync(path.join(folder, 'iacs-vscode.vsix')))).filter(([name]) =>
        /\.c?js$/.test(name),
    );

    it('has no way into a network, and no telemetry', () => {
        assert.ok(files.length >= 4);
        for (const [name, bytes] of files) {
            const code = Buffer.from(bytes).toString('utf8');
            for (const way of [
                /require\("(?:node:)?(?:https?|http2|tls|dgram|dns)"\)/,
                /\bfetch\(/,
                /XMLHttpRequest/,
                /\bWebSocket\b/,
                /sendBeacon/,
                /EventSource/,
                /createTelemetryLogger/,
            ]) {
                assert.doesNotMatch(code, way, `${name} ${way}`);
            }
        }
    });

    it('holds the templates that "New model" offers', () => {
        const names = Object.keys(unzipSync(readFileSync(path.join(folder, 'iacs-vscode.vsix'))));
        for (const [, template] of read('src/new-model.ts').matchAll(/name: '([a-z-]+)'/g))
            assert.ok(names.includes(`extension/templates/${template}/main.iacs`), template);
    });
});
