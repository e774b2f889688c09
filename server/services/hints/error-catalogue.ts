import { pythonErrors } from '@/server/core/environments/shared/python-errors'
import type { ErrorCatalogue } from '@/server/core/environments/shared/tool-error'
import { fieldsOfCode } from '@/server/core/hints/lint'
import { trainableDomains } from '@/server/environments/environments'

const codesOf = (errors: ErrorCatalogue, domain: string | undefined) =>
  Object.entries(errors).map(([code, { summary }]) => ({
    code,
    summary,
    fields: fieldsOfCode(code, domain, trainableDomains()) ?? [],
  }))

/** What rules can be about: every domain with its tools and error codes, the values that these carry, and shared codes. */
export const errorCatalogue = () => ({
  domains: [...trainableDomains().values()].map(({ name, title, tools, errors }) => ({
    name,
    title,
    tools: tools.map((tool) => tool.name),
    codes: codesOf(errors, name),
  })),
  shared: codesOf(pythonErrors, undefined),
})
