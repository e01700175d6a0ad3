import { z } from 'zod'
import { findConcern } from '#db/concern.ts'
import { listKindchecks } from '#db/kindcheck.ts'
import { meldcodeSubjects } from '#domain/meldcode/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { optionalText } from '#domain/person/person.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import type { Origin } from '#usecases/meldcode/add-entry.ts'
import { beginMeldcode } from '#usecases/meldcode/begin-meldcode.ts'
import { isProfessional } from '#usecases/meldcode/professional.ts'
import { holdSafety } from '#usecases/safety/held-safety.ts'
import { command } from '#usecases/use-case.ts'

/** Begins the meldcode for this woman or her child: by a professional, from her trajectory or from what led to it. */
export const openMeldcode = command({
  name: 'open-meldcode',
  action: 'create',
  may: meldcodePolicy.open,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    about: z.enum(meldcodeSubjects),
    /** The concern it began with. */
    concernId: z.uuid().nullish(),
    /** It began with the kindcheck that was done last. */
    fromKindcheck: z.boolean().default(false),
    words: optionalText(2000),
  }),
  async run(work, { trajectoryId, about, concernId, fromKindcheck, words }) {
    const { tx, orgId, actor } = work
    const { trajectory } = await holdSafety(work, trajectoryId)
    // The law binds professionals, not volunteers (domain.md 2.3 [S78]).
    if (!isMemberWith(actor, 'coordinator', 'safeguarding_lead') && !(await isProfessional(work)))
      throw new Forbidden()
    let origin: Origin = { from: 'trajectory' }
    if (concernId) {
      const concern = await findConcern(tx, actor, concernId)
      if (concern?.trajectory_id !== trajectoryId) throw new NotFound()
      origin = { from: 'concern', concernId }
    } else if (fromKindcheck) {
      const [kindcheck] = await listKindchecks(tx, orgId, trajectoryId)
      if (!kindcheck) throw new NotFound()
      origin = { from: 'kindcheck', kindcheckId: kindcheck.id }
    }
    return beginMeldcode(work, trajectory, { about, origin, words })
  },
})
