import { z } from 'zod'
import { findIncident, listNotices } from '#db/incident.ts'
import { incidentPolicy } from '#domain/incident/incident.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutIncident } from '#usecases/incident/held-incident.ts'
import { incidentFields, ownerOf } from '#usecases/incident/incident-fields.ts'
import { incidentLine } from '#usecases/incident/incident-view.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One incident with its list of who is told; a programme manager reads no words and not whom it was about. */
export const readIncident = question({
  name: 'read-incident',
  may: incidentPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findIncident(tx, actor, id)
    if (!row) throw new NotFound()
    const readsWords = incidentPolicy.readWords(actor)
    const owner = ownerOf(row)
    if (readsWords) {
      aboutIncident(work, row)
      await vault.load([owner])
    }
    const notices = await listNotices(tx, orgId, [id])
    const names = await whoDid(work, [
      row.recorded_by,
      ...notices.flatMap(({ decided_by }) => decided_by ?? []),
    ])
    const open = (column: 'words_sealed' | 'closing_sealed', sealed: Buffer | null) =>
      readsWords ? incidentFields.open(vault, owner, id, column, sealed) : null
    return {
      ...incidentLine(work, row, notices),
      version: row.version,
      trajectoryId: readsWords ? row.trajectory_id : null,
      by: names.get(row.recorded_by) ?? '—',
      words: open('words_sealed', row.words_sealed),
      closingCode: row.closing_code,
      closing: open('closing_sealed', row.closing_sealed),
      notices: notices.map((notice) => ({
        party: notice.party,
        dueOn: notice.due_on,
        toldOn: notice.told_on,
        waived: notice.waived_code,
        by: notice.decided_by ? (names.get(notice.decided_by) ?? '—') : null,
      })),
      mayChange: incidentPolicy.record(actor) && row.state === 'open',
    }
  },
})
export type IncidentPage = Awaited<ReturnType<typeof readIncident>>
