import type { ApiOutput } from '@/components/data/api-types'
import { TestSteps } from '@/components/ui/test-steps'

const names: Readonly<Record<string, string>> = {
  dashboard: 'Dashboard',
  jobs: 'Job interface',
  upload: 'Upload',
  submit: 'Submission',
  job: 'Tiny job',
  environment: 'From there: environment server',
  tracking: 'From there: tracking server',
  checkpoints: 'From there: checkpoint folder',
  trl: 'Engine TRL',
  verl: 'Engine verl',
  python: 'Python of the job',
}

/** Whether a run can be launched on a backend, and what of it failed. */
export const TestResult = ({ result: { ok, steps } }: { result: ApiOutput['backends']['test'] }) => (
  <TestSteps
    ok={ok}
    verdict={ok ? 'A run can be launched here.' : 'A run would fail here; the steps say where.'}
    steps={steps.map(({ what, ok: worked, detail }) => ({
      name: names[what] ?? what,
      state: worked ? 'ok' : 'failed',
      detail,
    }))}
    className="border-b border-line px-3 py-2"
  />
)
