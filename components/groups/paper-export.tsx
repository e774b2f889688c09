import { TableExport } from '@/components/compare/table-export'
import { type PaperArm, paperNumbers, paperTable } from '@/server/core/compare/paper-table'

/** The arms as a table for a paper. */
export function PaperExport({ arms, title }: { arms: readonly PaperArm[]; title: string }) {
  const caption = `${title}: means over seeds with 95 % intervals; differences and p-values against ${arms[0]?.label ?? 'the first arm'} on the same tasks.`
  return <TableExport table={paperTable(arms)} numbers={paperNumbers(arms)} caption={caption} name="arms" />
}
