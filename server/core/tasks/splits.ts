export const splits = ['base', 'miss_func', 'miss_param', 'long_context'] as const
export type Split = (typeof splits)[number]

/** Which tasks may be used for what. Gates and checkpoints read validation, never test. */
export const partitions = ['train', 'validation', 'test'] as const
export type Partition = (typeof partitions)[number]
