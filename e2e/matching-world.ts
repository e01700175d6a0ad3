import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { programmes } from '#programmes/registry.ts'
import { region } from '#seeds/region.ts'
import { clockOf, type Stage } from '#seeds/stage.ts'
import { hope, refer, takeIn } from '#seeds/steps.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

const zone = 'Europe/Amsterdam'
const slug = 'waterrijk'
/** The meeting plays in two programmes. */
const offers = programmes.slice(0, 2).map(({ id }) => id)

/** Forty women who wait and twenty-five who could stand beside them, in two programmes. Everyone is invented. */
const womenNames =
  'Adanna Amal Bahar Beatriz Cansu Chantal Dalia Demet Efua Elena Farida Fleur Gül Hanan Hodan Ilse Ivana Jamila Joyce Karin Lamya Leyla Lotte Mariam Marta Meryem Najat Nele Nur Olena Pinar Rania Roos Sahar Samira Sophie Tamar Yasmin Zainab Zofia'.split(
    ' ',
  )
const womenFamilies = ['Aerts', 'Bakir', 'Celik', 'Dekker', 'Elzinga', 'Farah', 'Groen', 'Hassan']
const workerNames =
  'Ada Berna Coby Dunya Els Fadime Greet Houda Ina Jacqueline Kadriye Lenie Malika Nelleke Olga Petra Quirine Ria Saïda Tineke Ursula Vera Wil Xandra Zehra'.split(
    ' ',
  )
const tongues = [['nl'], ['ar', 'nl'], ['tr', 'nl'], ['nl', 'en'], ['pl'], ['ar'], ['tr'], ['nl']] as const
/** Nobody who stands beside others speaks this. */
const strange = ['uk']
const workerTongues = [['nl', 'en'], ['nl', 'ar'], ['nl', 'tr'], ['nl'], ['nl', 'pl']] as const
const interests = ['cooking', 'walking', 'reading', 'music', 'crafts'] as const
const backgrounds = ['netherlands', 'morocco', 'turkey', 'suriname', 'poland'] as const
const situations = ['first_child', 'crying_or_sleep', 'alone', 'feeding'] as const
const times = ['mon_morning', 'tue_morning', 'wed_afternoon', 'thu_morning', 'fri_afternoon'] as const

