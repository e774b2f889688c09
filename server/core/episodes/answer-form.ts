/** The form in which a question of BFCL memory or web search has to be answered. */
export const answerForm =
  "Write your final answer as {'answer': A short and precise answer, 'context': Why this is the answer}. " +
  "If you do not know, the answer is 'I do not know'. If it cannot be answered, say so as 'I cannot answer this question'."
