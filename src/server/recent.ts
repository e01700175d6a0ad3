/**
 * What was used lately, by its name: in two generations of `most` each. When the younger is full the older is let go
 * with all that nobody asked for meanwhile, at once: to take the oldest out of a map one by one makes it walk past the
 * places of all that went before.
 */
export class Recent<Value> {
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()
  readonly #most: number
  constructor(most: number) {
    this.#most = most
  }

  get(name: string): Value | undefined {
    const young = this.#young.get(name)
    if (young !== undefined) return young
    const old = this.#old.get(name)
    if (old !== undefined) this.set(name, old)
    return old
  }
  set(name: string, value: Value): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(name, value)
  }
  delete(name: string): void {
    this.#young.delete(name)
    this.#old.delete(name)
  }
}
