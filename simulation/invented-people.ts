import type { PersonData } from '#domain/person/person.ts'
import type { Background } from '#domain/worker/profile.ts'
import type { Chance } from './chance.ts'

interface Community {
  readonly share: number
  readonly language: string
  readonly background: Background
  readonly given: readonly string[]
  readonly family: readonly string[]
}

/**
 * Names from lists, put together by chance: nobody in here exists. Shares follow no statistic of any town; they
 * only make sure that every spelling the search must cope with occurs.
 */
const communities: readonly Community[] = [
  {
    share: 0.34,
    language: 'nl',
    background: 'netherlands',
    given: [
      'Sanne',
      'Lotte',
      'Marieke',
      'Anouk',
      'Femke',
      'Iris',
      'Wendy',
      'Eefje',
      'Noor',
      'Lieke',
      'Tessa',
      'Joëlle',
      'Renée',
      'Fleur',
    ],
    family: [
      'van den Berg',
      'de Vries',
      'Jansen',
      'van Dijk',
      'Bakker',
      'Visser',
      'Smit',
      'Meijer',
      'van der Heijden',
      'Kuijpers',
      'IJsselstein',
      'Ruijter',
      'de Wit',
      'Hoekstra',
    ],
  },
  {
    share: 0.18,
    language: 'ar',
    background: 'morocco',
    given: ['Fatima', 'Yousra', 'Khadija', 'Naima', 'Samira', 'Hanane', 'Aïcha', 'Salma', 'Zineb', 'Imane'],
    family: ['El Amrani', 'Bouzidi', 'Benali', 'El Idrissi', 'Chakir', 'Azzouzi', 'Ouali', 'Ait Ahmed'],
  },
  {
    share: 0.14,
    language: 'tr',
    background: 'turkey',
    given: ['Ayşe', 'Elif', 'Zeynep', 'Gülşen', 'Şule', 'Çiğdem', 'Nurcan', 'Büşra', 'Ebru'],
    family: ['Yılmaz', 'Kaya', 'Demir', 'Şahin', 'Çelik', 'Öztürk', 'Aydın', 'Koç'],
  },
  {
    share: 0.12,
    language: 'ar',
    background: 'syria',
    given: ['Rasha', 'Amal', 'Hala', 'Nour', 'Dima', 'Mariam', 'Rania'],
    family: ['Al Hassan', 'Haddad', 'Khoury', 'Al Ahmad', 'Darwish', 'Sabbagh'],
  },
  {
    share: 0.1,
    language: 'pl',
    background: 'poland',
    given: ['Agnieszka', 'Małgorzata', 'Katarzyna', 'Zofia', 'Łucja', 'Joanna'],
    family: ['Kowalska', 'Wiśniewska', 'Wójcik', 'Zielińska', 'Szymańska', 'Dąbrowska'],
  },
  {
    share: 0.07,
    language: 'ti',
    background: 'eritrea_ethiopia',
    given: ['Selam', 'Mehret', 'Luwam', 'Senait', 'Winta', 'Yordanos'],
    family: ['Tesfay', 'Gebremedhin', 'Haile', 'Kidane', 'Weldu'],
  },
  {
    share: 0.05,
    language: 'uk',
    background: 'ukraine',
    given: ['Oksana', 'Iryna', 'Kateryna', 'Olha', 'Yuliia'],
    family: ['Shevchenko', 'Kovalenko', 'Bondarenko', 'Tkachenko'],
  },
]

const communitiesByShare = communities.flatMap((community) =>
  Array.from({ length: Math.round(community.share * 100) }, () => community),
)

export interface Invented {
  readonly data: PersonData
  readonly background: Background
}

/** One woman who does not exist. Her phone number is from the range kept for stories (06-0…), her mail from example.nl. */
export function inventWoman(
  chance: Chance,
  number: number,
  where: {
    readonly areas: readonly string[]
    readonly today: Temporal.PlainDate
    readonly ages: readonly [number, number]
  },
): Invented {
  const community = chance.pick(communitiesByShare)
  const area = chance.pick(where.areas)
  return {
    background: community.background,
    data: {
      name: { given: chance.pick(community.given), family: chance.pick(community.family) },
      phone: `+316${String(number % 100_000_000).padStart(8, '0')}`,
      email: chance.chance(0.3) ? `iemand${number}@example.nl` : null,
      birthDay: where.today.subtract({ days: chance.between(where.ages[0] * 365, where.ages[1] * 365) }),
      address: {
        street: `${chance.pick(streets)}straat`,
        houseNumber: String(chance.between(1, 180)),
        postcode: `${area} ${chance.pick(['AB', 'CD', 'EF', 'GH', 'JK'])}`,
        place: 'Waterrijk',
      },
      languages:
        community.language === 'nl'
          ? ['nl']
          : chance.chance(0.6)
            ? [community.language, 'nl']
            : [community.language],
      interpreter: null,
    },
  }
}

const streets = [
  'Wilgen',
  'Kade',
  'Molen',
  'Haven',
  'Linden',
  'Veer',
  'Sluis',
  'Kerk',
  'Meer',
  'Vogel',
  'Anker',
  'Riet',
]
