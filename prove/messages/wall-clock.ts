/**
 * What the clock on somebody's wall says, from the tables of the platform and not by the arithmetic that is proved:
 * minutes since Monday, and the day.
 */
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

export interface WallClock {
  readonly weekday: number
  /** Since midnight, as the wall shows it. */
  readonly minute: number
  /** Days since 1 January 1970. */
  readonly day: number
}

let last: { readonly zone: string; readonly at: number; readonly clock: WallClock } | null = null

export function wallClock(zone: string, at: number): WallClock {
  // Of one message it is asked a few times.
  if (last?.zone === zone && last.at === at) return last.clock
  last = { zone, at, clock: readClock(zone, at) }
  return last.clock
}

function readClock(zone: string, epochMilliseconds: number): WallClock {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(epochMilliseconds)) part[type] = value
  const { year, month, day, weekday, hour, minute } = part
  return {
    weekday: names.indexOf(weekday ?? '') + 1,
    minute: Number(hour) * 60 + Number(minute),
    day: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000,
  }
}

export const clockText = (minute: number): string => {
  const at = ((minute % 1440) + 1440) % 1440
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
