/**
 * Three functions of elkjs, which is made from Java, with what they are in their place. Two are called whenever ELK
 * looks up a property of a box or a line, which was an eighth to a quarter of its work; the third with almost all
 * that ELK takes from a list, up to a fifth of what was left.
 */
const changes = [
    // The number by which a property is found, from its name, which never changes: made once.
    ['function mLd(){return Bhb(this.b)}', 'function mLd(){return this.kept$||(this.kept$=Bhb(this.b))}'],
    // What is under a number. Nothing, which is only read, was a new array each time.
    ['return c==null?OC(VI,nAe,1,0,5,1):c}', 'return c==null?nothing$:c}var nothing$=[];'],
    // A cast. It looked each time whether what is cast is of the class, as it is unless ELK has a fault.
    ['function FD(a,b){zFb(a==null||ED(a,b));return a}', 'function FD(a,b){return a}'],
] as const;

/**
 * Makes ELK faster, with the same places for everything.
 * @param text elkjs's `elk-worker.min.js`; of another version than the one that is named in `package.json`, what is not
 *    found is left as it is
 */
export const faster = (text: string): string =>
    changes.reduce((changed, [from, to]) => changed.replace(from, to.replaceAll('$', '$$$$')), text);
