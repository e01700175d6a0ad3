import { z } from 'zod'
import { insertLicence } from '#db/own-sheet.ts'
import { ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { largestSheetFile, readSheetFile } from '#domain/conversation-sheet/sheet-file.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { makeSheets } from '#usecases/conversation-sheet/new-sheets.ts'
import { type KeptTerms, licenceFields } from '#usecases/conversation-sheet/sheet-fields.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

const licence = z.strictObject({
  /** Whose it is. */
  holder: z.string().trim().min(1, 'required').max(120, 'too-long'),
  note: z
    .string()
    .trim()
    .max(600, 'too-long')
    .nullish()
    .transform((note) => note || null),
  until: dayInput,
})

/**
 * Takes in sheets from a file: the organisation's own, or somebody else's whose licence it says it holds until a day.
 * All of them or none; as drafts, unless they were looked at before.
 */
export const loadSheets = command({
  name: 'load-sheets',
  action: 'create',
  may: ownSheetPolicy.write,
  input: z.strictObject({
    programmeId: z.string().max(60),
    text: z.string().max(largestSheetFile + 1, 'too-long'),
    licence: licence.nullable(),
    publish: z.boolean().default(false),
  }),
  async run(work, { programmeId, text, licence: terms, publish }) {
    if (!work.programmes.find(programmeId)) throw new NotFound()
    if (terms && isBefore(terms.until, work.today)) throw new Invalid({ 'licence.until': 'day-past' })
    const read = readSheetFile(text)
    if (isRefusal(read)) throw new Refused(read.refused)
    if ('problems' in read) {
      const [first] = read.problems
      throw new Refused('sheet-file-problem', { sheet: first?.sheet ?? 1, field: first?.field ?? '' })
    }
    const licenceId = terms && (await keepLicence(work, terms, terms.until))
    const how = { programmeId, licenceId, published: publish }
    return { loaded: (await makeSheets(work, how, read.sheets)).length }
  },
})

async function keepLicence(
  work: Work,
  { holder, note }: KeptTerms,
  until: Temporal.PlainDate,
): Promise<string> {
  const { tx, orgId, actor, now, today, vault } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const id = work.newId()
  await vault.create([id])
  await insertLicence(tx, {
    org_id: orgId,
    id,
    terms_sealed: licenceFields.seal(vault, id, id, 'terms_sealed', JSON.stringify({ holder, note })),
    from_day: today,
    until_day: until,
    added_by: actor.memberId,
    added_at: now,
  })
  return id
}
