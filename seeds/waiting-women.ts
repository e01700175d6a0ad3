import type { z } from 'zod'
import type { changeWishes } from '#usecases/match/change-wishes.ts'
import type { Woman } from './women.ts'

type Wishes = z.input<typeof changeWishes.useCase.input>['wishes']

export interface WaitingWoman extends Woman {
  readonly child: string
  /** How old her child is on the demo's own day, in days. */
  readonly childDays: number
  /** Days since she was put on the list. */
  readonly waits: number
  /** Of the two programmes of the demo. */
  readonly programme: 'short' | 'long'
  /** What she hopes for, if somebody asked her. */
  readonly wishes?: Wishes
}

/**
 * Those who wait for somebody, for the matching meeting: some long, one with little time left, two for the same
 * volunteer, one in a language that nobody shares, one in the street of the volunteer who would suit her.
 */
export const waitingWomen: readonly WaitingWoman[] = [
  {
    given: 'Yasmin',
    family: 'Chakir',
    born: '1999-12-01',
    languages: ['ar', 'nl'],
    area: '3662',
    number: 21,
    words: 'Kwam voor haar studie en bleef. Haar moeder belt elke dag, maar is ver weg.',
    child: 'Noah',
    childDays: 130,
    waits: 48,
    programme: 'short',
    wishes: {
      backgrounds: ['morocco'],
      interests: ['walking', 'cooking'],
      childSituations: ['first_child'],
      availability: ['mon_morning', 'thu_afternoon'],
    },
  },
  {
    given: 'Femke',
    family: 'Groen',
    born: '1993-02-27',
    languages: ['nl'],
    area: '3667',
    number: 22,
    words: 'Haar vriend vaart, zij is weken achter elkaar alleen met hun dochter.',
    child: 'Fenna',
    childDays: 370,
    waits: 20,
    programme: 'short',
    wishes: {
      backgrounds: [],
      interests: ['music', 'nature'],
      childSituations: ['alone'],
      availability: ['tue_morning', 'fri_afternoon'],
      homeHas: ['stairs'],
    },
  },
  {
    given: 'Gülşen',
    family: 'Şahin',
    born: '2002-08-15',
    languages: ['tr'],
    area: '3669',
    number: 23,
    words: 'Jong moeder geworden en pas verhuisd naar Oeverdam. Verstaat Nederlands, spreekt het nog niet.',
    child: 'Ela',
    childDays: 75,
    waits: 15,
    programme: 'short',
    wishes: {
      backgrounds: ['turkey'],
      interests: ['language_learning', 'crafts'],
      childSituations: ['young_mother', 'feeding'],
      availability: ['mon_morning', 'tue_morning'],
      homeHasNot: ['pets', 'smoking'],
    },
  },
  {
    given: 'Luwam',
    family: 'Gebremedhin',
    born: '2000-04-08',
    languages: ['ti', 'nl'],
    area: '3666',
    number: 24,
    words: 'Net uit het azc, in haar eerste eigen woning. Zou graag iemand kennen die haar taal spreekt.',
    child: 'Yonas',
    childDays: 60,
    waits: 22,
    programme: 'short',
    wishes: {
      backgrounds: ['eritrea_ethiopia'],
      interests: ['faith', 'cooking'],
      childSituations: ['first_child', 'feeding'],
      availability: ['wed_morning'],
    },
  },
  {
    given: 'Joanna',
    family: 'Szymańska',
    born: '1995-11-11',
    languages: ['pl', 'nl'],
    area: '3670',
    number: 25,
    words: 'Woont achteraf in Lage Weide zonder auto. Haar zoontje werd te vroeg geboren.',
    child: 'Jan',
    childDays: 110,
    waits: 30,
    programme: 'short',
    wishes: {
      backgrounds: ['poland'],
      interests: ['reading'],
      childSituations: ['premature'],
      availability: ['wed_morning', 'fri_morning'],
    },
  },
  {
    given: 'Hodan',
    family: 'Warsame',
    born: '1998-01-23',
    languages: ['so'],
    area: '3664',
    number: 26,
    words: 'Alleen met haar dochtertje. De tolk was erbij; zij wil graag iemand die haar taal spreekt.',
    child: 'Amina',
    childDays: 90,
    waits: 24,
    programme: 'short',
    interpreter: 'so',
  },
  {
    given: 'Rania',
    family: 'Darwish',
    born: '1996-06-06',
    languages: ['ar'],
    area: '3662',
    number: 27,
    words: 'Wil graag leren fietsen en de stad leren kennen. Durft nog niet alleen met de bus.',
    child: 'Adam',
    childDays: 100,
    waits: 11,
    programme: 'short',
    wishes: {
      backgrounds: ['morocco', 'syria'],
      interests: ['cooking', 'walking'],
      childSituations: ['first_child'],
      availability: ['mon_morning', 'wed_morning'],
    },
  },
  {
    given: 'Anouk',
    family: 'Meijer',
    born: '2004-03-12',
    languages: ['nl'],
    area: '3661',
    street: 'Oeverlaan',
    number: 28,
    words: 'Twintig, en nog op school. Haar mentor vraagt of er iemand naast haar kan staan.',
    child: 'Liv',
    childDays: 45,
    waits: 9,
    programme: 'long',
    wishes: {
      backgrounds: ['netherlands'],
      interests: ['cooking', 'games'],
      childSituations: ['crying_or_sleep', 'young_mother'],
      availability: ['tue_morning', 'fri_morning'],
    },
  },
  {
    given: 'Ebru',
    family: 'Aydın',
    born: '1997-07-02',
    languages: ['tr', 'nl'],
    area: '3664',
    number: 29,
    words: 'Voelt zich opgesloten in huis sinds de geboorte. Wil weer iets met haar handen doen.',
    child: 'Mert',
    childDays: 140,
    waits: 35,
    programme: 'long',
    wishes: {
      backgrounds: ['turkey'],
      interests: ['crafts', 'cooking'],
      childSituations: ['crying_or_sleep'],
      availability: ['mon_morning', 'wed_morning'],
      homeHas: ['pets'],
    },
  },
  {
    given: 'Dima',
    family: 'Sabbagh',
    born: '1994-10-17',
    languages: ['ar', 'en'],
    area: '3665',
    number: 30,
    words: 'Was in Aleppo lerares. Zoekt iemand om Nederlands mee te praten terwijl de kinderen spelen.',
    child: 'Celine',
    childDays: 200,
    waits: 61,
    programme: 'long',
    wishes: {
      backgrounds: ['syria'],
      interests: ['language_learning', 'reading'],
      childSituations: [],
      availability: ['tue_morning', 'thu_morning'],
      reads: ['ar', 'en'],
    },
  },
]
