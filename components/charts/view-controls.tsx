'use client'

import { Keyboard } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { chartKeys } from './chart-keys'
import { SmoothingSlider } from './smoothing-slider'
import { axisWords, type StepAxisKind, stepAxisKinds } from './step-axis'
import type { ValueAxis } from './value-scale'
import type { Range } from './zoom-keys'

interface ViewControlsProps {
  readonly smoothing: number
  readonly across: StepAxisKind
  readonly valueAxis: ValueAxis
  readonly zoom: Range | null
  /** What can run across; absent: everything. */
  readonly offered?: readonly StepAxisKind[]
  /** False: nothing is smoothed. */
  readonly smooths?: boolean
  readonly onSmooth: (strength: number) => void
  readonly onAcross: (kind: StepAxisKind) => void
  readonly onValueAxis: (axis: ValueAxis) => void
  readonly onReset: () => void
}

const acrossNames: Readonly<Record<StepAxisKind, string>> = {
  step: 'Steps',
  episodes: 'Episodes',
  time: 'Wall time',
}
const settledMs = 300

/** How all charts of a page are looked at: smoothing, what runs across, a logarithmic axis, back from a zoom, keys. */
export function ViewControls(props: ViewControlsProps) {
  const { across, valueAxis, zoom, offered = stepAxisKinds, smooths = true, onSmooth, onAcross, onValueAxis } = props
  const [smoothing, setSmoothing] = useState(props.smoothing)
  // Browsers allow few address changes a second: the slider's end position is what counts.
  useEffect(() => {
    const timer = setTimeout(() => onSmooth(smoothing), settledMs)
    return () => clearTimeout(timer)
  }, [smoothing, onSmooth])
  return (
    <>
      {smooths && <SmoothingSlider value={smoothing} onChange={setSmoothing} />}
      <label className="flex items-center gap-1.5">
        Across
        <select
          value={across}
          onChange={(event) => onAcross(offered.find((kind) => kind === event.target.value) ?? 'step')}
          className="h-7 rounded-md border border-line-strong bg-surface px-1.5 text-ink"
        >
          {offered.map((kind) => (
            <option key={kind} value={kind}>
              {acrossNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <Button
        size="small"
        aria-pressed={valueAxis === 'log'}
        title="Logarithmic; where there are zeros or negative values, linear near zero (symlog)"
        onClick={() => onValueAxis(valueAxis === 'log' ? 'linear' : 'log')}
        className={cn(valueAxis === 'log' && 'border-accent bg-accent-soft text-accent')}
      >
        Log
      </Button>
      <KeysHelp />
      {zoom && (
        <Button size="small" onClick={props.onReset}>
          Reset zoom ({axisWords[across].tick(zoom[0])}–{axisWords[across].tick(zoom[1])})
        </Button>
      )}
    </>
  )
}

/** What a chart does on which key and on which movement of the mouse. */
function KeysHelp() {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button look="quiet" size="small">
          <Keyboard aria-hidden />
          Chart keys
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={8}
          aria-label="Keys of a chart"
          className="z-40 w-80 max-w-[calc(100vw-1rem)] rounded-md border border-line-strong bg-surface p-3 text-xs shadow-lg"
        >
          <p className="mb-2 text-ink-soft">Tab comes to a chart; then:</p>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1.5">
            {chartKeys.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="min-w-5 rounded border border-line-strong bg-raised px-1 text-center">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd className="text-ink-soft">{does}</dd>
              </div>
            ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