const of = <One>(all: readonly [One, ...One[]] | readonly One[], at: number): One => {
  const one = all[at % all.length]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

export async function buildMatchingMeeting(context: Context): Promise<{ orgId: string }> {
  const today = context.now().toZonedDateTimeISO(zone).toPlainDate()
  const on = clockOf(context, zone)
  const founded = today.subtract({ months: 48 })
  const orgId = context.newId()
  await createOrganisation(
    on(founded),
    { orgId, name: 'Stichting Naast Elkaar Waterrijk', slug, offers, timeZone: zone },
    { only: false, administrator: null },
  )
  const system = { kind: 'system', orgId, job: 'seeds' } as const
  await importPostcodes(on(founded), system, {
    rows: region.map(({ postcode, place, latitude, longitude }) => ({
      postcode,
      place,
      lat: latitude,
      lon: longitude,
    })),
  })
  const join = async (role: Role, name: string, workerId: string | null = null): Promise<MemberActor> => {
    const { memberId } = await addMember(on(founded), system, {
      userId: `cast-${name}`,
      name,
      roles: [role],
      workerId,
      language: 'nl',
    })
    return { kind: 'member', orgId, memberId, roles: [role], workerId }
  }
  const coordinator = await join('coordinator', 'Marjan de Wit')
  await join('coordinator', 'Karel Smit')
  const referrer = await join('referrer', 'Joke Hendriks')
  const stage: Stage = { orgId, slug, today, zone, on, coordinator, referrer, volunteers: {} }
  for (const [at, given] of workerNames.entries()) {
    const workerId = await bring(stage, at, given)
    await join('worker', nameOfWorker(at, given), workerId)
  }
  for (const [at, given] of womenNames.entries()) await wait(stage, at, given)
  return { orgId }
}

const nameOfWorker = (at: number, given: string): string =>
  `${given} ${of(['Kuipers', 'Yıldız', 'van Dam', 'Benali'], at)}`

/** Ready since half a year, but for two: one has no room, of one a certificate ran out. */
async function bring({ today, on, coordinator }: Stage, at: number, given: string): Promise<string> {
  const began = today.subtract({ months: at === 12 ? 40 : 6 })
  const [, family = ''] = nameOfWorker(at, given).split(/ (.*)/)
  const { workerId } = await registerWorker(on(began), coordinator, {
    person: {
      name: { given, family },
      phone: null,
      email: `helper${at}@example.nl`,
      birthDay: null,
      address: {
        // One of them lives in the street of many who wait.
        street: at === 3 ? 'Rietkade' : 'Oeverlaan',
        houseNumber: String(at + 1),
        postcode: `${of(region, at * 5).postcode} AB`,
        place: 'Waterrijk',
      },
      languages: [...of(workerTongues, at)],
      interpreter: null,
    },
    kind: 'volunteer',
    programmes: offers,
    profile: {
      backgrounds: [of(backgrounds, at)],
      interests: [of(interests, at), of(interests, at + 2)],
      childSituations: [of(situations, at)],
      availability: [of(times, at), of(times, at + 1), of(times, at + 3)],
    },
    capacity: at === 7 ? 3 : at % 6 === 1 ? 2 : 1,
  })
  for (const { kind, required } of programmes[0]?.worker.gates ?? [])
    if (required)
      await recordGate(on(began), coordinator, { workerId, kind, seenOn: began, validUntil: null })
  const { version } = await readWorker(on(began), coordinator, { id: workerId })
  await stepWorkerOn(on(began), coordinator, { id: workerId, version, step: 'make-ready' })
  return workerId
}

/** Referred, talked with and on the list; every fifth for so long, or with so old a child, that it is urgent. */
async function wait(stage: Stage, at: number, given: string): Promise<void> {
  const waits = at % 5 === 0 ? 60 + at : 2 + ((at * 7) % 30)
  const day = stage.today.subtract({ days: waits + 8 })
  const bornOn = day.subtract({ days: at % 13 === 6 ? 320 : 20 + ((at * 11) % 120) })
  const programmeId = of(offers, at % 3 === 2 ? 1 : 0)
  const languages = at % 13 === 4 ? strange : of(tongues, at)
  const referral = await refer(stage, day, {
    programmeId,
    mother: {
      name: { given, family: of(womenFamilies, at) },
      phone: `+3161000${String(6000 + at)}`,
      email: null,
      birthDay: `19${90 + (at % 10)}-0${1 + (at % 9)}-1${at % 9}`,
      address: {
        street: 'Rietkade',
        houseNumber: String(at + 1),
        postcode: `${of(region, at * 7).postcode} CD`,
        place: 'Waterrijk',
      },
      languages: [...languages],
      interpreter: null,
    },
    child: { bornOn: bornOn.toString(), dueOn: null, given: null, firstChild: 'yes' },
    facts: { lowSupport: 'yes' },
    reach: { channel: 'phone', when: 'overdag', voicemail: 'unknown' },
    agreed: true,
    referrer: { kind: 'jgz', name: 'J. Hendriks', organisation: null, phone: null, email: null },
    words: 'Zij zoekt iemand om mee op te trekken.',
  })
  const { trajectoryId } = await acceptReferral(stage.on(day.add({ days: 1 })), stage.coordinator, {
    id: referral,
    version: 1,
    programmeId,
  })
  await takeIn(stage, day.add({ days: 8 }), trajectoryId, { child: { given: 'Kind', bornOn } })
  // Of a few nobody asked yet what they hope for.
  if (at % 7 !== 3)
    await hope(stage, day.add({ days: 8 }), trajectoryId, {
      backgrounds: [of(backgrounds, at + 1)],
      interests: [of(interests, at), of(interests, at + 1)],
      childSituations: [of(situations, at)],
      availability: [of(times, at), of(times, at + 2)],
    })
}
