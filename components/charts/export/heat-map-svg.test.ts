import { describe, expect, it } from 'vitest'
import { prepareHeatMap } from '../prepare-heat-map'
import { heatMapSvg } from './heat-map-svg'

const turns = new Map([
  [
    0,
    [
      [1, 0],
      [2, 1],
    ] as [number, number][],
  ],
  [1, [[2, 0.5]] as [number, number][]],
])

describe('the heat map as vectors', () => {
  const svg = heatMapSvg('Turns & steps', prepareHeatMap({ turns, columns: 10 }))
  it('has a cell for each turn and step, as dark as its reward, and says where nothing was played', () => {
    const cells = [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="334.2"[^>]*>/g)].map(([cell]) => cell)
    expect(cells).toHaveLength(4)
    expect(cells.map((cell) => /fill-opacity="([\d.]+)"/.exec(cell)?.[1])).toEqual(['0.06', '1', undefined, '0.53'])
  })
  it('has title, axes and a key', () => {
    for (const text of ['Turns &amp; steps', 'training step', '>turn<', 'mean turn reward']) expect(svg).toContain(text)
  })
})
