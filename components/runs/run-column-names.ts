/** Columns of the runs table beside the run itself. */
export const runColumnNames = [
  ...(['status', 'health', 'stage', 'reward', 'accuracy', 'test', 'test-tasks', 'ood', 'gap'] as const),
  ...(['suite', 'curriculum', 'hints', 'rewarded', 'model', 'backend', 'seed', 'step'] as const),
  ...(['launched', 'took', 'group', 'notes'] as const),
] as const
export type RunColumnName = (typeof runColumnNames)[number]

/** Shown when the address says nothing else. */
export const usualColumns: readonly RunColumnName[] = [
  ...(['status', 'health', 'stage', 'reward', 'accuracy', 'test', 'ood', 'gap'] as const),
  ...(['suite', 'hints', 'seed', 'launched'] as const),
]
