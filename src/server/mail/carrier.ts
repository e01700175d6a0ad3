import type { HandOverOutcome } from '#domain/message/after-sending.ts'

/** One message on its way out, as the mail server or the gateway for text messages gets it. */
export interface Mail {
  /** Goes along, so that the same message sent again is known to be the same. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** One way out. Hands over once, never throws, and says what is certain about it. */
export interface Carrier {
  /** Whom it comes from: what a stranger sees first. Asked with each message whether it tells. */
  readonly sender: string
  handOver(mail: Mail): Promise<HandOverOutcome>
}
