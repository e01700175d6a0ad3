import { describe, expect, test } from 'vitest'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { talkSheetTopics } from '#domain/programme/talk-sheet-topics.ts'
import { mim, mim24 } from './mim.ts'
import { findProgramme, programmes } from './registry.ts'

const born = Temporal.PlainDate.from('2026-08-31')

describe('Moeders Informeren Moeders', () => {
  test('every definition in the product holds together', () => {
    for (const programme of programmes) expect(checkDefinition(programme).problems).toEqual([])
  })
  test('ends when the child is 18 or 24 months', () => {
    // 18 months after 31 August is a February without a 31st: she is 18 months old on the day after its last.
    expect(endDay(mim, born)?.toString()).toBe('2028-03-01')
    expect(endDay(mim24, born)?.toString()).toBe('2028-08-31')
    expect(endDay(mim, null)).toBeNull()
  })
  test('the variant keeps its own provenance', () => {
    expect(mim.contacts?.max).toMatchObject({ value: 20, prov: 'source_text', ref: 'NJi' })
    expect(mim24.contacts?.max).toMatchObject({ value: 24, prov: 'proposal' })
    expect(mim24.variantOf).toBe(mim.id)
  })
  test('has something to talk about at every age', () => {
    for (let months = 0; months < 24; months += 1)
      expect(talkSheetTopics(mim, months).filter((sheet) => sheet.untilMonths !== null)).not.toEqual([])
  })
  test('is found by id, and by version if that is asked', () => {
    expect(findProgramme('mim-nl-18m', '1.0.0')).toBe(mim)
    expect(findProgramme('mim-nl-18m', '9.0.0')).toBeNull()
    expect(findProgramme('constructor')).toBeNull()
  })
})
