import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/server/config.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const papers = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

describe('what is written for people', () => {
  test.each(papers)('%s leads somewhere', (file) => {
    const targets = [
      ...[...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? ''),
      ...[...read(file).matchAll(/<img src="([^"]+)"/g)].map(([, target]) => target ?? ''),
    ]
    const lost = targets
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => !existsSync(path.join(path.dirname(file), target)))
    expect(lost).toEqual([])
  })

  test('names only files that are there', () => {
    const named = ['README.md', 'docs/security.md', 'docs/quality.md', 'CONTRIBUTING.md'].flatMap((file) =>
      [...read(file).matchAll(/`((?:src|house|tools|programmes|seeds|testing|prove|e2e)\/[\w./-]+)`/g)].map(
        ([, name]) => name ?? '',
      ),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !existsSync(name))).toEqual([])
  })

  test('names every setting, and none that isn’t one', () => {
    const table = [...read('docs/deploy.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? '')
    const asked = new Set<string>()
    readConfig(
      new Proxy<Record<string, string | undefined>>(
        {},
        {
          get: (_all, name) => {
            asked.add(String(name))
          },
        },
      ),
    )
    asked.delete('then')
    expect(table.toSorted()).toEqual([...asked, 'NAAST_STACK'].toSorted())
  })

  test('dates and numbers its decisions', () => {
    const decisions = readdirSync('docs/decisions').toSorted()
    for (const [at, file] of decisions.entries()) {
      expect(file).toMatch(new RegExp(`^${String(at + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
      const [title, , date] = read(`docs/decisions/${file}`).split('\n')
      expect(title).toMatch(new RegExp(`^# ${at + 1}\\. `))
      expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })
})
