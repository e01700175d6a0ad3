import { inject } from 'vitest'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { openWorldOn, type World } from './world-on.ts'

export { testMorning, type World } from './world-on.ts'

/** A world on the PostgreSQL of this run of the tests. */
export const openWorld = (offers?: readonly ProgrammeDefinition[]): Promise<World> =>
  openWorldOn(inject('cluster'), offers)
