import { z } from 'zod'
import { listPermissions, lockPermission } from '#db/instrument-permission.ts'
import { endInstrumentText, insertInstrumentText, lockReadableTexts } from '#db/instrument-text.ts'
import { fieldsOfProblems } from '#domain/fhir/questionnaire-problem.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { readTexts } from '#domain/fhir/read-texts.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { largestTextsFile, mayShowTexts } from '#domain/instrument/instrument-texts.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { daysOf } from '#usecases/instrument/permissions.ts'
import { instrumentTextFields } from '#usecases/instrument/text-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Loads the texts of a questionnaire that Naast may not give, in one language, from a FHIR Questionnaire of somebody who
 * holds a licence: all of them or none. Only while a permission says that they may be kept here. What was loaded before
 * in that language is kept as replaced.
 */
export const loadInstrumentTexts = command({
  name: 'load-instrument-texts',
  action: 'update',
  may: instrumentPolicy.permit,
  input: z.strictObject({
    instrumentId: z.string().max(60),
    file: z.string().min(1, 'required').max(largestTextsFile, 'fhir-too-large'),
  }),
  async run({ tx, orgId, actor, now, today, vault, newId }, { instrumentId, file }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const instrument = shelf.find(({ id }) => id === instrumentId)
    if (!instrument) throw new NotFound()
    if (instrument.licence.embed) throw new Refused('texts-not-needed')
    const permission = (await listPermissions(tx, orgId)).find(
      (row) => row.instrument_id === instrumentId && mayShowTexts([daysOf(row)], today),
    )
    // Held, so that of two who load at once the second replaces the first, and no permission is withdrawn in between.
    const held = permission && (await lockPermission(tx, orgId, permission.id))
    if (!held || !mayShowTexts([daysOf(held)], today)) throw new Refused('texts-not-permitted')
    const tree = readJson(file.replace(/^\ufeff/, ''))
    if (typeof tree === 'string') throw new Invalid({ file: 'fhir-not-json' })
    const read = readTexts(tree, instrument, findOnShelf)
    if ('problems' in read) throw new Invalid(fieldsOfProblems(read.problems))
    const before = (await lockReadableTexts(tx, orgId, instrumentId)).filter(
      (row) =>
        row.ended_as === null &&
        row.instrument_version === instrument.version &&
        row.language === read.language,
    )
    const ended = { ended_as: 'replaced' as const, ended_by: actor.memberId, ended_at: now }
    for (const row of before) await endInstrumentText(tx, row, ended)
    const id = newId()
    await vault.create([id])
    await insertInstrumentText(tx, {
      org_id: orgId,
      id,
      instrument_id: instrumentId,
      instrument_version: instrument.version,
      language: read.language,
      content_sealed: instrumentTextFields.seal(vault, id, id, 'content_sealed', JSON.stringify(read.texts)),
      loaded_by: actor.memberId,
      loaded_at: now,
      ended_as: null,
      ended_by: null,
      ended_at: null,
    })
    return { id, instrumentId, language: read.language }
  },
})
