import { aceSuiteName } from '@/server/core/tasks/ace-suite'

/** Whether somebody has to play the user when the suite of this name is played. */
export const needsSimulator = (suite: string): boolean => suite === aceSuiteName('multi_turn')
