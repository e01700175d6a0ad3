import { z } from 'zod'
import { insertCoordinatorHours, listCoordinatorHours } from '#db/funding.ts'
import { isBefore } from '#domain/day.ts'
import { mayKeepHours, mostCoordinators, mostMinutes } from '#domain/funding/coordinator-hours.ts'
import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { monthInput, monthOf } from '#domain/month.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { fundedProgramme } from '#usecases/funding/funded-programmes.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps what all coordinators of a programme worked for it in a month, together. What was kept before stays as well. */
export const keepCoordinatorHours = command({
  name: 'keep-coordinator-hours',
  action: 'create',
  may: fundingPolicy.divide,
  input: z.strictObject({
    programmeId: z.string().max(60),
    month: monthInput,
    version: versionInput,
    minutes: z.int('not-hours').min(0, 'not-hours').max(mostMinutes, 'not-hours'),
    people: z.int('not-people').min(0, 'not-people').max(mostCoordinators, 'not-people'),
  }),
  async run(work, { programmeId, month, version, minutes, people }) {
    const { tx, orgId, actor, today, now, newId } = work
    if (actor.kind !== 'member') throw new Forbidden()
    fundedProgramme(work, programmeId)
    if (isBefore(monthOf(today), month)) throw new Refused('hours-of-later')
    const may = mayKeepHours(minutes, people)
    if (may !== true) throw new Refused(may.refused)
    const [before] = await listCoordinatorHours(tx, { orgId, programmeId, from: month, until: month })
    if ((before?.number ?? 0) !== version) throw new Refused('changed-meanwhile')
    const written = await insertCoordinatorHours(tx, {
      org_id: orgId,
      id: newId(),
      programme_id: programmeId,
      month,
      number: version + 1,
      minutes,
      people,
      set_by: actor.memberId,
      set_at: now,
    })
    if (!written) throw new Refused('changed-meanwhile')
  },
})
