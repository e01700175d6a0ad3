import { hasTexts } from '#domain/instrument/instrument-texts.ts'
import type { LicenceState } from '#domain/instrument/licence-gate.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { mayGo } from '#domain/instrument/ways-to-ask.ts'
import type { Instrument } from '#domain/programme/measuring.ts'

/** `alone`: she may take it along. `beside`: only while somebody of staff sits with her. `null`: never on paper. */
export type PaperWay = 'alone' | 'beside'

/**
 * May these questions be printed? What asks after violence never, whoever asks (instruments.md 10.2), nor one
 * without texts, or whose permission isn't there.
 */
export function paperWay(
  instrument: Pick<Instrument, 'items' | 'ofSafety'>,
  shelf: Pick<ShelfInstrument, 'channels' | 'neverRemote' | 'alone' | 'onCall' | 'items'> | null,
  licence: LicenceState,
): PaperWay | null {
  if (instrument.ofSafety === true || instrument.items.length === 0) return null
  if (!shelf) return 'alone'
  if (!hasTexts(shelf) || (licence !== 'free' && licence !== 'held')) return null
  // Where somebody must be reachable at once, somebody must be there to see the answer.
  if (mayGo(shelf, 'paper') && !shelf.onCall) return 'alone'
  return mayGo(shelf, 'paper') || mayGo(shelf, 'paper_supervised') ? 'beside' : null
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8
const bits = 5n

/**
 * What stands on paper instead of a name: the end of the trajectory's id, in letters and digits that can't be taken for
 * one another, and the moment. Whoever finds the paper learns nothing; whoever keys it in holds it beside the page.
 */
export function paperCode(trajectoryId: string, moment: string): string {
  const number = BigInt(`0x${trajectoryId.replaceAll('-', '')}`)
  const code = Array.from(
    { length: codeLength },
    (_, at) => letters[Number((number >> (BigInt(codeLength - 1 - at) * bits)) & 31n)],
  ).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}-${moment}`
}
