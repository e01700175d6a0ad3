import type { SealedPlace } from '#usecases/vault.ts'
import { Recent } from '../recent.ts'

/** Enough for every name on every list of a working day; a few megabytes. */
const most = 8_000

/**
 * Names that were opened before. A list of fifty women opens a hundred names, which costs more than all else on its
 * page; and names are in memory anyway, to be searched (security design 3.3). Nothing else is kept, and a name only
 * as long as the very same bytes are read again: what was rewritten, moved or tampered with is opened anew.
 */
export class OpenedNames {
  readonly #names = new Recent<{ sealed: string; name: string }>(most)

  /** The name in these bytes, or what `open` makes of them. Whether its key still stands is for the caller to know. */
  of(bound: string, place: SealedPlace, sealed: Buffer, open: () => string): string {
    if (place.table !== 'person' || place.column !== 'name_sealed') return open()
    const bytes = sealed.toString('latin1')
    const known = this.#names.get(bound)
    if (known?.sealed === bytes) return known.name
    const name = open()
    this.#names.set(bound, { sealed: bytes, name })
    return name
  }
  /** She was erased: not even memory keeps her name. */
  forget(bound: string): void {
    this.#names.delete(bound)
  }
}
