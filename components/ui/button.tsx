import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const styles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-3.5',
  {
    variants: {
      look: {
        plain: 'border-line-strong bg-surface text-ink hover:bg-raised',
        primary: 'border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
        danger: 'border-line-strong bg-surface text-bad hover:bg-bad-soft',
        quiet: 'border-transparent text-ink-soft hover:bg-raised hover:text-ink',
      },
      size: { normal: 'h-8 px-3 text-[13px]', small: 'h-7 px-2 text-xs', icon: 'size-8' },
    },
    defaultVariants: { look: 'plain', size: 'normal' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof styles> & { asChild?: boolean }

export function Button({ look, size, asChild, className, type = 'button', ...rest }: ButtonProps) {
  const classes = cn(styles({ look, size }), className)
  return asChild ? <Slot.Root className={classes} {...rest} /> : <button type={type} className={classes} {...rest} />
}
