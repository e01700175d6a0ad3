import type { z } from 'zod'
import type { Day } from '#domain/day.ts'
import type { IntakeAnswers } from '#domain/intake/intake.ts'
import type { Actor } from '#domain/member/actor.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { programmes } from '#programmes/registry.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { postGoesOut } from './post.ts'
import type { Stage, Volunteer } from './stage.ts'

type Submission = z.input<typeof referralSubmission>
type SafeTerms = z.input<typeof setSafeContact.useCase.input>['terms']

/** The programme of the demo: the first that Naast carries. */
const programmeId = programmes[0]?.id ?? ''

/** A referral comes in on a day, through one of the doors. */
export async function refer(
  stage: Stage,
  day: Day,
  submission: Submission,
  door: 'professional' | 'self' | 'referrer' = 'professional',
) {
  const actor: Actor = door === 'referrer' ? stage.referrer : { kind: 'visitor', orgId: stage.orgId, door }
  const { referralId } = await submitReferral(stage.on(day), actor, {
    channel: door === 'self' ? 'own_form' : 'professional_form',
    submission,
  })
  return referralId
}

export async function takeOn(
  stage: Stage,
  day: Day,
  referralId: string,
  programme: string = programmeId,
): Promise<string> {
  const accepted = await acceptReferral(stage.on(day), stage.coordinator, {
    id: referralId,
    version: 1,
    programmeId: programme,
  })
  return accepted.trajectoryId
}

const usualTerms: SafeTerms = {
  channels: ['phone', 'text'],
  through: null,
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }],
  pickedUpBy: 'only_herself',
  others: null,
  coverName: null,
  codeWord: null,
  language: 'nl',
  voicemail: 'neutral',
  neverAtHome: false,
  remark: null,
}

/** She says how she can be reached safely; the first thing that intake asks. */
export async function agreeContact(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  terms: Partial<SafeTerms> = {},
): Promise<void> {
  const context = stage.on(day)
  const intake = await readIntake(context, stage.coordinator, { trajectoryId })
  await setSafeContact(context, stage.coordinator, {
    personId: intake.person.id,
    basedOn: intake.safeContact?.id ?? null,
    terms: { ...usualTerms, ...terms },
  })
}

interface IntakeStory {
  readonly child: { given: string; bornOn: Day | null; dueOn?: Day | null }
  readonly facts?: IntakeAnswers['facts']
  readonly tellReferrer?: boolean
  readonly exceptionReason?: string
}

/** The intake talk, as far as the answers; the decision is a step of its own. */
export async function talk(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  story: IntakeStory,
): Promise<number> {
  const { version } = await saveIntake(stage.on(day), stage.coordinator, {
    trajectoryId,
    version: 0,
    answers: {
      child: { given: story.child.given, bornOn: story.child.bornOn, dueOn: story.child.dueOn ?? null },
      facts: {
        firstChild: true,
        everydayQuestions: true,
        insecure: true,
        lowSupport: true,
        childNeedsExtraCare: false,
        multipleSeriousProblems: false,
        currentPartnerViolence: false,
        ...story.facts,
      },
    },
    consents: {
      answers: {
        'C-2': 'yes',
        'C-3': 'yes',
        'C-5': story.tellReferrer === false ? 'no' : 'yes',
        'C-7': 'yes',
      },
      shareWith: [],
      how: 'spoken',
    },
  })
  return version
}

/** Contact agreement, intake talk and decision: she goes on the waiting list. */
export async function takeIn(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  story: IntakeStory,
  terms: Partial<SafeTerms> = {},
): Promise<void> {
  await agreeContact(stage, day, trajectoryId, terms)
  const version = await talk(stage, day, trajectoryId, story)
  await completeIntake(stage.on(day), stage.coordinator, {
    trajectoryId,
    version,
    conclusion: 'waiting_list',
    exceptionReason: story.exceptionReason ?? null,
    redirectTo: null,
  })
}

/** The coordinator proposes this pair. Nobody has answered yet. */
export async function propose(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  volunteer: Volunteer,
): Promise<string> {
  const { matchId } = await proposeMatch(stage.on(day), stage.coordinator, {
    trajectoryId,
    workerId: volunteer.workerId,
  })
  return matchId
}

/** One side says yes; `version` says how often the match changed before, which otherwise is read. */
export async function answer(
  stage: Stage,
  day: Day,
  matchId: string,
  side: 'mother' | 'worker',
  volunteer: Volunteer,
  version?: number,
): Promise<void> {
  const actor = side === 'worker' ? volunteer.actor : stage.coordinator
  await answerMatch(stage.on(day), actor, {
    id: matchId,
    version: version ?? (await versionOf(stage, day, matchId)),
    side,
    answer: 'yes',
  })
}

export async function introduce(
  stage: Stage,
  day: Day,
  matchId: string,
  on: Day,
  version?: number,
): Promise<void> {
  await planIntroduction(stage.on(day), stage.coordinator, {
    id: matchId,
    version: version ?? (await versionOf(stage, day, matchId)),
    on,
  })
}

const versionOf = async (stage: Stage, day: Day, matchId: string): Promise<number> =>
  (await readMatch(stage.on(day), stage.coordinator, { id: matchId })).version

/** From proposal to the first day beside her, within a week; on trial for so many days if that is agreed. Gives the match. */
export async function pair(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  volunteer: Volunteer,
  trialDays: number | null = null,
): Promise<string> {
  const matchId = await propose(stage, day, trajectoryId, volunteer)
  await answer(stage, day.add({ days: 1 }), matchId, 'worker', volunteer, 1)
  await answer(stage, day.add({ days: 2 }), matchId, 'mother', volunteer, 2)
  const met = day.add({ days: 6 })
  await introduce(stage, day.add({ days: 2 }), matchId, met, 3)
  await startMatch(stage.on(met), stage.coordinator, {
    id: matchId,
    version: 4,
    trialUntil: trialDays ? met.add({ days: trialDays }) : null,
  })
  await postGoesOut(stage, met)
  return matchId
}

/** What she hopes for in somebody beside her; makes a match more than a shared language. */
export async function hope(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  wishes: z.input<typeof changeWishes.useCase.input>['wishes'],
): Promise<void> {
  await changeWishes(stage.on(day), stage.coordinator, { trajectoryId, version: 0, wishes })
}
