import { z } from 'zod'
import { listKindchecks } from '#db/kindcheck.ts'
import { findMeldcode, listMeldcodeEntries, listMeldcodeReaders, type MeldcodeRow } from '#db/meldcode.ts'
import { closingCodes } from '#domain/meldcode/closing.ts'
import { mayStepMeldcode } from '#domain/meldcode/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { weighingLeadsTo } from '#domain/meldcode/weighing.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutMeldcode } from '#usecases/meldcode/held-meldcode.ts'
import { knownOf } from '#usecases/meldcode/known-of.ts'
import { meldcodeEntryFields } from '#usecases/meldcode/meldcode-fields.ts'
import { lineOf, mayDecideOn } from '#usecases/meldcode/meldcode-view.ts'
import { colleaguesFor } from '#usecases/meldcode/professional.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One meldcode with all that was written down, for the few who need it. */
export const readMeldcode = question({
  name: 'read-meldcode',
  may: meldcodePolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findMeldcode(tx, actor, id)
    if (!row) throw new NotFound()
    aboutMeldcode(work, row)
    await vault.load([row.person_id])
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    const entries = await listMeldcodeEntries(tx, orgId, [id])
    const kindchecks = await listKindchecks(tx, orgId, row.trajectory_id)
    const people = await peopleOf(work, row)
    const names = await whoDid(work, [
      row.handler_id,
      ...people.ids,
      ...entries.flatMap(({ taken_by, member_id }) => [taken_by, member_id ?? []].flat()),
    ])
    const nameOf = (memberId: string) => names.get(memberId) ?? '—'
    const named = (ids: readonly string[]) => ids.map((memberId) => ({ memberId, name: nameOf(memberId) }))
    const known = knownOf(entries)
    return {
      ...lineOf(work, row, entries),
      version: row.version,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      handler: nameOf(row.handler_id),
      /** Who has it works here no more: nobody but a safeguarding lead can go on with it. */
      handlerGone: !people.able.includes(row.handler_id),
      reportedOn: row.reported_on,
      closingCode: row.closing_code,
      closedOn: row.closed_on,
      known,
      leadsTo: weighingLeadsTo(known.weighing),
      entries: entries.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        code: entry.code,
        reason: entry.reason_code,
        on: entry.on_day,
        until: entry.until_day,
        by: nameOf(entry.taken_by),
        member: entry.member_id ? nameOf(entry.member_id) : null,
        concernId: entry.concern_id,
        words: meldcodeEntryFields.open(vault, row.person_id, entry.id, 'words_sealed', entry.words_sealed),
      })),
      kindchecks: kindchecks.map(({ id: kindcheckId, checked_on, outcome }) => ({
        id: kindcheckId,
        on: checked_on,
        outcome,
      })),
      readers: named(people.readers),
      colleagues: named(people.able),
      abilities: abilitiesOf(work, row),
    }
  },
})
export type MeldcodePage = Awaited<ReturnType<typeof readMeldcode>>
export type MeldcodeEntryLine = MeldcodePage['entries'][number]

/** Who may read it, and who could be given it. */
async function peopleOf(work: Work, row: MeldcodeRow) {
  const readers = (await listMeldcodeReaders(work.tx, work.orgId, row.id)).map((one) => one.member_id)
  const able = (await colleaguesFor(work, row.trajectory_id)).map((one) => one.id)
  return { readers, able, ids: [...readers, ...able] }
}

function abilitiesOf(work: Work, row: MeldcodeRow) {
  const own = mayDecideOn(work, row)
  const may = (step: Parameters<typeof mayStepMeldcode>[1]) => mayStepMeldcode(row.state, step)
  return {
    record: may('record'),
    decide: own && may('decide'),
    report: own && may('report'),
    hear: own && may('hear'),
    close: own && may('close') ? closingCodes : [],
    give: own && may('record'),
    unname: own,
    seeSafety: trajectoryPolicy.listCaseload(work.actor),
  }
}
