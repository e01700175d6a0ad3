import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { pruneCss, withoutUnset } from './prune-css.ts'

function pruned(css: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prune-'))
  // Put together here, so that nothing takes it for a template of this file.
  const view = ['<h1 class={`utrecht-heading-$', '{level}`}><a class="utrecht-link">'].join('')
  writeFileSync(path.join(folder, 'view.tsx'), view)
  writeFileSync(path.join(folder, 'tokens.css'), ':root { --utrecht-link-color: teal }')
  return postcss([pruneCss(folder)])
    .process(css, { from: undefined })
    .css.replace(/\s+/g, ' ')
    .trim()
}

describe('pruning', () => {
  test('keeps the rules of classes that a view names, whole or put together', () => {
    expect(
      pruned('.utrecht-link{a:b}.utrecht-linkbox{a:b}.utrecht-heading-2{a:b}.utrecht-heading-6{a:b}'),
    ).toBe('.utrecht-link{a:b}.utrecht-heading-2{a:b}')
  })
  test('keeps our own rules, and of a list of selectors those that are used', () => {
    expect(pruned('.naast-x{a:b}.utrecht-link:hover, .utrecht-link--hover{a:b}')).toBe(
      '.naast-x{a:b}.utrecht-link:hover{a:b}',
    )
  })
  test('keeps a rule that only excludes an unused class', () => {
    expect(pruned('.utrecht-link:not(.utrecht-link--busy){a:b}')).not.toBe('')
  })
  test('drops what is left empty', () => {
    expect(pruned('@media print{.utrecht-none{a:b}}')).toBe('')
  })
  test('takes the fallback where nobody sets a token, and drops what has none', () => {
    const tokens = new Set(['--utrecht-link-color'])
    expect(withoutUnset('var(--utrecht-link-color)', tokens)).toBe('var(--utrecht-link-color)')
    expect(withoutUnset('calc(var(--utrecht-x, var(--utrecht-y, 2px)) + 1px)', tokens)).toBe(
      'calc(2px + 1px)',
    )
    expect(withoutUnset('var(--utrecht-x, var(--utrecht-link-color))', tokens)).toBe(
      'var(--utrecht-link-color)',
    )
    expect(withoutUnset('var(--utrecht-x)', tokens)).toBeNull()
    expect(withoutUnset('var(--_own, var(--utrecht-x))', tokens)).toBe('var(--_own)')
  })
})
