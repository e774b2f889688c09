import { describe, expect, it } from 'vitest'
import { prepareScatter } from '../prepare-scatter'
import { scatterSvg } from './scatter-svg'

describe('a scatter as vectors', () => {
  const dots = [
    { label: 'second #2', color: 'oklch(0.55 0.15 45)', x: 0.5, y: 0.4 },
    { label: 'first <b> #1', color: 'oklch(0.55 0.15 255)', x: 0.2, y: 0.1 },
  ]
  const svg = scatterSvg({ title: 'In & out', across: 'in', up: 'out', scatter: prepareScatter(dots), isDark: false })
  it('has a numbered dot for each row, and names them', () => {
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('1: first &lt;b&gt; #1')
    expect(svg).toContain('2: second #2')
  })
  it('has title, both axes in percent and the diagonal', () => {
    for (const text of ['In &amp; out', '>in<', '>out<', '20\u00a0%', 'stroke-dasharray="4 4"'])
      expect(svg).toContain(text)
  })
})
