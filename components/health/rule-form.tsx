'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
import { formatFigure } from '@/server/core/health/format-figure'
import type { HealthRule } from '@/server/core/health/health-rule'
import { readThreshold, thresholdText, thresholdUnit } from './threshold-text'

interface RuleFormProps {
  readonly rule: HealthRule
  readonly set: ApiOutput['health']['page']['rules'][number]
}

/** One rule: what it means, and what people may change about it. */
export function RuleForm({ rule, set }: RuleFormProps) {
  const { enabled, setEnabled, threshold, setThreshold, url, setUrl, ...form } = useRuleForm(rule, set)
  const unit = thresholdUnit(rule.threshold)
  return (
    <form onSubmit={form.submit} aria-label={rule.name} className="grid gap-3 p-3 lg:grid-cols-[1fr_26rem]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {rule.name}
          <code className="text-xs font-normal text-ink-faint">{rule.id}</code>
          {!set.enabled && <Badge>off</Badge>}
        </h3>
        <p className="mt-0.5 max-w-[80ch]">{rule.means}</p>
        <p className="max-w-[80ch] text-ink-soft">{rule.advice}</p>
        <p className="mt-1 text-xs text-ink-faint">
          Warns when {rule.threshold.words} reaches {formatFigure(set.threshold, rule.threshold.unit)}
          {set.threshold !== rule.threshold.usual &&
            ` (as it comes: ${formatFigure(rule.threshold.usual, rule.threshold.unit)})`}
          .
        </p>
      </div>
      <div className="grid content-start gap-2 sm:grid-cols-[auto_8rem_1fr]">
        <label className="flex h-8 items-center gap-1.5 self-end text-[13px]">
          <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
          On<span className="sr-only">: {rule.name}</span>
        </label>
        <InputField
          label={`Threshold (${unit})`}
          inputMode="decimal"
          value={threshold}
          placeholder={thresholdText(rule.threshold.usual, rule.threshold.unit)}
          error={form.errors.threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
        <InputField
          label="Webhook URL"
          type="url"
          value={url}
          placeholder="none"
          error={form.errors.webhookUrl}
          onChange={(event) => setUrl(event.target.value)}
        />
        <div className="flex flex-wrap gap-2 sm:col-span-3 sm:justify-end">
          {set.webhookUrl && (
            <Button size="small" onClick={form.test} disabled={form.busy}>
              Send a test
            </Button>
          )}
          <Button type="submit" size="small" disabled={form.busy || !form.changed}>
            Save<span className="sr-only"> {rule.name}</span>
          </Button>
        </div>
      </div>
    </form>
  )
}

function useRuleForm(rule: HealthRule, set: RuleFormProps['set']) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const stored = set.threshold === rule.threshold.usual ? '' : thresholdText(set.threshold, rule.threshold.unit)
  const [enabled, setEnabled] = useState(set.enabled)
  const [threshold, setThreshold] = useState(stored)
  const [url, setUrl] = useState(set.webhookUrl ?? '')
  const onSettled = () => queryClient.invalidateQueries(trpc.health.pathFilter())
  const save = useMutation(
    trpc.health.save.mutationOptions({
      onSettled,
      onSuccess: () => toast.success(`“${rule.name}” is saved.`),
      onError: (error) => {
        if (!error.data?.fields) toast.error(error.message)
      },
    }),
  )
  const test = useMutation(
    trpc.health.test.mutationOptions({
      onSettled,
      onSuccess: () => toast.success('A test is on its way; how it went stands below.'),
      onError: (error) => toast.error(error.message),
    }),
  )
  const read = readThreshold(threshold, rule.threshold)
  const fields: Readonly<Record<string, string>> = save.error?.data?.fields ?? {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof read === 'string') return
    save.mutate({ rule: rule.id, enabled, threshold: read, webhookUrl: url.trim() || null })
  }
  return {
    ...{ enabled, setEnabled, threshold, setThreshold, url, setUrl, submit },
    errors: { threshold: typeof read === 'string' ? read : fields.threshold, webhookUrl: fields.webhookUrl },
    busy: save.isPending || test.isPending,
    changed: enabled !== set.enabled || threshold !== stored || url !== (set.webhookUrl ?? ''),
    test: () => test.mutate({ rule: rule.id }),
  }
}
