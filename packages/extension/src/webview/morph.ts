const keyOf = (node: Node): string | null => (node instanceof Element ? node.getAttribute('data-key') : null);

function sameKind(before: Node, after: Node): boolean {
    return before.nodeType === after.nodeType && before.nodeName === after.nodeName && keyOf(before) === keyOf(after);
}

function takeAttributes(from: Element, to: Element): void {
    for (const name of to.getAttributeNames())
        if (name !== 'style' && !from.hasAttribute(name)) to.removeAttribute(name);
    for (const name of from.getAttributeNames()) {
        const value = from.getAttribute(name) ?? '';
        if (to.getAttribute(name) !== value) to.setAttribute(name, value);
    }
}

/**
 * Makes one tree like another and touches only what differs. Elements with a `data-key` keep their identity wherever
 * they move among their siblings, so that focus and animations survive.
 * @param shown the tree in the page
 * @param wanted the new tree; its parts are moved into the page
 */
export function morph(shown: Element, wanted: Element): void {
    if (shown.isEqualNode(wanted)) return;
    takeAttributes(wanted, shown);
    const keyed = new Map<string, Element>();
    for (const child of shown.children) {
        const key = keyOf(child);
        if (key !== null) keyed.set(key, child);
    }
    let place: ChildNode | null = shown.firstChild;
    for (const next of [...wanted.childNodes]) {
        const key = keyOf(next);
        const known = key === null ? null : (keyed.get(key) ?? null);
        if (known && next instanceof Element && sameKind(known, next)) {
            if (known === place) place = place.nextSibling;
            else shown.insertBefore(known, place);
            morph(known, next);
        } else if (key === null && place && sameKind(place, next)) {
            const current: ChildNode = place;
            place = place.nextSibling;
            if (current instanceof Element && next instanceof Element) morph(current, next);
            else if (current.nodeValue !== next.nodeValue) current.nodeValue = next.nodeValue;
        } else {
            shown.insertBefore(next, place);
        }
    }
    while (place) {
        const spare: ChildNode = place;
        place = place.nextSibling;
        spare.remove();
    }
}
