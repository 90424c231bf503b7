/** Who reaches whom, and whether the invariants hold: what `iacs paths` prints. */
export {
    pathsJson,
    readPaths,
    type PathQuestion,
    type PathReading,
    type ReadHop,
    type ReadPath,
} from './read-paths.ts';
export { readSpread, spreadJson, type SpreadQuestion, type SpreadReading } from './spread.ts';
export { spreadText } from './spread-text.ts';
export { pathsText } from './to-text.ts';
export { noPathText, noThreatPathText } from './no-path.ts';
