import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { mvr } from '#programmes/mvr.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import type { Context } from '#usecases/context.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { recordCare } from '#usecases/group/record-care.ts'
import { noteMaterial } from '#usecases/material/note-material.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { endPlanAction } from '#usecases/plan/end-plan-action.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { reviewPlan } from '#usecases/plan/review-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { joinTeam } from '#usecases/team/join-team.ts'
import { moveTrajectory } from '#usecases/team/move-trajectory.ts'
import { pair, refer } from '../steps.ts'
import { measure } from '../visits.ts'
import { askAnExpert, askForHelp, lookBack, standByHer } from './mvr-chain.ts'
import { found, type Place, type Scene, workerOf } from './scene.ts'
import { meet, submissionOf, takeInFrom, type Woman } from './way-in.ts'

/** A neighbourhood that does not exist, in a city that does. */
const place: Place = {
  slug: 'havenkade',
  name: 'Wijkteam Havenkade',
  town: 'Havenkade',
  programme: mvr,
  people: {
    coordinator: 'Dirk Jan Mulder',
    referrer: 'Eva Smit',
    administrator: 'Petra Blok',
    safeguarding_lead: 'Anouk Vroom',
    programme_manager: 'Hugo Zwart',
  },
  workers: {
    shirley: {
      given: 'Shirley',
      family: 'Pinas',
      kind: 'professional',
      languages: ['nl', 'en'],
      capacity: 8,
    },
    karim: { given: 'Karim', family: 'Aydin', kind: 'professional', languages: ['nl', 'tr'], capacity: 8 },
  },
}

const midwife = {
  kind: 'midwife',
  name: 'E. Smit',
  organisation: 'Verloskundigen Havenkade',
  phone: '+31610005100',
  email: null,
} as const

const everything = { livesInRotterdam: true } as const

const pregnant = (
  given: string,
  family: string,
  born: string,
  number: number,
  dueOn: Day,
  words: string,
): Woman => ({
  given,
  family,
  born,
  languages: ['nl'],
  phone: `+3161000${String(5000 + number)}`,
  by: midwife,
  words,
  child: { bornOn: null, dueOn, first: 'yes' },
})

/** What she wants in her own words, approved by the team leader; looked at together once the first thing was done. */
async function workOnPlan(scene: Scene, day: Day, trajectoryId: string, coach: MemberActor): Promise<void> {
  const at = (days: number) => scene.on(day.add({ days }))
  const now = async () => {
    const { plan } = await readPlan(at(61), coach, { trajectoryId })
    if (!plan) throw new Error('no plan')
    return plan
  }
  const given = { trajectoryId, materialId: 'pregnancy_diary' } as const
  await noteMaterial(at(24), coach, { ...given, step: 'given', onDay: day.add({ days: 24 }) })
  await noteMaterial(at(26), coach, { ...given, step: 'begun', onDay: day.add({ days: 26 }) })
  const { goalId: letters } = await addPlanGoal(at(26), coach, {
    trajectoryId,
    version: null,
    words: 'Ik wil niet meer schrikken van de post',
    domain: 'adversityMoney',
    weight: 2,
    startLevel: -2,
    levels: {
      '2': 'Alle schulden in één regeling',
      '1': null,
      '0': 'Elke week samen de post open',
      '-1': null,
      '-2': 'Een tas vol dichte brieven',
    },
  })
  const { goalId: home } = await addPlanGoal(at(26), coach, {
    trajectoryId,
    version: (await now()).version,
    words: 'Een eigen plek voor mij en de baby’s',
    domain: 'adversityHousing',
    weight: 3,
    startLevel: -1,
    levels: { '2': 'Een eigen huis', '1': null, '0': 'Een kamer met begeleiding', '-1': null, '-2': null },
  })
  const action = async (goalId: string, words: string, more: object) =>
    addPlanAction(at(26), coach, {
      trajectoryId,
      version: (await now()).version,
      goalId,
      words,
      doer: 'worker',
      byDay: day.add({ days: 40 }),
      ...more,
    })
  const { actionId } = await action(letters, 'Samen alle brieven openen en sorteren', {})
  await action(letters, 'Een gesprek over een regeling', {
    doer: 'party',
    party: 'Vraagwijzer Havenkade',
    byDay: scene.today.add({ days: 10 }),
  })
  await action(home, 'Begeleid wonen aanvragen', { byDay: day.add({ days: 60 }) })
  await stepPlanOn(at(27), coach, { trajectoryId, version: (await now()).version, step: 'submit' })
  await stepPlanOn(at(28), scene.coordinator, {
    trajectoryId,
    version: (await now()).version,
    step: 'approve',
  })
  await endPlanAction(at(34), coach, { trajectoryId, version: (await now()).version, actionId, how: 'done' })
  await reviewPlan(at(61), coach, {
    trajectoryId,
    version: (await now()).version,
    levels: { [letters]: 0, [home]: -1 },
    outcome: 'go_on',
    words: 'De post durft ze nu zelf open te maken. Het wachten op een plek duurt haar te lang.',
  })
  await fillAdversityGrid(at(75), coach, {
    trajectoryId,
    counts: {
      adversityMoney: '1',
      adversityHousing: '1',
      adversitySafety: '0',
      adversityNetwork: '1',
      adversityMind: '1',
    },
    words: 'Het is rustiger in mijn hoofd.',
  })
}

