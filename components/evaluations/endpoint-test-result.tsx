import type { ApiOutput } from '@/components/data/api-types'
import { TestSteps } from '@/components/ui/test-steps'

type Test = ApiOutput['endpoints']['test']

const names: Readonly<Record<Test['steps'][number]['what'], string>> = {
  models: 'Address and key',
  answer: 'Chat completion',
  calls: 'Calls',
  tokens: 'Tokens',
  stream: 'Stream',
}

/** Whether an endpoint can be evaluated, and what of it failed. */
export const EndpointTestResult = ({ result: { ok, steps } }: { result: Test }) => (
  <TestSteps
    ok={ok}
    verdict={ok ? 'It can be evaluated.' : 'An evaluation would fail; the steps say where.'}
    steps={steps.map(({ what, state, detail }) => ({ name: names[what], state, detail }))}
    className="mt-2 border-t border-line pt-2 text-xs"
  />
)
