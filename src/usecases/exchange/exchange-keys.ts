import type { ExchangeRow } from '#db/exchange.ts'
import { tokenBytes } from '#domain/exchange/ask-cards.ts'
import { type ExchangeSide, otherSide } from '#domain/exchange/exchange.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** The ground under the agreement's own key, to be read as long as its row stands; the secret under one that ends with it. */
export const exchangeFields = sealedFields('exchange_agreement', ['ground_sealed', 'secret_sealed'])

/** The agreement's id, the same on both sides, of what only they know. */
export function exchangeIdOf({ hmac }: Pick<Work, 'hmac'>, secret: Uint8Array): string {
  const hex = hmac(secret, 'naast exchange id').toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export interface ExchangeKeys {
  /** What this side lays is hashed otherwise than what the other does, so that cards never meet cards. */
  readonly laid: (text: string) => Buffer
  readonly asked: (text: string) => Buffer
  readonly seal: (text: string) => string
}

/** `null` once the agreement is over: then its secret is nowhere any more. */
export async function exchangeKeys(work: Work, row: ExchangeRow): Promise<ExchangeKeys | null> {
  const { vault, hmac } = work
  await vault.load([row.key_owner])
  const text = exchangeFields.open(vault, row.key_owner, row.id, 'secret_sealed', row.secret_sealed)
  if (text === null) return null
  const secret = Buffer.from(text, 'base64url')
  const tokenOf = (side: ExchangeSide) => {
    const key = hmac(secret, `naast exchange cards ${side}`)
    return (of: string) => hmac(key, of).subarray(0, tokenBytes)
  }
  const fileKey = hmac(secret, 'naast exchange file')
  return {
    laid: tokenOf(row.side),
    asked: tokenOf(otherSide[row.side]),
    seal: (of) => hmac(fileKey, of).toString('base64url'),
  }
}
