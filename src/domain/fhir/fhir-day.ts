import { type Day, readDay } from '#domain/day.ts'

/**
 * The day in a FHIR `date` or `dateTime`, as the sender's calendar had it. `null` for a year or a month alone:
 * FHIR allows those, but they are no day.
 */
export const fhirDay = (text: string | null): Day | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? readDay(text.slice(0, 10)) : null
