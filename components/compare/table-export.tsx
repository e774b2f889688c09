'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { latexOf } from '@/server/core/tables/latex'
import { markdownOf } from '@/server/core/tables/markdown'
import type { PlainTable } from '@/server/core/tables/plain-table'
import { TableDownload } from './table-download'

interface TableExportProps {
  /** For people: Markdown and LaTeX to copy. */
  readonly table: PlainTable
  /** For programs, with all digits: CSV to keep. */
  readonly numbers: PlainTable
  readonly caption: string
  /** Of the file, without its ending. */
  readonly name: string
}

/** Takes a table elsewhere. */
export function TableExport({ table, numbers, caption, name }: TableExportProps) {
  return (
    <>
      <CopyButton text={markdownOf(table)} label="Markdown" />
      <CopyButton text={latexOf(table, caption)} label="LaTeX" />
      <TableDownload table={numbers} name={name} />
    </>
  )
}
