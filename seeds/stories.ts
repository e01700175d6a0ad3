import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readClosing } from '#usecases/trajectory/read-closing.ts'
import { begin, beginWith, mayStillHear, stillHolds, volunteer } from './begin.ts'
import { askHowItGoes } from './check-ins.ts'
import { fromTwoToFive } from './circle.ts'
import { beginConfidential, keepApart } from './confidential.ts'
import { tellMatchLives } from './match-lives.ts'
import { travels } from './money.ts'
import { postGoesOut } from './post.ts'
import type { Stage } from './stage.ts'
import { agreeContact, answer, hope, introduce, propose, refer, takeIn, takeOn, talk } from './steps.ts'
import { measure, visit } from './visits.ts'
import { letThemWait, meetAWeekAgo } from './waiting.ts'
import { referralOf } from './women.ts'

/** Running well, in a language of their own. */
async function selam(stage: Stage): Promise<void> {
  const story = await beginWith(
    stage,
    { name: 'selam', child: 'Rahel', referred: 290, childDays: 42 },
    'letebrhan',
  )
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 3 }),
    childBornOn: story.bornOn,
    insteadOf: { 4: 'mother' },
    cost: travels(stage, 14),
    notes: {
      3: 'Samen naar de bibliotheek gelopen. Ze heeft nu een pasje.',
      7: 'Rahel kruipt! We hadden het over een veilig huis.',
    },
  })
  await askHowItGoes(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 1 }),
    worker: { 2: { hard: 'a_little' } },
    notes: { 1: 'Zij lacht weer als de bel gaat.' },
  })
  await fromTwoToFive(stage, story.trajectoryId, story.volunteer, story.started)
  await stillHolds(stage, story.trajectoryId)
}

/** Nobody has been there for too long. */
async function elif(stage: Stage): Promise<void> {
  const story = await beginWith(
    stage,
    { name: 'elif', child: 'Defne', referred: 230, childDays: 60 },
    'hatice',
  )
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 44 }),
    childBornOn: story.bornOn,
  })
  await askHowItGoes(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 44 }),
  })
  await stillHolds(stage, story.trajectoryId)
}

/** Carried through to the end, with all three measures. */
async function sanne(stage: Stage): Promise<void> {
  const story = await beginWith(stage, { name: 'sanne', child: 'Tijn', referred: 560, childDays: 35 }, 'ans')
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: story.bornOn.add({ months: 9 }),
    childBornOn: story.bornOn,
  })
  await measure(stage, story.bornOn.add({ months: 9 }), story.trajectoryId, 'T1', 6)
  const last = story.bornOn.add({ months: 18 })
  await visit(stage, story.trajectoryId, story.volunteer, { until: last, childBornOn: story.bornOn })
  await measure(stage, last, story.trajectoryId, 'T2', 8)
  await close(stage, last.add({ days: 2 }), story.trajectoryId, 'end_age', { kind: 'taken' })
}

/** Stopped on the way: she moved. */
async function noor(stage: Stage): Promise<void> {
  const story = await beginWith(stage, { name: 'noor', child: 'Mees', referred: 330, childDays: 30 }, 'ans')
  const stopped = story.started.add({ days: 220 })
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: stopped,
    most: 7,
    childBornOn: story.bornOn,
  })
  await close(stage, stopped.add({ days: 4 }), story.trajectoryId, 'moved', {
    kind: 'not_possible',
    code: 'moved',
  })
}

async function close(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  reason: string,
  evaluation: { kind: 'taken' } | { kind: 'not_possible'; code: 'moved' },
) {
  await mayStillHear(stage, day, trajectoryId)
  const { version } = await readClosing(stage.on(day), stage.coordinator, { trajectoryId })
  await closeTrajectory(stage.on(day), stage.coordinator, { trajectoryId, version, reason, evaluation })
  await postGoesOut(stage, day)
}

/** A visit was called off by her partner: a fact to look at. Something is looked into that few may know of. */
async function busra(stage: Stage, lead: MemberActor | undefined): Promise<void> {
  const story = await beginWith(
    stage,
    { name: 'busra', child: 'Aras', referred: 190, childDays: 50 },
    'hatice',
  )
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 1 }),
    childBornOn: story.bornOn,
    insteadOf: { 5: 'partner' },
    cost: travels(stage, 6),
  })
  await askHowItGoes(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 1 }),
    mother: { 3: { often: 'less', hard: 'a_little' } },
  })
  if (lead) await beginConfidential(stage, lead, story.trajectoryId, story.volunteer)
  const yesterday = stage.on(stage.today.subtract({ days: 1 }))
  await raiseConcern(yesterday, story.volunteer.actor, {
    trajectoryId: story.trajectoryId,
    level: 'worried',
    words: 'Ze keek steeds naar de deur. Toen haar man thuiskwam, zei ze niets meer.',
  })
  await stillHolds(stage, story.trajectoryId)
}

/** Chosen in last week's meeting; the volunteer said yes, she has not answered yet. */
async function hala(stage: Stage): Promise<void> {
  const { trajectoryId, intakeDay } = await begin(stage, {
    name: 'hala',
    child: 'Karam',
    referred: 32,
    childDays: 70,
  })
  await hope(stage, intakeDay, trajectoryId, {
    backgrounds: ['syria'],
    interests: ['language_learning', 'cooking'],
    childSituations: ['first_child'],
    availability: ['mon_morning', 'wed_morning'],
  })
  const rasha = volunteer(stage, 'rasha')
  const matchId = await meetAWeekAgo(stage, trajectoryId, rasha)
  await answer(stage, stage.today.subtract({ days: 2 }), matchId, 'worker', rasha)
}

