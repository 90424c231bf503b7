// Keeps one note on a merge request; see ci/gitlab/iacs.gitlab-ci.yml.
//
//   node gitlab.mjs DIFF.json DIFF.md
//
// CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID and GITLAB_TOKEN (scope api, role Reporter); IACS_ID where a
// pipeline uses it twice. Without a token, or with one that may not write, it says so and ends with 0: the note is a
// service, not a gate.
import { readComparison } from './command.mjs';
import { keepComment } from './comment.mjs';
import { gitlabNotes } from './forge.mjs';
import { readId } from './inputs.mjs';

const [json, markdown] = process.argv.slice(2);
const notes = gitlabNotes(process.env);
if (!json || !markdown) {
    console.error('gitlab.mjs needs the comparison as JSON and as Markdown.');
    process.exitCode = 2;
} else if (!notes) {
    console.log('note: this is not a merge request; there is nothing to write to');
} else if (!notes.known) {
    console.log('note: no token; the comparison is in the artifacts of the job');
} else {
    try {
        const compared = readComparison(json, markdown);
        const id = readId(process.env.IACS_ID, 'IACS_ID');
        console.log(`note: ${await keepComment(notes, { ...compared, id, always: false })}`);
    } catch (error) {
        const why = error instanceof Error ? error.message : error;
        console.log(`note: could not be written (${why}); the comparison is in the artifacts of the job`);
    }
}
