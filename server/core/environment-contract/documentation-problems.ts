import type { Domain } from '@/server/core/environments/domain'
import { str } from '@/server/core/environments/shared/text'
import { isDict, PyFloat, type PyValue } from '@/server/core/environments/shared/values'
import type { ToolDoc } from '@/server/core/tasks/task'

/** A default as a documentation would have it: `None` stands for a missing value. */
function documented(value: PyValue): unknown {
  if (value === null) return 'None'
  if (value instanceof PyFloat) return value.value
  if (Array.isArray(value)) return value.map(documented)
  return isDict(value) ? str(value) : value
}

/** Parameters as `name`, or `name=default` for optional ones, in order. */
const docParameters = (doc: ToolDoc): string[] =>
  Object.entries(doc.parameters.properties).map(([name, property]) =>
    doc.parameters.required.includes(name) ? name : `${name}=${JSON.stringify(property.default)}`,
  )

const declaredParameters = ({ parameters }: Domain['tools'][number]): string[] =>
  parameters.map(({ name, default: usual }) =>
    usual === undefined ? name : `${name}=${JSON.stringify(documented(usual))}`,
  )

/** Differences between the documentation of a domain's tools and the tools that it declares. */
export function documentationProblems({ name, tools }: Domain, docs: readonly ToolDoc[]): string[] {
  const declared = tools.map((tool) => `${tool.name}(${declaredParameters(tool).join(', ')})`)
  const written = docs.map((doc) => `${doc.name}(${docParameters(doc).join(', ')})`)
  return [
    ...declared.filter((tool) => !written.includes(tool)).map((tool) => `${name} has ${tool}, which is not documented`),
    ...written.filter((tool) => !declared.includes(tool)).map((tool) => `${tool} is documented, but ${name} has none`),
    ...docs.filter((doc) => doc.description.trim() === '').map((doc) => `${doc.name} has an empty description`),
  ]
}