/** A second child: taken in by an exception with a reason; they meet tomorrow. */
async function iris(stage: Stage): Promise<void> {
  const day = stage.today.subtract({ days: 40 })
  const bornOn = day.subtract({ days: 25 })
  const trajectoryId = await takeOn(
    stage,
    day.add({ days: 1 }),
    await refer(stage, day, referralOf('iris', bornOn)),
  )
  await takeIn(stage, day.add({ days: 9 }), trajectoryId, {
    child: { given: 'Pip', bornOn },
    facts: { firstChild: false },
    exceptionReason: 'Twaalf jaar na haar eerste begint zij opnieuw, zonder netwerk in deze wijk.',
  })
  const ans = volunteer(stage, 'ans')
  const matchId = await propose(stage, stage.today.subtract({ days: 8 }), trajectoryId, ans)
  await answer(stage, stage.today.subtract({ days: 7 }), matchId, 'worker', ans)
  await answer(stage, stage.today.subtract({ days: 6 }), matchId, 'mother', ans)
  await introduce(stage, stage.today.subtract({ days: 6 }), matchId, stage.today.add({ days: 1 }))
}

/** The intake has begun: nobody may come to the door. */
async function oksana(stage: Stage): Promise<void> {
  const day = stage.today.subtract({ days: 10 })
  const bornOn = day.subtract({ days: 90 })
  const trajectoryId = await takeOn(
    stage,
    day.add({ days: 1 }),
    await refer(stage, day, referralOf('oksana', bornOn)),
  )
  await agreeContact(stage, stage.today.subtract({ days: 2 }), trajectoryId, {
    channels: ['text'],
    hours: [{ days: [2, 4], from: '10:00', until: '12:00' }],
    pickedUpBy: 'others_too',
    others: 'Het gastgezin. Zij weten niet waarom wij bellen.',
    coverName: 'Marjan van de taalles',
    voicemail: 'never',
    neverAtHome: true,
    language: 'en',
  })
  await talk(stage, stage.today.subtract({ days: 2 }), trajectoryId, {
    child: { given: 'Danylo', bornOn },
    facts: { insecure: null },
  })
}

/** Too much at once for a volunteer: sent to those who can. */
async function danielle(stage: Stage): Promise<void> {
  const day = stage.today.subtract({ days: 20 })
  const id = await refer(
    stage,
    day,
    referralOf('danielle', day.subtract({ days: 100 }), { facts: { multipleSeriousProblems: 'yes' } }),
  )
  await decideReferral(stage.on(day.add({ days: 1 })), stage.coordinator, {
    id,
    version: 1,
    note: 'Gebeld met het wijkteam: zij nemen morgen contact op.',
    decision: { decision: 'redirect', code: 'neighbourhood_team' },
  })
  await postGoesOut(stage, day.add({ days: 1 }))
}

/** Accepted and found not to be for this programme at intake. */
async function yousra(stage: Stage): Promise<void> {
  const day = stage.today.subtract({ days: 60 })
  const bornOn = day.subtract({ days: 40 })
  const id = await refer(stage, day, referralOf('yousra', bornOn), 'referrer')
  const trajectoryId = await takeOn(stage, day.add({ days: 1 }), id)
  await agreeContact(stage, day.add({ days: 5 }), trajectoryId)
  const version = await talk(stage, day.add({ days: 5 }), trajectoryId, {
    child: { given: 'Ilyas', bornOn },
    facts: { currentPartnerViolence: true },
  })
  await completeIntake(stage.on(day.add({ days: 5 })), stage.coordinator, {
    trajectoryId,
    version,
    conclusion: 'not_eligible',
    exceptionReason: null,
    redirectTo: 'mentor_mother',
  })
  await postGoesOut(stage, day.add({ days: 5 }))
}

/** Waits already for weeks; what she hopes for is known. */
async function malgorzata(stage: Stage): Promise<void> {
  const { trajectoryId, intakeDay } = await begin(stage, {
    name: 'malgorzata',
    child: 'Antoni',
    referred: 55,
    childDays: 95,
  })
  await hope(stage, intakeDay, trajectoryId, {
    backgrounds: ['poland'],
    interests: ['reading', 'walking'],
    childSituations: ['premature', 'first_child'],
    availability: ['mon_morning', 'wed_morning', 'fri_afternoon'],
  })
}

/** What waits at the desk this morning, one of them perhaps twice. */
async function desk(stage: Stage): Promise<void> {
  const { today } = stage
  await refer(stage, today.subtract({ days: 6 }), referralOf('winta', today.subtract({ days: 62 })))
  await refer(stage, today.subtract({ days: 1 }), referralOf('fatma', today.subtract({ days: 120 })))
  await refer(stage, today, referralOf('fatima', today.subtract({ days: 121 })), 'self')
  await refer(stage, today, referralOf('yousra', today.subtract({ days: 140 })), 'referrer')
}

/** All stories, in an order that never changes: last week's meeting knew of everybody who waits. */
export async function tellStories(stage: Stage, lead: MemberActor | undefined): Promise<void> {
  await selam(stage)
  await elif(stage)
  await sanne(stage)
  await noor(stage)
  await busra(stage, lead)
  const onTrial = await tellMatchLives(stage)
  await malgorzata(stage)
  const waiting = await letThemWait(stage)
  if (lead && waiting.Rania)
    await keepApart(stage, lead, volunteer(stage, 'khadija'), { apart: waiting.Rania, together: onTrial })
  await hala(stage)
  await iris(stage)
  await oksana(stage)
  await danielle(stage)
  await yousra(stage)
  await desk(stage)
}
