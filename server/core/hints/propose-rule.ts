import { z } from 'zod'
import type { ErrorDefinition } from '@/server/core/environments/shared/tool-error'
import type { ToolDoc } from '@/server/core/tasks/task'
import type { DraftRule } from './draft-rule'

export interface UnhintedError {
  /** Empty: the call reached no domain. */
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly definition: Pick<ErrorDefinition, 'summary' | 'fields'>
  /** What the tools of the domain say of themselves. */
  readonly docs: readonly ToolDoc[]
}

export interface ProposedRule {
  readonly rule: DraftRule
  /** What each sentence was made from. */
  readonly evidence: { readonly summary: string; readonly parameters: string[]; readonly tools: string[] }
}

/** At most so many tools are named as sources, and so many values of a documented choice. */
const mostSources = 2
const mostChoices = 12

/**
 * A hint for an error that has none, made from what is known without looking at any task: the error's summary and
 * values, the documentation of the tool's parameters that are among these values, and the tools of the same domain
 * whose documented results give such a parameter, or a login where one is missing. A start for a person to work on:
 * the same error always gives the same text.
 */
export function proposeRule(error: UnhintedError): ProposedRule {
  const { domain, tool, code, definition, docs } = error
  const doc = docs.find(({ name }) => name === tool)
  const parameters = definition.fields.filter((field) => doc?.parameters.properties[field] !== undefined)
  const sources = [...loginTools(error), ...parameters.flatMap((parameter) => sourcesOf(parameter, error))]
  const tools = [...new Set(sources.map(({ name }) => name))].slice(0, mostSources)
  const sentences = [
    `{tool}: ${escaped(definition.summary)}`,
    ...parameters.map((parameter) => parameterSentence(parameter, doc)),
    ...definition.fields.filter((field) => !parameters.includes(field)).flatMap(fieldSentence),
    ...tools.map((name) => sourceSentence(docs.find((known) => known.name === name))),
    ...(tools.length > 0 ? ['Then repeat {tool}.'] : []),
  ]
  return {
    rule: {
      id: ruleId(domain, tool, code, doc !== undefined),
      when: { ...(domain === '' ? {} : { domain }), ...(doc === undefined ? {} : { tools: [tool] }), code, all: [] },
      template: sentences.filter(Boolean).join(' '),
    },
    evidence: { summary: definition.summary, parameters, tools },
  }
}

const escaped = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}')

/** An id for a rule that nobody has named yet. */
export function ruleId(domain: string, tool: string, code: string, ofTool: boolean): string {
  const parts = [domain || 'any', code, ...(ofTool ? [tool] : [])]
  return parts
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .join('.')
}

const choices = z.looseObject({ enum: z.array(z.union([z.string(), z.number()])).optional() })

function parameterSentence(parameter: string, doc: ToolDoc | undefined): string {
  const documented = doc?.parameters.properties[parameter]
  if (documented === undefined) return ''
  const known = choices.safeParse(documented).data?.enum ?? []
  const one = known.length > 0 && known.length <= mostChoices ? ` It is one of ${known.join(', ')}.` : ''
  const description = documented.description ? ` It is documented as: ${sentence(escaped(documented.description))}` : ''
  return `You passed ${parameter}={${parameter}}.${description}${escaped(one)}`
}

/** What a documentation says, as one sentence: without what it says of the whole service, and with one full stop. */
function sentence(text: string): string {
  const own = text
    .replace(/^.*Tool description:/s, '')
    .replace(/[\s.]+$/, '')
    .trim()
  return /[!?]$/.test(own) ? own : `${own}.`
}

/** Values that lists of what exists are called by, and what the executor adds to errors of calls. */
function fieldSentence(field: string): string[] {
  if (field === 'parameters') return ['Its parameters are: {parameters}.']
  if (field === 'missing') return ['Missing: {missing}.']
  if (field === 'closest') return ['Names like it: {closest}.']
  return /(?:_ids|s)$/.test(field) && field !== 'arguments' ? [`Known ${field.replaceAll('_', ' ')}: {${field}}.`] : []
}

function loginTools({ code, definition, docs, tool }: UnhintedError): ToolDoc[] {
  if (!/log(ged)?_?\s?in|login|authenticat/i.test(`${code} ${definition.summary}`)) return []
  return docs.filter(
    ({ name, parameters }) => name !== tool && /login|authenticate/.test(name) && parameters.required.length > 0,
  )
}

const results = z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) })

/** Tools whose documented results hold the parameter, and which do not need it themselves; the shorter named first. */
function sourcesOf(parameter: string, { docs, tool }: UnhintedError): ToolDoc[] {
  return docs
    .filter(({ name, parameters, response }) => {
      if (name === tool || parameters.required.includes(parameter)) return false
      const given = Object.keys(results.safeParse(response).data?.properties ?? {})
      return given.some((key) => isSame(key, parameter, name))
    })
    .sort((a, b) => a.parameters.required.length - b.parameters.required.length || a.name.localeCompare(b.name, 'en'))
}

/** `ticket_id` is what a tool about tickets returns as `id`. */
function isSame(key: string, parameter: string, tool: string): boolean {
  if (key === parameter || key === `${parameter}s`) return true
  const about = parameter.endsWith(`_${key}`) ? parameter.slice(0, -key.length - 1) : ''
  return about !== '' && tool.includes(about) && !tool.startsWith('create')
}

function sourceSentence(doc: ToolDoc | undefined): string {
  if (!doc) return ''
  return `First call ${doc.name}(${doc.parameters.required.join(', ')}): ${sentence(escaped(doc.description))}`
}
