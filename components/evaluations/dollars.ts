import { missing } from '@/components/ui/format'

/** US dollars with as many digits as say something; an unknown cost is a dash, never 0. */
export function dollars(cost: number | null | undefined): string {
  if (cost == null) return missing
  if (cost > 0 && cost < 0.01) return '< $0.01'
  return `$${cost.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** 1,234,567 → `1.23 M`. */
export function tokens(count: number): string {
  if (count < 10_000) return Math.round(count).toLocaleString('en-US')
  return count < 1_000_000 ? `${(count / 1000).toPrecision(3)} k` : `${(count / 1_000_000).toPrecision(3)} M`
}
