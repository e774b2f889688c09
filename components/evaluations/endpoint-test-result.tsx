import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'

type Test = ApiOutput['endpoints']['test']

const names: Readonly<Record<Test['steps'][number]['what'], string>> = {
  models: 'Address and key',
  answer: 'Chat completion',
  calls: 'Calls',
  tokens: 'Tokens',
  stream: 'Stream',
}

const looks = {
  ok: { icon: CircleCheck, label: 'worked', tone: 'text-good' },
  warn: { icon: TriangleAlert, label: 'warning', tone: 'text-warn' },
  failed: { icon: CircleX, label: 'failed', tone: 'text-bad' },
} as const

/** What exactly worked and what failed, step by step. */
export function EndpointTestResult({ result }: { result: Test }) {
  return (
    <div role="status" className="mt-2 border-t border-line pt-2 text-xs">
      <p className={result.ok ? 'text-good' : 'text-bad'}>
        {result.ok ? 'It can be evaluated.' : 'An evaluation would fail; the steps say where.'}
      </p>
      <ul className="mt-1 grid gap-1">
        {result.steps.map(({ what, state, detail }) => {
          const { icon: Icon, label, tone } = looks[state]
          return (
            <li key={what} className="flex items-start gap-1.5">
              <Icon aria-label={label} className={`mt-0.5 size-3.5 shrink-0 ${tone}`} />
              <span className="min-w-0 break-words">
                <span className="font-medium">{names[what]}</span> <span className="text-ink-soft">{detail}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
