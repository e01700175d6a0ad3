import type { LoneVisitRow } from '#db/lone-visit.ts'
import { findMembersByIds } from '#db/member.ts'
import { findWorker } from '#db/worker.ts'
import { languageOf } from '#domain/member/language.ts'
import { areYouThereText } from '#domain/message/message-text.ts'
import type { Work } from '#usecases/context.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/**
 * Her time is over: her page asks, and so do a mail and, where there is a gateway, a text message. They say nothing that
 * anybody who reads along might not read.
 */
export async function askHer(work: Work, visit: LoneVisitRow): Promise<void> {
  const { tx, orgId, vault } = work
  const [member] = await findMembersByIds(tx, orgId, [visit.member_id])
  if (!member) return
  await vault.load([member.id])
  const dedupeKey = `are-you-there|${visit.id}|${visit.expected_at}`
  await writeToColleague(work, member, {
    kind: 'are-you-there',
    text: areYouThereText,
    personId: member.id,
    dedupeKey,
  })
  if (!work.textReady) return
  const worker = await findWorker(tx, { kind: 'system', orgId, job: 'lone-visits' }, visit.worker_id)
  const phone = worker && (await readPeople(work, [worker.person_id])).get(worker.person_id)?.phone
  if (!phone) return
  const language = languageOf(member.language)
  await queueMessage(work, {
    kind: 'are-you-there',
    channel: 'text',
    language,
    address: phone,
    ...areYouThereText(language),
    personId: member.id,
    dedupeKey: `${dedupeKey}|text`,
  })
}
