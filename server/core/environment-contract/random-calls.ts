import type { Tool } from '@/server/core/environments/domain'
import type { ToolCall } from '@/server/core/environments/shared/call'
import { parseCall } from '@/server/core/environments/shared/call-parser'
import { deepCopy } from '@/server/core/environments/shared/containers'
import { float, type PyValue } from '@/server/core/environments/shared/values'
import type { Rng } from '@/server/core/rng'
import type { DomainSubject } from './domain-subject'

const oddValues: readonly PyValue[] = [null, true, false, 0, 1, -3, float(0.5), '', 'x', [], ['a'], new Map([['k', 1]])]

/** Most calls of one sequence. */
const longest = 14

/** Draws calls of a domain's tools, with arguments that mostly fit and sometimes do not. */
export class RandomCalls {
  private readonly known: readonly ToolCall[]
  private readonly seen = new Map<string, PyValue[]>()

  constructor(private readonly subject: DomainSubject) {
    this.known = Object.values(subject.ways).flatMap(({ calls }) => calls.map(parseCall))
    for (const { keyword } of this.known)
      for (const [name, value] of keyword) this.seen.set(name, [...(this.seen.get(name) ?? []), value])
  }

  draw(rng: Rng): ToolCall[] {
    return Array.from({ length: rng.int(longest + 1) }, () => this.call(rng))
  }

  /** A known call, or one that is made up; a domain in which nothing can go wrong has no known ones. */
  private call(rng: Rng): ToolCall {
    if (this.known.length > 0 && rng.int(7) < 2) return copied(rng.pick(this.known))
    const tool = rng.pick(this.subject.domain.tools)
    return copied({ name: tool.name, positional: [], keyword: tool.parameters.map((own) => this.argument(own, rng)) })
  }

  private argument({ name, default: usual }: Tool<unknown>['parameters'][number], rng: Rng): [string, PyValue] {
    const fitting = [...(this.seen.get(name) ?? []), ...(usual === undefined ? [] : [usual])]
    const mostly = fitting.length > 0 ? fitting : oddValues
    return [name, rng.pick(rng.int(6) < 5 ? mostly : oddValues)]
  }
}

/** Every call has arguments of its own, as parsed calls do. */
const copied = (call: ToolCall): ToolCall => ({
  ...call,
  keyword: call.keyword.map(([name, value]) => [name, deepCopy(value)]),
})
