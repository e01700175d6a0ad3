import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContactHours } from '#domain/contact-policy/contact-hours.ts'
import { licenceStates } from '#domain/instrument/licence-gate.ts'
import { alarmKinds, alarmTerms } from '#domain/instrument/scoring-rules.ts'
import { channels, licenceClasses } from '#domain/instrument/shelf-instrument.ts'
import { fitsMode } from '#domain/instrument/ways-to-ask.ts'
import { markOf, readDeviceCode, sayDeviceCode, writeDeviceCode } from '#domain/own-device/device-code.ts'
import { ownDeviceState } from '#domain/own-device/own-device.ts'
import { ownDeviceRuleOf, ownDeviceRules } from '#domain/own-device/own-device-rule.ts'
import {
  type DeviceCircumstances,
  goesToHer,
  whyNotOnHerDevice,
} from '#domain/own-device/why-not-on-her-device.ts'
import { safetyClasses } from '#domain/programme/safety-terms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

const at = Temporal.ZonedDateTime.from('2026-11-03T10:00[Europe/Amsterdam]')
const well: DeviceCircumstances = {
  rule: 'on',
  safetyClass: 'high',
  goesOn: true,
  agreed: true,
  standing: 'counts',
  policy: { phoneOf: 'herself', pickedUpBy: 'only_herself', hours: null },
  at,
  worry: false,
  onCall: true,
}
const on = (day: number): ContactHours => ({ days: [day], from: '09:00', until: '12:00' })
const any = fc.record({
  rule: fc.constantFrom(...ownDeviceRules),
  safetyClass: fc.constantFrom(...safetyClasses),
  goesOn: fc.boolean(),
  agreed: fc.boolean(),
  standing: fc.constantFrom('counts' as const, 'too-old' as const, 'none' as const),
  policy: fc.option(
    fc.record({
      phoneOf: fc.constantFrom('herself' as const, 'shared' as const),
      pickedUpBy: fc.constantFrom('only_herself' as const, 'others_too' as const),
      hours: fc.constantFrom<ContactHours[] | null>(null, [on(2)], [on(3)]),
    }),
  ),
  at: fc.constant(at),
  worry: fc.boolean(),
  onCall: fc.boolean(),
})
/** A questionnaire as anybody might define it by mistake. */
const mistaken = fc
  .record({
    one: fc.constantFrom(...shelf),
    channels: fc.subarray([...channels], { minLength: 1 }),
    neverRemote: fc.boolean(),
    alone: fc.boolean(),
    onCall: fc.boolean(),
    alarms: fc.array(
      fc.record({
        kind: fc.constantFrom(...alarmKinds),
        within: fc.constantFrom(...alarmTerms),
        of: fc.constant('any' as const),
        atMost: fc.constant(1),
        skippedToo: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    embed: fc.boolean(),
    licence: fc.constantFrom(...licenceClasses),
  })
  .map(({ one, licence, embed, ...flags }) => ({
    ...one,
    ...flags,
    licence: { ...one.licence, class: licence, embed },
  }))

describe('what stands in the way', () => {
  test('is nothing where all of it is well', () => expect(whyNotOnHerDevice(well)).toBeNull())
  test.each([
    [{ rule: 'off' }, 'own-device-off'],
    [{ safetyClass: 'very_high' }, 'own-device-gravest'],
    [{ goesOn: false }, 'own-device-closed'],
    [{ worry: true }, 'own-device-worry'],
    [{ policy: null, standing: 'none' }, 'own-device-not-agreed'],
    [{ standing: 'too-old' }, 'own-device-not-agreed'],
    [{ policy: { ...well.policy, phoneOf: 'shared' } }, 'own-device-shared'],
    [{ policy: { ...well.policy, pickedUpBy: 'others_too' } }, 'own-device-shared'],
    [
      { policy: { ...well.policy, hours: [{ days: [2], from: '12:00', until: '13:00' }] } },
      'own-device-hours',
    ],
    [{ agreed: false }, 'own-device-no-consent'],
    [{ onCall: false }, 'own-device-nobody-on-call'],
  ] as const)('%j', (changed, why) =>
    expect(whyNotOnHerDevice({ ...well, ...changed } as DeviceCircumstances)).toBe(why),
  )
  test('is found in every combination in which one thing isn’t so', () => {
    fc.assert(
      fc.property(any, (now) => {
        const hers = now.policy
        const allSo =
          now.rule === 'on' &&
          now.safetyClass !== 'very_high' &&
          now.goesOn &&
          now.agreed &&
          now.standing === 'counts' &&
          hers?.phoneOf === 'herself' &&
          hers.pickedUpBy === 'only_herself' &&
          (hers.hours === null || hers.hours.some(({ days }) => days.includes(2))) &&
          !now.worry &&
          now.onCall
        expect(whyNotOnHerDevice(now) === null).toBe(allSo)
      }),
      { numRuns: 3000 },
    )
  })
  test('whatever a column says that isn’t on is off', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(ownDeviceRuleOf(text) === 'on').toBe(text === 'on')
      }),
    )
  })
})

