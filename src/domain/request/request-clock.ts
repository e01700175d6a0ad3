import { type Day, isBefore } from '#domain/day.ts'

/**
 * Within a month of the day on which it came in, and two more, once, for a reason that whoever asks hears within that
 * first month (AVG art. 12(3)). Counted by the calendar: a month that has no such day ends on its last. Whether a last day
 * in a weekend or on a holiday moves on (Verordening 1182/71 art. 3, Algemene termijnenwet) is to confirm; not moving it
 * answers sooner and never too late.
 */
export const answerBy = (receivedOn: Day): Day => receivedOn.add({ months: 1 })
export const latestAnswer = (receivedOn: Day): Day => receivedOn.add({ months: 3 })
export const isLate = (answerOn: Day, today: Day): boolean => isBefore(answerOn, today)

/** So many days before its last one a request stands on the list of who answers it, whoever is next. */
export const nearDays = 7
export const isNear = (answerOn: Day, today: Day): boolean =>
  !isBefore(today, answerOn.subtract({ days: nearDays }))

/** More time is there once, and only for who hears of it within the first month. */
export const mayTakeMoreTime = (receivedOn: Day, answerOn: Day, today: Day): boolean =>
  isBefore(answerOn, latestAnswer(receivedOn)) && !isLate(answerBy(receivedOn), today)
