import { z } from 'zod'
import { exchangeSides } from '#domain/exchange/exchange.ts'

/** About ten thousand people; more are another way of working together. */
export const largestFile = 20_000_000

const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const card = z.strictObject({
  print: z.string().max(24).regex(base64),
  tokens: z.string().max(40_000).regex(base64),
})
const head = z.strictObject({
  naast: z.literal('exchange'),
  edition: z.literal(1),
  agreement: z.uuid(),
  /** Whose cards these are. */
  side: z.enum(exchangeSides),
  /** When they were laid ready. */
  at: z.iso.datetime(),
})
export type ExchangeFileHead = z.infer<typeof head>
export type ExchangeFileCard = z.infer<typeof card>
export interface ExchangeFile {
  readonly head: ExchangeFileHead
  readonly cards: readonly ExchangeFileCard[]
  /** What the seal is over, letter for letter. */
  readonly sealed: string
  readonly seal: string
}

/** A line with what it is, a line for each card, and the seal over all of them at the end. */
export function writeExchangeFile(
  of: ExchangeFileHead,
  cards: readonly ExchangeFileCard[],
  sealOf: (text: string) => string,
): string {
  const body = [JSON.stringify(of), ...cards.map((one) => `${one.print} ${one.tokens}`)].join('\n')
  return `${body}\n${sealOf(body)}\n`
}

/** Taken apart and not yet believed: whose seal it bears, whoever has the key must say. `null` if it is no such file. */
export function readExchangeFile(text: string): ExchangeFile | null {
  const lines = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  const [first, seal] = [lines[0] ?? '', lines.at(-1) ?? '']
  if (lines.length < 2 || first.length > 1000) return null
  const parsedHead = head.safeParse(jsonOf(first))
  const cards = z.array(card).safeParse(
    lines.slice(1, -1).map((line) => {
      const [print, tokens, ...more] = line.split(' ')
      return more.length > 0 ? null : { print, tokens }
    }),
  )
  if (!parsedHead.success || !cards.success) return null
  return { head: parsedHead.data, cards: cards.data, sealed: lines.slice(0, -1).join('\n'), seal }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