describe('what goes to her device', () => {
  test('is never what asks after violence, danger or self-harm, whatever its definition says and whoever asks', () => {
    fc.assert(
      fc.property(mistaken, fc.constantFrom(...licenceStates), (one, licence) => {
        const never =
          one.neverRemote ||
          one.alone ||
          one.onCall ||
          !one.channels.includes('remote') ||
          one.alarms.some(({ kind, within }) => kind !== 'call_her' || within !== 'week')
        if (never) {
          expect(goesToHer(one, licence)).toBe(false)
          // Nor is it kept as having been answered there, should it ever come in.
          expect(fitsMode(one, 'own_device')).toBe(false)
        }
        if (!one.licence.embed || licence === 'none' || licence === 'ended')
          expect(goesToHer(one, licence)).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })
  test('is nothing of a programme’s own, which has no channels', () =>
    expect(goesToHer(null, 'free')).toBe(false))
  test('are these of the shelf, and no others', () => {
    expect(shelf.filter((one) => goesToHer(one, 'held')).map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "k10-nl",
        "gad7-nl",
        "phq4-nl",
        "mhi5-nl",
        "osss3-nl",
        "djg6-nl",
        "gse10-nl",
        "own-worries-nl",
        "own-bond-nl",
      ]
    `)
  })
})

describe('a code', () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
  test('is read back as it was written, however it is typed', () => {
    fc.assert(
      fc.property(fc.uuid(), secret, (orgId, bytes) => {
        const code = writeDeviceCode(orgId, bytes)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
        expect(code.slice(0, 2)).toBe(markOf(orgId))
        for (const typed of [
          code.toLowerCase(),
          sayDeviceCode(code),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readDeviceCode(typed)).toBe(code)
      }),
    )
  })
  test('is nothing else that somebody types', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const read = readDeviceCode(typed)
        expect(read === null || /^[0-9A-HJKMNP-TV-Z]{8}$/.test(read)).toBe(true)
      }),
    )
    for (const typed of ['', '1234567', '123456789', 'ABCDEFGU', 'ABCD EFG!'])
      expect(readDeviceCode(typed)).toBeNull()
  })
  test('is over when its time is, at that moment and not after', () => {
    const now = Temporal.Instant.from('2026-11-03T09:00:00Z')
    const times = { untilAt: now.add({ minutes: 1 }), enteredAt: null, endedAt: null }
    expect(ownDeviceState(times, now)).toBe('given')
    expect(ownDeviceState({ ...times, enteredAt: now }, now)).toBe('open')
    expect(ownDeviceState({ ...times, untilAt: now }, now)).toBe('over')
    expect(ownDeviceState({ ...times, endedAt: now }, now)).toBe('over')
  })
})
