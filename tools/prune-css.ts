import { readdirSync, readFileSync } from 'node:fs'
import type { AtRule, Plugin, Rule } from 'postcss'

/**
 * Drops what no page uses from the NL Design System stylesheets, at build time: rules for classes (`utrecht-…`)
 * that no view mentions, and design tokens (`--utrecht-…`) that neither our theme nor a municipality's sets.
 * Without it the button alone is 36 KB, most of it for variants that Naast does not have.
 */
export function pruneCss(folder: string): Plugin {
  const { classes, tokens } = mentioned(folder)
  return {
    postcssPlugin: 'prune-css',
    OnceExit(root) {
      root.walkRules((rule) => keepUsedSelectors(rule, classes))
      root.walkDecls((declaration) => {
        if (!declaration.value.includes('--utrecht-')) return
        const value = withoutUnset(declaration.value, tokens)
        if (value === null) declaration.remove()
        else declaration.value = value
      })
      root.walkComments((comment) => {
        comment.remove()
      })
      root.walkRules((rule) => removeEmpty(rule))
      root.walkAtRules((rule) => {
        if (rule.nodes?.length === 0) removeEmpty(rule)
      })
    },
  }
}

/** The NL Design System classes that views mention, and the tokens that our stylesheets set. */
function mentioned(folder: string): { classes: ReadonlySet<string>; tokens: ReadonlySet<string> } {
  const classes = new Set<string>()
  const tokens = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(file) && !/\.test\./.test(file))
      for (const [name] of read(folder, file).matchAll(/utrecht-[a-z0-9_-]+/g)) classes.add(name)
    if (file.endsWith('.css'))
      for (const [, name] of read(folder, file).matchAll(/(--utrecht-[a-z0-9-]+)\s*:/g))
        tokens.add(name ?? '')
  }
  return { classes, tokens }
}
const read = (folder: string, file: string) => readFileSync(`${folder}/${file}`, 'utf8')

function keepUsedSelectors(rule: Rule, classes: ReadonlySet<string>): void {
  const used = rule.selectors.filter((selector) =>
    // A class inside `:not(…)` only narrows the rule; it need not exist.
    [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.(utrecht-[a-z0-9_-]+)/g)].every(([, name]) =>
      stated(classes, name ?? ''),
    ),
  )
  if (used.length === 0) rule.remove()
  else if (used.length < rule.selectors.length) rule.selectors = used
}

/** Views also put class names together: `utrecht-heading-${level}`, `utrecht-button--${kind}-action`. */
const stated = (classes: ReadonlySet<string>, name: string): boolean =>
  classes.has(name) ||
  [...classes].some((stem) => /[-]$/.test(stem) && name.startsWith(stem) && assembled(name))
const assembled = (name: string) => /^utrecht-(heading-[1-3]|button--(primary|secondary)-action)$/.test(name)

/**
 * A value with every `var(--utrecht-…, fallback)` that nobody sets replaced by its fallback. `null` if nothing is
 * left: an unset property without fallback means the same as no declaration.
 */
export function withoutUnset(value: string, tokens: ReadonlySet<string>): string | null {
  let rest = value
  let out = ''
  for (;;) {
    const at = rest.indexOf('var(')
    if (at < 0) return out + rest
    const end = closing(rest, at + 3)
    const inside = rest.slice(at + 4, end)
    const comma = inside.indexOf(',')
    const name = (comma < 0 ? inside : inside.slice(0, comma)).trim()
    const fallback = comma < 0 ? null : withoutUnset(inside.slice(comma + 1).trim(), tokens)
    const unset = name.startsWith('--utrecht-') && !tokens.has(name) && name !== '--utrecht-space-around'
    if (unset && fallback === null) return null
    out += rest.slice(0, at)
    out += unset ? fallback : fallback === null ? `var(${name})` : `var(${name}, ${fallback})`
    rest = rest.slice(end + 1)
  }
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

function removeEmpty(rule: Rule | AtRule): void {
  if ((rule.nodes ?? []).length > 0) return
  const parent = rule.parent
  rule.remove()
  if (parent?.type === 'atrule') removeEmpty(parent as AtRule)
}
