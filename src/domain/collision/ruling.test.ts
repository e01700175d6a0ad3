import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collisionClasses } from './collision.ts'
import {
  checkedAgain,
  collisionStates,
  collisionVerdicts,
  holdOf,
  mayRule,
  otherKinds,
  strictestHold,
} from './ruling.ts'
import { whoHears } from './who-hears.ts'

const standing = fc
  .record({
    class: fc.constantFrom(...collisionClasses),
    state: fc.constantFrom(...collisionStates),
    verdict: fc.constantFrom(...collisionVerdicts),
  })
  .map((one) => ({ ...one, verdict: one.state === 'ruled' ? one.verdict : null }))
const now = fc.record({ class: fc.option(fc.constantFrom(...collisionClasses)), changed: fc.boolean() })

test('what may be the same person waits until somebody said so; what is merely possible waits for nothing', () => {
  const open = { state: 'open', verdict: null } as const
  expect(collisionClasses.map((found) => holdOf({ ...open, class: found }))).toEqual(['wait', 'wait', null])
  const ruled = collisionVerdicts.map((verdict) => holdOf({ class: 'same', state: 'ruled', verdict }))
  expect(ruled).toEqual([null, null, 'apart', 'apart', 'wait'])
  expect(strictestHold([null, 'wait', 'apart'])).toBe('apart')
})

test('what was said stands until something changes', () => {
  fc.assert(
    fc.property(standing, now, (before, found) => {
      const after = checkedAgain(before, found)
      if (!found.changed) expect(after).toEqual(before)
      expect(after.state === 'ruled').toBe(after.verdict !== null)
      // Who was said to be the same is never let through by another spelling.
      if (holdOf(before) === 'apart') expect(holdOf(after)).toBe('apart')
      if (before.verdict === 'different' && found.changed && found.class)
        expect(after).toEqual({ class: found.class, state: 'open', verdict: null })
    }),
  )
})

test('nothing is said of what is gone, and a workplace or somebody elsewhere is not kept from anybody but by a lock', () => {
  for (const kind of otherKinds)
    for (const verdict of collisionVerdicts) {
      expect(mayRule(kind, 'gone', verdict)).toEqual({ refused: 'collision-gone' })
      expect(mayRule(kind, 'open', verdict) === true).toBe(
        (kind !== 'organisation' && kind !== 'elsewhere') || verdict !== 'same_apart',
      )
    }
})

test('leads hear of it, never one whom it is about; managers only where no other lead is left', () => {
  const here = [
    { id: 'a', roles: ['safeguarding_lead'] },
    { id: 'b', roles: ['safeguarding_lead', 'coordinator'] },
    { id: 'm', roles: ['programme_manager'] },
    { id: 'c', roles: ['coordinator', 'administrator'] },
  ] as const
  const hear = (about: string[], some: readonly (typeof here)[number][] = here) => [
    ...whoHears(some, new Set(about)),
  ]
  expect(hear([])).toEqual(['a', 'b'])
  expect(hear(['a'])).toEqual(['b'])
  expect(hear(['a', 'b'])).toEqual(['m'])
  expect(hear(['a', 'b', 'm'])).toEqual([])
  expect(hear([], here.slice(2))).toEqual([])
})
