import { addMissingWords } from '@/server/services/recording/add-missing-words'
import { Chore } from './chore'

const everyMs = 60_000

/** Makes what was recorded before there was a text search findable by its words, a little at a time. */
export const searchChore = (report: (message: string) => void): Chore =>
  new Chore({ report, everyMs, work: async () => (await addMissingWords()) > 0 })
