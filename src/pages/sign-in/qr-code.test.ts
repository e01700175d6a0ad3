import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'

const link = 'otpauth://totp/Naast:stichting-dichtbij?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Naast'
const drawn = (text: string) =>
  (qrCode(text) ?? []).map((row) => row.map((dark) => (dark ? '█' : ' ')).join('')).join('\n')

describe('a QR code', () => {
  test('is the one that a reader of another make was seen to read', () => {
    expect(createHash('sha256').update(drawn(link)).digest('hex')).toBe(
      '8cc4f704a4ff3d754baaa6d4fd4a73efb5b31aadfdebd349058dd227bb5b3137',
    )
    expect(drawn('Naast')).toMatchInlineSnapshot(`
      "███████  ████ ███████
      █     █ █  █  █     █
      █ ███ █  ███  █ ███ █
      █ ███ █    ██ █ ███ █
      █ ███ █ █ █ █ █ ███ █
      █     █  ██ █ █     █
      ███████ █ █ █ ███████
               ████        
      █ █ █ █  █ █    █  █ 
      █      █  █   █  █ ██
       █ █ ██   █ █   █████
      █  ██  █ ██   █    ██
      █ █████ █ █ █ █ █  █ 
              █  █ █ █ █ █ 
      ███████    █ ███ ████
      █     █  █████ ██    
      █ ███ █ ██ █ ███ █ ██
      █ ███ █   █   ██ █ █ 
      █ ███ █ █ █ █   ██  █
      █     █  █    ██   █ 
      ███████ █ █ █ ████ ██"
    `)
  })
  test('has its three corners and its own size, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 213 }), (text) => {
        const grid = qrCode(text)
        if (!grid) return new TextEncoder().encode(text).length > 213
        const size = grid.length
        const corners = [
          [0, 0],
          [size - 7, 0],
          [0, size - 7],
        ] as const
        return (
          (size - 17) % 4 === 0 &&
          grid.every((row) => row.length === size) &&
          corners.every(([x, y]) =>
            grid[y + 3]?.slice(x, x + 7).every((dark, at) => dark === (at !== 1 && at !== 5)),
          )
        )
      }),
    )
  })
  test('is none for text that does not fit', () => {
    expect(qrCode('x'.repeat(213))).not.toBeNull()
    expect(qrCode('x'.repeat(214))).toBeNull()
    expect(qrCode('é'.repeat(107))).toBeNull()
  })
})
