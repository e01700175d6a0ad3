import { z } from 'zod'
import { findExceptionRuling } from '#db/exception.ts'
import { mayRule } from '#domain/intake/exception.ts'
import { exceptionPolicy } from '#domain/intake/exception-policy.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { NotFound } from '#usecases/failure.ts'
import { exceptionFields, openRulingReason } from '#usecases/intake/exceptions-of.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** One exception that was asked for: the rule, the argument, and the answer once it was given. */
export const readException = question({
  name: 'read-exception',
  may: exceptionPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, vault, zone } = work
    const row = await findExceptionRuling(tx, actor, id)
    if (!row) throw new NotFound()
    const personId = row.person_id
    const seesName = exceptionPolicy.seesName(actor)
    work.about({ trajectory: row.trajectory_id, person: personId })
    await vault.load([personId])
    const names = seesName ? await readNames(work, [personId]) : new Map<string, string>()
    const definition = definitionOf(work, row)
    const open = row.outcome === null && row.intake_state === 'open' && row.trajectory_state === 'intake'
    const outdated = row.intake_now !== row.intake_version
    return {
      id,
      trajectoryId: seesName ? row.trajectory_id : null,
      name: names.get(personId) ?? null,
      programme: definition.label,
      people: peopleOf(definition),
      rule: definition.eligibility.find((one) => one.id === row.rule) ?? null,
      sources: definition.sources,
      decider: row.decider,
      askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
      argument: exceptionFields.open(vault, personId, id, 'argument_sealed', row.argument_sealed),
      outcome: row.outcome,
      decidedOn: row.decided_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
      reason: openRulingReason(work, personId, row),
      /** It was never answered, and can't be any more: the answers it was asked about changed, or it was decided. */
      lapsed: row.outcome === null && (!open || outdated),
      abilities: {
        decide:
          open &&
          !outdated &&
          actor.kind === 'member' &&
          exceptionPolicy.decideThis(actor, row.decider) &&
          mayRule(row.asked_by, actor.memberId) === true,
      },
    }
  },
})
export type ExceptionPage = Awaited<ReturnType<typeof readException>>
