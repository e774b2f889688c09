/** Columns of the episode list beside the task itself. */
export const episodeColumnNames = [
  ...(['outcome', 'reward', 'progress', 'surprise', 'failing-turn', 'turns', 'steps', 'calls'] as const),
  ...(['format-errors', 'tool-errors', 'hints', 'run', 'step', 'split', 'feedback'] as const),
  ...(['suite', 'domains', 'advantage', 'rollout'] as const),
] as const
export type EpisodeColumnName = (typeof episodeColumnNames)[number]

/** Shown when the address says nothing else. */
export const usualEpisodeColumns: readonly EpisodeColumnName[] = [
  ...(['run', 'step', 'split', 'feedback', 'outcome', 'reward', 'progress', 'surprise'] as const),
  ...(['failing-turn', 'steps', 'format-errors', 'tool-errors', 'hints'] as const),
]
