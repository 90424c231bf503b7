/** The editor's services: the only place that speaks the protocol of editors. */
export * from './feature.ts';
export type { FileSystem } from '../project/index.ts';
export type { Acceptable } from './actions/accepting.ts';
export type { Gap } from './actions/fill-in.ts';
export type { CompareParams, CompareResult, CompareSide, SideFiles } from './compare.ts';
export type { ElementItem, GapItem } from './preview-requests.ts';
export type {
    ChangedNotification,
    DayItem,
    FactGroup,
    FactRow,
    ShownDay,
    DiagramParams,
    DiagramResult,
    PathBetween,
    LocateResult,
    ReachResult,
    StatusResult,
} from './messages.ts';
export type { Added, DrawnFlow, Hanging, NewName, WrittenCase } from './adding.ts';
export type { TreeRow } from './side-bar/row.ts';
export type { Proposal, Refusal } from './what-if.ts';
export type { ServerHost } from './host.ts';
export { startServer } from './server.ts';
export { serveStdio } from './stdio.ts';
