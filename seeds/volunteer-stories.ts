import type { z } from 'zod'
import type { AwayKind } from '#domain/worker/own-file.ts'
import type { handSteps, StepReason } from '#domain/worker/worker.ts'
import type { registerWorker } from '#usecases/worker/register-worker.ts'

type Profile = NonNullable<z.input<typeof registerWorker.useCase.input>['profile']>

export interface VolunteerStory {
  readonly given: string
  readonly family: string
  readonly languages: readonly string[]
  readonly area: string
  readonly profile: Profile
  readonly capacity: number
  /** Months ago that she began. */
  readonly since: number
  /** What she still lacks, or what ran out. */
  readonly lacks?: 'training' | 'renewal'
  /** Where she stands now, if not where everybody does who is ready: since so many days, until so many from now. */
  readonly now?: {
    readonly step: (typeof handSteps)[number]
    readonly reason: StepReason
    readonly daysAgo: number
    readonly forDays: number
  }
  readonly away?: { readonly kind: AwayKind; readonly fromDays: number; readonly forDays: number }
  /** Has no way to sign in of her own: the coordinator writes down what she says. */
  readonly noAccount?: true
}

const always = ['mon_morning', 'tue_morning', 'wed_morning', 'thu_morning', 'fri_morning'] as const

/** Those who stand beside others. Two can't begin, for two reasons; one is on leave, one is leaving, one is away. */
export const volunteerStories = {
  ans: {
    given: 'Ans',
    family: 'Kuijpers',
    languages: ['nl', 'en'],
    area: '3661',
    capacity: 3,
    since: 50,
    profile: {
      backgrounds: ['netherlands'],
      interests: ['walking', 'cooking'],
      childSituations: ['several_children', 'crying_or_sleep'],
      availability: [...always],
    },
  },
  hatice: {
    given: 'Hatice',
    family: 'Yılmaz',
    languages: ['tr', 'nl'],
    area: '3664',
    capacity: 3,
    since: 38,
    profile: {
      backgrounds: ['turkey'],
      interests: ['cooking', 'crafts'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  letebrhan: {
    given: 'Letebrhan',
    family: 'Haile',
    languages: ['ti', 'nl', 'en'],
    area: '3666',
    capacity: 2,
    since: 26,
    profile: {
      backgrounds: ['eritrea_ethiopia'],
      interests: ['faith', 'cooking'],
      childSituations: ['first_child', 'feeding'],
      availability: [...always],
    },
  },
  agnieszka: {
    given: 'Agnieszka',
    family: 'Wójcik',
    languages: ['pl', 'nl'],
    area: '3663',
    capacity: 2,
    since: 14,
    profile: {
      backgrounds: ['poland'],
      interests: ['sports', 'reading'],
      childSituations: ['premature'],
      availability: [...always],
    },
  },
  rasha: {
    given: 'Rasha',
    family: 'Haddad',
    languages: ['ar', 'nl', 'en'],
    area: '3662',
    capacity: 2,
    since: 20,
    profile: {
      backgrounds: ['syria'],
      interests: ['language_learning', 'walking'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  naima: {
    given: 'Naima',
    family: 'El Amrani',
    languages: ['ar', 'nl'],
    area: '3665',
    capacity: 2,
    since: 40,
    lacks: 'renewal',
    profile: {
      backgrounds: ['morocco'],
      interests: ['cooking', 'crafts'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  mieke: {
    given: 'Mieke',
    family: 'van Dijk',
    languages: ['nl'],
    area: '3667',
    capacity: 1,
    since: 1,
    lacks: 'training',
    profile: {
      backgrounds: ['netherlands'],
      interests: ['reading', 'nature'],
      childSituations: ['first_child'],
      availability: ['sat_morning'],
    },
  },
  nelleke: {
    given: 'Nelleke',
    family: 'Visser',
    languages: ['nl', 'en'],
    area: '3668',
    capacity: 2,
    since: 30,
    profile: {
      backgrounds: ['netherlands'],
      interests: ['music', 'nature'],
      childSituations: ['crying_or_sleep', 'alone'],
      availability: ['tue_morning', 'thu_morning', 'fri_afternoon'],
    },
  },
  khadija: {
    given: 'Khadija',
    family: 'Benali',
    languages: ['ar', 'nl'],
    area: '3661',
    capacity: 3,
    since: 22,
    profile: {
      backgrounds: ['morocco'],
      interests: ['cooking', 'walking', 'faith'],
      childSituations: ['first_child', 'several_children'],
      availability: ['mon_morning', 'wed_morning', 'thu_afternoon'],
    },
  },
  zehra: {
    given: 'Zehra',
    family: 'Çelik',
    languages: ['tr', 'nl'],
    area: '3669',
    capacity: 2,
    since: 9,
    noAccount: true,
    profile: {
      backgrounds: ['turkey'],
      interests: ['crafts', 'language_learning'],
      childSituations: ['young_mother', 'feeding'],
      availability: ['mon_morning', 'tue_morning', 'sat_morning'],
    },
  },
  thea: {
    given: 'Thea',
    family: 'Mulder',
    languages: ['nl'],
    area: '3670',
    capacity: 1,
    since: 28,
    noAccount: true,
    away: { kind: 'phone_only', fromDays: -3, forDays: 21 },
    profile: {
      backgrounds: ['netherlands'],
      interests: ['reading', 'crafts'],
      childSituations: ['first_child', 'premature'],
      availability: ['mon_afternoon', 'wed_morning'],
    },
  },
  mehret: {
    given: 'Mehret',
    family: 'Weldu',
    languages: ['ti', 'nl'],
    area: '3665',
    capacity: 1,
    since: 7,
    noAccount: true,
    away: { kind: 'away', fromDays: -2, forDays: 12 },
    profile: {
      backgrounds: ['eritrea_ethiopia'],
      interests: ['faith', 'music'],
      childSituations: ['alone'],
      availability: ['wed_afternoon', 'sat_morning'],
    },
  },
  wilma: {
    given: 'Wilma',
    family: 'Schouten',
    languages: ['nl'],
    area: '3663',
    capacity: 2,
    since: 33,
    noAccount: true,
    now: { step: 'go-on-leave', reason: 'birth_or_care', daysAgo: 20, forDays: 40 },
    profile: {
      backgrounds: ['netherlands'],
      interests: ['walking', 'games'],
      childSituations: ['several_children'],
      availability: ['thu_morning'],
    },
  },
  joyce: {
    given: 'Joyce',
    family: 'Pinas',
    languages: ['nl', 'en'],
    area: '3666',
    capacity: 1,
    since: 19,
    noAccount: true,
    now: { step: 'announce-leaving', reason: 'moved', daysAgo: 6, forDays: 24 },
    profile: {
      backgrounds: ['suriname'],
      interests: ['cooking', 'music'],
      childSituations: ['young_mother', 'alone'],
      availability: ['fri_morning'],
    },
  },
} as const satisfies Record<string, VolunteerStory>
