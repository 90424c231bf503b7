/** The semantic diff: what a change of the text does to security. */
export { diff } from './diff.ts';
export { forMarkdown, forMermaid, forTerminal } from '../text/escape.ts';
export * from './model-diff.ts';
export { newFindings } from './new-findings.ts';
export { judgePolicy, type GivenAgreement, type Policy } from './policy.ts';
export { lineOf } from './places.ts';
export { sideOf, type SideOptions } from './side.ts';
export { diffJson, overall, schemaVersion } from './print/to-json.ts';
export type { Sides } from './print/sides.ts';
export { diffMarkdown } from './print/to-markdown.ts';
export { diffMermaid } from './print/to-mermaid.ts';
export { diffText, policyTextLines, type TextOptions } from './print/to-text.ts';
export { diffSvg } from './print/to-svg.ts';
export { changeText, verdictText } from './print/wording.ts';
export { verdictOf } from './judge/verdict.ts';
export { settingsDiff, unchangedDiff, unreadDiff, yardstickReasons, type SettingsDifference } from './settings-diff.ts';
export { olderPlace } from './older-place.ts';
