import { answerForm } from '@/server/core/episodes/answer-form'

/** The system prompt of a question of BFCL web search. */
export const webPrompt =
  'You answer a question with what you find on the web. Search for each thing that the question needs, read the pages ' +
  `that may tell it, and do not rely on what you remember. ${answerForm}`
