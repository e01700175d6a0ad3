import { describe, expect, test } from 'vitest'
import { StatementNames } from './statement-names.ts'

const askedOften = (names: StatementNames, text: string): string | undefined => {
  for (let time = 1; time < 10; time += 1) names.of(text)
  return names.of(text)
}

describe('a statement gets a name', () => {
  test('when it is asked often, and keeps it', () => {
    const names = new StatementNames()
    expect(names.of('select id from person where id = $1')).toBeUndefined()
    const name = askedOften(names, 'select id from person where id = $1')
    expect(name).toBeDefined()
    expect(names.of('select id from person where id = $1')).toBe(name)
    expect(askedOften(names, 'select id from person where area = $1')).not.toBe(name)
  })

  test.each([
    'select * from person where id = $1',
    'select "person".* from "person"',
    'insert into "person" ("id") values ($1) returning *',
    `select id from person where id in (${Array.from({ length: 40 }, (_, at) => `$${at + 1}`).join(', ')})`,
    `select '${'x'.repeat(7_000)}'`,
  ])('unless its plan would break or is one of too many: %.40s', (text) => {
    expect(askedOften(new StatementNames(), text)).toBeUndefined()
  })

  test('until there are enough of them', () => {
    const names = new StatementNames()
    const kept = Array.from({ length: 500 }, (_, at) => askedOften(names, `select ${at}`))
    expect(kept.filter((name) => name !== undefined)).toHaveLength(200)
  })
})
