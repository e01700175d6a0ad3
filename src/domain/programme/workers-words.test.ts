import { expect, test } from 'vitest'
import { workersWords } from '#domain/programme/workers-words.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'

test('those who stand beside go by the word of what is offered', () => {
  expect(workersWords([mim, mim24])).toEqual({ nl: 'vrijwilligers', en: 'volunteers' })
  expect(workersWords([mvr])?.nl).toBe('wijkcoaches')
  expect(workersWords([mim, memosa])?.nl).toBe('vrijwilligers en mentormoeders')
  expect(workersWords([mim, memosa, mvr])).toBeNull()
  expect(workersWords([])).toBeNull()
  const { workers: _, ...terms } = evtGroup.terms
  expect(workersWords([mim, { terms }])).toBeNull()
})
