import { z } from 'zod'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { question } from '#usecases/use-case.ts'

/** The programmes that this organisation offers today, in the order in which it took them up. */
export const listProgrammes = question({
  name: 'list-programmes',
  // A programme is no secret: whoever refers has to choose one.
  may: (actor) => actor.kind !== 'member' || actor.roles.length > 0,
  input: z.strictObject({}),
  run: ({ programmes }): Promise<readonly ProgrammeDefinition[]> => Promise.resolve(programmes.offered),
})
