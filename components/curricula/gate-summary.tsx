import { percent } from '@/components/ui/format'
import type { Gate } from '@/server/core/curriculum/curriculum'
import { earliestPass } from '@/server/core/curriculum/earliest-pass'

/** A gate in words: when it looks, what it asks for, and from when on it can pass. */
export function GateSummary({ gate }: { gate: Gate }) {
  const points = Number((100 * gate.maxSlope).toPrecision(6))
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs tabular-nums">
      <Row name="Steps">
        {gate.minSteps}–{gate.maxSteps}; at the limit {gate.advanceAtLimit ? 'the next stage starts' : 'the run stops'}
      </Row>
      <Row name="Validates">
        every {gate.validateEvery} steps, {gate.validationSamples} samples a task
      </Row>
      <Row name="Passes">
        slope within ±{points} points a step over {gate.window} validations, above its start, gradient norm ±
        {percent(gate.maxGradientVariation, 0)}
      </Row>
      <Row name="Earliest">
        <GateReach gate={gate} />
      </Row>
    </dl>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="text-ink-soft">{children}</dd>
    </>
  )
}

/** The first step at which the gate can pass, or why it never can. */
export function GateReach({ gate }: { gate: Gate }) {
  const earliest = earliestPass(gate)
  if (earliest !== null) return <>step {earliest}</>
  const needed = (gate.window - 1) * gate.validateEvery
  return (
    <span className="text-warn">
      never: {gate.window} validations every {gate.validateEvery} steps need {needed} steps; it ends at its limit of{' '}
      {gate.maxSteps}
    </span>
  )
}
