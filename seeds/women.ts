import type { z } from 'zod'
import type { Day } from '#domain/day.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'

type Submission = z.input<typeof referralSubmission>

export interface Woman {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly languages: readonly string[]
  readonly area: string
  /** Rietkade, unless she lives elsewhere. */
  readonly street?: string
  readonly number: number
  readonly words: string
  readonly kind?: Submission['referrer'] extends infer R | undefined
    ? R extends { kind: infer K }
      ? K
      : never
    : never
  readonly interpreter?: string
}

/** The women of the demo. Each is invented, as is every word said about her. */
export const women = {
  selam: {
    given: 'Selam',
    family: 'Tesfay',
    born: '2002-04-12',
    languages: ['ti'],
    area: '3662',
    number: 1,
    words:
      'Zij is sinds een jaar in Nederland, kent hier bijna niemand en vraagt zich af of zij het goed doet met haar dochter.',
  },
  elif: {
    given: 'Elif',
    family: 'Kaya',
    born: '1998-11-02',
    languages: ['tr', 'nl'],
    area: '3661',
    number: 2,
    words:
      'Haar man werkt veel. Zij mist haar moeder en zussen en durft weinig te vragen op het consultatiebureau.',
  },
  sanne: {
    given: 'Sanne',
    family: 'de Boer',
    born: '1999-06-21',
    languages: ['nl'],
    area: '3664',
    number: 3,
    words:
      'Eerste kindje, weinig familie in de buurt. Zou graag iemand naast zich hebben die het zelf heeft meegemaakt.',
  },
  noor: {
    given: 'Noor',
    family: 'van Leeuwen',
    born: '2000-01-30',
    languages: ['nl'],
    area: '3665',
    number: 4,
    words: 'Onzeker over slapen en huilen. Wil graag met een ervaren moeder praten.',
  },
  malgorzata: {
    given: 'Małgorzata',
    family: 'Zielińska',
    born: '1996-08-08',
    languages: ['pl'],
    area: '3668',
    number: 5,
    words: 'Haar zoontje lag zes weken in de couveuse. Zij spreekt nog weinig Nederlands en is veel alleen.',
  },
  hala: {
    given: 'Hala',
    family: 'Al Ahmad',
    born: '1997-03-17',
    languages: ['ar', 'en'],
    area: '3664',
    number: 6,
    words:
      'Wil de weg leren kennen: consultatiebureau, bibliotheek, taalles. Heeft geen familie in Nederland.',
  },
  iris: {
    given: 'Iris',
    family: 'Bakker',
    born: '1994-12-05',
    languages: ['nl'],
    area: '3666',
    number: 7,
    words:
      'Dit is haar tweede kind, maar het eerste was twaalf jaar geleden en zij begint voor haar gevoel opnieuw.',
  },
  oksana: {
    given: 'Oksana',
    family: 'Kovalenko',
    born: '2001-05-25',
    languages: ['uk', 'en'],
    area: '3667',
    number: 8,
    words: 'Woont bij een gastgezin. Vraagt of er iemand is die haar taal spreekt of met een tolk wil komen.',
    interpreter: 'uk',
  },
  winta: {
    given: 'Winta',
    family: 'Kidane',
    born: '2003-09-14',
    languages: ['ti', 'nl'],
    area: '3663',
    number: 9,
    words: 'Moeder van een tweeling van acht weken. Slaapt slecht, haar netwerk woont in een andere stad.',
    kind: 'midwife',
  },
  fatima: {
    given: 'Fatima',
    family: 'Bouzidi',
    born: '1999-02-11',
    languages: ['ar', 'nl'],
    area: '3661',
    number: 10,
    words: 'Ik zou graag met iemand praten die al kinderen heeft.',
    kind: 'self',
  },
  fatma: {
    given: 'Fatma',
    family: 'Bouzidi',
    born: '1999-02-11',
    languages: ['ar'],
    area: '3661',
    number: 11,
    words: 'Heeft veel vragen over voeding. Denkt dat een ervaren moeder haar verder helpt.',
  },
  busra: {
    given: 'Büşra',
    family: 'Demir',
    born: '1998-07-19',
    languages: ['tr', 'nl'],
    area: '3662',
    number: 12,
    words: 'Jonge moeder, woont sinds kort hier. Voelt zich vaak alleen overdag.',
  },
  danielle: {
    given: 'Daniëlle',
    family: 'Hoekstra',
    born: '1995-10-03',
    languages: ['nl'],
    area: '3665',
    number: 13,
    words: 'Er speelt veel tegelijk: schulden, de woning en haar gezondheid. Zij zoekt hulp.',
    kind: 'gp',
  },
  yousra: {
    given: 'Yousra',
    family: 'Ait Ahmed',
    born: '2000-10-10',
    languages: ['ar', 'nl'],
    area: '3663',
    number: 14,
    words: 'Eerste kindje, voelt zich onzeker. Haar zus deed eerder mee en was er blij mee.',
  },
  salma: {
    given: 'Salma',
    family: 'Ouali',
    born: '2001-03-04',
    languages: ['ar', 'nl'],
    area: '3661',
    number: 15,
    words: 'Alleen met haar zoontje sinds de scheiding van haar ouders. Zoekt iemand die rust brengt.',
  },
  zofia: {
    given: 'Zofia',
    family: 'Dąbrowska',
    born: '1997-09-19',
    languages: ['pl'],
    area: '3663',
    number: 16,
    words: 'Werkte tot de geboorte in de kas en kent hier alleen collega’s. Wil meer mensen leren kennen.',
  },
  lotte: {
    given: 'Lotte',
    family: 'Smit',
    born: '1998-05-30',
    languages: ['nl'],
    area: '3668',
    number: 17,
    words: 'Slaapt weinig, huilt veel en schaamt zich daarvoor. De huisarts volgt haar.',
    kind: 'gp',
  },
} as const satisfies Record<string, Woman>
export type WomanName = keyof typeof women

