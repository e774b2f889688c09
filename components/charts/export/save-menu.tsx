'use client'

import { Download } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { pictureName } from './picture-name'
import { savePng, saveSvg } from './save-picture'

interface SaveMenuProps {
  readonly title: string
  /** Makes the SVG document; only when somebody asks for it. */
  readonly draw: () => string
}

/** Saves a chart as an image or as vectors, on white, with title, axes and legend. */
export function SaveMenu({ title, draw }: SaveMenuProps) {
  const name = pictureName(title)
  const savers = [
    { label: 'PNG image', save: () => savePng(draw(), name) },
    { label: 'SVG vectors', save: async () => saveSvg(draw(), name) },
  ]
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button
          look="quiet"
          size="icon"
          className="size-6"
          aria-label={`Save the chart ${title}`}
          title="Save as PNG or SVG"
        >
          <Download aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-40 min-w-36 rounded-md border border-line bg-surface p-1 shadow-lg"
        >
          {savers.map(({ label, save }) => (
            <DropdownMenu.Item
              key={label}
              onSelect={() => save().catch((error: unknown) => toast.error(`Not saved: ${String(error)}`))}
              className="cursor-pointer rounded px-2 py-1.5 outline-none data-[highlighted]:bg-raised"
            >
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
