import { isWithin } from '#domain/contact-policy/contact-hours.ts'
import type { SafeContactPolicy, Standing } from '#domain/contact-policy/safe-contact-policy.ts'
import { type LicenceState, needsPermission } from '#domain/instrument/licence-gate.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { mayBeHeld } from '#domain/instrument/ways-to-ask.ts'
import { isClassFor, type OwnDeviceRule } from '#domain/own-device/own-device-rule.ts'
import type { SafetyClass } from '#domain/programme/safety-terms.ts'

/** All that is looked at, each time anew: when the code is given, when it is typed, at every page, when she sends. */
export interface DeviceCircumstances {
  readonly rule: OwnDeviceRule
  readonly safetyClass: SafetyClass
  /** Her trajectory goes on: nothing is asked this way before it begins or after its end. */
  readonly goesOn: boolean
  /** She agreed that her answers are kept (consent C-7). */
  readonly agreed: boolean
  readonly standing: Standing
  readonly policy: Pick<SafeContactPolicy, 'phoneOf' | 'pickedUpBy' | 'hours'> | null
  /** On the clock on her wall. */
  readonly at: Temporal.ZonedDateTime
  /** A concern about her is open, or a red flag that nobody has looked at. */
  readonly worry: boolean
  /** Somebody who may decide is on call from now until it is over. */
  readonly onCall: boolean
}

type Control = (now: DeviceCircumstances) => boolean
/** What must be so, what weighs heaviest first; the name is that of the refusal. There is no override. */
const controls = {
  'own-device-off': ({ rule }) => rule === 'on',
  'own-device-gravest': ({ rule, safetyClass }) => isClassFor(rule, safetyClass),
  'own-device-closed': ({ goesOn }) => goesOn,
  'own-device-worry': ({ worry }) => !worry,
  'own-device-not-agreed': ({ policy, standing }) => policy !== null && standing === 'counts',
  // Whoever picks her phone up, or has it too, reads what stands on it.
  'own-device-shared': ({ policy }) => policy?.phoneOf === 'herself' && policy.pickedUpBy === 'only_herself',
  'own-device-hours': ({ policy, at }) => policy !== null && isWithin(policy.hours, at),
  'own-device-no-consent': ({ agreed }) => agreed,
  'own-device-nobody-on-call': ({ onCall }) => onCall,
} as const satisfies Record<string, Control>
export type DeviceRefusal = keyof typeof controls

/** Why nothing may be asked on her own device now; `null` if it may (instruments.md 10.1, 10.2; security design 3.9). */
export function whyNotOnHerDevice(now: DeviceCircumstances): DeviceRefusal | null {
  for (const [refusal, isSo] of Object.entries(controls) as [DeviceRefusal, Control][])
    if (!isSo(now)) return refusal
  return null
}

/**
 * May this questionnaire be put on her device? Only one of the shelf that says so itself: a programme's own questions
 * have no channels, so they stay with staff. Never one whose text isn't ours to give.
 */
export const goesToHer = (shelf: ShelfInstrument | null, licence: LicenceState): boolean =>
  shelf !== null &&
  mayBeHeld(shelf) &&
  shelf.licence.embed &&
  (licence === 'held' || (licence === 'free' && !needsPermission(shelf)))
