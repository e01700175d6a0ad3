import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findSharingNotices, findSharings } from '#db/sharing.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { fullName } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { stillAgreed } from '#domain/sharing/still-agreed.ts'
import { mayStepNotice } from '#domain/sharing/withdrawal.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What of her was shared, on what it rested, and who must still hear that she took something back. */
export const listSharings = question({
  name: 'list-sharings',
  may: sharingPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const parties = (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name }))
    const nameOf = (id: string | null) => parties.find((party) => party.id === id)?.name ?? null
    const answers = await findConsents(tx, orgId, personId, trajectoryId)
    const consents = new Map(answers.map((row) => [row.id, row]))
    const seesLegal = sharingPolicy.readLegal(actor)
    return {
      trajectoryId,
      name: person ? fullName(person.name) : '—',
      parties,
      sharings: (await findSharings(tx, orgId, personId))
        // What the law asked for may tell of a report: that is for whoever leads it.
        .filter(({ legal_ground }) => legal_ground !== 'meldcode' || seesLegal)
        .map((row) => ({
          id: row.id,
          recipient: row.recipient,
          organisation: nameOf(row.network_organisation_id),
          items: row.items,
          way: row.way,
          on: row.shared_on,
          legalGround: row.legal_ground,
          agreedOn: consents.get(row.consent_id ?? '')?.from_day ?? null,
          hasLetter: row.words_sealed !== null && row.way !== 'file',
          /** A file can be taken along for as long as her yes stands; `null`: it went in another way. */
          file: row.way === 'file' ? (isRefusal(stillAgreed(row, answers, today)) ? 'closed' : 'open') : null,
        })),
      notices: (await findSharingNotices(tx, orgId, personId)).map((row) => ({
        id: row.id,
        version: row.version,
        recipient: row.recipient,
        organisation: nameOf(row.network_organisation_id),
        state: row.state,
        since: row.made_at.toZonedDateTimeISO(work.zone).toPlainDate(),
        toldOn: row.told_on,
        endedOn: row.ended_on,
        mayStep: mayStepNotice(row.state, 'acknowledge'),
      })),
    }
  },
})
