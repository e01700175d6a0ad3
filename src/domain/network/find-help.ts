import { type Area, reaches, type Whereabouts } from '#domain/area/area.ts'
import type { Day } from '#domain/day.ts'
import { isStale } from '#domain/network/help-offer.ts'

interface Offered {
  readonly category: string
  readonly languages: readonly string[]
  readonly areas: readonly Area[]
  readonly waitingWeeks: number | null
  readonly confirmedOn: Day
}
export interface HelpWanted {
  readonly category: string | null
  readonly language: string | null
  readonly where: Whereabouts
}
export interface HelpFit {
  /** It is given where she lives; `null` if that isn't known. */
  readonly inReach: boolean | null
  /** It is given in her language; `null` if nobody said, or no language was asked for. */
  readonly inLanguage: boolean | null
  readonly stale: boolean
}

/**
 * What may help her, the most certain first: within reach, in her language, lately confirmed, soon. What is surely
 * out of reach or for something else is left out; what is not known is shown and said.
 */
export function findHelp<One extends Offered>(
  offers: readonly One[],
  wanted: HelpWanted,
  today: Day,
): (One & HelpFit)[] {
  return offers
    .filter((offer) => wanted.category === null || offer.category === wanted.category)
    .map((offer) => ({ ...offer, ...fitOf(offer, wanted, today) }))
    .filter(({ inReach }) => inReach !== false)
    .sort(
      (a, b) =>
        surely(a.inReach) - surely(b.inReach) ||
        surely(a.inLanguage) - surely(b.inLanguage) ||
        Number(a.stale) - Number(b.stale) ||
        (a.waitingWeeks ?? longest) - (b.waitingWeeks ?? longest),
    )
}

function fitOf(offer: Offered, wanted: HelpWanted, today: Day): HelpFit {
  return {
    inReach: reaches(offer.areas, wanted.where),
    inLanguage:
      wanted.language === null || offer.languages.length === 0
        ? null
        : offer.languages.includes(wanted.language),
    stale: isStale(offer.confirmedOn, today),
  }
}

/** Yes before not known before no. */
const surely = (answer: boolean | null): number => (answer === true ? 0 : answer === null ? 1 : 2)
const longest = 1000
