/** How a time on her own device ended; one that is merely over has none. */
export const ownDeviceEndings = ['sent', 'left', 'stopped', 'replaced'] as const
export type OwnDeviceEnding = (typeof ownDeviceEndings)[number]

/** Given and not typed yet, open on a device, or over: sent, left, stopped, out of time. */
export const ownDeviceStates = ['given', 'open', 'over'] as const
export type OwnDeviceState = (typeof ownDeviceStates)[number]

export interface OwnDeviceTimes {
  readonly untilAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

export const ownDeviceState = (
  { untilAt, enteredAt, endedAt }: OwnDeviceTimes,
  now: Temporal.Instant,
): OwnDeviceState =>
  endedAt !== null || Temporal.Instant.compare(untilAt, now) <= 0 ? 'over' : enteredAt ? 'open' : 'given'
