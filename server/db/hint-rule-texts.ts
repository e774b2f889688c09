import { db } from './client'

/** A rule in the sets that have it, newest version of each set only. */
export async function listRuleTexts(rule: string) {
  const rows = await db().hintRule.findMany({
    where: { rule },
    orderBy: { setId: 'desc' },
    take: 50,
    select: {
      template: true,
      domain: true,
      tools: true,
      code: true,
      all: true,
      set: { select: { name: true, version: true, title: true } },
    },
  })
  const seen = new Set<string>()
  return rows.filter(({ set }) => {
    const isFirst = !seen.has(set.name)
    seen.add(set.name)
    return isFirst
  })
}
