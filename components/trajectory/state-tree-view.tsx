import { ChevronRight } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { JsonValue } from '@/server/core/environments/domain'
import { FoldedText } from './folded-text'
import { countDifferences, type StateNode } from './state-tree'

const signs = {
  expected: { sign: '−', className: 'bg-bad-soft' },
  actual: { sign: '+', className: 'bg-good-soft' },
} as const

/** What the two sides are: the first two are said to who cannot see the colours. */
export interface SideWords {
  readonly expected: string
  readonly actual: string
  /** What one and several of the places are in which they differ. */
  readonly places: readonly [one: string, several: string]
}
const againstExpected: SideWords = {
  expected: 'expected, not there: ',
  actual: 'there, not expected: ',
  places: ['difference', 'differences'],
}

interface StateTreeViewProps {
  readonly nodes: readonly StateNode[]
  readonly words?: SideWords
}

/** Two states as a tree, open where they differ; equal members are folded into one line. */
export function StateTreeView({ nodes, words = againstExpected }: StateTreeViewProps) {
  const same = nodes.filter(({ look }) => look === 'same')
  return (
    <ul className="grid min-w-0 gap-0.5 font-mono text-xs">
      {nodes
        .filter(({ look }) => look !== 'same')
        .map((node) => (
          <li key={node.key} className="min-w-0">
            <Node node={node} words={words} />
          </li>
        ))}
      {same.length > 0 && (
        <li className="min-w-0">
          <Same nodes={same} />
        </li>
      )}
    </ul>
  )
}

function Node({ node, words }: { node: StateNode; words: SideWords }) {
  if (node.look !== 'inside') return <Leaf node={node} words={words} />
  const count = countDifferences(node)
  return (
    <details open className="group min-w-0">
      <summary className="flex min-h-6 w-fit cursor-pointer items-center gap-1 rounded hover:bg-raised">
        <ChevronRight
          aria-hidden
          className="size-3 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
        />
        <span className="break-all font-medium">{node.key}</span>
        <span className="font-sans text-ink-faint">
          {count} {words.places[count === 1 ? 0 : 1]}
        </span>
      </summary>
      <div className="ml-1.5 border-l border-line pl-2.5">
        <StateTreeView nodes={node.children} words={words} />
      </div>
    </details>
  )
}

function Leaf({ node: { key, expected, actual }, words }: { node: StateNode; words: SideWords }) {
  return (
    <div className="min-w-0 pl-4">
      {expected !== undefined && <Side name={key} side="expected" value={expected} says={words.expected} />}
      {actual !== undefined && <Side name={key} side="actual" value={actual} says={words.actual} />}
    </div>
  )
}

interface SideProps {
  readonly name: string
  readonly side: keyof typeof signs
  readonly value: JsonValue
  readonly says: string
}

function Side({ name, side, value, says }: SideProps) {
  const { sign, className } = signs[side]
  return (
    <div className={cn('flex min-w-0 gap-2 rounded-sm px-1', className)}>
      <span aria-hidden className="select-none">
        {sign}
      </span>
      <span className="shrink-0 max-w-[40%] break-all text-ink-soft">
        <span className="sr-only">{says}</span>
        {name}:
      </span>
      <FoldedText text={JSON.stringify(value)} name="value" className="flex-1" />
    </div>
  )
}

function Same({ nodes }: { nodes: readonly StateNode[] }) {
  return (
    <details className="group min-w-0">
      <summary className="flex min-h-6 w-fit max-w-full cursor-pointer items-center gap-1 rounded text-ink-faint hover:bg-raised">
        <ChevronRight aria-hidden className="size-3 shrink-0 transition-transform group-open:rotate-90" />
        <span className="font-sans whitespace-nowrap">{nodes.length} equal</span>
        <span className="min-w-0 truncate">{nodes.map(({ key }) => key).join(', ')}</span>
      </summary>
      <ul className="ml-1.5 grid gap-0.5 border-l border-line pl-2.5">
        {nodes.map(({ key, actual }) => (
          <li key={key} className="flex min-w-0 gap-2 px-1 text-ink-soft">
            <span className="shrink-0 max-w-[40%] break-all">{key}:</span>
            <FoldedText text={JSON.stringify(actual ?? null)} name="value" className="flex-1" />
          </li>
        ))}
      </ul>
    </details>
  )
}
