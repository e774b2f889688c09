import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { findHealthRule } from '@/server/core/health/health-rules'

/** Rules that warn, by name; nothing where none does. */
export function HealthBadges({ rules }: { rules: readonly string[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {rules.map((id) => {
        const rule = findHealthRule(id)
        const critical = rule?.severity === 'critical'
        return (
          <Badge key={id} tone={critical ? 'bad' : 'warn'} title={rule?.means}>
            {critical ? <OctagonAlert aria-hidden /> : <TriangleAlert aria-hidden />}
            {rule?.name ?? id}
          </Badge>
        )
      })}
    </span>
  )
}
