import { describe, expect, test } from 'vitest'
import { colourOf, contrast, resolve, themeCss, tokensIn } from './prune-theme.ts'

describe('a municipality’s theme', () => {
  const tokens = tokensIn(
    '.x{ --a: var(--b); --b: #0b5563; /* --c: no; */ --round: var(--round); --text: #000 }',
  )
  test('resolves references, and leads nowhere when they do', () => {
    expect(resolve(tokens, '--a')).toBe('#0b5563')
    expect(resolve(tokens, '--round')).toBeNull()
    expect(resolve(tokens, '--c')).toBeNull()
  })
  test('reads colours as the packages write them', () => {
    expect(colourOf('#fff')).toEqual([255, 255, 255])
    expect(colourOf('hsl(138 58% 33%)')).toEqual([35, 133, 65])
    expect(colourOf('hsla(0, 0%, 18%, 1)')).toEqual([46, 46, 46])
    expect(colourOf('rgb(250, 250, 250)')).toEqual([250, 250, 250])
    expect(colourOf('inherit')).toBeNull()
  })
  test('counts contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2)
  })
  test('leaves out what can’t be read', () => {
    const css = themeCss(
      {
        name: 'test',
        from: '',
        notice: '',
        tokens: { '--naast-page': '--page', '--naast-text': '--text', '--naast-quiet': '--faint' },
      },
      '.x{ --page: #fff; --text: #000; --faint: #ccc }',
    )
    expect(css).toContain('--naast-text: #000;')
    expect(css).not.toContain('--naast-quiet')
  })
})
