import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Dense table parts; scrolls sideways inside its panel rather than widening the page. */
export function TableFrame({ className, label, ...rest }: ComponentProps<'div'> & { label: string }) {
  return (
    // A scrollable region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need a tab stop
    <section aria-label={label} tabIndex={0} className={cn('relative overflow-x-auto', className)} {...rest} />
  )
}

export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cn('w-full border-collapse text-left', className)} {...rest} />
}

export function Th({ className, numeric, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        'h-8 whitespace-nowrap border-b border-line px-3 text-xs font-medium text-ink-faint',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  )
}

export function Td({ className, numeric, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn('h-9 border-b border-line px-3 py-1 align-middle', numeric && 'text-right tabular-nums', className)}
      {...rest}
    />
  )
}
