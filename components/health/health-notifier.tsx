'use client'

import { useEffect, useRef } from 'react'
import { useRunChanges } from '@/components/data/live'
import { useTRPCClient } from '@/components/data/trpc'
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
  const asking = useRef(false)
  const ask = async () => {
    if (asking.current) return
    asking.current = true
    try {
      const opened = await client.health.opened.query({ after: last.current })
      last.current = opened.last
      for (const finding of opened.findings) show(finding)
    } catch {
      // asked again at the next change
    } finally {
      asking.current = false
    }
  }
  const first = useRef(ask)
  useEffect(() => {
    void first.current()
  }, [])
  useRunChanges('any', () => void ask(), everyMs)
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
