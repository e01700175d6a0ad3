import { z } from 'zod'
import { findTeam, findTeamAreas, findTeamMemberships } from '#db/team.ts'
import { fullName } from '#domain/person/person.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { unknownCodes } from '#usecases/postcode/unknown-codes.ts'
import { question } from '#usecases/use-case.ts'

/** One team: where it works, and who is and was in it. */
export const readTeam = question({
  name: 'read-team',
  may: teamPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId } = work
    const row = await findTeam(tx, orgId, id)
    if (!row) throw new NotFound()
    const memberships = await findTeamMemberships(tx, orgId, id)
    const people = await readPeople(
      work,
      memberships.map(({ person_id }) => person_id),
    )
    const areas = (await findTeamAreas(tx, orgId, id)).map(({ area }) => area)
    return {
      id,
      version: row.version,
      name: row.name,
      ended: row.until_day !== null,
      areas,
      /** Codes that the organisation's dated list doesn't have: by these nobody is found. */
      unknownCodes: await unknownCodes(work, areas),
      members: memberships.map((membership) => {
        const person = people.get(membership.person_id)
        return {
          workerId: membership.worker_id,
          name: person ? fullName(person.name) : '—',
          from: membership.from_day,
          until: membership.until_day,
        }
      }),
    }
  },
})
