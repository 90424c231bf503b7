import type { Question } from '../../assessment/index.ts';

/**
 * What a cut asks of an asset whose session it stops, or may stop.
 * @param island its id
 * @param name of the asset, in its zone
 */
export function unsaidDependency(
    { asset, peer, flow, goesOn, mayStop }: Question,
    island: string,
    name: string,
): string {
    const answer = `\`works without ${peer} because "…"\``;
    const others = goesOn.length > 1 ? `${goesOn.length} others go on` : 'another one goes on';
    if (flow)
        return (
            `In ${island} ${goesOn.length > 0 ? 'a' : 'the'} session of ${asset} with ${peer} ` +
            `${mayStop ? 'may run over what is cut' : 'stops'}, ${goesOn.length > 0 ? `while ${others}, ` : ''}` +
            `and the model does not state whether ${name} continues` +
            `${goesOn.length > 0 ? ' without the one that stops' : ''}. Write \`needs ${peer}\` or ${answer}.`
        );
    if (goesOn.length > 0)
        return (
            `${asset} needs ${peer}. In ${island} a session of theirs stops while ${others}, and the model does not ` +
            `show whether that is enough. If it is, write ${answer} in place of \`needs ${peer}\`.`
        );
    return (
        `${asset} needs ${peer}, but the model does not show whether it still reaches it in ${island}. ` +
        'Declare the flow between them.'
    );
}
