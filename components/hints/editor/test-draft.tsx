'use client'

import { GitFork } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { DraftRule } from '@/server/core/hints/draft-rule'
import { newForkTestHref, setText, targetOfRule } from '../fork-tests/fork-tests-href'

interface TestDraftProps {
  readonly draft: number
  readonly rule: DraftRule
  /** The run whose failing calls are looked at; null: all runs. */
  readonly run: number | null
  /** Waits until everything is stored. */
  readonly settle: () => Promise<unknown>
}

/** Opens a fork test of the draft as it stands, on recorded failing calls with the open rule's error. */
export function TestDraft({ draft, rule, run, settle }: TestDraftProps) {
  const router = useRouter()
  const [isLeaving, setLeaving] = useState(false)
  const leave = async () => {
    setLeaving(true)
    try {
      await settle()
      router.push(newForkTestHref({ run, target: targetOfRule(rule), set: setText({ draft }) }))
    } catch {
      // that it could not be stored is said above the rules
      setLeaving(false)
    }
  }
  return (
    <Button
      size="small"
      disabled={isLeaving}
      title="Plays recorded failing calls on with this draft and without a hint, before it is saved"
      onClick={leave}
    >
      <GitFork aria-hidden /> Test causally
    </Button>
  )
}
