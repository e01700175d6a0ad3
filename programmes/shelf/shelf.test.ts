import { describe, expect, test } from 'vitest'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import { isOfChild, shelfName, shelfNames } from '#domain/instrument/on-shelf.ts'
import { scoreAll } from '#domain/instrument/score.ts'
import { shelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { findOnShelf, shelf } from './shelf.ts'
import { vectors } from './vectors.ts'

const byId = new Map(shelf.map((one) => [one.id, one]))
const instrumentOf = (id: string) => {
  const found = byId.get(id)
  if (!found) throw new Error(id)
  return found
}

describe('each questionnaire', () => {
  test.each(vectors.map((vector, at) => [`${vector.of} ${at}`, vector] as const))(
    'counts as its makers count: %s',
    (_, { of, answers, scores, bands = {}, alarms }) => {
      const instrument = instrumentOf(of)
      const scored = scoreAll(instrument, answers)
      for (const [id, score] of Object.entries(scores)) expect(scored.get(id)?.score, id).toBe(score)
      for (const [id, band] of Object.entries(bands)) expect(scored.get(id)?.band, id).toBe(band)
      const rang = alarmsOf(instrument, answers)
      if (alarms)
        expect(rang.map(({ kind, skipped }) => (skipped ? `${kind}, left open` : kind))).toEqual(alarms)
    },
  )
  test('has vectors to hold it to, and an id and version of its own', () => {
    expect(new Set(vectors.map(({ of }) => of))).toEqual(new Set(byId.keys()))
    expect(byId.size).toBe(shelf.length)
  })
  test('spans its scores from the least to the most that it says it can be', () => {
    for (const instrument of shelf)
      for (const rule of instrument.scores) {
        const scored = scoreAll(instrument, {}).get(rule.id)
        expect([instrument.id, rule.id, scored?.lowest, scored?.highest]).toEqual([
          instrument.id,
          rule.id,
          rule.min,
          rule.max,
        ])
        expect(rule.bands.every(({ from }, at) => at === 0 || from > (rule.bands[at - 1]?.from ?? 0))).toBe(
          true,
        )
      }
  })
})

describe('the shelf', () => {
  test('is what definitions may name, by id and version', () => {
    expect(shelf.map(shelfName).sort()).toEqual([...shelfNames].sort())
    expect(findOnShelf('k10-nl@1')?.id).toBe('k10-nl')
    expect(findOnShelf('k10-nl@2')).toBeNull()
    expect(shelfNames.filter(isOfChild)).toEqual(['kpcs@1', 'own-ladder-nl@1'])
  })
  test('gives no text whose holder does not allow it', () => {
    const silent = shelf.filter(({ licence }) => !licence.embed).map(({ id }) => id)
    expect(silent).toEqual(['who5', 'kpcs', 'epds', 'movers', 'brs'])
    for (const { licence, items, stem } of shelf.filter((one) => silent.includes(one.id))) {
      expect(stem).toBeNull()
      expect(items.every(({ text, choices }) => text === null && choices.every(({ label }) => !label))).toBe(
        true,
      )
      expect(['own', 'free', 'free_attribution', 'cc_by']).not.toContain(licence.class)
    }
  })
  test('asks of violence only staff, alone with her, and of self-harm only while somebody is on call', () => {
    const asks = (kind: string) => shelf.filter(({ alarms }) => alarms.some((alarm) => alarm.kind === kind))
    for (const { id, channels, neverRemote, alone } of asks('partner_violence'))
      expect({ id, channels, neverRemote, alone }).toEqual({
        id,
        channels: ['staff'],
        neverRemote: true,
        alone: true,
      })
    for (const { id, channels, onCall, alarms } of asks('self_harm')) {
      expect([id, channels.includes('remote'), onCall]).toEqual([id, false, true])
      expect(alarms.every(({ within, skippedToo }) => within === 'at_once' && skippedToo)).toBe(true)
    }
    expect(asks('self_harm').map(({ id }) => id)).toEqual(['phq9-nl', 'epds'])
  })
  test('refuses what contradicts itself', () => {
    const hark = instrumentOf('hark-nl')
    const refused = (change: object) => shelfInstrument.safeParse({ ...hark, ...change }).success === false
    expect(refused({})).toBe(false)
    expect(refused({ channels: ['staff', 'remote'] })).toBe(true)
    expect(refused({ licence: { ...hark.licence, embed: false } })).toBe(true)
    expect(refused({ items: [...hark.items, ...hark.items] })).toBe(true)
    expect(refused({ items: hark.items.slice(1) })).toBe(true)
    expect(refused({ alarms: [{ kind: 'call_her', within: 'week', of: { item: 'none' }, atMost: 1 }] })).toBe(
      true,
    )
  })
})
