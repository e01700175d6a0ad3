/** What the process that writes is asked. */
export interface Writing {
  readonly dataFolder: string
  readonly rootKey: { readonly id: string; readonly key: string }
  readonly orgId: string
  /** Answers before what it says is on the disk. */
  readonly careless: boolean
  /** Submission keys, in the order in which they are sent. */
  readonly keys: readonly string[]
}

/** What it tells, a line each. */
export type Told =
  | { readonly open: true }
  | { readonly key: string; readonly referralId: string }
  | { readonly finished: true }