/** Six adversities over four domains of life; twins, five weeks early; a Wmo arrangement on day sixty. */
async function romy(scene: Scene): Promise<string> {
  const day = scene.today.subtract({ days: 84 })
  const trajectoryId = await takeInFrom(
    scene,
    day,
    pregnant(
      'Romy',
      'de Lange',
      '2006-02-11',
      1,
      day.add({ weeks: 10 }),
      'Dertig weken. Schulden, slaapt bij vrienden op de bank, de vader zit vast.',
    ),
    {
      after: 9,
      facts: {
        ...everything,
        adversityMoney: 2,
        adversityHousing: 1,
        adversitySafety: 1,
        adversityNetwork: 2,
      },
    },
  )
  const shirley = workerOf(scene, 'shirley')
  await recordCare(scene.on(day.add({ days: 9 })), scene.coordinator, {
    trajectoryId,
    type: 'midwife_or_gynaecologist',
    helper: 'E. Smit, Verloskundigen Havenkade',
  })
  await measure(scene, day.add({ days: 9 }), trajectoryId, 'T0', 4)
  await pair(scene, day.add({ days: 10 }), trajectoryId, shirley)
  const born = day.add({ weeks: 5 })
  await meet(scene, trajectoryId, shirley, { until: born.subtract({ days: 1 }), mode: 'home', minutes: 75 })
  const { version } = await readCourse(scene.on(born.add({ days: 1 })), scene.coordinator, { trajectoryId })
  await recordBirth(scene.on(born.add({ days: 1 })), scene.coordinator, {
    trajectoryId,
    version,
    children: [
      { given: 'Jayden', bornOn: born },
      { given: 'Jaylinn', bornOn: born },
    ],
  })
  await recordCare(scene.on(day.add({ days: 60 })), scene.coordinator, {
    trajectoryId,
    type: 'wmo_arrangement',
    helper: 'Begeleid wonen, toegekend',
  })
  await askForHelp(scene, day, trajectoryId, shirley.actor)
  await askAnExpert(scene, day, trajectoryId, shirley.actor)
  await workOnPlan(scene, day, trajectoryId, shirley.actor)
  await standByHer(scene, day, trajectoryId, shirley.actor)
  await meet(scene, trajectoryId, shirley, {
    until: scene.today.subtract({ days: 2 }),
    mode: 'accompanied_appointment',
    minutes: 90,
  })
  return trajectoryId
}

/** Her child died just before it would be born. Nothing about a baby is asked or sent any more. */
async function lotte(scene: Scene): Promise<string> {
  const day = scene.today.subtract({ days: 76 })
  const trajectoryId = await takeInFrom(
    scene,
    day,
    pregnant(
      'Lotte',
      'Bakker',
      '1999-09-30',
      2,
      day.add({ weeks: 9 }),
      'Veel zorgen over geld en wonen, en weinig steun.',
    ),
    { after: 7, facts: { ...everything, adversityMoney: 2, adversityHousing: 1, adversityMind: 1 } },
  )
  const karim = workerOf(scene, 'karim')
  await pair(scene, day.add({ days: 9 }), trajectoryId, karim)
  const lost = day.add({ weeks: 7 })
  await meet(scene, trajectoryId, karim, { until: lost.subtract({ days: 1 }), mode: 'home', minutes: 60 })
  await quietTrajectory(scene.on(lost), scene.coordinator, { trajectoryId, loss: 'stillbirth', on: lost })
  await lookBack(scene, trajectoryId, karim.actor)
  return trajectoryId
}

/** Thirty-seven weeks: too late for this, so the desk sends her on and will ask whether help began. */
async function inge(scene: Scene): Promise<void> {
  const day = scene.today.subtract({ days: 6 })
  const woman = pregnant(
    'Inge',
    'Post',
    '2001-12-01',
    3,
    day.add({ weeks: 3 }),
    'Zevenendertig weken en nog geen plek om te wonen.',
  )
  const id = await refer(scene, day, submissionOf(scene, woman))
  await decideReferral(scene.on(day.add({ days: 1 })), scene.coordinator, {
    id,
    version: 1,
    note: null,
    decision: { decision: 'redirect', code: 'neighbourhood_team' },
  })
}

/** Two coaches in one neighbourhood team; where her programme allows it, each sees whom the other stands beside. */
async function inOneTeam(scene: Scene, trajectoryIds: readonly string[]): Promise<void> {
  const on = scene.on(scene.today.subtract({ days: 60 }))
  const { id } = await createTeam(on, scene.coordinator, { team: { name: 'Team Havenkade', areas: [] } })
  for (const { workerId } of Object.values(scene.volunteers))
    await joinTeam(on, scene.coordinator, { id, workerId })
  for (const trajectoryId of trajectoryIds)
    await moveTrajectory(on, scene.coordinator, { trajectoryId, teamId: id, reason: 'postcode' })
}

export async function buildMvr(context: Context): Promise<{ orgId: string }> {
  const scene = await found(context, place)
  await inOneTeam(scene, [await romy(scene), await lotte(scene)])
  await inge(scene)
  return { orgId: scene.orgId }
}
