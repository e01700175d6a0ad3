import { inject } from 'vitest'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type World as AnyWorld, testMorning as morning, openWorldOn } from './world-on.ts'

/** A world in the tests; the proofs open theirs without a test runner. */
export type World = AnyWorld
export const testMorning = morning

/** A world on the PostgreSQL of this run of the tests. */
export const openWorld = (offers?: readonly ProgrammeDefinition[]): Promise<World> =>
  openWorldOn(inject('cluster'), offers)