const nurse = {
  kind: 'jgz',
  name: 'J. Hendriks',
  organisation: 'Consultatiebureau Waterrijk',
  phone: '+31610002000',
  email: 'verpleegkundige@example.nl',
} as const

/** Her referral as it came in: her child's day of birth follows from how old it is in the story. */
export const referralOf = (
  name: WomanName,
  childBornOn: Day | null,
  more: Partial<Submission> = {},
): Submission =>
  submissionOf(women[name], childBornOn, { ...(name === 'iris' ? secondChild(childBornOn) : {}), ...more })

const childOf = (bornOn: Day | null, firstChild: 'yes' | 'no') => ({
  bornOn: bornOn?.toString() ?? null,
  dueOn: null,
  given: null,
  firstChild,
})
const secondChild = (bornOn: Day | null) => ({ child: childOf(bornOn, 'no') })

export function submissionOf(
  woman: Woman,
  childBornOn: Day | null,
  more: Partial<Submission> = {},
): Submission {
  const kind = woman.kind ?? 'jgz'
  return {
    mother: {
      name: { given: woman.given, family: woman.family },
      phone: `+3161000${String(3000 + woman.number)}`,
      email: null,
      birthDay: woman.born,
      address: {
        street: woman.street ?? 'Rietkade',
        houseNumber: String(10 + woman.number * 2),
        postcode: `${woman.area} CD`,
        place: 'Waterrijk',
      },
      languages: [...woman.languages],
      interpreter: woman.interpreter ?? null,
    },
    child: childOf(childBornOn, 'yes'),
    facts: { lowSupport: 'yes' },
    reach: { channel: 'phone', when: 'overdag', voicemail: 'unknown' },
    agreed: true,
    referrer: kind === 'jgz' ? nurse : { kind, name: null, organisation: null, phone: null, email: null },
    words: woman.words,
    ...more,
  }
}
