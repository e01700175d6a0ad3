import { writtenMonth } from '#domain/month.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { holdActivityMeeting } from '#usecases/activity/hold-activity-meeting.ts'
import { planActivity } from '#usecases/activity/plan-activity.ts'
import { readActivity } from '#usecases/activity/read-activity.ts'
import { readActivityMeeting } from '#usecases/activity/read-activity-meeting.ts'
import { signUpForActivity } from '#usecases/activity/sign-up-for-activity.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import type { Context } from '#usecases/context.ts'
import { keepCoordinatorHours } from '#usecases/funding/keep-coordinator-hours.ts'
import { setFundingSplit } from '#usecases/funding/set-funding-split.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { enrolPlace } from '#usecases/group/enrol-place.ts'
import { readPlace } from '#usecases/group/read-place.ts'
import type { Volunteer } from '../stage.ts'
import { pair } from '../steps.ts'
import { measure } from '../visits.ts'
import { confirmGroup, holdMeeting, openGroup } from './group-story.ts'
import { found, type Place, type Scene, workerOf } from './scene.ts'
import { meet, takeInFrom } from './way-in.ts'

/** An organisation in a town by the sea that does not exist, with visits and an open group. */
const place: Place = {
  slug: 'duinhove',
  name: 'Moeders van Duinhove',
  town: 'Duinhove',
  programme: mimDenHaag,
  people: {
    coordinator: 'Wendy Tromp',
    referrer: 'Saskia Boom',
    administrator: 'Joris Kamp',
    programme_manager: 'Nel Duivenvoorde',
    privacy_officer: 'Ottilie Vos',
  },
  workers: {
    carmen: {
      given: 'Carmen',
      family: 'Ruiz',
      kind: 'volunteer',
      languages: ['es', 'en', 'nl'],
      capacity: 3,
      profile: { backgrounds: [], interests: ['walking', 'cooking'], childSituations: ['several_children'] },
    },
    truus: { given: 'Truus', family: 'van Zijl', kind: 'volunteer', languages: ['nl', 'en'], capacity: 3 },
  },
}

const midwife = {
  kind: 'midwife',
  name: 'S. Boom',
  organisation: 'Verloskundigen Duinhove',
  phone: null,
  email: null,
} as const
const answers = {
  insecure: true,
  lowSupport: true,
  multipleSeriousProblems: false,
  currentPartnerViolence: false,
} as const

/** Came here for work and knows nobody; visited every month since before the birth, and every week in the group. */
async function lucia(scene: Scene): Promise<void> {
  const day = scene.today.subtract({ days: 150 })
  const born = day.add({ days: 48 })
  const trajectoryId = await takeInFrom(
    scene,
    day,
    {
      given: 'Lucía',
      family: 'Navarro',
      born: '1995-06-09',
      languages: ['es', 'en'],
      phone: '+31610007001',
      by: midwife,
      words: 'Zwanger, pas in Nederland voor het werk van haar man. Ze kent hier niemand.',
      child: { bornOn: born, dueOn: null, first: 'yes' },
    },
    {
      after: 60,
      facts: answers,
    },
  )
  const carmen = workerOf(scene, 'carmen')
  await pair(scene, day.add({ days: 64 }), trajectoryId, carmen)
  await measure(scene, day.add({ days: 72 }), trajectoryId, 'T0', 4)
  await meet(scene, trajectoryId, carmen, {
    until: scene.today.subtract({ days: 4 }),
    mode: 'home',
    minutes: 75,
    notes: { 2: 'Samen naar het strand gelopen, met de wagen.' },
  })
  await thursdays(scene, trajectoryId)
}

/** Women who come for the group, and wait for a volunteer of their own. */
const others = [
  ['Joyce', 'Mensah', '1991-04-04', 300],
  ['Nasrin', 'Karimi', '1997-09-21', 520],
  ['Mila', 'Horvat', '1994-02-13', 150],
] as const

async function thursdays(scene: Scene, lucias: string): Promise<void> {
  const firstOn = scene.today.subtract({ days: 26 })
  const leading = [workerOf(scene, 'truus')]
  const groupId = await openGroup(scene, {
    title: 'Donderdag aan de koffie',
    location: 'Buurthuis De Duinroos',
    at: '10:00',
    planned: firstOn.subtract({ days: 14 }),
    firstOn,
    leading,
  })
  const trajectories = [lucias]
  for (const [at, [given, family, born, childDays]] of others.entries())
    trajectories.push(
      await takeInFrom(
        scene,
        firstOn.subtract({ days: 20 - at }),
        {
          given,
          family,
          born,
          languages: ['en'],
          phone: `+3161000${String(7010 + at)}`,
          by: midwife,
          words: 'Zij zoekt andere moeders in de buurt.',
          child: { bornOn: firstOn.subtract({ days: childDays }), dueOn: null, first: 'yes' },
        },
        { after: 7, facts: answers },
      ),
    )
  const day = firstOn.subtract({ days: 3 })
  for (const trajectoryId of trajectories) {
    const { placeId } = await addCandidate(scene.on(day), scene.coordinator, { groupId, trajectoryId })
    const { version } = await readPlace(scene.on(day), scene.coordinator, { id: placeId })
    await enrolPlace(scene.on(day), scene.coordinator, { id: placeId, version })
  }
  await confirmGroup(scene, day, groupId)
  for (let meeting = 1; meeting <= 3; meeting += 1)
    await holdMeeting(scene, groupId, { minutes: 110, leading })
  const [leader] = leading
  if (leader) await coffee(scene, leader, trajectories.slice(0, 2))
}

