import type { CollisionClass } from '#domain/collision/collision.ts'
import { classOfKinds, type KeyKind } from '#domain/exchange/key-texts.ts'

/** Bytes of one token: short, for millions of them never meet by chance at 64 bits. */
export const tokenBytes = 8

/** One person as the other organisation laid her ready: a name that says nothing, and her tokens in one piece. */
export interface Card {
  readonly print: Uint8Array
  readonly tokens: Uint8Array
}
/** What is asked, by token, of several at once. */
export type Question = ReadonlyMap<string, readonly { readonly of: string; readonly kind: KeyKind }[]>
export interface Hit {
  readonly print: string
  readonly class: CollisionClass
}

/** A token as it is looked up by. */
export const tokenText = (token: Uint8Array): string => Buffer.from(token).toString('latin1')

/** Holds every card against everything that is asked; each card is gone through whole, hit or no hit. */
export function askCards(question: Question, cards: readonly Card[]): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>()
  for (const { print, tokens } of cards) {
    const kinds = new Map<string, Set<KeyKind>>()
    const text = tokenText(tokens)
    for (let at = 0; at + tokenBytes <= text.length; at += tokenBytes)
      for (const { of, kind } of question.get(text.slice(at, at + tokenBytes)) ?? [])
        kinds.set(of, (kinds.get(of) ?? new Set()).add(kind))
    for (const [of, some] of kinds) {
      const sure = classOfKinds(some)
      if (sure) found.set(of, [...(found.get(of) ?? []), { print: tokenText(print), class: sure }])
    }
  }
  return found
}
