/**
 * Encryption of one field, as use cases see it (security design 3.3). Each person has a data key of her own,
 * wrapped by her organisation's key; a sealed value is bound to its table, column and row, so it can't be moved.
 * The composition floor makes the vault; nothing else touches keys.
 */
export interface Vault {
  /** Makes a data key for a new person (or import, draft, message: whatever owns sealed fields). Once per owner. */
  create(ownerIds: readonly string[]): Promise<void>
  /** Fetches and unwraps these owners' keys in one query; call before `seal` and `open` of existing owners. */
  load(ownerIds: readonly string[]): Promise<void>
  /**
   * Takes in keys that came along with the rows they open, as the database keeps them (wrapped; `null` was destroyed):
   * for lists, so that they ask no second question.
   */
  take(keys: readonly { readonly owner: string; readonly wrapped: Buffer | null }[]): Promise<void>
  /** Forgets these owners' keys again: for who goes through a hundred thousand of them in one transaction. */
  letGo(ownerIds: readonly string[]): void
  /** Seals text under the owner's key. Throws if the key was neither created nor loaded in this transaction. */
  seal(owner: string, place: SealedPlace, text: string): Buffer
  /** Opens what `seal` made for the same place; `null` if the owner's key was destroyed (erased person). */
  open(owner: string, place: SealedPlace, sealed: Buffer): string | null
  /** The owner's key was destroyed (erased person); load it first. */
  isDestroyed(owner: string): boolean
  /** Seals what is long, in segments that stand in rows of their own; for bytes, not for text. */
  sealSegments(owner: string, place: SealedPlace, bytes: Buffer): SealedSegments
  /** Opens all of it, or throws; `null` if the owner's key was destroyed. */
  openSegments(owner: string, place: SealedPlace, sealed: SealedSegments): Buffer | null
  /** Destroys the owner's key: everything sealed under it is unreadable from now on. */
  destroy(ownerId: string): Promise<void>
  /**
   * Keyed hash for finding duplicates by phone, e-mail, birth day or address: HMAC-SHA-256 under the
   * organisation's key, truncated to 40 bits. `kind` separates the hash spaces. Never used for names of one person alone.
   */
  fingerprint(kind: FingerprintKind, normalised: string): Promise<Buffer>
}

export type FingerprintKind = 'phone' | 'email' | 'birth-day' | 'address' | 'street' | 'pair' | 'collision'

/** Where a sealed value stands; part of what the seal authenticates. */
export interface SealedPlace {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** What `sealSegments` makes: the segments in their order, and what this value's own key is drawn with. */
export interface SealedSegments {
  readonly salt: Buffer
  readonly segments: readonly Buffer[]
}
