import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { licenceStates } from '#domain/instrument/licence-gate.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import { paperCode, paperWay } from '#domain/measure/on-paper.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

describe('on paper', () => {
  test('never goes what asks after violence, or what must not be overheard', () => {
    for (const one of shelf) {
      const asks = one.alarms.some(({ kind }) => kind === 'partner_violence')
      for (const licence of licenceStates) {
        const way = paperWay(asQuestions(one), one, licence)
        if (asks || one.alone) expect(way, one.id).toBeNull()
        if (one.neverRemote || one.onCall) expect(way, one.id).not.toBe('alone')
        if (licence === 'none' || licence === 'ended') expect(way, one.id).toBeNull()
        if (!one.licence.embed) expect(way, one.id).toBeNull()
      }
    }
    expect(shelf.some((one) => paperWay(asQuestions(one), one, 'free') === 'alone')).toBe(true)
  })
  test('not even if a definition says by mistake that it may', () => {
    const [one] = shelf.filter(({ licence }) => licence.embed)
    if (!one) throw new Error('no questionnaire with a text')
    const wrong = { ...one, alone: true, channels: ['paper', 'paper_supervised', 'remote'] as const }
    expect(paperWay(asQuestions(one), { ...wrong, channels: [...wrong.channels] }, 'free')).toBeNull()
    expect(paperWay({ ...asQuestions(one), ofSafety: true }, null, 'free')).toBeNull()
  })
  test('a code tells nothing and is told apart from every other', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(paperCode(a, 'T1')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-T1$/)
        if (a.slice(-10) !== b.slice(-10)) expect(paperCode(a, 'T1')).not.toBe(paperCode(b, 'T1'))
        expect(paperCode(a, 'T1')).not.toBe(paperCode(a, 'T2'))
      }),
    )
  })
})
