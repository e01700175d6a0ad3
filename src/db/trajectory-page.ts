import type { ExpressionBuilder, Selectable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '#db/connection.ts'
import { readableTalkSheet } from '#db/earlier-words.ts'
import { standingSignalsOf } from '#db/signal.ts'
import type { ContactTable, MeasureTable, Tables } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'

/**
 * One trajectory with all that its page shows, in one query: names and birth day sealed, with the keys that open them,
 * her safe-contact terms as they stand, its contacts, measures and phases, and the signals that stand.
 */
export async function findTrajectoryPage(db: Db, actor: Actor, id: string) {
  const row = await trajectoryPage(db, actor, id).executeTakeFirst()
  return (
    row && {
      ...row,
      contacts: row.contacts.map(contactFacts),
      measures: row.measures.map(measureFacts),
      phase_spans: row.phase_spans.map(({ phase, from_day, until_day }) => ({
        phase,
        from: dayIn(from_day),
        until: dayOrNone(until_day),
      })),
      signals: row.signals.map((signal) => ({
        ...signal,
        arose_on: dayIn(signal.arose_on),
        quiet_until: dayOrNone(signal.quiet_until),
      })),
    }
  )
}

const trajectoryPage = (db: Db, actor: Actor, id: string) =>
  visibleTrajectories(db, actor)
    .innerJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'trajectory.org_id').onRef('person.id', '=', 'trajectory.person_id'),
    )
    .leftJoin('person as child', (join) =>
      join.onRef('child.org_id', '=', 'trajectory.org_id').onRef('child.id', '=', 'trajectory.child_id'),
    )
    .leftJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'trajectory.org_id').onRef('worker.id', '=', 'trajectory.worker_id'),
    )
    .leftJoin('person as worker_person', (join) =>
      join
        .onRef('worker_person.org_id', '=', 'worker.org_id')
        .onRef('worker_person.id', '=', 'worker.person_id'),
    )
    .innerJoin('keys.data_key as key', (join) =>
      join.onRef('key.org_id', '=', 'person.org_id').onRef('key.owner_id', '=', 'person.id'),
    )
    .leftJoin('keys.data_key as child_key', (join) =>
      join.onRef('child_key.org_id', '=', 'child.org_id').onRef('child_key.owner_id', '=', 'child.id'),
    )
    .leftJoin('keys.data_key as worker_key', (join) =>
      join
        .onRef('worker_key.org_id', '=', 'worker.org_id')
        .onRef('worker_key.owner_id', '=', 'worker.person_id'),
    )
    .leftJoin('safe_contact_policy as terms', (join) =>
      join
        .onRef('terms.org_id', '=', 'trajectory.org_id')
        .onRef('terms.person_id', '=', 'trajectory.person_id')
        .on('terms.until_at', 'is', null),
    )
    .leftJoin('pregnancy', (join) =>
      join
        .onRef('pregnancy.org_id', '=', 'trajectory.org_id')
        .onRef('pregnancy.trajectory_id', '=', 'trajectory.id'),
    )
    .select((e) => [
      'trajectory.id',
      'trajectory.quiet_since',
      'trajectory.version',
      'pregnancy.id as pregnancy_id',
      'pregnancy.facts_sealed as pregnancy_sealed',
      'trajectory.person_id',
      'trajectory.child_id',
      'trajectory.referral_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
      'trajectory.state',
      'trajectory.phase',
      'trajectory.waiting_since',
      'trajectory.started_on',
      'trajectory.ends_on',
      'trajectory.closed_on',
      'trajectory.closure_reason',
      'trajectory.last_contact_on',
      'trajectory.next_contact_on',
      'trajectory.contacts_done',
      'person.name_sealed',
      'person.phone_sealed',
      'child.birth_day_sealed as child_birth_day_sealed',
      'worker.person_id as worker_person_id',
      'worker_person.name_sealed as worker_name_sealed',
      'key.wrapped',
      'child_key.wrapped as child_wrapped',
      'worker_key.wrapped as worker_wrapped',
      'terms.id as terms_id',
      'terms.terms_sealed',
      'terms.confirmed_on as terms_confirmed_on',
      'terms.from_at as terms_from_at',
      standingSignalsOf(db, actor, id).as('signals'),
      contactsOf(e, actor).as('contacts'),
      measuresOf(e).as('measures'),
      phasesOf(e).as('phase_spans'),
    ])
    .where('trajectory.id', '=', id)

type Builder = ExpressionBuilder<Tables, 'trajectory'>

/** What the strip and the table beneath it show of each contact: no words of anybody. */
const contactColumns = [
  'id',
  'number',
  'state',
  'origin',
  'mode',
  'phase',
  'due_from',
  'due_until',
  'planned_on',
  'planned_at',
  'done_on',
  'minutes',
  'cancelled_by',
  'worker_id',
  'logged_at',
  'version',
] as const
type ContactOnPage = AsJson<Pick<Selectable<ContactTable>, (typeof contactColumns)[number] | 'talk_sheet'>>
const contactsOf = (e: Builder, actor: Actor) =>
  jsonArrayFrom(
    e
      .selectFrom('contact')
      .select([...contactColumns, readableTalkSheet(actor).as('talk_sheet')])
      .whereRef('contact.org_id', '=', 'trajectory.org_id')
      .whereRef('contact.trajectory_id', '=', 'trajectory.id')
      .orderBy('number'),
  ).$castTo<readonly ContactOnPage[]>()

const measureColumns = ['moment', 'state', 'due_on', 'taken_on'] as const
const measuresOf = (e: Builder) =>
  jsonArrayFrom(
    e
      .selectFrom('measure')
      .select(measureColumns)
      .whereRef('measure.org_id', '=', 'trajectory.org_id')
      .whereRef('measure.trajectory_id', '=', 'trajectory.id')
      .orderBy('moment'),
  ).$castTo<readonly AsJson<Pick<Selectable<MeasureTable>, (typeof measureColumns)[number]>>[]>()

/** When she was in which phase, the oldest first. */
const phasesOf = (e: Builder) =>
  jsonArrayFrom(
    e
      .selectFrom('trajectory_phase')
      .select(['phase', 'from_day', 'until_day'])
      .whereRef('trajectory_phase.org_id', '=', 'trajectory.org_id')
      .whereRef('trajectory_phase.trajectory_id', '=', 'trajectory.id')
      .orderBy('from_day')
      .orderBy('trajectory_phase.id'),
  ).$castTo<readonly { phase: string; from_day: string; until_day: string | null }[]>()

/** A row on its way through JSON: days and moments are text. */
type AsJson<Row> = {
  [Column in keyof Row]: Row[Column] extends Day | Temporal.Instant
    ? string
    : Row[Column] extends Day | Temporal.Instant | null
      ? string | null
      : Row[Column]
}
const dayIn = (text: string): Day => Temporal.PlainDate.from(text)
const dayOrNone = (text: string | null): Day | null => (text === null ? null : dayIn(text))

const contactFacts = (row: ContactOnPage) => ({
  ...row,
  due_from: dayIn(row.due_from),
  due_until: dayIn(row.due_until),
  planned_on: dayOrNone(row.planned_on),
  done_on: dayOrNone(row.done_on),
})

const measureFacts = (row: AsJson<Pick<Selectable<MeasureTable>, (typeof measureColumns)[number]>>) => ({
  ...row,
  due_on: dayOrNone(row.due_on),
  taken_on: dayOrNone(row.taken_on),
})
