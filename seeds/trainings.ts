import type { MemberActor } from '#domain/member/actor.ts'
import { certifyTraining } from '#usecases/training/certify-training.ts'
import { enrolInTraining } from '#usecases/training/enrol-in-training.ts'
import { planTraining } from '#usecases/training/plan-training.ts'
import { readTraining } from '#usecases/training/read-training.ts'
import { recordTrainingAttendance } from '#usecases/training/record-training-attendance.ts'
import { planWorkerTalk } from '#usecases/worker/plan-worker-talk.ts'
import { publishWorkerText } from '#usecases/worker/publish-worker-text.ts'
import { signWorkerText } from '#usecases/worker/sign-worker-text.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import type { Stage } from './stage.ts'

const agreement = `Je staat naast een moeder als vrijwilliger. Je komt wanneer je hebt gezegd dat je komt, en je zegt het op tijd als het niet lukt.

Wij zorgen voor een coördinator die je altijd mag bellen, voor training, voor je reiskosten en voor een verzekering.

Wil je stoppen? Dat mag altijd. Laat het weten, dan zoeken we samen naar een goed einde.`
const confidentiality = `Wat je bij een moeder thuis ziet of hoort, vertel je aan niemand, ook niet thuis en ook later niet.

Er is één uitzondering. Maak je je zorgen over haar of over een kind, dan vertel je dat aan je coördinator. Is er nu gevaar, dan bel je eerst 112.

Je schrijft niets over haar in je eigen telefoon, en je maakt geen foto’s.`

/**
 * The organisation's two texts, a training that was given with one seat that stayed half full, one to come, and a
 * full one with a waiting list.
 */
export async function teach(
  { today, on, coordinator, volunteers }: Stage,
  manager: MemberActor,
): Promise<void> {
  const founded = today.subtract({ months: 14 })
  const { textId } = await publishWorkerText(on(founded), manager, { kind: 'agreement', words: agreement })
  await publishWorkerText(on(founded), manager, { kind: 'confidentiality', words: confidentiality })
  const { mieke, ans, hatice, rasha, letebrhan } = volunteers
  if (!mieke || !ans || !hatice || !rasha || !letebrhan) throw new Error('the demo needs its volunteers')
  await signWorkerText(on(today.subtract({ days: 6 })), ans.actor, { textId, agreed: true })
  await planWorkerTalk(on(today.subtract({ days: 30 })), coordinator, {
    workerId: hatice.workerId,
    kind: 'talk',
    on: today.subtract({ days: 30 }),
    held: true,
  })
  await planWorkerTalk(on(today.subtract({ days: 2 })), coordinator, {
    workerId: ans.workerId,
    kind: 'talk',
    on: today.add({ days: 6 }),
  })
  await tellAway(on(today.subtract({ days: 4 })), hatice.actor, {
    workerId: hatice.workerId,
    kind: 'phone_only',
    from: today.add({ days: 40 }),
    until: today.add({ days: 54 }),
  })
  const begun = today.subtract({ days: 21 })
  const given = [begun, begun.add({ days: 7 }), begun.add({ days: 14 })]
  const { trainingId: induction } = await planTraining(on(begun.subtract({ days: 30 })), coordinator, {
    training: {
      title: 'Basistraining',
      place: 'Buurthuis De Oever',
      gateKind: 'training',
      seats: 10,
      sessions: given.map((day) => ({ on: day, at: '09:30', halfDays: 2 })),
    },
  })
  for (const { workerId } of [mieke, rasha])
    await enrolInTraining(on(begun.subtract({ days: 20 })), coordinator, { trainingId: induction, workerId })
  const { sessions } = await readTraining(on(begun), coordinator, { id: induction })
  for (const [at, session] of sessions.entries())
    await recordTrainingAttendance(on(session.on), coordinator, {
      trainingId: induction,
      sessionId: session.sessionId,
      attendance: [
        { workerId: rasha.workerId, was: 'there' },
        // She was ill on the last day; that is what she still lacks.
        { workerId: mieke.workerId, was: at === 2 ? 'excused' : 'there' },
      ],
    })
  await certifyTraining(on(today.subtract({ days: 5 })), coordinator, {
    trainingId: induction,
    workerId: rasha.workerId,
  })
  const { trainingId: theme } = await planTraining(on(today.subtract({ days: 12 })), coordinator, {
    training: {
      title: 'Jong en moeder: een avond over heel jonge moeders',
      place: 'Bibliotheek Waterrijk',
      gateKind: null,
      seats: 12,
      sessions: [{ on: today.add({ days: 16 }), at: '19:30', halfDays: 1 }],
    },
  })
  for (const { workerId, actor } of [ans, hatice])
    await enrolInTraining(on(today.subtract({ days: 3 })), actor, { trainingId: theme, workerId })
  const { trainingId: practice } = await planTraining(on(today.subtract({ days: 10 })), coordinator, {
    training: {
      title: 'Oefenen met een acteur',
      place: 'Buurthuis De Oever',
      gateKind: null,
      seats: 2,
      sessions: [{ on: today.add({ days: 23 }), at: '19:30', halfDays: 1 }],
    },
  })
  // Two seats: who comes third waits.
  for (const { workerId, actor } of [ans, hatice, letebrhan])
    await enrolInTraining(on(today.subtract({ days: 2 })), actor, { trainingId: practice, workerId })
}
