/** Asked for less often than this, a statement isn't worth keeping a plan for. */
const often = 4
/** Plans that each connection keeps at most; a plan is some tens of kilobytes of PostgreSQL's memory. */
const most = 200
/** Texts that are counted; a list of varying length (`in (…)`) is another text for every length. */
const counted = 4_000
const longest = 6_000

/** `select *`, `"person".*`, `returning *`: when a migration adds a column, a plan that was kept for these breaks. */
const wildcard = /\b(select|returning) \*|\.\*/
/** Two dozen values or more: a batch, or a list whose length varies. */
const manyValues = /\$24\b/

/**
 * Gives the statements that a server asks over and over a name, by which PostgreSQL keeps their plan on each
 * connection: planning the caseload takes as long as reading it. The name stands for the text alone, never for
 * values or an organisation; row-level security is asked anew at every run.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #asked = new Map<string, number>()

  /** The name of this statement; `undefined` if it is not to be kept. */
  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= most) return known
    const times = (this.#asked.get(text) ?? 0) + 1
    if (times < often) {
      if (this.#asked.size >= counted) this.#asked.clear()
      this.#asked.set(text, times)
      return undefined
    }
    this.#asked.delete(text)
    if (text.length > longest || wildcard.test(text) || manyValues.test(text)) return undefined
    const name = `s${this.#names.size + 1}`
    this.#names.set(text, name)
    return name
  }
}
