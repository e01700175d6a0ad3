import { entryWord } from '#domain/calendar/write-calendar.ts'
import { forbiddenInMessage, mentions } from '#domain/message/neutral-words.ts'
import { carriesLink, carriesNumber } from '#domain/message/telling-signs.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** What a program needs to read the file, and tells nobody anything. */
const grammar = `BEGIN END VCALENDAR VEVENT VERSION PRODID METHOD PUBLISH REFRESH INTERVAL VALUE DURATION X PUBLISHED TTL UID
  DTSTAMP DTSTART DTEND SUMMARY CLASS PRIVATE EN ${Object.values(entryWord).join(' ')}`
/** Moments are digits, which are read as numbers of a phone: they are looked at apart. */
const moment = /^(DTSTAMP|DTSTART|DTEND):\d{8}T\d{6}Z$/

/**
 * What every message to a mother is asked (`outgoing-check.ts`), of a calendar as it is about to leave: no name of anybody
 * or of us, no word that tells, nothing to tap and no number. It is on a worker's phone and may be seen by anybody.
 */
export function checkCalendar(
  text: string,
  {
    privateNames,
    ownNames,
  }: { readonly privateNames: readonly string[]; readonly ownNames: readonly string[] },
): true | Refusal {
  const said = text
    .split('\r\n')
    .filter((line) => !moment.test(line))
    .join('\n')
  if (mentions(said, privateNames, grammar) || mentions(said, ownNames, grammar))
    return refuse('message-names-someone')
  if (forbiddenInMessage(said) !== null) return refuse('message-says-too-much')
  if (carriesLink(said, 'any')) return refuse('message-with-link')
  return carriesNumber(said) ? refuse('message-with-number') : true
}
