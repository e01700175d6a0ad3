/**
 * What a phone writes goes into a box that only the server opens: the phone itself can't read it back, so it outlives
 * the key of what the phone carries, signing out and wiping (security design 1.6 and 3.10: write-only notes).
 */
export interface PhoneBoxes {
  /** A pair of keys for one phone. */
  make(): { readonly boxKey: string; readonly secret: string }
  /** What is in it; `null` if it isn't ours, was changed, or belongs to another id. */
  open(pair: { readonly boxKey: string; readonly secret: string }, id: string, box: string): string | null
}
