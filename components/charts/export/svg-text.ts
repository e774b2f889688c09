type Attributes = Readonly<Record<string, string | number | undefined>>

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/** Two decimals are finer than any printer. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)

/** An element; what is undefined is left out. Children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  )
  return children.length > 0 ? `<${name}${said.join('')}>${children.join('')}</${name}>` : `<${name}${said.join('')}/>`
}

/** A text; in it nothing is markup. */
export const words = (attributes: Attributes, text: string): string => element('text', attributes, escaped(text))

/** A whole drawing on white, in a type that every program has. */
export function drawing(width: number, height: number, title: string, parts: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height, viewBox: `0 0 ${written(width)} ${written(height)}` },
      ...{ 'font-family': 'Inter, Helvetica, Arial, sans-serif', 'font-size': 11 },
    },
    element('title', {}, escaped(title)),
    element('rect', { width, height, fill: '#ffffff' }),
    ...parts,
  )
}
