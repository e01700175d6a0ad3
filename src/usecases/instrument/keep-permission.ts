import { z } from 'zod'
import { insertPermission } from '#db/instrument-permission.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { textTerms } from '#domain/instrument/instrument-texts.ts'
import { needsPermission } from '#domain/instrument/licence-gate.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { permissionFields } from '#usecases/instrument/permission-fields.ts'
import { command } from '#usecases/use-case.ts'

const line = (most: number) => z.string().trim().min(1, 'required').max(most, 'too-long')

/** Keeps that the holder of a questionnaire lets this organisation ask it: who said so, until when, and where that is. */
export const keepPermission = command({
  name: 'keep-permission',
  action: 'create',
  may: instrumentPolicy.permit,
  input: z.strictObject({
    instrumentId: z.string().max(60),
    givenBy: line(120),
    reference: line(300),
    from: dayInput,
    until: dayInput,
    /** Does it say that the questionnaire's texts may be kept and shown here? */
    texts: z.enum(textTerms).default('own_form'),
  }),
  async run(
    { tx, orgId, actor, now, today, vault, newId },
    { instrumentId, givenBy, reference, from, until, texts },
  ) {
    if (actor.kind !== 'member') throw new Forbidden()
    const instrument = shelf.find(({ id }) => id === instrumentId)
    if (!instrument) throw new NotFound()
    if (!needsPermission(instrument)) throw new Refused('permission-not-needed')
    if (isBefore(until, from)) throw new Invalid({ until: 'before-start' })
    if (isBefore(until, today)) throw new Invalid({ until: 'day-past' })
    const id = newId()
    await vault.create([id])
    await insertPermission(tx, {
      org_id: orgId,
      id,
      instrument_id: instrumentId,
      terms_sealed: permissionFields.seal(
        vault,
        id,
        id,
        'terms_sealed',
        JSON.stringify({ givenBy, reference }),
      ),
      from_day: from,
      until_day: until,
      kept_by: actor.memberId,
      kept_at: now,
      withdrawn_on: null,
      withdrawn_by: null,
      text_terms: texts,
    })
    return { id }
  },
})
