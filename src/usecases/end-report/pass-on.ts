import { z } from 'zod'
import { withTexts } from '#domain/end-report/hand-over.ts'
import { passedTexts } from '#domain/end-report/passed-texts.ts'
import { carePlanBundle } from '#domain/fhir/care-plan.ts'
import { passGate } from '#domain/redaction/gate.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import type { handedReport } from '#usecases/end-report/handed-report.ts'
import { lookedLetter } from '#usecases/end-report/looked-letter.ts'
import { Refused } from '#usecases/failure.ts'
import { lookedInput } from '#usecases/redaction/looked-input.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'

/** How it goes, and that somebody looked at exactly this. */
export const passOnInput = {
  language: z.enum(['nl', 'en']),
  way: z.enum(['letter', 'file']),
  looked: lookedInput,
  /** Which letter was looked at: `seen` of the preview. */
  seen: z.string().max(64),
} as const
type How = z.output<z.ZodObject<typeof passOnInput>>

/**
 * Keeps that this was shared, as what somebody looked at and nothing that came into it since. As a letter, or for who has a
 * system that reads it as a file that says the same (FHIR R4): made once, of the words as they passed the gate, and kept
 * as it went.
 */
export async function passOn(
  work: Work,
  { place, handed, networkOrganisationId, items }: Awaited<ReturnType<typeof handedReport>>,
  { language, way, looked, seen }: How,
): Promise<{ sharingId: string }> {
  const letter = await lookedLetter(work, place.personId, handed, language)
  if (letter.seen !== seen) throw new Refused('changed-meanwhile')
  const passed = passGate(letter.text, letter.traces, looked)
  if (isRefusal(passed)) throw new Refused(passed.refused)
  const words = way === 'letter' ? passed : { ...passed, text: asFile() }
  return recordSharing(work, { ...place, networkOrganisationId, items, way, words })

  function asFile(): string {
    const written = withTexts(handed, passedTexts(letter.typed, looked.ticks))
    return JSON.stringify(carePlanBundle(written, language, work.newId, work.now), null, 2)
  }
}
