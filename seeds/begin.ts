import type { Day } from '#domain/day.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import type { Stage, Volunteer } from './stage.ts'
import { agreeContact, pair, refer, takeIn, takeOn } from './steps.ts'
import { measure } from './visits.ts'
import type { VolunteerName } from './volunteers.ts'
import { referralOf, type WomanName } from './women.ts'

export const volunteer = (stage: Stage, name: VolunteerName): Volunteer => {
  const found = stage.volunteers[name]
  if (!found) throw new Error(`nobody called ${name}`)
  return found
}

interface Beginning {
  readonly name: WomanName
  readonly child: string
  /** Days before the demo's own day. */
  readonly referred: number
  /** How old the child was on that day, in days. */
  readonly childDays: number
}

/** Referral, acceptance and intake in the fortnight that follows; she waits. */
export async function begin(stage: Stage, { name, child, referred, childDays }: Beginning) {
  const day = stage.today.subtract({ days: referred })
  const bornOn = day.subtract({ days: childDays })
  const referral = await refer(
    stage,
    day,
    referralOf(name, bornOn),
    name === 'yousra' ? 'referrer' : 'professional',
  )
  const trajectoryId = await takeOn(stage, day.add({ days: 1 }), referral)
  const intakeDay = day.add({ days: 8 })
  await takeIn(stage, intakeDay, trajectoryId, { child: { given: child, bornOn } })
  return { trajectoryId, bornOn, intakeDay }
}

/** And matched two weeks later, on trial or at once for good, with the first measure taken. */
export async function beginWith(
  stage: Stage,
  beginning: Beginning,
  name: VolunteerName,
  trialDays: number | null = null,
) {
  const begun = await begin(stage, beginning)
  const matched = begun.intakeDay.add({ days: 9 })
  const matchId = await pair(stage, matched, begun.trajectoryId, volunteer(stage, name), trialDays)
  const started = matched.add({ days: 6 })
  await measure(stage, started, begun.trajectoryId, 'T0', 4)
  return { ...begun, matchId, started, volunteer: volunteer(stage, name) }
}

/** Asked again three weeks ago whether what was agreed about contact and about sharing still holds, as it should be. */
export async function stillHolds(stage: Stage, trajectoryId: string): Promise<void> {
  const day = stage.today.subtract({ days: 21 })
  await agreeContact(stage, day, trajectoryId)
  await mayStillHear(stage, day, trajectoryId)
}

/** She was asked anew, as in each phase: whoever referred her may still hear how far it is. */
export const mayStillHear = (stage: Stage, day: Day, trajectoryId: string): Promise<unknown> =>
  changeConsent(stage.on(day), stage.coordinator, {
    trajectoryId,
    code: 'C-5',
    state: 'given',
    how: 'spoken',
  })
