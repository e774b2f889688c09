import type { JsonValue } from '@/server/core/environments/domain'
import { stateTree } from './state-tree'
import { type SideWords, StateTreeView } from './state-tree-view'

type WholeState = Readonly<Record<string, { readonly [attribute: string]: JsonValue }>>

interface DomainStatesProps {
  /** Domain → attribute → value, of the two sides. */
  readonly expected: WholeState
  readonly actual: WholeState
  /** Said of a domain in which nothing differs. */
  readonly equal: string
  readonly words?: SideWords
}

/** Two whole states domain by domain: open where they differ, equal attributes folded into a line. */
export function DomainStates({ expected, actual, equal, words }: DomainStatesProps) {
  return Object.keys({ ...expected, ...actual }).map((domain) => {
    const [wanted, got] = [expected[domain] ?? {}, actual[domain] ?? {}]
    const nodes = Object.keys({ ...wanted, ...got }).map((name) => stateTree(name, wanted[name], got[name]))
    return (
      <section key={domain} aria-label={domain} className="min-w-0">
        <p className="mb-1 text-xs font-medium">
          {domain}{' '}
          {nodes.every(({ look }) => look === 'same') && <span className="font-normal text-ink-faint">{equal}</span>}
        </p>
        <StateTreeView nodes={nodes} {...(words ? { words } : {})} />
      </section>
    )
  })
}
