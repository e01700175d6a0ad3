import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { withTexts } from '#domain/end-report/hand-over.ts'
import { passedTexts } from '#domain/end-report/passed-texts.ts'
import { carePlanBundle } from '#domain/fhir/care-plan.ts'
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
 * Shares parts of the approved report with a party: what somebody looked at, and nothing that came into it since. It rests
 * on her yes to exactly these parts; there is no other ground for it. As a letter, or for who has a system that reads it as
 * a file that says the same (FHIR R4): made once, of the words as they passed the gate, and kept as it went.
 */
export const shareEndReport = command({
  name: 'share-end-report',
  action: 'create',
  may: sharingPolicy.share,
  input: z.strictObject({
    ...handedInput,
    language: z.enum(['nl', 'en']),
    way: z.enum(['letter', 'file']),
    looked: lookedInput,
    /** Which letter was looked at (`previewEndReport`). */
    seen: z.string().max(64),
  }),
  async run(work, { language, way, looked, seen, ...asked }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, asked.trajectoryId)
    const { place, handed, ...what } = await handedReport(work, trajectory, asked)
    const letter = await lookedLetter(work, place.personId, handed, language)
    if (letter.seen !== seen) throw new Refused('changed-meanwhile')
    const passed = passGate(letter.text, letter.traces, looked)
    if (isRefusal(passed)) throw new Refused(passed.refused)
    const written = () => withTexts(handed, passedTexts(letter.typed, looked.ticks))
    const words =
      way === 'letter'
        ? passed
        : { ...passed, text: asFile(carePlanBundle(written(), language, work.newId, work.now)) }
    const { networkOrganisationId, items } = what
    return recordSharing(work, { ...place, networkOrganisationId, items, way, words })
  },
})

const asFile = (bundle: ReturnType<typeof carePlanBundle>): string => JSON.stringify(bundle, null, 2)
