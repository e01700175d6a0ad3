import type { z } from 'zod'
import { type Day, isBefore } from '#domain/day.ts'
import type { IntakeAnswers } from '#domain/intake/intake.ts'
import type { ContactMode } from '#domain/programme/definition.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { askedAtIntake } from '#usecases/intake/answer-consents.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import type { Volunteer } from '../stage.ts'
import { agreeContact, refer } from '../steps.ts'
import type { Scene } from './scene.ts'

type Submission = z.input<typeof referralSubmission>
type Terms = Parameters<typeof agreeContact>[3]

export interface Woman {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly languages: readonly string[]
  readonly phone: string
  readonly by: NonNullable<Submission['referrer']>
  readonly words: string
  readonly child: { readonly bornOn: Day | null; readonly dueOn: Day | null; readonly first: 'yes' | 'no' }
}

export const submissionOf = ({ town, programme }: Scene, woman: Woman): Submission => ({
  programmeId: programme.id,
  mother: {
    name: { given: woman.given, family: woman.family },
    phone: woman.phone,
    email: null,
    birthDay: woman.born,
    address: { street: 'Kadepad', houseNumber: '1', postcode: null, place: town },
    languages: [...woman.languages],
    interpreter: null,
  },
  child: {
    bornOn: woman.child.bornOn?.toString() ?? null,
    dueOn: woman.child.dueOn?.toString() ?? null,
    given: null,
    firstChild: woman.child.first,
  },
  reach: { channel: 'phone', when: 'overdag', voicemail: 'no' },
  agreed: true,
  referrer: woman.by,
  words: woman.words,
})

interface Intake {
  readonly facts: IntakeAnswers['facts']
  readonly terms?: Terms
  /** Days from the referral to the intake talk. */
  readonly after: number
  readonly exceptionReason?: string
  /** Referred by somebody with an account, instead of through the form that anybody may open. */
  readonly byAccount?: boolean
}

/** Referred, taken on the next day, talked with, and on the waiting list. */
export async function takeInFrom(scene: Scene, day: Day, woman: Woman, intake: Intake): Promise<string> {
  const { coordinator, on, programme } = scene
  const id = await refer(
    scene,
    day,
    submissionOf(scene, woman),
    intake.byAccount ? 'referrer' : 'professional',
  )
  const { trajectoryId } = await acceptReferral(on(day.add({ days: 1 })), coordinator, {
    id,
    version: 1,
    programmeId: programme.id,
  })
  const talked = day.add({ days: intake.after })
  await agreeContact(scene, talked, trajectoryId, intake.terms)
  const { version } = await saveIntake(on(talked), coordinator, {
    trajectoryId,
    version: 0,
    answers: {
      child: { given: null, bornOn: woman.child.bornOn, dueOn: woman.child.dueOn },
      facts: intake.facts,
    },
    consents: {
      // Sharing with somebody (C-6) names whom, and is asked apart.
      answers: Object.fromEntries(
        askedAtIntake(programme)
          .filter((code) => code !== 'C-6')
          .map((code) => [code, 'yes']),
      ),
      shareWith: [],
      how: 'spoken',
    },
  })
  await completeIntake(on(talked), coordinator, {
    trajectoryId,
    version,
    conclusion: 'waiting_list',
    exceptionReason: intake.exceptionReason ?? null,
    redirectTo: null,
  })
  return trajectoryId
}

interface Contacts {
  readonly until: Day
  readonly mode: ContactMode
  readonly minutes: number
  /** By the number in the plan: what happened instead. */
  readonly insteadOf?: Readonly<Record<number, 'mother' | 'partner'>>
  readonly notes?: Readonly<Record<number, string>>
}

/** Each planned contact is written down on its own day, as far as the story goes. */
export async function meet(
  scene: Scene,
  trajectoryId: string,
  worker: Volunteer,
  story: Contacts,
): Promise<void> {
  for (let number = 1; number <= 60; number += 1) {
    const { contacts } = await readTrajectory(scene.on(story.until), scene.coordinator, { id: trajectoryId })
    const [next] = contacts
      .filter(({ state }) => state === 'planned')
      .sort((a, b) => Temporal.PlainDate.compare(a.dueFrom, b.dueFrom))
    if (!next || isBefore(story.until, next.dueFrom)) return
    const context = scene.on(next.dueFrom)
    const { version } = await readContact(context, worker.actor, { id: next.id })
    const instead = story.insteadOf?.[number]
    await logContact(context, worker.actor, {
      id: next.id,
      version,
      ...(instead
        ? { kind: 'cancelled', by: instead }
        : {
            kind: 'done',
            on: next.dueFrom,
            minutes: story.minutes,
            mode: story.mode,
            feeling: 'good',
            went: story.notes?.[number] ?? null,
          }),
    })
  }
}
