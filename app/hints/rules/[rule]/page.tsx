import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { RuleView } from '@/components/hints/rule-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'
import { scopeChoices } from '../../scope-choices'

interface RulePageProps {
  readonly params: Promise<{ rule: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Hint rule' }

export default async function RulePage({ params, searchParams }: RulePageProps) {
  const [{ rule }, query] = await Promise.all([params, searchParams])
  const scope = readScope(query)
  const [detail, choices] = await orNotFound(
    Promise.all([serverCaller.hints.rule({ rule: decodeURIComponent(rule), ...scope }), scopeChoices(scope)]),
  )
  return (
    <Page title={detail.rule} lead="One hint rule, and what followed it.">
      <HintsTabs here={null} scope={scope} />
      <RuleView detail={detail} scope={scope} choices={choices} />
    </Page>
  )
}
