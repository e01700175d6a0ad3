import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes Naast's themes of municipalities from the design token packages they publish: `node tools/prune-theme.ts`.
 * Of some two thousand tokens the few that carry a colour or a shape in Naast are taken, their references resolved
 * to plain values. Type sizes, spacing and the focus ring stay ours: they are what makes a page readable and
 * touchable. A colour that can't be read on its background is left out, whoever's it is.
 *
 * Logos and typefaces are not taken: they are not ours to pass on (docs/decisions/0004-municipal-themes.md).
 */
interface Theme {
  readonly name: string
  readonly from: string
  readonly notice: string
  /** Our token → the municipality's token that plays this part. */
  readonly tokens: Readonly<Record<string, string>>
}

const themes: readonly Theme[] = [
  {
    name: 'denhaag',
    from: 'node_modules/@gemeente-denhaag/design-tokens-components/dist/theme/index.css',
    notice: 'Colours and shapes of Gemeente Den Haag, © 2021 Gemeente Den Haag, EUPL-1.2.',
    tokens: {
      '--naast-page': '--denhaag-color-white',
      '--naast-surface': '--denhaag-color-white',
      '--naast-sunken': '--denhaag-color-grey-1',
      '--naast-text': '--utrecht-document-color',
      '--naast-quiet': '--denhaag-color-grey-4',
      '--naast-line': '--denhaag-color-grey-2',
      '--naast-primary': '--utrecht-button-primary-action-background-color',
      '--naast-primary-hover': '--utrecht-button-primary-action-hover-background-color',
      '--naast-primary-soft': '--denhaag-color-green-1',
      '--naast-link': '--utrecht-link-color',
      '--naast-radius': '--utrecht-textbox-border-radius',
    },
  },
  {
    name: 'rotterdam',
    from: 'node_modules/@nl-design-system-unstable/rotterdam-design-tokens/dist/design-tokens.css',
    notice:
      'Colours of Gemeente Rotterdam, © 2021 Gemeente Rotterdam. For pages of that municipality, or with its leave, only.',
    tokens: {
      '--naast-page': '--rotterdam-color-base-white',
      '--naast-surface': '--rotterdam-color-base-white',
      '--naast-sunken': '--rotterdam-color-gray-tint-01',
      '--naast-text': '--rotterdam-color-base-black',
      '--naast-quiet': '--rotterdam-color-gray-tint-10',
      '--naast-line': '--rotterdam-color-gray-tint-04',
      '--naast-primary': '--rotterdam-color-green-tint-01',
      '--naast-primary-hover': '--rotterdam-color-green-tint-03',
      '--naast-primary-soft': '--rotterdam-color-soft-green-tint-01',
      '--naast-link': '--utrecht-link-hover-color',
      '--naast-radius': '--utrecht-form-control-border-radius',
      '--utrecht-button-primary-action-background-color': '--utrecht-button-primary-action-background-color',
      '--utrecht-button-primary-action-border-color': '--utrecht-button-primary-action-background-color',
      '--utrecht-button-primary-action-hover-background-color':
        '--utrecht-button-primary-action-hover-background-color',
      '--utrecht-button-primary-action-hover-border-color':
        '--utrecht-button-primary-action-hover-background-color',
    },
  },
]

/** What must be readable on what, as WCAG 2.2 counts it: text 4.5, other things 3. */
const readable: readonly (readonly [string, string, number])[] = [
  ['--naast-text', '--naast-page', 4.5],
  ['--naast-quiet', '--naast-page', 4.5],
  ['--naast-quiet', '--naast-sunken', 4.5],
  ['--naast-link', '--naast-page', 4.5],
  ['--naast-link', '--naast-primary-soft', 4.5],
  ['--naast-primary', 'white', 4.5],
  ['--naast-primary-hover', 'white', 4.5],
  ['--utrecht-button-primary-action-background-color', 'white', 4.5],
  ['--utrecht-button-primary-action-hover-background-color', 'white', 4.5],
]

export type Tokens = ReadonlyMap<string, string>

/** All tokens of a stylesheet, the last value of each. */
export const tokensIn = (css: string): Tokens =>
  new Map(
    [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)].map(
      ([, name, value]) => [name ?? '', (value ?? '').trim()],
    ),
  )

/** A token's plain value, through all references; `null` if one leads nowhere or round. */
export function resolve(tokens: Tokens, name: string, depth = 0): string | null {
  const value = tokens.get(name)
  if (value === undefined || depth > 20) return null
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return reference ? resolve(tokens, reference, depth + 1) : value
}

/** Red, green and blue from `#abc`, `#aabbcc`, `hsl(…)` or `rgb(…)`; `null` for anything else. */
export function colourOf(value: string): readonly [number, number, number] | null {
  if (value === 'white') return [255, 255, 255]
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1]
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
    return [part(0), part(2), part(4)]
  }
  const hsl = /^hsla?\(([\d.]+)[\s,]+([\d.]+)%[\s,]+([\d.]+)%/.exec(value)
  if (hsl) {
    const [hue = 0, saturation = 0, lightness = 0] = hsl.slice(1).map(Number)
    const chroma = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100)
    const part = (offset: number) => {
      const k = (offset + hue / 30) % 12
      return Math.round(255 * (lightness / 100 - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
    }
    return [part(0), part(8), part(4)]
  }
  const [red, green, blue] = (/^rgb\(([^)]*)\)$/.exec(value)?.[1] ?? '').split(/[\s,]+/).map(Number)
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue]
}

/** The contrast ratio of WCAG 2.2 between two colours, 1 to 21. */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (colour: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The theme as a stylesheet. It is a light theme: who prefers dark gets our own dark colours. */
export function themeCss(theme: Theme, source: string): string {
  const tokens = tokensIn(source)
  const taken = new Map<string, string>()
  for (const [ours, theirs] of Object.entries(theme.tokens)) {
    const value = resolve(tokens, theirs)
    if (value === null) throw new Error(`${theme.name}: ${theirs} has no plain value`)
    taken.set(ours, value.toLowerCase())
  }
  const left: string[] = []
  for (const [name, on, least] of readable) {
    const [front, back] = [taken.get(name), on === 'white' ? 'white' : taken.get(on)].map(
      (value) => value && colourOf(value),
    )
    if (front && back && contrast(front, back) < least && taken.delete(name))
      left.push(`${name}: ${contrast(front, back).toFixed(1)} to ${on}`)
  }
  for (const line of left) console.info(`${theme.name}: left out, too faint: ${line}`)
  const lines = [...taken].map(([name, value]) => `    ${name}: ${value};`)
  return `/* Made by tools/prune-theme.ts; do not edit.\n   ${theme.notice} */\n@media not (prefers-color-scheme: dark) {\n  :root.naast {\n${lines.join('\n')}\n  }\n}\n`
}

if (import.meta.main)
  for (const theme of themes)
    writeFileSync(`src/pages/look/theme/${theme.name}.css`, themeCss(theme, readFileSync(theme.from, 'utf8')))
