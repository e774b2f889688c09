import { z } from 'zod'
import type { HashText } from '@/server/core/hash/canonical-json'
import { readJsonLines } from './json-lines'
import { SuiteError } from './suite-error'
import { fileText, type SuiteFiles } from './suite-files'
import { withSuiteHash } from './suite-hash'
import { type Suite, type Task, type ToolDoc, toolDocSchema } from './task'
import { type WebVariant, webDomain, webSuiteName, webVariants } from './web-benchmark'
import { webToolDocs } from './web-tool-docs'

const questionFile = 'BFCL_v4_web_search.json'
const answerFile = 'possible_answer/BFCL_v4_web_search.json'
const docFile = 'multi_turn_func_doc/web_search.json'

/** The files that `readWebSuites` reads, relative to the benchmark's data folder; without tool docs it has its own. */
export const webSuiteFiles: readonly string[] = [questionFile, answerFile, docFile]

const questionSchema = z.object({
  id: z.string().regex(/^web_search_\d+$/),
  question: z.array(z.array(z.object({ role: z.literal('user'), content: z.string() })).length(1)).length(1),
  involved_classes: z.array(z.literal(webDomain)).length(1),
})

const answerSchema = z.object({ id: z.string(), ground_truth: z.array(z.string()).min(1) })

interface Question {
  readonly id: string
  readonly message: string
  readonly answers: readonly string[]
}

const titles: Readonly<Record<WebVariant, string>> = {
  base: 'BFCL web search',
  no_snippet: 'BFCL web search, without snippets',
}

/**
 * Reads the web search questions of the Berkeley Function-Calling Leaderboard from its own files: one suite with the
 * snippets of search results, one without. Every question is for testing. Throws `SuiteError` with file and line.
 */
export function readWebSuites(files: SuiteFiles, hash: HashText): Suite[] {
  const questions = readQuestions(files)
  const toolDocs = { [webDomain]: readDocs(files) }
  return webVariants.map((variant) => {
    const tasks = questions.map((question) => taskOf(question, variant))
    const naming = { name: webSuiteName(variant), title: titles[variant], kind: 'out-of-distribution' as const }
    return withSuiteHash({ ...naming, tasks, toolDocs, tables: {} }, hash)
  })
}

function readQuestions(files: SuiteFiles): Question[] {
  const questions = readJsonLines(questionFile, fileText(files, questionFile), questionSchema)
  if (questions.length === 0) throw new SuiteError(questionFile, null, 'the file has no question')
  const answers = readJsonLines(answerFile, fileText(files, answerFile), answerSchema)
  const byId = new Map(answers.map(({ value }) => [value.id, value.ground_truth]))
  const seen = new Set<string>()
  return questions.map(({ value: { id, question }, line }) => {
    const own = byId.get(id)
    if (own === undefined) throw new SuiteError(questionFile, line, `no possible answer for ${id} in ${answerFile}`)
    if (seen.has(id)) throw new SuiteError(questionFile, line, `the id ${id} occurs twice`)
    seen.add(id)
    return { id, message: question[0]?.[0]?.content ?? '', answers: own }
  })
}

function readDocs(files: SuiteFiles): readonly ToolDoc[] {
  const text = files.get(docFile)
  if (text === undefined) return webToolDocs
  const docs = readJsonLines(docFile, text, toolDocSchema).map(({ value }) => value)
  const missing = webToolDocs.find(({ name }) => !docs.some((doc) => doc.name === name))
  if (missing) throw new SuiteError(docFile, null, `the tool ${missing.name} has no documentation: of another version?`)
  return docs
}

/** The two plays of a question are each other's variants. */
const taskOf = ({ id, message, answers }: Question, variant: WebVariant): Task => ({
  key: id.replace(/^web_search_/, `web_search_${variant}_`),
  dialogue: id,
  split: 'base',
  partition: 'test',
  domains: [webDomain],
  scenario: JSON.stringify({ [webDomain]: { show_snippet: variant === 'base' } }),
  withheld: [],
  turns: [{ message, releases: [], expected: [] }],
  benchmark: { kind: 'bfcl-web-search', answers: [...answers] },
})
