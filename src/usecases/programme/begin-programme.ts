import { z } from 'zod'
import { json } from '#db/connection.ts'
import { listOwnVersions } from '#db/programme-version.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import { emptyDefinition } from '#domain/programme/empty-definition.ts'
import { newIdFrom } from '#domain/programme/new-id.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { nextVersion } from '#domain/programme/programme-version.ts'
import { programmes } from '#programmes/registry.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { insertDraft } from '#usecases/programme/held-draft.ts'
import { knownVersions } from '#usecases/programme/known-versions.ts'
import { command } from '#usecases/use-case.ts'

const name = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((text) => text || null)

/**
 * Begins a draft: a new version of a programme that is here already, a variant of one beside it, or a programme of
 * its own from nothing. What it was copied from is kept with it, to compare with later.
 */
export const beginProgramme = command({
  name: 'begin-programme',
  action: 'create',
  may: programmePolicy.manage,
  input: z.strictObject({
    from: z
      .strictObject({ programmeId: z.string().max(60), version: z.string().max(20) })
      .nullish()
      .transform((from) => from ?? null),
    as: z.enum(['version', 'variant', 'new']),
    /** Of the programme or the variant; a new version keeps its name. */
    name: z.strictObject({ nl: name, en: name }).default({ nl: null, en: null }),
  }),
  async run(work, input) {
    const base = input.from && work.programmes.find(input.from.programmeId, input.from.version)
    if (input.as !== 'new' && !base) throw new NotFound()
    const definition = await firstDraft(work, input, base)
    const draftId = await insertDraft(work, {
      definition,
      base: input.as === 'new' || !base ? null : json(base),
      change: { at: '', what: 'begun' },
    })
    return { draftId }
  },
})

async function firstDraft(
  work: Work,
  { as, name }: { as: 'version' | 'variant' | 'new'; name: { nl: string | null; en: string | null } },
  base: ProgrammeDefinition | null,
): Promise<ProgrammeDefinition> {
  if (as === 'version' && base) return { ...base, version: nextVersion(await knownVersions(work, base.id)) }
  const { nl } = name
  if (nl === null) throw new Invalid({ 'name.nl': 'required' })
  const label = { nl, en: name.en ?? nl }
  const own = await listOwnVersions(work.tx, work.orgId)
  const taken = new Set([...programmes.map(({ id }) => id), ...own.map(({ programme_id }) => programme_id)])
  if (as === 'variant' && base)
    return {
      ...base,
      id: newIdFrom(`${base.id} ${nl}`, taken),
      version: '1.0.0',
      variantOf: base.id,
      variantLabel: label,
    }
  return programmeDefinition.parse(emptyDefinition(newIdFrom(nl, taken), '1.0.0', label))
}
