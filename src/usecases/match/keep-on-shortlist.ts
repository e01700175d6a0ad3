import { z } from 'zod'
import { insertShortlisted, listShortlist } from '#db/match-shortlist.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { mostOnShortlist } from '#domain/match/shortlist.ts'
import { optionalText } from '#domain/person/person.ts'
import { mayStep } from '#domain/trajectory/trajectory.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { shortlistFields } from '#usecases/match/match-fields.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps a name for a woman who waits, with a note. Nobody is asked yet, nobody is told, and no place is taken. */
export const keepOnShortlist = command({
  name: 'keep-on-shortlist',
  action: 'create',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), workerId: z.uuid(), note: optionalText(1000) }),
  async run(work, { trajectoryId, workerId, note }) {
    const { tx, actor, orgId, today, now, vault } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    const worker = trajectory && (await findWorker(tx, actor, workerId))
    if (!trajectory || !worker) throw new NotFound()
    if (actor.kind !== 'member') throw new Forbidden()
    work.about({ person: [trajectory.person_id, worker.person_id], trajectory: trajectoryId })
    if (!mayStep(trajectoryStateOf(trajectory), 'start')) throw new Refused('match-not-waiting')
    const kept = await listShortlist(tx, orgId, trajectoryId)
    if (kept.some((row) => row.worker_id === workerId)) throw new Refused('shortlist-already')
    if (kept.length >= mostOnShortlist) throw new Refused('shortlist-full', { most: `${mostOnShortlist}` })
    await vault.load([trajectory.person_id])
    const id = work.newId()
    await insertShortlisted(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      worker_id: workerId,
      note_sealed: shortlistFields.sealIf(vault, trajectory.person_id, id, 'note_sealed', note),
      kept_by: actor.memberId,
      kept_at: now,
      from_day: today,
    })
    return { shortlistId: id }
  },
})
