import type { ComponentProps } from 'react'
import { cn } from './cn'

const look =
  'min-w-0 max-w-full rounded-md border border-line-strong bg-surface text-ink placeholder:text-ink-faint aria-invalid:border-bad disabled:opacity-60'
const line = `h-8 px-2 text-[13px] ${look}`

/** An input by itself, for bars and rows: it needs an `aria-label`. With a label it is an `InputField`. */
export function Input({ className, ...input }: ComponentProps<'input'>) {
  return <input className={cn(line, className)} {...input} />
}

/** A select by itself, as `Input`. */
export function Select({ className, ...select }: ComponentProps<'select'>) {
  return <select className={cn(line, className)} {...select} />
}

/** Several lines of text; `TextAreaField` has a label. */
export function TextArea({ className, ...area }: ComponentProps<'textarea'>) {
  return <textarea className={cn('block w-full p-2 text-[13px]', look, className)} {...area} />
}
