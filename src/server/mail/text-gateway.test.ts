import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GatewayMood, openTestGateway, type TestGateway } from '../../../testing/sms-gateway.ts'
import { readTextSettings, textGateway } from './text-gateway.ts'

let gateway: TestGateway
beforeEach(async () => {
  gateway = await openTestGateway()
})
afterEach(() => gateway.close())

const number = '+31687654321'
const at = (port: number, password = 'geheim') =>
  textGateway({
    url: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
    user: 'naast',
    password,
    from: 'Bericht',
    patience: 300,
  })
const send = (text = 'Tot dinsdag 10.00 uur.', carrier = at(gateway.port)) =>
  carrier.handOver({ id: '0193-a', to: number, subject: 'Afspraak', text })

describe('the gateway for text messages', () => {
  test('gets the words, the sender and a name of the message, and nothing else; no number in the address', async () => {
    expect(await send()).toBe('accepted')
    expect(gateway.received).toEqual([
      {
        to: number,
        from: 'Bericht',
        id: '0193-a',
        coding: '0',
        text: 'Tot dinsdag 10.00 uur.',
        line: 'POST /cgi-bin/sendsms',
      },
    ])
  })
  test('hears when a message needs another alphabet', async () => {
    await send('Görüşürüz, saat ikide')
    expect(gateway.received).toMatchObject([{ coding: '2', text: 'Görüşürüz, saat ikide' }])
  })
  test.each<[GatewayMood, string, number]>([
    [200, 'accepted', 1],
    [202, 'accepted', 1],
    [400, 'rejected', 0],
    [422, 'rejected', 0],
    [302, 'not-now', 0],
    [401, 'not-now', 0],
    [402, 'not-now', 0],
    [404, 'not-now', 0],
    [429, 'not-now', 0],
    [503, 'not-now', 0],
    // Something in between may have answered for a gateway that had it already.
    [408, 'uncertain', 0],
    [500, 'uncertain', 0],
    [502, 'uncertain', 0],
    [504, 'uncertain', 0],
    ['closes-in-the-middle', 'uncertain', 0],
    ['takes-and-closes', 'uncertain', 1],
    ['takes-and-is-silent', 'uncertain', 1],
    ['half-a-line', 'uncertain', 1],
  ])('that answers %s has it: %s', async (mood, outcome, taken) => {
    gateway.mood = mood
    expect(await send()).toBe(outcome)
    expect(gateway.received).toHaveLength(taken)
  })
  test('that isn’t there, or hangs up at once, surely has nothing, or at worst nobody knows', async () => {
    expect(await send('x', at(1))).toBe('not-now')
    gateway.mood = 'closes-at-once'
    expect(['not-now', 'uncertain']).toContain(await send())
    expect(gateway.received).toEqual([])
  })
  test('with another password takes nothing, and it may go later', async () => {
    expect(await send('x', at(gateway.port, 'fout'))).toBe('not-now')
  })
})

describe('its settings', () => {
  const url = 'https://naast:g%40heim@sms.example.nl/cgi-bin/sendsms'
  test('are read without leaving the password in the address', () => {
    expect(readTextSettings(url, 'Bericht')).toEqual({
      url: 'https://sms.example.nl/cgi-bin/sendsms',
      user: 'naast',
      password: 'g@heim',
      from: 'Bericht',
    })
    expect(readTextSettings(undefined, undefined)).toBeNull()
  })
  test.each([
    ['http://naast:x@sms.example.nl/', 'Bericht'],
    ['https://sms.example.nl/', 'Bericht'],
    ['niets', 'Bericht'],
    [url, undefined],
    [url, 'Veel te lange naam'],
    [url, 'met spatie'],
    ['https://na%C3%AFef:x@sms.example.nl/', 'Bericht'],
  ])('are refused when they can’t be right, without repeating them: %s %s', (address, from) => {
    let said = ''
    try {
      readTextSettings(address, from)
    } catch (error) {
      said = String(error)
    }
    expect(said).toContain('gateway')
    expect(said).not.toContain(address)
  })
})
