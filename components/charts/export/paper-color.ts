/** What the dark theme adds to the lightness of a line's colour: on white paper it is taken off again. */
const darkThemeAdds = 0.21
const ink = '#333333'

/** A line's colour as it is printed on white: sRGB, which every program reads. What is no oklch colour is ink. */
export function paperColor(color: string, isDark: boolean): string {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(color)
  if (!parts) return ink
  const lightness = Number(parts[1]) - (isDark ? darkThemeAdds : 0)
  return srgb(lightness, Number(parts[2]), (Number(parts[3]) * Math.PI) / 180)
}

/** Oklch to sRGB (Björn Ottosson's Oklab); what lies outside is cut off. */
function srgb(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map((value) => byteOf(value).toString(16).padStart(2, '0')).join('')}`
}

function byteOf(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, value)))
}
