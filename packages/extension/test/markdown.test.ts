import assert from 'node:assert/strict';
import { Pictures, viewOrNone } from '../src/markdown-pictures.ts';

describe('Pictures in the Markdown preview', () => {
    let written: number;
    let theme: string;
    const pictures = (): Pictures => new Pictures({ theme: () => theme, refresh: () => written++ });
    const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
    const waiting = '<p><em>The diagram is being drawn …</em></p>';
    beforeEach(() => {
        written = 0;
        theme = 'light';
    });

    it('waits for a picture, and shows it', async () => {
        const all = pictures();
        const shown = (): string => all.shown('a', () => Promise.resolve('<svg/>'));
        assert.equal(shown(), waiting);
        await settled();
        assert.equal(written, 1);
        assert.match(shown(), /<img [^>]*src="data:image\/svg\+xml;base64,PHN2Zy8\+"/);
        theme = 'dark';
        assert.equal(shown(), waiting, 'the other colours are another picture');
    });

    it('says no longer that it draws where there is nothing to draw', async () => {
        const all = pictures();
        const shown = (nothing?: string): string => all.shown('a', () => Promise.resolve(null), nothing);
        shown();
        await settled();
        assert.equal(written, 1);
        assert.equal(shown(), '');
        assert.equal(shown('There is none.'), '<p><em>There is none.</em></p>');
    });

    it('says that a view is missing, and does not draw the whole model for it', async () => {
        const escape = (text: string): string => text.replaceAll('<', '&lt;');
        const views = [{ id: 'Flows' }, { id: 'Safety' }];
        const drawn = (name: string | null, known = views) =>
            viewOrNone(name, 'main.iacs', { svg: '<svg/>', views: known }, escape);
        assert.equal(drawn(null), '<svg/>');
        assert.equal(drawn('Flows'), '<svg/>');
        assert.equal(viewOrNone('Flows', 'main.iacs', { svg: null, views: [] }, escape), null);
        const all = pictures();
        let name = 'Nope<';
        const shown = (known = views): string => all.shown('a', () => Promise.resolve(drawn(name, known)));
        shown();
        await settled();
        assert.equal(shown(), '<p><em>There is no view Nope&lt; in main.iacs. There are Flows, Safety.</em></p>');
        all.changed();
        shown([]);
        await settled();
        assert.equal(shown(), '<p><em>There is no view Nope&lt; in main.iacs. It has no views.</em></p>');
        name = 'Flows';
        all.changed();
        shown();
        await settled();
        assert.match(shown(), /<img /);
        assert.equal(written, 5);
    });

    it('says that the server is not there, and asks again once it is, and not before', async () => {
        const all = pictures();
        let count = 0;
        let draw = (): Promise<string> => Promise.reject(new Error('gone'));
        const shown = (): string =>
            all.shown('a', () => {
                count++;
                return draw();
            });
        shown();
        await settled();
        assert.match(shown(), /could not be drawn/);
        await settled();
        assert.deepEqual([count, written], [1, 1]);
        draw = () => Promise.resolve('<svg/>');
        all.changed();
        shown();
        await settled();
        assert.match(shown(), /<img /);
        draw = () => Promise.reject(new Error('gone'));
        all.changed();
        shown();
        await settled();
        assert.match(shown(), /<img /, 'the last picture stays');
    });

    it('comes to rest on a page with many pictures', async () => {
        const all = pictures();
        let drawn = 0;
        const page = (): readonly string[] =>
            Array.from({ length: 120 }, (_, index) =>
                all.shown(`${index}`, () => {
                    drawn++;
                    return Promise.resolve('<svg/>');
                }),
            );
        page();
        await settled();
        assert.ok(page().every(each => each.includes('<img ')));
        assert.equal(drawn, 120);
    });
});
