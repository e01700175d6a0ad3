/** What the process that sends is asked, once. */
export interface Sending {
  readonly login: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly password: string
    readonly database: string
  }
  readonly rootKey: { readonly id: string; readonly key: string }
  readonly orgId: string
  readonly mail: { readonly port: number; readonly from: string }
  readonly text: { readonly port: number; readonly from: string }
  /** Where it kills itself, once it has handed over so many. */
  readonly dies: { readonly point: OwnPoint; readonly after: number } | null
  readonly leftOut: LeftOut | null
}

/** Points in one message's way at which the process dies by itself; the others are in the conversation with the server. */
export const ownPoints = ['asked', 'taking', 'taken', 'handed', 'settling', 'settled'] as const
export type OwnPoint = (typeof ownPoints)[number]
export const linePoints = ['connected', 'half-way', 'taken'] as const

/**
 * What keeps a message from going twice, getting lost, going outside her hours or after she took it back. Each is left
 * out once, in the proof's own process or database, and must be missed.
 */
export const leaveOut = [
  'doubt is doubt',
  'believing only what was said',
  'the clock',
  'what she took back',
] as const
export type LeftOut = (typeof leaveOut)[number]

/** One round at this moment, asked in a line; answered with a line when nothing is due any more. */
export interface Round {
  readonly now: string
}
