import { describe, expect, it } from 'vitest'
import { readChartView, smoothingInUrl, usualSmoothing, zoomInUrl } from './chart-view'

const read = (text: string) => readChartView(new URLSearchParams(text))
const usual = { smoothing: usualSmoothing, zoom: null, across: 'step', valueAxis: 'linear' }

describe('the charts’ view in the URL', () => {
  it('comes back as it was', () => {
    expect(read(`smooth=${smoothingInUrl(0.85)}&zoom=${zoomInUrl([9.7, 60.2])}&x=time&y=log`)).toEqual({
      ...{ smoothing: 0.85, zoom: [9, 61], across: 'time', valueAxis: 'log' },
    })
    expect(read('smooth=0')).toEqual({ ...usual, smoothing: 0 })
  })
  it('needs no words for what is usual', () => {
    expect([smoothingInUrl(usualSmoothing), zoomInUrl(null)]).toEqual([null, null])
    expect(read('')).toEqual(usual)
  })
  it.each(['smooth=2', 'smooth=x', 'smooth=', 'zoom=9-3', 'zoom=a-b', 'zoom=5', 'x=y', 'y=x'])(
    'leaves out %s',
    (text) => {
      expect(read(text)).toEqual(usual)
    },
  )
})
