import { environments, type RefusedFolder } from '@/server/environments/environments'

/** Folders of ENVTUNE_ENVIRONMENTS whose domains are not there, each with the file and what is wrong in it. */
export const refusedEnvironments = (): readonly RefusedFolder[] => environments().refused
