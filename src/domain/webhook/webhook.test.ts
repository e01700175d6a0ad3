import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MessageState, messageAfter } from '#domain/message/message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { afterDelivery, pausesOn, readRetryAfter, triesOn } from './after-delivery.ts'
import { readWebhookAddress, strictAddresses } from './webhook-address.ts'
import { bodyOf, webhookSecretOf, webhookSecretPattern, writeWebhookSecret } from './webhook-event.ts'

const day = Temporal.PlainDate.from('2026-11-03')

describe('an address', () => {
  test.each([
    ['https://systeem.example.nl/naast?p=1', 'https://systeem.example.nl/naast?p=1'],
    [' https://Systeem.Example.nl ', 'https://systeem.example.nl/'],
    ['https://systeem.example.nl:8443/a#b', 'https://systeem.example.nl:8443/a'],
  ])('%s is read', (text, address) => expect(readWebhookAddress(text, strictAddresses)).toBe(address))
  test.each([
    ['', 'webhook-address-unreadable'],
    ['systeem.example.nl', 'webhook-address-unreadable'],
    [`https://example.nl/${'a'.repeat(500)}`, 'webhook-address-unreadable'],
    ['http://systeem.example.nl', 'webhook-address-not-https'],
    ['file:///etc/passwd', 'webhook-address-unreadable'],
    ['ftp://example.nl', 'webhook-address-not-https'],
    ['https://naam:wachtwoord@example.nl', 'webhook-address-with-password'],
    ['https://naam@example.nl', 'webhook-address-with-password'],
    ...[
      'localhost',
      'LOCALHOST.',
      'intranet',
      'printer.local',
      'a.internal',
      'a.localhost',
      '127.0.0.1',
      '127.1',
      '0x7f000001',
      '2130706433',
      '017700000001',
      '10.0.0.8',
      '8.8.8.8',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[2a01::1]',
      '127.0.0.1.',
    ].map((host) => [`https://${host}/x`, 'webhook-address-not-public']),
  ])('%s is refused', (text, code) =>
    expect(readWebhookAddress(text, strictAddresses)).toMatchObject({ refused: code }),
  )
  test('near is only let in where the installation says so, and plain likewise', () => {
    const near = { plain: false, near: true }
    expect(readWebhookAddress('https://10.0.0.8/x', near)).toBe('https://10.0.0.8/x')
    expect(isRefusal(readWebhookAddress('http://10.0.0.8/x', near))).toBe(true)
    expect(readWebhookAddress('http://localhost:9/x', { plain: true, near: true })).toBe(
      'http://localhost:9/x',
    )
    expect(isRefusal(readWebhookAddress('http://localhost/', { plain: true, near: false }))).toBe(true)
  })
  test('of any kind is read or refused, and what is read is read the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ validSchemes: ['https'] })), (text) => {
        const read = readWebhookAddress(text, strictAddresses)
        if (!isRefusal(read)) expect(readWebhookAddress(read, strictAddresses)).toBe(read)
      }),
    )
  })
})

describe('a try', () => {
  test('is not tried again before the time that was asked for, nor earlier than it would be', () => {
    const pauses = pausesOn(day)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: pauses.length }), fc.nat(200_000), (attempt, askedFor) => {
        const { pause } = afterDelivery({ status: 503, askedFor }, attempt, day)
        expect(pause).toBe(Math.max(pauses[attempt - 1] ?? 0, Math.ceil(Math.min(askedFor, 86_400) / 60)))
      }),
    )
    const now = Temporal.Instant.from('2026-11-03T08:00:00Z')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), (header) => {
        const read = readRetryAfter(header, now)
        expect(read === undefined || (Number.isInteger(read) && read >= 0 && read <= 86_400)).toBe(true)
      }),
    )
    expect(readRetryAfter('Tue, 03 Nov 2026 07:00:00 GMT', now)).toBe(0)
    expect(readRetryAfter('Tue, 99 Foo 2026 07:00:00 GMT', now)).toBeUndefined()
  })
  test('is followed by longer and longer pauses, and after the last by none', () => {
    const pauses = pausesOn(day)
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
    expect(triesOn(day)).toBe(pauses.length + 1)
    expect(pauses.map((_, at) => afterDelivery({ status: 500 }, at + 1, day).step)).toEqual(
      pauses.map(() => 'try-later'),
    )
    expect(afterDelivery({ failure: 'too-slow' }, triesOn(day), day)).toEqual({
      step: 'give-up',
      pause: null,
    })
  })
  test.each([
    [200, 'note-sent'],
    [204, 'note-sent'],
    [299, 'note-sent'],
    [199, 'try-later'],
    [301, 'try-later'],
    [307, 'try-later'],
    [404, 'try-later'],
    [429, 'try-later'],
    [503, 'try-later'],
    [410, 'give-up'],
  ])('that is answered %i: %s', (status, step) => expect(afterDelivery({ status }, 1, day).step).toBe(step))
  test('of anything ends, taken or given up, after so many at most', () => {
    const result = fc.oneof(
      fc.record({ status: fc.integer({ min: 100, max: 599 }) }),
      fc.record({ failure: fc.constantFrom('too-slow' as const, 'no-connection' as const) }),
    )
    fc.assert(
      fc.property(fc.array(result, { minLength: triesOn(day) }), (results) => {
        let state: MessageState = 'pending'
        let tries = 0
        for (const one of results) {
          const handed = messageAfter(state, 'hand-over')
          if (isRefusal(handed)) break
          tries += 1
          const next = messageAfter(handed, afterDelivery(one, tries, day).step)
          if (isRefusal(next)) throw new Error('no way on')
          state = next
        }
        expect(['sent', 'failed']).toContain(state)
        expect(tries).toBeLessThanOrEqual(triesOn(day))
      }),
    )
  })
})

describe('what is sent', () => {
  const id = '01930000-0000-7000-8000-000000000001'
  const referralId = '01930000-0000-7000-8000-000000000002'
  const at = Temporal.Instant.from('2026-11-03T08:00:00.123Z')
  test('is an event, a moment, an id and where to ask', () => {
    expect(
      JSON.parse(bodyOf({ id, kind: 'referral.status_changed', at, referralId }, 'https://naast.example.nl')),
    ).toEqual({
      type: 'referral.status_changed',
      id,
      timestamp: '2026-11-03T08:00:00Z',
      data: { id: referralId, link: `https://naast.example.nl/api/v1/referrals/${referralId}` },
    })
  })
  test('is about nobody when it is a test', () => {
    expect(JSON.parse(bodyOf({ id, kind: 'webhook.test', at, referralId: null }, 'x'))).toMatchObject({
      type: 'webhook.test',
      data: {},
    })
  })
})

test('a secret is written so that libraries read it, whatever its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const shown = writeWebhookSecret(bytes.toBase64({ alphabet: 'base64url', omitPadding: true }))
      expect(shown).toMatch(webhookSecretPattern)
      expect(Uint8Array.fromBase64(webhookSecretOf(shown))).toEqual(bytes)
    }),
  )
})
