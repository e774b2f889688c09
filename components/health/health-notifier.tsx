'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useRunChanges } from '@/components/data/live'
import { useTRPCClient } from '@/components/data/trpc'
import { useSerial } from '@/components/data/use-serial'
import { findHealthRule } from '@/server/core/health/health-rules'
import { useNotificationChoice } from './notification-choice'

const everyMs = 2000

/** Shows a notification for every warning that opens, where this browser was asked to. Draws nothing. */
export function HealthNotifier() {
  return useNotificationChoice() === 'on' ? <Notifying /> : null
}

function Notifying() {
  const client = useTRPCClient()
  const last = useRef<number | null>(null)
  const ask = useSerial(
    useCallback(async () => {
      const opened = await client.health.opened.query({ after: last.current })
      last.current = opened.last
      for (const finding of opened.findings) show(finding)
    }, [client]),
  )
  useEffect(ask, [ask])
  useRunChanges('any', ask, everyMs)
  return null
}

interface Opened {
  readonly id: number
  readonly run: number
  readonly runName: string
  readonly rule: string
  readonly openedStep: number
}

function show({ id, run, runName, rule: ruleId, openedStep }: Opened): void {
  const rule = findHealthRule(ruleId)
  // Every open tab is told; the tag makes their notifications one.
  const notification = new Notification(`${rule?.name ?? ruleId}: ${runName} #${run}`, {
    body: `Step ${openedStep}. ${rule?.means ?? ''}`,
    tag: `envtune-finding-${id}`,
  })
  notification.onclick = () => {
    window.focus()
    window.location.assign(`/runs/${run}`)
  }
}
