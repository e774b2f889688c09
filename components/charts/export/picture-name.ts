/** A file's name from a chart's title: letters and digits with dashes between. */
export const pictureName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'chart'
