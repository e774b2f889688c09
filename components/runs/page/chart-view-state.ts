'use client'

import { useCallback, useMemo } from 'react'
import type { StepAxisKind } from '@/components/charts/step-axis'
import type { ValueAxis } from '@/components/charts/value-scale'
import type { Range } from '@/components/charts/zoom-keys'
import { useSearchState } from '@/components/data/use-search-state'
import { readChartView, smoothingInUrl, zoomInUrl } from './chart-view'

/** How the page's charts are looked at, kept in the URL, with what its controls need. */
export function useChartView() {
  const [query, change] = useSearchState()
  const read = readChartView(query)
  const { smoothing, across, valueAxis } = read
  const zoomText = zoomInUrl(read.zoom)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the range, which is a new array each time
  const zoom = useMemo(() => read.zoom, [zoomText])
  const view = useMemo(() => ({ smoothing, across, valueAxis, zoom }), [smoothing, across, valueAxis, zoom])
  const setZoom = useCallback((range: Range | null) => change({ zoom: zoomInUrl(range) }), [change])
  const onSmooth = useCallback((strength: number) => change({ smooth: smoothingInUrl(strength) }), [change])
  const controls = {
    ...view,
    onSmooth,
    // Another axis has another unit: the range of the old one means nothing on it.
    onAcross: (kind: StepAxisKind) => change({ x: kind === 'step' ? null : kind, zoom: null }),
    onValueAxis: (axis: ValueAxis) => change({ y: axis === 'log' ? 'log' : null }),
    onReset: () => setZoom(null),
  }
  return { view, setZoom, controls }
}
