/** The semantic diff: what a change of the text does to security. */
export { diff } from './diff.ts';
export { forMarkdown, forMermaid, forTerminal } from '../text/escape.ts';
export * from './model-diff.ts';
export { lineOf } from './places.ts';
export { sideOf, type SideOptions } from './side.ts';
export { diffJson, overall, schemaVersion, type Sides } from './to-json.ts';
export { diffMarkdown } from './to-markdown.ts';
export { diffMermaid } from './to-mermaid.ts';
export { diffText, type TextOptions } from './to-text.ts';
export { diffSvg } from './to-svg.ts';
export { verdictOf } from './judge/verdict.ts';
export { settingsDiff, unchangedDiff, yardstickReasons, type SettingsDifference } from './settings-diff.ts';
export { olderPlace } from './older-place.ts';
