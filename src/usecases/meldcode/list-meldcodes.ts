import { z } from 'zod'
import { listMeldcodesOf, listOpenMeldcodes } from '#db/meldcode.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { meldcodeLines } from '#usecases/meldcode/meldcode-view.ts'
import { isProfessional } from '#usecases/meldcode/professional.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** Those that she may see: all that are open, or all of one trajectory. Of the others nothing, not even how many. */
export const listMeldcodes = question({
  name: 'list-meldcodes',
  may: meldcodePolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid().nullish() }),
  async run(work, { trajectoryId }) {
    const { tx, actor } = work
    if (trajectoryId && !(await findTrajectory(tx, actor, trajectoryId))) throw new NotFound()
    const rows = trajectoryId
      ? await listMeldcodesOf(tx, actor, trajectoryId)
      : await listOpenMeldcodes(tx, actor, most)
    const lines = await meldcodeLines(work, rows)
    const people = await readPeople(
      work,
      lines.map(({ personId }) => personId),
    )
    const handlers = await whoDid(
      work,
      lines.map(({ handlerId }) => handlerId),
    )
    const nameOf = (personId: string) => {
      const name = people.get(personId)?.name
      return name ? (trajectoryPolicy.listCaseload(actor) ? fullName(name) : name.given) : '—'
    }
    return {
      /** A professional may begin one; a volunteer finds nothing of it. */
      mayOpen: isMemberWith(actor, 'coordinator', 'safeguarding_lead') || (await isProfessional(work)),
      lines: lines.map((line) => ({
        ...line,
        name: nameOf(line.personId),
        handler: handlers.get(line.handlerId) ?? '—',
      })),
    }
  },
})
export type MeldcodeList = Awaited<ReturnType<typeof listMeldcodes>>
