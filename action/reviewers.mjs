/**
 * Asks those for a review who own what was changed.
 * @param owners as the models name them
 * @param map owner to names of people and teams (`org/team`)
 */
export async function requestReviews(forge, request, owners, map) {
    // Names of people and teams are the same in any letters.
    const byName = new Map(owners.flatMap(owner => map.get(owner) ?? []).map(name => [name.toLowerCase(), name]));
    const names = [...byName.values()];
    const teams = names.filter(name => name.includes('/')).map(name => name.slice(name.indexOf('/') + 1));
    // The author of a pull request cannot review it, and asking for it fails for all.
    const people = names.filter(name => !name.includes('/') && name.toLowerCase() !== request.author.toLowerCase());
    if (teams.length + people.length === 0) return 'the map names no owner of what was changed';
    await forge.send('POST', `/pulls/${request.number}/requested_reviewers`, {
        reviewers: people,
        team_reviewers: teams,
    });
    return [...people, ...teams].join(', ');
}
