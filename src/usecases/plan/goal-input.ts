import { z } from 'zod'
import { optionalText } from '#domain/person/person.ts'
import { levels, weights } from '#domain/plan/goal-attainment.ts'

const words = z.string().trim().min(1, 'required').max(500, 'too-long')
const level = optionalText(300)

/** A goal as it is written down: in her words, with what is expected, and where she stands now. */
export const goalInput = {
  words,
  /** The domain of the programme's grid that it is about, by its fact. */
  domain: z.string().max(60).nullable(),
  weight: z.literal([...weights]),
  startLevel: z.literal([...levels]),
  /** What it looks like at each level; the expected one is needed. */
  levels: z.strictObject({ '2': level, '1': level, '0': words, '-1': level, '-2': level }),
} as const
