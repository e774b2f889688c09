import { listGroups } from '@/server/db/hint-scope'

/** Groups of runs to choose from, newest first. */
export const ledgerChoices = async () => ({ groups: await listGroups(50) })
