import { listProposals as stored } from '@/server/db/hint-proposals'

/** Proposed rules that wait for a person. */
export const listProposals = () => stored()
