import { z } from 'zod'
import { type Area, covers, type Whereabouts, widthOf } from '#domain/area/area.ts'
import { areasInput } from '#domain/area/typed-areas.ts'

export const teamInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  areas: areasInput.default([]),
})

/** Why a trajectory belongs to a team, or goes to another. */
export const placementReasons = [
  'postcode',
  'moved_house',
  'capacity',
  'language',
  'her_wish',
  'other',
] as const
export type PlacementReason = (typeof placementReasons)[number]

/** What becomes of her place in a group when her trajectory goes to a team. */
export const groupOnMove = ['stays', 'ends'] as const

interface Placed {
  readonly areas: readonly Area[]
}

/**
 * Teams that work where she lives, the one with the narrowest area first: a team of one district knows it better than
 * the team of the whole town. A team without an area is nobody's by postcode.
 */
export const proposeTeams = <Team extends Placed>(teams: readonly Team[], where: Whereabouts): Team[] =>
  teams
    .flatMap((team) => {
      const holding = team.areas.filter((area) => covers(area, where) === true)
      return holding.length === 0 ? [] : [{ team, width: Math.min(...holding.map(widthOf)) }]
    })
    .sort((a, b) => a.width - b.width)
    .map(({ team }) => team)
