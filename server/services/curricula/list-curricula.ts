import { listCurriculumVersions } from '@/server/db/curricula-versions'
import { isBuiltIn } from './built-in-names'

/** Every curriculum by name, newest version first. */
export async function listCurricula() {
  const rows = await listCurriculumVersions()
  return [...new Set(rows.map(({ name }) => name))].map((name) => {
    const versions = rows.filter((row) => row.name === name)
    return { name, isBuiltIn: isBuiltIn(name), runs: versions.reduce((sum, { runs }) => sum + runs, 0), versions }
  })
}
