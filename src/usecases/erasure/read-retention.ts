import { z } from 'zod'
import { beyondLocks } from '#db/lock-reach.ts'
import { countHidings, countShredLines, listHidden } from '#db/retention-hiding.ts'
import { findRetention, listSettings, type RetentionSettingRow } from '#db/retention-setting.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { maySettingStep, shredOn } from '#domain/erasure/putting-away.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import type { Work } from '#usecases/context.ts'
import { standingHolds } from '#usecases/erasure/held-erasure.ts'
import { settleHidden } from '#usecases/erasure/settle-hidden.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

const [mostHidden, mostSettings] = [200, 10] as const
/** How far back the report goes. */
const reportMonths = 13

/**
 * Whether terms end by themselves and who decided that; for the privacy officer also what is put away and what was
 * removed: numbers by ground and programme, never names, and how many lines of the access log say the same.
 */
export const readRetention = question({
  name: 'read-retention',
  may: erasurePolicy.setRetention,
  traced: true,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor } = work
    const officer = erasurePolicy.retention(actor)
    return {
      ...(await findRetention(tx, orgId)),
      settings: await readSettings(work),
      hidden: officer ? await readHidden(work) : [],
      report: officer ? await readReport(work) : [],
      officer,
    }
  },
})
export type RetentionPage = Awaited<ReturnType<typeof readRetention>>

async function readSettings(work: Work) {
  const { tx, actor, zone } = work
  const rows = await listSettings(tx, actor, mostSettings)
  const names = await whoDid(
    work,
    rows.flatMap((row) => [row.asked_by, ...(row.answered_by ? [row.answered_by] : [])]),
  )
  const mine = (row: RetentionSettingRow) =>
    actor.kind === 'member' && !isSecondPerson(actor.memberId, [row.asked_by])
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    acts: row.acts_code,
    regimes: row.regimes,
    askedBy: names.get(row.asked_by) ?? '—',
    askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
    answeredBy: row.answered_by ? (names.get(row.answered_by) ?? '—') : null,
    may: {
      agree: maySettingStep(row.state, 'agree') && !mine(row),
      withdraw: maySettingStep(row.state, 'withdraw') && mine(row),
      stop: maySettingStep(row.state, 'stop'),
    },
  }))
}

async function readHidden(work: Work) {
  const { tx, actor } = work
  const rows = await listHidden(tx, actor, mostHidden)
  const people = rows.flatMap(({ person_id }) => person_id ?? [])
  const holds = await standingHolds(work, people)
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    whose: row.person_id ?? row.member_id ?? row.id,
    ground: row.ground_code,
    programme: programmeName(work, row.programme_id),
    since: row.since_day,
    hiddenOn: row.hidden_on,
    shredOn: shredOn(row.hidden_on),
    holds: holds
      .filter((hold) => hold.person_id === row.person_id)
      .map((hold) => ({ id: hold.id, reason: hold.reason_code, until: hold.until_day })),
  }))
}

/** The whole, also of what is locked for who reads it: numbers tell of nobody, and a report that misses some is none. */
const readReport = (work: Work) => {
  const { tx, orgId, actor, today, zone } = work
  return beyondLocks(tx, actor.kind === 'member' ? actor.memberId : null, async () => {
    const since = today.subtract({ months: reportMonths })
    const lines = await countHidings(tx, orgId, since)
    const event = settleHidden.useCase.name
    const logged = await countShredLines(tx, orgId, { since, zone, event })
    return [...Map.groupBy(lines, ({ on_day }) => on_day.toString())].map(([day, all]) => ({
      day: Temporal.PlainDate.from(day),
      lines: all.map((line) => ({
        deed: line.deed,
        subject: line.subject,
        ground: line.ground_code,
        programme: programmeName(work, line.programme_id),
        count: line.count,
        files: line.files,
      })),
      shredded: all.reduce((sum, line) => sum + (line.deed === 'shredded' ? line.count : 0), 0),
      logged: logged.get(day) ?? 0,
    }))
  })
}

const programmeName = ({ programmes }: Work, id: string | null) => (id && programmes.find(id)?.label) || null
