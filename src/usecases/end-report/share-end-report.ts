import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { passGate } from '#domain/redaction/gate.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { handedInput, handedReport } from '#usecases/end-report/handed-report.ts'
import { lookedLetter } from '#usecases/end-report/looked-letter.ts'
import { Refused } from '#usecases/failure.ts'
import { lookedInput } from '#usecases/redaction/looked-input.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Shares parts of the approved report with a party, as a letter: what somebody looked at, and nothing that came into it
 * since. It rests on her yes to exactly these parts; there is no other ground for it.
 */
export const shareEndReport = command({
  name: 'share-end-report',
  action: 'create',
  may: sharingPolicy.share,
  input: z.strictObject({
    ...handedInput,
    language: z.enum(['nl', 'en']),
    looked: lookedInput,
    /** Which letter was looked at (`previewEndReport`). */
    seen: z.string().max(64),
  }),
  async run(work, { language, looked, seen, ...asked }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, asked.trajectoryId)
    const { place, handed, ...what } = await handedReport(work, trajectory, asked)
    const letter = await lookedLetter(work, place.personId, handed, language)
    if (letter.seen !== seen) throw new Refused('changed-meanwhile')
    const words = passGate(letter.text, letter.traces, looked)
    if (isRefusal(words)) throw new Refused(words.refused)
    const { networkOrganisationId, items } = what
    return recordSharing(work, { ...place, networkOrganisationId, items, way: 'letter', words })
  },
})