/** Coffee every week, for whoever comes: some by name, the rest counted; and an outing with few seats. */
async function coffee(scene: Scene, leader: Volunteer, named: readonly string[]): Promise<void> {
  const { coordinator, on, today } = scene
  const planned = today.subtract({ days: 30 })
  // The Thursday before the last but one.
  const thursday = today.subtract({ days: 14 + ((today.dayOfWeek + 3) % 7) })
  const { activityId } = await planActivity(on(planned), coordinator, {
    programmeId: mimDenHaag.id,
    kind: 'open_meeting',
    title: 'Koffie op donderdag',
    place: 'Buurthuis de Vlieger',
    firstOn: thursday,
    at: '10:00',
    rhythm: 'weekly',
    crechePlaces: 6,
    leaderId: leader.workerId,
  })
  for (const trajectoryId of named)
    await changeConsent(on(planned), coordinator, {
      trajectoryId,
      code: 'C-12',
      state: 'given',
      how: 'spoken',
    })
  const { meetings } = await readActivity(on(planned), coordinator, { id: activityId })
  for (const [at, { id, on: day }] of meetings.entries()) {
    if (at > 1) break
    const context = on(day)
    const present: string[] = []
    for (const trajectoryId of named.slice(0, at + 1)) {
      const sign = { meetingId: id, trajectoryId, children: 1 }
      present.push((await signUpForActivity(context, coordinator, sign)).signUpId)
    }
    const { version } = await readActivityMeeting(context, leader.actor, { id })
    await holdActivityMeeting(context, leader.actor, {
      ...{ id, version, adults: 7 + at, children: 5, minutes: 120, present },
    })
  }
  await planActivity(on(planned), coordinator, {
    programmeId: mimDenHaag.id,
    kind: 'outing',
    title: 'Naar de kinderboerderij',
    place: 'Verzamelen bij het buurthuis',
    firstOn: today.add({ days: 9 }),
    at: '13:00',
    rhythm: 'once',
    seats: 12,
  })
}

/** Pregnant, and waiting for somebody beside her. */
const ewa = (scene: Scene) =>
  takeInFrom(
    scene,
    scene.today.subtract({ days: 16 }),
    {
      given: 'Ewa',
      family: 'Zielińska',
      born: '1998-12-12',
      languages: ['pl', 'en'],
      phone: '+31610007002',
      by: midwife,
      words: 'Zwanger; haar familie woont ver weg en zij spreekt nog weinig Nederlands.',
      child: { bornOn: null, dueOn: scene.today.add({ days: 70 }), first: 'yes' },
    },
    {
      after: 8,
      facts: { ...answers, insecure: false },
    },
  )

/** Two who pay share the coordinators; what they agreed the programme's sources don't say. */
async function paidByTwo(scene: Scene): Promise<void> {
  const { manager, today, on } = scene
  if (!manager) return
  const begun = today.with({ month: 1, day: 1 })
  await setFundingSplit(on(begun), manager, {
    programmeId: mimDenHaag.id,
    version: 0,
    from: writtenMonth(begun),
    standing: 'to_confirm',
    shares: [
      { funder: 'gemeente_den_haag', places: 7_000, hours: 6_000 },
      { funder: 'vgz', places: 3_000, hours: 4_000 },
    ],
  })
  for (const [at, hours] of [64, 70, 61.5, 58, 66, 72, 40, 38, 69].entries()) {
    const month = begun.add({ months: at })
    if (Temporal.PlainDate.compare(month, today) > 0) return
    await keepCoordinatorHours(on(today), manager, {
      programmeId: mimDenHaag.id,
      month: writtenMonth(month),
      version: 0,
      minutes: hours * 60,
      people: 2,
    })
  }
}

export async function buildMimDenHaag(context: Context): Promise<{ orgId: string }> {
  const scene = await found(context, place)
  await lucia(scene)
  await ewa(scene)
  await paidByTwo(scene)
  return { orgId: scene.orgId }
}
