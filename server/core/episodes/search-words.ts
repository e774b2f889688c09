import type { StepRecord, TurnRecord } from './record'

/** Only so many characters of an episode are searched, and of each user's message: lists stay small and fast. */
export const searchedCharacters = 4000
const ofMessage = 500
const ofError = 300
const longestWord = 40

interface Said {
  readonly turns: readonly Pick<TurnRecord, 'userMessage'>[]
  readonly steps: readonly Pick<StepRecord, 'calls' | 'answer'>[]
}

/**
 * The words that an episode is found by: what the user asked, then step by step the calls, the texts of failing calls
 * and the answers, up to `searchedCharacters` altogether. Each word once, in small letters, in no order.
 */
export function searchWords(episode: Said): string[] {
  const words = new Set<string>()
  let left = searchedCharacters
  for (const text of searchedTexts(episode)) {
    for (const word of wordsOf(text.slice(0, left))) words.add(word)
    left -= text.length
    if (left <= 0) break
  }
  return [...words]
}

function* searchedTexts({ turns, steps }: Said): Generator<string> {
  for (const { userMessage } of turns) yield userMessage.slice(0, ofMessage)
  for (const { calls, answer } of steps) {
    for (const { expression, standard, error } of calls) {
      yield expression
      if (error !== null) yield standard.slice(0, ofError)
    }
    if (answer !== null) yield answer
  }
}

/** The words of a text; of `book_flight` also `book` and `flight`. */
export function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  return found.flatMap((word) => (word.includes('_') ? [word, ...word.split('_')] : word)).flatMap(bounded)
}

function bounded(word: string): string[] {
  if (/^_*$/.test(word)) return []
  return [word.length <= longestWord ? word : [...word].slice(0, longestWord).join('')]
}

export interface WantedWord {
  readonly word: string
  /** Words that begin so are meant too. */
  readonly isBeginning: boolean
}

/** What is looked for: each of the words; `log*` is every word that begins so. Null: there is no letter and no digit. */
export function wantedWords(text: string): readonly WantedWord[] | null {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+\*?/gu) ?? []
  const wanted = found.flatMap((each) => {
    const isBeginning = each.endsWith('*')
    return bounded(isBeginning ? each.slice(0, -1) : each).map((word) => ({ word, isBeginning }))
  })
  return wanted.length > 0 ? wanted : null
}
