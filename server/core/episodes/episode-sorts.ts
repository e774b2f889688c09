/** What the episode list can be ordered by, the greatest or newest first; reversed the other way round. */
export const episodeSorts = ['newest', 'reward', 'surprise', 'near-miss', 'length'] as const
export type EpisodeSort = (typeof episodeSorts)[number]
