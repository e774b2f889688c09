import { Download } from 'lucide-react'
import { Age } from '@/components/ui/age'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'
import { fileSize } from './file-size'
import type { TrackedData } from './run-tracked'

/** More are not drawn: nobody reads on, and clients list them all. */
const mostShown = 500

/** The run's files, each a download. */
export function RunFiles({ run, files }: { run: number; files: TrackedData['files'] }) {
  if (files.length === 0)
    return <EmptyState title="No files">What is logged with log_artifact can be downloaded here.</EmptyState>
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <>
      <TableFrame label="Files" className="max-h-96 overflow-y-auto">
        <Table>
          <thead>
            <tr>
              <Th>Path</Th>
              <Th numeric>Size</Th>
              <Th>Stored</Th>
            </tr>
          </thead>
          <tbody>
            {files.slice(0, mostShown).map(({ path, bytes: size, createdAt }) => (
              <tr key={path}>
                <Td className="min-w-40 font-mono text-xs break-all">
                  <a href={addressOf(run, path)} download className="inline-flex items-center gap-1.5 hover:underline">
                    <Download aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
                    {path}
                  </a>
                </Td>
                <Td numeric className="whitespace-nowrap">
                  {fileSize(size)}
                </Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <Age at={createdAt} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      <p className="px-3 py-2 text-xs text-ink-soft tabular-nums">
        {countOf(files.length, 'file')}, {fileSize(bytes)}
        {files.length > mostShown && `; the first ${mostShown} are shown`}
      </p>
    </>
  )
}

const addressOf = (run: number, path: string) =>
  `/runs/${run}/artifacts/${path.split('/').map(encodeURIComponent).join('/')}`
