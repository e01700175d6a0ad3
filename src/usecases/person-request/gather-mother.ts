import { findConsents } from '#db/consent.ts'
import { listContacts } from '#db/contact.ts'
import { findMeasures } from '#db/measure.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { findPlan, listPlanReviews } from '#db/plan.ts'
import { listPlanActions, listPlanGoals } from '#db/plan-part.ts'
import { findReferral } from '#db/referral.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { type CopyRow, type CopySection, type CopyWords, wordsAs } from '#domain/person-request/copy.ts'
import { openNotes } from '#usecases/contact/contact-fields.ts'
import type { Work } from '#usecases/context.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { personRows } from '#usecases/person-request/person-rows.ts'
import { openAction, openGoal, reviewFields } from '#usecases/plan/plan-fields.ts'
import { openReferralWords } from '#usecases/referral/referral-fields.ts'
import { closureNoteFields } from '#usecases/trajectory/closure-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface Gathered {
  readonly sections: readonly (readonly [CopySection, readonly CopyRow[]])[]
  readonly words: readonly CopyWords[]
}

/**
 * What is kept of her, without who stood beside her, where, her child's own file, or what is confidential by law: codes,
 * days and her own data as they are; what was written in words, to be looked through. Her key must be loaded.
 */
export async function gatherMother(work: Work, personId: string): Promise<Gathered> {
  const { tx, orgId } = work
  const inside = { kind: 'system', orgId, job: 'person-request' } as const
  const cases = await findCasesOfPeople(tx, inside, [personId])
  const trajectories: TrajectoryRow[] = []
  for (const { id } of cases.trajectories) {
    const row = await findTrajectory(tx, inside, id)
    if (row) trajectories.push(row)
  }
  const parts = await Promise.all(trajectories.map((row) => gatherTrajectory(work, row)))
  const referrals = await Promise.all(cases.referrals.map(({ id }) => findReferral(tx, inside, id)))
  const known = referrals.flatMap((row) => row ?? [])
  const consents = await Promise.all(
    [null, ...trajectories.map(({ id }) => id)].map((id) => findConsents(tx, orgId, personId, id)),
  )
  const all = new Map(consents.flat().map((row) => [row.id, row]))
  return {
    sections: [
      ['about', await personRows(work, personId)],
      ['referrals', known.map((row) => ({ on: `${row.received_on}`, state: row.state }))],
      ['trajectories', parts.map(({ trajectory }) => trajectory)],
      ['visits', parts.flatMap(({ visits }) => visits)],
      ['questions', parts.flatMap(({ questions }) => questions)],
      [
        'consents',
        [...all.values()].map((row) => ({
          what: row.code,
          state: row.state,
          from: `${row.from_day}`,
          until: row.until_day && `${row.until_day}`,
        })),
      ],
    ],
    words: [
      ...known.flatMap((row) => {
        const { words: text } = openReferralWords(work, row)
        return text ? [{ kind: 'referral' as const, number: null, text }] : []
      }),
      ...parts.flatMap(({ words }) => words),
    ],
  }
}

async function gatherTrajectory(work: Work, row: TrajectoryRow) {
  const { tx, orgId, vault } = work
  const personId = row.person_id
  const contacts = (await listContacts(tx, orgId, row.id)).filter((contact) => contact.done_on !== null)
  const measures = (await findMeasures(tx, orgId, row.id)).filter((measure) => measure.taken_on !== null)
  const note = closureNoteFields.open(vault, personId, row.id, 'closure_note_sealed', row.closure_note_sealed)
  const words: CopyWords[] = contacts.flatMap((contact) => {
    const { went, next } = openNotes(work, personId, contact)
    return [
      ...(went?.text ? [{ kind: 'visit' as const, number: contact.number, text: went.text }] : []),
      ...(next ? [{ kind: 'next' as const, number: contact.number, text: next }] : []),
    ]
  })
  return {
    trajectory: {
      programme: definitionOf(work, row).label.nl,
      state: row.state,
      from: row.started_on && `${row.started_on}`,
      until: row.closed_on && `${row.closed_on}`,
      reason: row.closure_reason,
    },
    visits: contacts.map((contact) => ({
      number: contact.number,
      on: `${contact.done_on}`,
      minutes: contact.minutes,
      mode: contact.mode,
    })),
    questions: measures.map((measure) => ({
      list: measure.instrument_id,
      on: `${measure.taken_on}`,
      answers: measureFields.open(vault, personId, measure.id, 'answers_sealed', measure.answers_sealed),
    })),
    words: [
      ...words,
      ...(await gatherPlan(work, row)),
      ...(note ? [{ kind: 'closing' as const, number: null, text: note }] : []),
    ],
  }
}

/** What she wants, in her own words; who else does something for it is looked through with the rest. */
async function gatherPlan(work: Work, { id, person_id: personId }: TrajectoryRow): Promise<CopyWords[]> {
  const { tx, orgId, vault } = work
  const inside = { kind: 'system', orgId, job: 'person-request' } as const
  const plan = await findPlan(tx, orgId, id)
  if (!plan) return []
  const goals = (await listPlanGoals(tx, inside, plan.id)).map((row) => openGoal(work, personId, row)?.words)
  const actions = (await listPlanActions(tx, inside, plan.id)).map(
    (row) => openAction(work, personId, row)?.words,
  )
  const reviews = (await listPlanReviews(tx, inside, plan.id)).map((row) =>
    reviewFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed),
  )
  return [...wordsAs('goal', goals), ...wordsAs('action', actions), ...wordsAs('review', reviews)]
}
