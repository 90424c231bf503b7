/**
 * What the model achieves against the catalogue, on a day and by a risk matrix. All of it is one object for a model
 * ({@link Assessment}), which whoever holds the model shares: rules, views, the diagram, the editor.
 *
 * Its parts are lazy, because a command asks for few of them: a picture of zones needs levels and no paths. Each rests
 * on the lookup and on the parts that are named with it, so nothing has to be asked in an order:
 *
 *   levels       the day, statements on requirements, targets, capabilities (`verdicts.ts`, `target.ts`,
 *                `capability.ts`)
 *   crossings    where the ends of flows are at home
 *   reach        the graph of the sessions that flows, and devices between zones, let through (`reach-graph.ts`)
 *   invariants   reach, and the day: exceptions expire
 *   islands      reach, what functions need, and the day: a cut begins on it
 *   matrix       the matrix of the settings, and that of the model over it
 *   threatPaths  reach, with movement inside of zones
 *   risk         matrix, threatPaths and the status of countermeasures
 *   once(…)      what a room further right works out of these, such as the flows across boundaries (`rules/ask`)
 *
 * Nothing in it is ever invalidated. Model, lookup, day and matrix are fixed when it is made, and another text, day or
 * matrix makes another assessment. The editor holds one a state of the text, and gives it the levels of the state
 * before where no fact has changed: levels are asked for at every keystroke and have no place that is shown. All parts
 * with flows and elements in them are of the present lookup, so that their places are those of the text.
 */
export { capabilityOfAsset } from './capability.ts';
export { type Idle, idleOf, idleText, type Lapse, lapseOf, lapseText } from './lapse.ts';
export { shownSlA } from './shown-levels.ts';
export { gapKindOf, gapKindsOf, gapText, isKnownOpen, isUnsaid, type GapKind } from './gap-kind.ts';
export * from './address-book.ts';
export { pointOf } from './address-maps.ts';
export type { Network } from './networks.ts';
export { translatorsOf } from './translated.ts';
export type { Hiding } from './translated.ts';
export * from './assessment.ts';
export { states, stateText } from './levels.ts';
export type * from './levels.ts';
export { indexesOf } from './verdicts.ts';
export { levelsOf } from './levels.ts';
export * from './organisations.ts';
export { Day, type DayOptions, type Standing } from './day.ts';
export * from './evidence-time.ts';
export type * from './reach.ts';
export { carriesOnly } from './reach-graph.ts';
export type * from './invariants.ts';
export { holdsWithout, opening, pathText } from './invariants.ts';
export type * from './risk.ts';
export { daysOfRisk, RisksByDay, risksOn, risksToCome, type Risks } from './risks-ahead.ts';
export * from './risk-matrix.ts';
export * from './risk-matrix-schema.ts';
export * from './risk-presets.ts';
export type { MatrixProblem } from './risk-reader.ts';
export { defaultMatrixReading, matrixOf, readRiskMatrix, type MatrixReading } from './risk-settings.ts';
export * from './target-rule.ts';
export { askingZones } from './target.ts';
export * from './target-suggestion.ts';
export type * from './threat-path.ts';
export * from './threat-risk.ts';
export type { Crossing } from './crossing.ts';
export { isProtected, usesOf } from './protection.ts';
export { crosses, fitsConduit, fittingConduits, homesOf } from './crossing.ts';
export * from './cut/index.ts';
export * from './plan/index.ts';
