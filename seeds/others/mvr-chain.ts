import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { askArrangement } from '#usecases/arrangement/ask-arrangement.ts'
import { stepArrangementOn } from '#usecases/arrangement/step-arrangement.ts'
import { askConsultation } from '#usecases/consultation/ask-consultation.ts'
import { stepConsultationOn } from '#usecases/consultation/step-consultation.ts'
import { stepEndReport } from '#usecases/end-report/step-end-report.ts'
import { writeEndReport } from '#usecases/end-report/write-end-report.ts'
import { drawCircle } from '../circle.ts'
import type { Scene } from './scene.ts'

/** Help that the municipality decides about: fifty days from the need to the first day of it. Another is waited for. */
export async function askForHelp(
  scene: Scene,
  day: Day,
  trajectoryId: string,
  coach: MemberActor,
): Promise<void> {
  const on = (days: number) => day.add({ days })
  const { arrangementId: id } = await askArrangement(scene.on(on(20)), coach, {
    trajectoryId,
    kind: 'wmo_arrangement',
    party: 'Vraagwijzer Havenkade',
    purpose: 'Een plek met begeleiding voor haar en de baby’s',
    askedOn: on(20).toString(),
    neededOn: on(10).toString(),
  })
  for (const [at, [step, days]] of (
    [
      ['apply', 34],
      ['grant', 55],
      ['start', 60],
    ] as const
  ).entries())
    await stepArrangementOn(scene.on(on(days)), coach, {
      trajectoryId,
      id,
      version: at + 1,
      step,
      onDay: on(days).toString(),
    })
  await askArrangement(scene.on(on(62)), coach, {
    trajectoryId,
    kind: 'housing',
    party: 'Woonloket',
    purpose: 'Een eigen woning, met voorrang',
    askedOn: on(62).toString(),
  })
}

/** Somebody who knows more thinks along, without hearing her name. */
export async function askAnExpert(
  scene: Scene,
  day: Day,
  trajectoryId: string,
  coach: MemberActor,
): Promise<void> {
  const on = (days: number) => day.add({ days })
  const { consultationId: id } = await askConsultation(scene.on(on(30)), coach, {
    trajectoryId,
    kind: 'mild_intellectual_disability',
    party: 'Expertisepunt Havenkade',
    question: 'Brieven zijn te moeilijk, en na een kwartier is zij moe. Hoe leg ik een regeling uit?',
    telling: 'anonymous',
    askedOn: on(30).toString(),
  })
  await stepConsultationOn(scene.on(on(41)), coach, {
    trajectoryId,
    id,
    version: 1,
    step: 'answer',
    onDay: on(41).toString(),
    advice:
      'Eén onderwerp per keer, met een tekening erbij. Laat haar in eigen woorden zeggen wat is afgesproken.',
  })
}

/** First two people, then five: the twins are there, and a debt is in a plan. */
export async function standByHer(
  scene: Scene,
  day: Day,
  trajectoryId: string,
  coach: MemberActor,
): Promise<void> {
  const on = (days: number) => day.add({ days })
  const midwife = { kind: 'professional', role: 'midwife', name: null, ring: 3 } as const
  await drawCircle(scene, coach, trajectoryId, [
    {
      on: on(20),
      add: {
        kim: { kind: 'friend', name: 'Kim', ring: 1, helpsWith: 'Een slaapplek op de bank' },
        mother: { kind: 'family', name: 'Mama', ring: 3 },
        midwife: { ...midwife, mayTalkSince: on(20).toString(), lastContactOn: on(18).toString() },
      },
      count: 1,
    },
    { on: on(45), count: null },
    {
      on: on(75),
      add: {
        sister: { kind: 'family', name: 'Zus Demi', ring: 1, helpsWith: 'Past op de baby’s' },
        nurse: {
          kind: 'professional',
          role: 'youth_health_care',
          name: null,
          ring: 2,
          helpsWith: 'Vragen over drinken en slapen',
          mayTalkSince: on(70).toString(),
        },
        debts: {
          kind: 'professional',
          role: 'debt_help',
          name: 'Mevrouw Bos',
          ring: 3,
          mayTalkSince: on(40).toString(),
          lastContactOn: on(66).toString(),
        },
        neighbour: { kind: 'neighbour', name: 'Overbuurvrouw', ring: 3 },
      },
      change: {
        mother: { kind: 'family', name: 'Mama', ring: 2, helpsWith: 'Kookt op zondag' },
        kim: { kind: 'friend', name: 'Kim', ring: 2 },
      },
      end: ['midwife'],
      count: 3,
    },
  ])
}

/** She wants to go on without a coach; what both of them say of it is approved by the team leader. */
export async function lookBack(scene: Scene, trajectoryId: string, coach: MemberActor): Promise<void> {
  const on = (ago: number) => scene.on(scene.today.subtract({ days: ago }))
  await writeEndReport(on(5), coach, {
    trajectoryId,
    version: null,
    goals: {},
    hers: 'Karim kwam gewoon, ook toen er niets te regelen viel. Ik wil nu met mijn zus verder.',
    coach: 'De huur is geregeld. Het verdriet is groot, en zij vraagt zelf om hulp als het te veel wordt.',
    goesOn: 'Een gesprek met de huisarts over drie weken.',
    takesOver: 'gp',
  })
  await stepEndReport(on(5), coach, { trajectoryId, version: 1, step: 'submit' })
  await stepEndReport(on(3), scene.coordinator, { trajectoryId, version: 2, step: 'approve' })
}
