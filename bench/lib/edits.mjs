/**
 * Twenty edits of a model, each a text made of the text before: what people do to a plant that has a drawing already.
 * @param {string} text the root file
 * @param {readonly { id: string }[]} zones of its diagram, outermost first, in the order of the text
 * @returns {[string, string][]} what is done, and the text after it
 */
export function editsOf(text, zones) {
    const openings = [...text.matchAll(/^ *zone [^{\n]*\{ *$/gmu)];
    const leaf = number => zones[number % zones.length].id;
    const inside = (number, lines) => {
        const opening = openings[number % openings.length];
        const at = opening.index + opening[0].length;
        return text.slice(0, at) + lines.map(line => `\n  ${line}`).join('') + text.slice(at);
    };
    const titles = [...text.matchAll(/^ *zone \w+ "[^"\n]*(?=")/gmu)];
    const longer = number => {
        const title = titles[number % titles.length];
        const at = title.index + title[0].length;
        return `${text.slice(0, at)} and its auxiliary systems${text.slice(at)}`;
    };
    const assets = ['asset OneMore : plc', 'asset TwoMore : hmi', 'asset ThreeMore : server'];
    const zone = level => `zone Added "Added zone" {\n  purdue ${level}\n  asset A : plc\n  asset B : hmi\n}\n`;
    const conduit = (a, b, name = 'AddedLine') =>
        `conduit ${name} "Added conduit" between ${a} and ${b} {\n  via Fw\n  asset Fw : firewall\n}\n`;
    const lines = [...text.matchAll(/^ *flow [^\n]*$/gmu)];
    const protocol = () => {
        const [flow] = lines;
        if (!flow) return text;
        return (
            text.slice(0, flow.index) + flow[0].replace(/ : /u, ' : ntp, ') + text.slice(flow.index + flow[0].length)
        );
    };
    const last = zones.length - 1;
    const third = Math.floor(zones.length / 3);
    return [
        ['+ asset in the first zone', inside(0, assets.slice(0, 1))],
        ['+ asset in a middle zone', inside(third, assets.slice(0, 1))],
        ['+ 2 assets', inside(third + 1, assets.slice(0, 2))],
        ['+ 3 assets', inside(2, assets)],
        ['a longer title above', longer(0)],
        ['a longer title in the middle', longer(Math.floor(titles.length / 2))],
        ['a longer title below', longer(titles.length - 1)],
        ['+ zone on level 1', text + zone(1)],
        ['+ zone on level 2', text + zone(2)],
        ['+ zone on level 3', text + zone(3)],
        ['+ zone with a conduit', text + zone(2) + conduit('Added', leaf(2))],
        ['+ conduit to the last zone', text + conduit(leaf(1), leaf(last))],
        ['+ conduit across', text + conduit(leaf(third), leaf(2 * third + 1))],
        ['+ conduit to a neighbour', text + conduit(leaf(4), leaf(5))],
        ['+ 2 conduits', text + conduit(leaf(0), leaf(third)) + conduit(leaf(2), leaf(last - 1), 'AddedOther')],
        ['+ protocol', protocol()],
        ['- zone', `${text}\nview Without { hide ${leaf(8)} }\n`],
        ['- zone that many are joined to', `${text}\nview Without { hide ${leaf(2)} }\n`],
        ['- conduit', withoutConduit(text)],
        ['nothing', text],
    ];
}

/** The text without its first conduit that has a block and that nothing else names. */
function withoutConduit(text) {
    const uses = name => [...text.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))].length;
    const start = [...text.matchAll(/^conduit (\w+) [^{\n]*\{$/gmu)].find(([, name]) => uses(name) === 1);
    if (!start) return text;
    const end = text.indexOf('\n}\n', start.index);
    return text.slice(0, start.index) + text.slice(end + 3);
}

/** The edits that leave a view of the model to draw. */
export const viewOf = text => (/^view Without /mu.test(text) ? ['--view', 'Without'] : []);
