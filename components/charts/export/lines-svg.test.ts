import { describe, expect, it } from 'vitest'
import { prepareLines } from '../prepare-lines'
import { axisWords } from '../step-axis'
import { linesSvg } from './lines-svg'

const lines = [
  {
    label: 'whole <method> & more',
    color: 'oklch(0.55 0.15 255)',
    points: [
      [0, 0],
      [5, Number.NaN],
      [10, 1],
    ] as const,
    dash: [5, 3],
  },
  {
    label: 'coarse',
    color: 'oklch(0.55 0.15 45)',
    points: [[10, 0.5]] as const,
    extremes: [
      [0, 0.2, 0.4],
      [10, 0.3, 0.7],
    ] as const,
  },
]

function pictureOf(valueAxis: 'linear' | 'log' = 'linear') {
  const prepared = prepareLines(lines, { axis: valueAxis })
  return linesSvg({
    ...{ title: 'Reward "of" a & b', lines, prepared, rows: prepared.rows, isSmoothed: true, valueLabel: 'share' },
    ...{ stages: [{ from: 0, to: 8, label: 'hints' }], range: [0, 10] as const, across: axisWords.step },
    ...{ show: String, isDark: false },
  })
}

describe('a chart as vectors', () => {
  it('has title, axis labels, stages and legend, and nothing in them is markup', () => {
    const svg = pictureOf()
    for (const text of [
      'Reward &quot;of&quot; a &amp; b',
      'whole &lt;method&gt; &amp; more',
      'training step',
      '>share<',
      '>hints<',
    ])
      expect(svg).toContain(text)
    expect(svg).toContain('fill="#ffffff"')
  })
  it('draws lines as paths in plain colours: the raw one faintly, the band filled, dashes kept', () => {
    const svg = pictureOf()
    expect(svg).not.toContain('oklch')
    expect(svg).not.toContain('<image')
    expect(svg.match(/stroke-opacity="0.25"/g)).toHaveLength(2)
    expect(svg.match(/fill-opacity="0.16"/g)).toHaveLength(1)
    expect(svg).toContain('stroke-dasharray="5 3"')
  })
  it('leaves a gap where a value is not finite, and marks it', () => {
    const svg = pictureOf()
    expect(svg).toMatch(/d="M74\.00 [\d.]+M742\.00 /)
    expect(svg).toContain('>NaN<')
  })
  it('says the rule of a logarithmic axis that has a zero', () => {
    expect(pictureOf('log')).toContain('symlog (linear within ±0.1)')
  })
  it('is a document that a parser reads', () => {
    const svg = pictureOf()
    const opened = [...svg.matchAll(/<(\w+)(?:\s[^>]*?)?(\/?)>/g)].filter(([, , closed]) => closed === '')
    const ended = [...svg.matchAll(/<\/(\w+)>/g)]
    expect(opened.map(([, name]) => name).sort()).toEqual(ended.map(([, name]) => name).sort())
  })
})
