'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { ToolDoc } from '@/server/core/tasks/task'
import { FormFieldView } from './form-field-view'
import { formFields, readForm } from './tool-form'
import type { SessionActions } from './use-session'

interface CallFormProps {
  readonly tools: readonly ToolDoc[]
  /** Name of a tool; null: the first one. */
  readonly chosen: string | null
  readonly onChoose: (tool: string) => void
  readonly actions: SessionActions
}

/** A call made from a tool's schema. */
export function CallForm({ tools, chosen, onChoose, actions }: CallFormProps) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [isTried, setTried] = useState(false)
  const tool = tools.find((doc) => doc.name === chosen) ?? tools[0]
  if (!tool) return <p className="text-ink-soft">No tool is offered in this turn.</p>
  const fields = formFields(tool)
  const read = readForm(fields, texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (read.ok) actions.move({ kind: 'form', tool: tool.name, arguments: read.json })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <SelectField
        label="Tool"
        help={tool.description}
        value={tool.name}
        onChange={(event) => {
          onChoose(event.target.value)
          setTexts({})
          setTried(false)
        }}
      >
        {tools.map((doc) => (
          <option key={doc.name}>{doc.name}</option>
        ))}
      </SelectField>
      {fields.map((field) => (
        <FormFieldView
          key={`${tool.name}/${field.name}`}
          field={field}
          value={texts[field.name] ?? ''}
          error={isTried && !read.ok ? read.errors[field.name] : undefined}
          onChange={(value) => setTexts((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {actions.fields['move.arguments'] && (
        <p role="alert" className="text-xs text-bad">
          {actions.fields['move.arguments']}
        </p>
      )}
      <div>
        <Button type="submit" look="primary" disabled={actions.isBusy}>
          Call {tool.name}
        </Button>
      </div>
    </form>
  )
}
