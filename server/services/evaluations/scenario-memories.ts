import type { MemoryEntry } from '@/server/core/tasks/memory-entry'
import { untilReachable } from '@/server/db/connection-loss'
import { findMemory, storeMemory } from '@/server/db/evaluation-jobs-memories'

/** Whole conversations hang on it: a database that restarts is waited for. */
const patiently = <T>(work: () => Promise<T>): Promise<T> => untilReachable(work, () => true)

type Files = ReadonlyMap<string, string>

/** What the conversations of each scenario left behind, once a repeat; kept in the database, so that nothing is said twice. */
export class ScenarioMemories {
  private readonly known = new Map<string, Promise<Files>>()

  constructor(private readonly runId: number) {}

  /** @param converse plays the scenario's conversations; asked by whoever comes first, again after a failure */
  of(entry: MemoryEntry, repeat: number, converse: () => Promise<Files>): Promise<Files> {
    const name = `${entry.backend}/${entry.scenario}/${repeat}`
    const known = this.known.get(name) ?? this.make(name, converse)
    this.known.set(name, known)
    known.catch(() => this.known.delete(name))
    return known
  }

  private async make(name: string, converse: () => Promise<Files>): Promise<Files> {
    const stored = await patiently(() => findMemory(this.runId, name))
    if (stored !== null) return stored
    const files = await converse()
    await patiently(() => storeMemory(this.runId, name, files))
    return files
  }
}
