import { type Document, isMap, LineCounter, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import type { LintProblem, RuleField } from '@/server/core/hints/lint'
import { type AugmentationSet, augmentationSetSchema } from '@/server/core/hints/rule'
import { unstorableAdvice, unstorableText } from '@/server/core/storable-text'

/** A set as a file. The version is for readers: what is imported gets its own. */
const fileSchema = augmentationSetSchema.extend({ version: z.int32().positive().default(1) })

export interface FileProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

export type ReadFile =
  | { readonly set: AugmentationSet; readonly lineOf: (problem: Pick<LintProblem, 'index' | 'field'>) => number }
  | { readonly problems: readonly FileProblem[] }

/** A set as YAML, which `readSetYaml` reads. */
export const setYaml = ({ name, version, title, rules }: AugmentationSet): string =>
  stringify({ name, version, title, rules }, { lineWidth: 110 })

/** Reads a set from YAML (or JSON, which is YAML too), or says what is wrong on which line. */
export function readSetYaml(text: string): ReadFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })) }
  const content = contentOf(document)
  if ('message' in content) return { problems: [{ line: 1, message: content.message }] }
  const lineOfPath = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path))
  const parsed = fileSchema.safeParse(content.value)
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => ({
        line: lineOfPath(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path),
        message: `${z.core.toDotPath(issue.path) || 'the file'}: ${issue.message}`,
      })),
    }
  const unstorable = unstorableText(parsed.data)
  if (unstorable !== null)
    return { problems: [{ line: lineOfPath(unstorable.split('.')), message: `${unstorable} ${unstorableAdvice}` }] }
  return { set: parsed.data, lineOf: ({ index, field }) => lineOfPath(['rules', index, ...places[field]]) }
}

/** Where the fields of a rule stand in it. */
const places: Readonly<Record<RuleField, readonly string[]>> = {
  id: ['id'],
  domain: ['when', 'domain'],
  tools: ['when', 'tools'],
  code: ['when', 'code'],
  conditions: ['when', 'all'],
  template: ['template'],
}

function contentOf(document: Document): { value: unknown } | { message: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    // an alias without an anchor, or so many that the document would explode
    return { message: error instanceof Error ? error.message : String(error) }
  }
}

/** The offset of what a path leads to, or of the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(last))
      const offset = rangeOf(pair?.key)
      if (offset !== null) return offset
    }
    const offset = rangeOf(document.getIn(path.slice(0, length), true))
    if (offset !== null) return offset
  }
  return rangeOf(document.contents) ?? 0
}

const withRange = z.looseObject({ range: z.tuple([z.number()]).rest(z.number()) })

function rangeOf(node: unknown): number | null {
  const parsed = withRange.safeParse(node)
  return parsed.success ? parsed.data.range[0] : null
}
