import { z } from 'zod'
import { findOpenGlass, holdOpenGlass } from '#db/break-glass.ts'
import { listConcernsOf } from '#db/concern.ts'
import { listRedFlags } from '#db/red-flag.ts'
import { findSecretHomes } from '#db/secret-home.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { redFlagsOf } from '#domain/safety/red-flags.ts'
import { casesOf } from '#usecases/break-glass/break-glass.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { stateOf } from '#usecases/trajectory/state-of.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/**
 * What is needed now of a file that was opened in an emergency: how she may be reached, where she is, who stands beside
 * her and what is known to be dangerous. Not what she told, nor what she decided for her safety: that is asked of whom
 * the page names. There is nothing to change here, and no other page opens by it.
 */
export const readGlassFile = question({
  name: 'read-glass-file',
  may: breakGlassPolicy.break,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor } = work
    const glass = actor.kind === 'member' ? await holdOpenGlass(tx, actor, id) : undefined
    if (!glass || actor.kind !== 'member') throw new NotFound()
    const { person_id: personId } = glass
    work.about({ person: personId, basis: 'emergency' })
    const person = (await readPeople(work, [personId])).get(personId)
    if (!person || person.erased) throw new NotFound()
    const told: Awaited<ReturnType<typeof trajectoryOf>>[] = []
    for (const row of (await casesOf(work, personId)).trajectories) told.push(await trajectoryOf(work, row))
    const secret = (await findSecretHomes(tx, orgId, [personId])).has(personId)
    const file = {
      id,
      category: glass.category,
      name: fullName(person.name),
      birthDay: person.birthDay,
      phone: person.phone,
      email: person.email,
      address: secret ? null : person.address,
      secretHome: secret,
      languages: person.languages,
      interpreter: person.interpreter,
      safeContact: await readSafeContact(work, personId),
      trajectories: told,
    }
    // Shut while this was read: then it was not read.
    const open = await findOpenGlass(tx, actor)
    if (open?.id !== id) throw new NotFound()
    return {
      ...file,
      until: work.now.add({ seconds: Math.ceil(open.seconds) }).toZonedDateTimeISO(work.zone),
    }
  },
})
export type GlassFile = Awaited<ReturnType<typeof readGlassFile>>

async function trajectoryOf(work: Work, row: TrajectoryRow) {
  const { tx, orgId } = work
  const naast = { kind: 'system', orgId, job: 'break-glass' } as const
  const definition = definitionOf(work, row)
  work.about({ trajectory: row.id })
  const called = new Map(redFlagsOf(definition).map((flag) => [flag.id, flag]))
  const flags = await listRedFlags(tx, orgId, row.id)
  const concerns = await listConcernsOf(tx, naast, row.id)
  const workers = await workerNames(work, row.worker_id ? [row.worker_id] : [])
  const colleagues = await whoDid(work, row.coordinator_id ? [row.coordinator_id] : [])
  return {
    id: row.id,
    programme: definition.label,
    state: stateOf(row.state),
    worker: workers.get(row.worker_id ?? '') ?? null,
    coordinator: colleagues.get(row.coordinator_id ?? '') ?? null,
    lastContactOn: row.last_contact_on,
    nextContactOn: row.next_contact_on,
    /** What was seen of a dangerous partner, the heaviest first. */
    flags: flags
      .flatMap(({ flag, noted_on }) => {
        const known = called.get(flag)
        return known ? [{ label: known.label, highest: known.highest, notedOn: noted_on }] : []
      })
      .sort((a, b) => Number(b.highest) - Number(a.highest)),
    concerns: concerns
      .filter(({ state }) => state !== 'closed')
      .map(({ id, level, state, raised_at }) => ({
        id,
        level,
        state,
        raisedAt: raised_at.toZonedDateTimeISO(work.zone),
      })),
  }
}
