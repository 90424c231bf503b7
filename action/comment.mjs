const pages = 50;
const grave = ['none', 'better', 'incomplete', 'mixed', 'worse'];

/** The first line of a comment: which use of the action wrote it, its verdict then, and that the policy failed. */
const markOf = (id, verdict, fails) => `<!-- iacs-diff ${id} ${verdict}${fails ? ' fails' : ''} -->`;
const mark = /^<!-- iacs-diff ([\w.-]+) (\w+)( fails)? -->/;

/** The comments of this use that this token wrote, the oldest first; anybody who may comment can write the mark. */
async function own(comments, id) {
    const isOwn = await comments.isOwn();
    const found = [];
    for (let page = 1; page <= pages; page++) {
        const list = await comments.list(page);
        for (const comment of list) {
            const [, of, verdict, failed] = mark.exec(comment.body ?? '') ?? [];
            if (of === id && isOwn(comment)) found.push({ id: comment.id, verdict, failed: failed !== undefined });
        }
        if (list.length < 100) break;
    }
    return found.sort((a, b) => a.id - b.id);
}

/**
 * Keeps one comment for a use of the action. It is written where a model is touched, and renewed in its place; where
 * the verdict has become worse since, or the policy has begun to fail, it is written anew, because an edit
 * sends no notification. A second one, which two runs at once may have written, is taken away.
 * @param comments see forge.mjs
 * @param compared `body` in Markdown, `verdict`, `policy`, `touched`: whether anything changed; `always`: also where
 * nothing did
 * @returns what was done
 */
export async function keepComment(comments, { id, body, verdict, policy, touched, always }) {
    const fails = policy === 'fails';
    const text = `${markOf(id, verdict, fails)}\n${body}`;
    const [first, ...others] = await own(comments, id);
    for (const each of others) await comments.remove(each.id);
    if (!first) {
        if (!touched && !always) return 'no model is touched, so there is none';
        await comments.create(text);
        const [, ...twice] = await own(comments, id);
        for (const each of twice) await comments.remove(each.id);
        return 'written';
    }
    const isWorse = grave.indexOf(verdict) > grave.indexOf(first.verdict);
    if (!isWorse && (first.failed || !fails)) {
        await comments.update(first.id, text);
        return 'renewed';
    }
    await comments.create(text);
    await comments.remove(first.id);
    return `written anew, because ${isWorse ? `it is ${verdict}` : 'the policy fails'} now`;
}
