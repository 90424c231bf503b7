import { escape, tag } from '../../text/xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.microsoft.com/office/visio/2012/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const visio = 'http://schemas.microsoft.com/visio/2010/relationships';

function related(...targets: readonly (readonly [type: string, target: string])[]): string {
    return (
        head +
        tag(
            'Relationships',
            { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
            ...targets.map(([Type, Target], index) => tag('Relationship', { Id: `rId${index + 1}`, Type, Target })),
        )
    );
}

const part = (PartName: string, kind: string): string =>
    tag('Override', { PartName, ContentType: `application/vnd.ms-visio.${kind}+xml` });

/** What every shape rests on. */
const base =
    '<StyleSheets><StyleSheet ID="0" NameU="No Style" Name="No Style"><Cell N="EnableLineProps" V="1"/>' +
    '<Cell N="EnableFillProps" V="1"/><Cell N="EnableTextProps" V="1"/><Cell N="LineWeight" V="0.01"/>' +
    '<Cell N="LineColor" V="#000000"/><Cell N="LinePattern" V="1"/><Cell N="FillForegnd" V="#ffffff"/>' +
    '<Cell N="FillPattern" V="1"/><Cell N="VerticalAlign" V="1"/></StyleSheet></StyleSheets>';

/**
 * The parts of a Visio package with one page, by their names.
 * @param width in inches, as is the height
 */
export function packageOf(
    title: string,
    width: string,
    height: string,
    shapes: readonly string[],
    connects: readonly string[],
): ReadonlyMap<string, string> {
    const names = { xmlns: main, 'xmlns:r': relations, 'xml:space': 'preserve' };
    return new Map([
        [
            '[Content_Types].xml',
            head +
                tag(
                    'Types',
                    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
                    tag('Default', {
                        Extension: 'rels',
                        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
                    }),
                    tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
                    part('/visio/document.xml', 'drawing.main'),
                    part('/visio/pages/pages.xml', 'pages'),
                    part('/visio/pages/page1.xml', 'page'),
                    tag('Override', {
                        PartName: '/docProps/core.xml',
                        ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
                    }),
                ),
        ],
        [
            '_rels/.rels',
            related(
                [`${visio}/document`, 'visio/document.xml'],
                [
                    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
                    'docProps/core.xml',
                ],
            ),
        ],
        [
            'docProps/core.xml',
            head +
                tag(
                    'cp:coreProperties',
                    {
                        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
                        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
                    },
                    tag('dc:title', {}, escape(title)),
                ),
        ],
        ['visio/document.xml', head + tag('VisioDocument', names, '<DocumentSettings/>', base)],
        ['visio/_rels/document.xml.rels', related([`${visio}/pages`, 'pages/pages.xml'])],
        [
            'visio/pages/pages.xml',
            head +
                tag(
                    'Pages',
                    names,
                    tag(
                        'Page',
                        { ID: 0, NameU: title.slice(0, 31), Name: title.slice(0, 31) },
                        tag(
                            'PageSheet',
                            { LineStyle: 0, FillStyle: 0, TextStyle: 0 },
                            tag('Cell', { N: 'PageWidth', V: width }),
                            tag('Cell', { N: 'PageHeight', V: height }),
                            tag('Cell', { N: 'PageScale', V: '1', U: 'IN' }),
                            tag('Cell', { N: 'DrawingScale', V: '1', U: 'IN' }),
                        ),
                        tag('Rel', { 'r:id': 'rId1' }),
                    ),
                ),
        ],
        ['visio/pages/_rels/pages.xml.rels', related([`${visio}/page`, 'page1.xml'])],
        [
            'visio/pages/page1.xml',
            head +
                tag(
                    'PageContents',
                    names,
                    tag('Shapes', {}, '\n', shapes.join('\n'), '\n'),
                    connects.length === 0 ? '' : tag('Connects', {}, '\n', connects.join('\n'), '\n'),
                ),
        ],
    ]);
}
