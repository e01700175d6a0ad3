import type { TellAsk, Told } from '#domain/disclosure/tell-safely.ts'

/** What the thread is given, once. */
export interface ToDisclosureThread {
  readonly ask: TellAsk
  readonly withinMs: number
}
/** What may be told; or what was wrong with the question. */
export type FromDisclosureThread =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'contradiction'; readonly text: string }
