import { z } from 'zod'

/** A time of day, `HH:MM`, as `readTypedTime` writes it. */
export const timeInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time')

/**
 * Reads a time of day as people type it: `14:30`, `14.30`, `14u30`, `9 uur`, `0930`. Gives `HH:MM`; `null` for
 * anything else.
 */
export function readTypedTime(text: string): string | null {
  if (text.length > 20) return null
  const typed = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s*(uur|h)$/, '')
  const found = /^(\d{1,2})(?:\s*[:.u]\s*(\d{2})?)?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed)
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
