import { memosa } from '#programmes/memosa.ts'
import type { Context } from '#usecases/context.ts'
import { recordTraining } from '#usecases/referrer/record-training.ts'
import { askSafety, planSafety, takeTurns } from '../safety.ts'
import { agreeContact, pair } from '../steps.ts'
import { measure } from '../visits.ts'
import { found, type Place, type Scene, workerOf } from './scene.ts'
import { meet, takeInFrom } from './way-in.ts'

/** A health centre in a town that does not exist, with three mentor mothers. */
const place: Place = {
  slug: 'lindeveen',
  name: 'Gezondheidscentrum Lindeveen',
  town: 'Lindeveen',
  programme: memosa,
  people: {
    coordinator: 'Corrie Veldkamp',
    referrer: 'Bas Terpstra',
    administrator: 'Wim Slager',
    safeguarding_lead: 'Gerda Hofstra',
    programme_manager: 'Lidia Prins',
  },
  workers: {
    gulay: { given: 'Gülay', family: 'Arslan', kind: 'mentor_mother', languages: ['tr', 'nl'], capacity: 2 },
    marleen: { given: 'Marleen', family: 'Kok', kind: 'mentor_mother', languages: ['nl', 'en'], capacity: 2 },
    souad: { given: 'Souad', family: 'Benali', kind: 'mentor_mother', languages: ['ar', 'nl'], capacity: 2 },
  },
}

const throughSchool = {
  channels: ['phone'],
  through: 'de telefoon van school, via juf Annet',
  hours: [{ days: [2], from: '10:00', until: '12:00' }],
  coverName: 'Annet van school',
  language: 'tr',
  voicemail: 'never',
  neverAtHome: true,
} as const satisfies Parameters<typeof agreeContact>[3]

/** Reached only on Tuesday morning, through her son's school; the fifth visit was called off by somebody else. */
async function sevda(scene: Scene): Promise<void> {
  const day = scene.today.subtract({ days: 58 })
  const trajectoryId = await takeInFrom(
    scene,
    day,
    {
      given: 'Sevda',
      family: 'Yıldız',
      born: '1997-03-08',
      languages: ['tr'],
      phone: '+31610004001',
      by: {
        kind: 'gp',
        name: 'B. Terpstra',
        organisation: 'Huisartsen Lindeveen',
        phone: '+31610004100',
        email: null,
      },
      words:
        'Zwanger, met een zoon van vier. Haar ex-partner volgt haar. Bel haar alleen zoals zij het zegt.',
      child: { bornOn: null, dueOn: day.add({ weeks: 18 }), first: 'no' },
    },
    {
      after: 5,
      byAccount: true,
      terms: throughSchool,
      facts: {
        childrenAtHome: 1,
        partnerViolence: 'ex_partner',
        acuteDanger: false,
        noSharedLanguage: false,
        isolated: true,
        helpThresholdHigh: true,
      },
      exceptionReason: 'Het geweld is door haar ex-partner, en hij weet waar zij woont.',
    },
  )
  await askSafety(scene, day.add({ days: 5 }), trajectoryId, {
    flags: ['rf01', 'rf08'],
    children: 'Een zoon van vier, en zij is zwanger. Haar zus past op.',
    lead: scene.lead,
  })
  const gulay = workerOf(scene, 'gulay')
  const matched = day.add({ days: 8 })
  await pair(scene, matched, trajectoryId, gulay)
  await measure(scene, matched.add({ days: 12 }), trajectoryId, 'T0', 3)
  await meet(scene, trajectoryId, gulay, {
    until: scene.today.subtract({ days: 6 }),
    mode: 'safe_place',
    minutes: 75,
    insteadOf: { 5: 'partner' },
    notes: { 1: 'In het buurthuis, achter in de zaal. Ze wil het hier weer doen.' },
  })
  const words = {
    plan: 'Als hij voor de deur staat: licht uit, niet opendoen, 112. De tas met papieren staat bij haar zus.',
    card: 'Zus 06 1000 4011. Tas staat klaar.',
  }
  await planSafety(scene, matched.add({ days: 14 }), trajectoryId, words)
  await planSafety(scene, scene.today.subtract({ days: 6 }), trajectoryId, words, 1)
  await agreeContact(scene, scene.today.subtract({ days: 6 }), trajectoryId, throughSchool)
}

/** Waits for a mentor mother. */
const noura = async (scene: Scene) => {
  const trajectoryId = await takeInFrom(
    scene,
    scene.today.subtract({ days: 12 }),
    {
      given: 'Noura',
      family: 'El Idrissi',
      born: '1994-07-19',
      languages: ['ar', 'nl'],
      phone: '+31610004002',
      by: {
        kind: 'midwife',
        name: 'A. Visser',
        organisation: 'Verloskundigen Lindeveen',
        phone: null,
        email: null,
      },
      words: 'Zij vertelde mij dat haar man haar slaat. Ze wil met iemand praten die het begrijpt.',
      child: { bornOn: null, dueOn: scene.today.add({ weeks: 14 }), first: 'yes' },
    },
    {
      after: 6,
      terms: {
        channels: ['phone'],
        hours: [{ days: [1, 4], from: '09:00', until: '11:00' }],
        voicemail: 'never',
        neverAtHome: true,
      },
      facts: { childrenAtHome: 0, partnerViolence: 'confirmed', acuteDanger: false, noSharedLanguage: false },
    },
  )
  await askSafety(scene, scene.today.subtract({ days: 6 }), trajectoryId, {
    flags: [],
    children: 'Nog geen kinderen; zij is zwanger.',
    lead: scene.lead,
  })
}

export async function buildMemosa(context: Context): Promise<{ orgId: string }> {
  const scene = await found(context, place)
  const trainedOn = scene.today.subtract({ months: 8 })
  await recordTraining(scene.on(trainedOn), scene.coordinator, {
    memberId: scene.referrer.memberId,
    training: memosa.referral.precondition?.value ?? '',
    trainedOn,
  })
  await takeTurns(scene, scene.lead)
  await sevda(scene)
  await noura(scene)
  return { orgId: scene.orgId }
}
