'use client'

import type { ApiOutput } from '@/components/data/api-types'
import { InputField, SelectField } from '@/components/ui/field'
import { quantity } from '@/components/ui/format'
import { type DraftRule, longestTemplate } from '@/server/core/hints/draft-rule'
import type { RuleField, RuleProblem } from '@/server/core/hints/lint'
import { ConditionRows } from './condition-rows'
import { TemplateField } from './template-field'

type Catalogue = ApiOutput['hints']['catalogue']

interface RuleFormProps {
  readonly rule: DraftRule
  readonly catalogue: Catalogue
  readonly problems: readonly RuleProblem[]
  readonly onChange: (rule: DraftRule) => void
}

/** One rule: when it speaks and what it says. Problems stand at their fields. */
export function RuleForm({ rule, catalogue, problems, onChange }: RuleFormProps) {
  const { when } = rule
  const at = (field: RuleField) => problems.filter((problem) => problem.field === field).map(({ message }) => message)
  const domain = catalogue.domains.find(({ name }) => name === when.domain)
  const codes = [...(domain?.codes ?? catalogue.domains.flatMap((known) => known.codes)), ...catalogue.shared]
  const code = codes.find((known) => known.code === when.code)
  const fields = code?.fields ?? ['tool', 'domain']
  const setWhen = (changes: Partial<DraftRule['when']>) => onChange({ ...rule, when: { ...when, ...changes } })
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <InputField
          label="Rule"
          value={rule.id}
          onChange={(event) => onChange({ ...rule, id: event.target.value })}
          error={at('id')[0] ?? null}
          help="Its name in records and in the ledger"
        />
        <SelectField
          label="Domain"
          value={when.domain ?? ''}
          onChange={(event) => {
            const { domain: _, tools: __, ...rest } = when
            onChange({ ...rule, when: event.target.value ? { ...rest, domain: event.target.value } : rest })
          }}
          error={at('domain')[0] ?? null}
        >
          <option value="">Every domain</option>
          {unknownFirst(
            catalogue.domains.map(({ name }) => name),
            when.domain,
          ).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Error"
          value={when.code}
          onChange={(event) => setWhen({ code: event.target.value })}
          error={at('code')[0] ?? null}
          help={code?.summary}
        >
          {when.code === '' && <option value="">Choose…</option>}
          {unknownFirst([...new Set(codes.map((known) => known.code))], when.code).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {(domain || (when.tools ?? []).length > 0) && (
        <ToolChoice
          tools={[...new Set([...(domain?.tools ?? []), ...(when.tools ?? [])])]}
          chosen={when.tools ?? []}
          errors={at('tools')}
          onChange={(tools) => setWhen({ tools })}
        />
      )}
      <ConditionRows
        conditions={when.all}
        fields={fields}
        errors={at('conditions')}
        onChange={(all) => setWhen({ all })}
      />
      <TemplateField
        value={rule.template}
        fields={fields}
        errors={[...at('template'), ...tooLong(rule.template)]}
        onChange={(template) => onChange({ ...rule, template })}
      />
    </div>
  )
}

/** Said at once: it is not stored, and so not looked at. */
const tooLong = ({ length }: string): string[] =>
  length > longestTemplate ? [`at most ${quantity(longestTemplate)} characters, and these are ${quantity(length)}`] : []

/** What a rule names but nothing knows is still shown, so that it can be seen and changed. */
const unknownFirst = (known: readonly string[], named: string | undefined): string[] =>
  named && !known.includes(named) ? [named, ...known] : [...known]

interface ToolChoiceProps {
  readonly tools: readonly string[]
  readonly chosen: readonly string[]
  readonly errors: readonly string[]
  readonly onChange: (tools: string[]) => void
}

function ToolChoice({ tools, chosen, errors, onChange }: ToolChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium text-ink-soft">
        Tools {chosen.length === 0 && <span className="font-normal text-ink-faint">(none chosen: any of them)</span>}
      </legend>
      <div className="flex max-h-32 flex-wrap gap-x-3 gap-y-1 overflow-y-auto">
        {tools.map((tool) => (
          <label key={tool} className="inline-flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(tool)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, tool] : chosen.filter((other) => other !== tool))
              }
            />
            {tool}
          </label>
        ))}
      </div>
      {errors.map((error) => (
        <p key={error} role="alert" className="text-xs text-bad">
          {error}
        </p>
      ))}
    </fieldset>
  )
}
