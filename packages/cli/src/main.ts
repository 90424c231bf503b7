import type { Commands } from './command-line.ts';
import { callOf, runProcess } from './command-line.ts';
import type { Io } from './io.ts';

const commands: Commands = {
    check: () => import('./commands/check.ts'),
    assess: () => import('./commands/assess.ts'),
    binder: () => import('./commands/binder.ts'),
    diagram: () => import('./commands/diagram.ts'),
    diff: () => import('./commands/diff.ts'),
    paths: () => import('./commands/paths.ts'),
    where: () => import('./commands/where.ts'),
    plan: () => import('./commands/plan.ts'),
    forecast: () => import('./commands/forecast.ts'),
    cut: () => import('./commands/cut.ts'),
    assume: () => import('./commands/assume.ts'),
    reconcile: () => import('./commands/reconcile.ts'),
    advisories: () => import('./commands/advisories.ts'),
    rehearse: () => import('./commands/rehearse.ts'),
    report: () => import('./commands/report.ts'),
    import: () => import('./commands/import.ts'),
    export: () => import('./commands/export.ts'),
    merge: () => import('./commands/merge.ts'),
    format: () => import('./commands/format.ts'),
    init: () => import('./commands/init.ts'),
    explain: () => import('./commands/explain.ts'),
    lsp: () => import('./commands/lsp.ts'),
    mcp: () => import('./commands/mcp.ts'),
};

/** Runs a command line; see {@link callOf}. */
export const call = (args: readonly string[], io: Io): Promise<number> => callOf(commands, args, io);

/** Runs the command line of this process; see {@link runProcess}. */
export const main = (args: readonly string[], version: string): Promise<void> => runProcess(commands, args, version);
