import { z } from 'zod'
import { findReferral } from '#db/referral.ts'
import { findTrajectoryOfReferral } from '#db/trajectory.ts'
import { weighForDesk } from '#domain/referral/desk-fit.ts'
import { mayDecide } from '#domain/referral/referral.ts'
import { referralFacts } from '#domain/referral/referral-facts.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { findDuplicates } from '#usecases/person/find-duplicates.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whereaboutsOf } from '#usecases/person/whereabouts.ts'
import { readFollowUps } from '#usecases/referral/read-follow-ups.ts'
import { openReferral } from '#usecases/referral/referral-fields.ts'
import { readReferrerSide } from '#usecases/referral/referrer-side.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { teamsNear } from '#usecases/team/teams-near.ts'
import { question } from '#usecases/use-case.ts'

/** One referral as the desk sees it: her, the referrer's own words, what is known, and who it may be a double of. */
export const readReferral = question({
  name: 'read-referral',
  may: referralPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findReferral(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (!person) throw new NotFound()
    const trajectory = await findTrajectoryOfReferral(work.tx, work.actor, id)
    const { state } = row
    const text = trajectory?.quiet_since ? withoutChild(openReferral(work, row)) : openReferral(work, row)
    const facts = text.answers
      ? referralFacts(text.answers, { today: work.today, receivedOn: row.received_on })
      : {}
    const where = await whereaboutsOf(work, person)
    const referrerSide = await readReferrerSide(work, row)
    return {
      id,
      version: row.version,
      state,
      channel: row.channel,
      referrerKind: row.referrer_kind,
      programmeId: row.programme_id,
      receivedOn: row.received_on,
      contactDueOn: row.contact_due_on,
      pausedOn: row.paused_on,
      decisionCode: row.decision_code,
      person,
      /** Her own terms, once she gave them; they go before what the referral says. */
      safeContact: await readSafeContact(work, person.id),
      at: work.now.toZonedDateTimeISO(work.zone),
      ...text,
      acute: row.urgency === 'acute',
      /** Whether each programme is for her, as far as the referral tells, best first; intake asks the rest. */
      fits: weighForDesk(work.programmes.offered, facts, where, referrerSide),
      referrerOrganisation: referrerSide.organisation,
      ...(await teamsNear(work, where)),
      followUps: await readFollowUps(work, row),
      trajectoryId: trajectory?.id ?? null,
      duplicates: mayDecide(state, 'mark-duplicate') ? await findDuplicates(work, person, person.id) : [],
      abilities: {
        accept: mayDecide(state, 'accept'),
        askForInformation: mayDecide(state, 'ask-for-information'),
        noteInformation: mayDecide(state, 'note-information'),
        turnAway: mayDecide(state, 'reject'),
      },
    }
  },
})

/** After a loss the referral shows nothing of the child that was meant. What somebody wrote in words stays theirs. */
const withoutChild = (text: ReturnType<typeof openReferral>): ReturnType<typeof openReferral> => ({
  ...text,
  answers: text.answers && {
    ...text.answers,
    child: { ...text.answers.child, given: null, bornOn: null, dueOn: null },
  },
})
