import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { documentSteps, fileNameOf, type StandingDocument, stepDocument } from './document.ts'
import { datedDocumentLimits, documentLimits, noRoomFor } from './document-limits.ts'
import { shownName } from './document-name.ts'
import { mostPixels, tooMuchPicture } from './picture-room.ts'

const day = Temporal.PlainDate.from('2026-11-03')
const road = fc.array(
  fc.tuple(fc.constantFrom(...documentSteps), fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 2 })),
  {
    maxLength: 30,
  },
)

describe('a document', () => {
  test('goes along no road but by who added it, on the day itself, or by two people', () => {
    let removed = 0
    fc.assert(
      fc.property(road, (steps) => {
        let now: StandingDocument = { state: 'kept', addedBy: 'a', addedOn: day, removalAskedBy: null }
        for (const [step, by, later] of steps) {
          const on = day.add({ days: later })
          const next = stepDocument(now, step, by, on)
          if (isRefusal(next)) continue
          expect(now.state).not.toBe('removed')
          if (next === 'removed') {
            removed += 1
            if (step === 'take_back') expect([by, later]).toEqual(['a', 0])
            else expect(by).not.toBe(now.removalAskedBy)
          }
          now = { ...now, state: next, removalAskedBy: step === 'ask_removal' ? by : now.removalAskedBy }
        }
      }),
      { numRuns: 2000 },
    )
    expect(removed).toBeGreaterThan(200)
  })
  test('that was taken out stays out', () => {
    const gone = { state: 'removed', addedBy: 'a', addedOn: day, removalAskedBy: null } as const
    for (const step of documentSteps)
      expect(stepDocument(gone, step, 'b', day)).toEqual({ refused: 'document-not-from-this-state' })
  })
  test('is handed out under a name that nobody typed', () => {
    const id = '01930000-0000-7000-8000-0000deadbeef'
    expect(fileNameOf({ id, type: 'application/pdf' })).toBe('document-deadbeef.pdf')
    expect(fileNameOf({ id, type: 'image/jpeg' })).toBe('document-deadbeef.jpg')
  })
})

describe('how much there may be', () => {
  test('is what the security design says, and dated', () => {
    expect(documentLimits).toMatchObject({ bytes: 10_485_760, bytesInFile: 209_715_200, perDay: 20 })
    for (const { since, source } of datedDocumentLimits) {
      expect(Temporal.PlainDate.from(since).toString()).toBe(since)
      expect(source).not.toBe('')
    }
  })
  test.each([
    [1, 0, 19, null],
    [1, 0, 20, 'document-day-full'],
    [10_485_760, 0, 0, null],
    [10_485_761, 0, 0, 'document-too-large'],
    [1, 209_715_199, 0, null],
    [2, 209_715_199, 0, 'document-file-full'],
  ])('%i bytes beside %i, after %i today: %s', (bytes, bytesInFile, addedToday, answer) => {
    expect(noRoomFor(bytes, { bytesInFile, addedToday })).toBe(answer)
  })
})

describe('a name as it is shown', () => {
  test.each([
    ['besluit.pdf', 'besluit.pdf'],
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\Sanne\\brief.pdf', 'brief.pdf'],
    ['brief\u202efdp.exe', 'brieffdp.exe'],
    ['a\u0000b\r\nSet-Cookie: x', 'abSet-Cookie: x'],
    ['..', null],
    ['   ', null],
    ['\u200b\u2066', null],
    ['.htaccess', 'htaccess'],
    ['x'.repeat(5000), 'x'.repeat(100)],
    ['👩‍👧 brief', '👩👧 brief'],
  ])('%j is %j', (name, shown) => {
    expect(shownName(name)).toBe(shown)
  })
  test('climbs nowhere and hides nothing, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const shown = shownName(name)
        if (shown === null) return
        expect(shown).not.toMatch(/[/\\]|^\.|[\p{C}\p{Zl}\p{Zp}]/u)
        expect([...shown].length).toBeLessThanOrEqual(100)
        expect(shownName(shown)).toBe(shown)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a picture', () => {
  const ordinary = { width: 4000, height: 3000, channels: 3, bytesPerSample: 1, inRounds: false, frames: 1 }
  test.each([
    [ordinary, null],
    [{ ...ordinary, width: 8160, height: 6120 }, null],
    [{ ...ordinary, width: 10_000, height: 10_000 }, 'document-too-many-pixels'],
    [{ ...ordinary, width: 40_000, height: 1 }, 'document-too-many-pixels'],
    [{ ...ordinary, width: 0 }, 'document-too-many-pixels'],
    [{ ...ordinary, width: Number.NaN }, 'document-too-many-pixels'],
    [{ ...ordinary, frames: 2 }, 'document-moving-picture'],
    [{ ...ordinary, width: 8000, height: 7000, inRounds: true }, 'document-too-many-pixels'],
    [{ ...ordinary, width: 8000, height: 7000, channels: 4, bytesPerSample: 2 }, 'document-too-many-pixels'],
  ] as const)('%o: %s', (head, answer) => {
    expect(tooMuchPicture(head)).toBe(answer)
  })
  test('is never drawn with more pixels than there is memory for', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 4 }),
        (width, height, channels) => {
          if (tooMuchPicture({ ...ordinary, width, height, channels }) === null)
            expect(width * height).toBeLessThanOrEqual(mostPixels)
        },
      ),
    )
  })
})
