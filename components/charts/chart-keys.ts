/** What a focused chart does on which key; the mouse's ways stand below. */
export const chartKeys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['←', '→'], does: 'move the cursor along the points' },
  { keys: ['↑', '↓'], does: 'go to another line' },
  { keys: ['Home', 'End'], does: 'first and last shown point' },
  { keys: ['+', '−'], does: 'zoom about the cursor' },
  { keys: ['⇧←', '⇧→'], does: 'pan' },
  { keys: ['0', 'Esc'], does: 'show everything' },
  { keys: ['Enter'], does: 'open the point’s episodes' },
  { keys: ['drag'], does: 'zoom; double-click shows everything' },
  { keys: ['click'], does: 'open the nearest point’s episodes' },
]
