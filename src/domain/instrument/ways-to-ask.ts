import type { LicenceState } from '#domain/instrument/licence-gate.ts'
import type { Channel, ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import type { measureModes } from '#domain/measure/answers.ts'

type Asked = Pick<ShelfInstrument, 'channels' | 'neverRemote' | 'alone' | 'onCall'>

/**
 * May it go this way? What asks after violence never leaves the hands of staff, whoever asks (instruments.md 10.2): even
 * a definition that says otherwise by mistake goes no further.
 */
export const mayGo = ({ channels, neverRemote, alone }: Asked, channel: Channel): boolean => {
  if (!channels.includes(channel)) return false
  if (channel === 'remote') return !neverRemote && !alone
  if (channel === 'paper') return !neverRemote && !alone
  return channel !== 'paper_supervised' || !alone
}

/**
 * May she hold it herself, on her own device, with nobody beside her? Not what may ask somebody at once or the same day,
 * whatever its definition says: then somebody is with her when she answers (instruments.md 10.1, 10.2; decision 42).
 */
export const mayBeHeld = (instrument: Asked & Pick<ShelfInstrument, 'alarms'>): boolean =>
  mayGo(instrument, 'remote') &&
  !instrument.onCall &&
  instrument.alarms.every(({ kind, within }) => kind === 'call_her' && within === 'week')

/** May what was answered go out as a file or a message? Never from what may be on no device of hers. */
export const mayLeave = ({ neverRemote, alone }: Asked): boolean => !neverRemote && !alone

/** Does it fit how the answers were given? Paper only where paper may be; by herself only what she may hold. */
export function fitsMode(
  instrument: Asked & Pick<ShelfInstrument, 'alarms'>,
  mode: (typeof measureModes)[number],
): boolean {
  switch (mode) {
    case 'together':
    case 'interpreter':
      return mayGo(instrument, 'staff') || mayGo(instrument, 'coordinator')
    case 'by_phone':
      // Nobody sees who else is in the room.
      return !instrument.alone
    case 'alone':
    case 'on_paper':
      return mayGo(instrument, 'paper') || mayGo(instrument, 'paper_supervised')
    case 'own_device':
      return mayBeHeld(instrument)
  }
}

/** Why it isn't asked now; `null` if it may be. */
export const hindrances = ['no-licence', 'licence-ended', 'not-alone', 'nobody-on-call'] as const
export type Hindrance = (typeof hindrances)[number]

export interface Circumstances {
  readonly licence: LicenceState
  /** Somebody who may decide is on call today. */
  readonly onCall: boolean
  /** She was asked whether she is alone, and is. */
  readonly alone: boolean
}

export function hindranceOf(
  { onCall, alone }: Pick<ShelfInstrument, 'onCall' | 'alone'>,
  now: Circumstances,
): Hindrance | null {
  if (now.licence === 'none') return 'no-licence'
  if (now.licence === 'ended') return 'licence-ended'
  if (onCall && !now.onCall) return 'nobody-on-call'
  return alone && !now.alone ? 'not-alone' : null
}
