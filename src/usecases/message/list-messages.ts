import { z } from 'zod'
import { listMessages as findMessages } from '#db/message.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { isMessageKind, messageChannels, messageStates } from '#domain/message/message.ts'
import { fullName } from '#domain/person/person.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

const shown = 200

/** What left, what waits and what could not leave; never what it said. */
export const listMessages = question({
  name: 'list-messages',
  may: (actor) => isMemberWith(actor, 'coordinator'),
  input: z.strictObject({ states: z.array(z.enum(messageStates)).default([...messageStates]) }),
  async run(work, { states }) {
    const found = await findMessages(work.tx, work.actor, { states, limit: shown })
    // Who goes somewhere alone herself doesn't read here that others were called.
    const alone = work.actor.kind === 'member' && work.actor.workerId !== null
    const rows = found.filter(({ kind }) => !alone || !/^lone-call(-over)?$/.test(kind))
    const people = await readPeople(
      work,
      rows.flatMap((row) => row.person_id ?? []),
    )
    return rows.map((row) => {
      const person = row.person_id ? people.get(row.person_id) : undefined
      return {
        id: row.id,
        kind: isMessageKind(row.kind) ? row.kind : null,
        channel: messageChannels.find((one) => one === row.channel) ?? 'email',
        // The column holds what the table of states wrote.
        state: messageStates.find((state) => state === row.state) ?? 'unknown',
        name: person ? fullName(person.name) : '—',
        trajectoryId: row.trajectory_id,
        reasonCode: row.refusal_code,
        at: (row.settled_at ?? row.created_at).toZonedDateTimeISO(work.zone),
      }
    })
  },
})
