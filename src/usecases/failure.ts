/**
 * The four things a use case may throw. Pages map them once to words, the API once to problem+json;
 * anything else that is thrown is a bug and becomes a 500 without detail.
 */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Seen, but not allowed. What may not even be seen is `NotFound`. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Nothing was kept of what was asked, and yet somebody was told of a danger that stood in it. */
export interface ToldAllTheSame {
  readonly concernId: string
}

/** A rule said no. `code` has words in every language; `detail` fills the words' blanks and is never personal. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly detail: Readonly<Record<string, string | number>>
  told: ToldAllTheSame | null = null
  constructor(code: string, detail: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/**
 * The use case asks who she is anew: her proof is too old. A refusal like any other but that no form shows it: whoever
 * asked proves it and the same is asked again.
 */
export class ProofNeeded extends Refused {
  constructor() {
    super('proof-needed')
  }
}

/** Input that can't be right. Keys are field paths (`phone`, `children.0.birthDay`), values are codes with words. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
  readonly fields: Readonly<Record<string, string>>
  told: ToldAllTheSame | null = null
  constructor(fields: Record<string, string>) {
    super('invalid')
    this.fields = fields
  }
}
