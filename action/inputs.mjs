/** Reads the inputs of the action, as the runner gives them: `fail-on` is INPUT_FAIL-ON. */
export function readInputs(env) {
    const given = name => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
    const oneOf = (name, words) => {
        const value = given(name) || words[0];
        if (!words.includes(value)) throw new Error(`The input ${name} is one of ${words.join(', ')}, not "${value}".`);
        return value;
    };
    const id = readId(given('id'), 'The input id');
    return {
        path: given('path') || '.',
        base: given('base'),
        id,
        category: given('category') || (id === 'iacs' ? 'iacs' : `iacs/${id}`),
        findings: oneOf('findings', ['auto', 'new', 'all']),
        failOn: oneOf('fail-on', ['error', 'warning', 'info', 'never']),
        diffFailOn: oneOf('diff-fail-on', ['never', 'policy', 'worse', 'path', 'finding', 'change']),
        comment: oneOf('comment', ['changed', 'always', 'never', 'true', 'false'])
            .replace('true', 'changed')
            .replace('false', 'never'),
        sarif: oneOf('sarif', ['true', 'false']) === 'true',
        reviewers: readReviewers(given('reviewers')),
        agreements: given('agreements'),
        token: given('token'),
    };
}

/**
 * What tells several uses apart. It is in the mark of a comment, by which the next run finds it again.
 * @param name what a message calls it
 */
export function readId(given, name) {
    const id = given || 'iacs';
    if (!/^[\w.-]{1,60}$/.test(id)) throw new Error(`${name} has letters, digits, points and dashes only.`);
    return id;
}

/** One owner a line: `OT security lead = @org/ot-security, @alice`. */
export function readReviewers(text) {
    const found = new Map();
    for (const line of text.split(/\r?\n/)) {
        if (line.trim() === '') continue;
        const at = line.lastIndexOf('=');
        const names = line
            .slice(at + 1)
            .split(',')
            .map(name => name.trim().replace(/^@/, ''))
            .filter(name => name !== '');
        if (at <= 0 || names.length === 0 || !names.every(name => /^[\w-]+(\/[\w.-]+)?$/.test(name))) {
            throw new Error(
                `The input reviewers has one owner a line, OWNER = @org/team, @person; not: ${line.trim()}`,
            );
        }
        found.set(line.slice(0, at).trim(), names);
    }
    return found;
}
