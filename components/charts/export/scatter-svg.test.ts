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
  it('draws the way of a picked dot, each place named', () => {
    const place = (short: string, x: number) => ({ short, label: short, x, y: 0.3, href: '/' })
    const lined = { label: 'x', color: 'red', x: 0.5, y: 0.3, path: [place('untrained', 0.1), place('final', 0.5)] }
    const scatter = prepareScatter([lined])
    const drawn = (way: typeof lined | undefined) =>
      scatterSvg({ title: 't', across: 'in', up: 'out', scatter, isDark: false, lined: way })
    const lines = (text: string) => text.match(/<line/g)?.length ?? 0
    expect(lines(drawn(lined))).toBe(lines(drawn(undefined)) + 1)
    expect(drawn(lined)).toContain('>untrained<')
  })
})
