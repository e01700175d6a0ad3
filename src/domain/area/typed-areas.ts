import { z } from 'zod'
import { type Area, areaText, readArea } from '#domain/area/area.ts'
import { isRefusal } from '#domain/refusal.ts'

/** Areas as typed in one box: one a line, or with commas between. */
export const splitAreas = (typed: string): string[] =>
  typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Areas as they are kept: each in its one way of writing, once. */
export const areasInput = z
  .array(z.string().max(100))
  .max(200)
  .transform((lines, context): string[] => {
    const kept = new Set<string>()
    for (const line of lines) {
      const area = readArea(line)
      if (isRefusal(area)) {
        context.addIssue({ code: 'custom', message: area.refused })
        return z.NEVER
      }
      kept.add(areaText(area))
    }
    return [...kept]
  })

/** Kept areas, read back; what this version can't read is no area rather than everywhere. */
export const areasOf = (kept: readonly string[]): Area[] =>
  kept.flatMap((text) => {
    const area = readArea(text)
    return isRefusal(area) ? [] : [area]
  })
