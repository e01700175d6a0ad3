/** Numbers that only grow in number: four bytes each, whatever they are. */
export class Growing {
  #numbers = new Int32Array(4)
  length = 0

  push(number: number): void {
    if (this.length === this.#numbers.length) this.#numbers = grown(this.#numbers, this.length * 2)
    this.#numbers[this.length++] = number
  }
  at(index: number): number {
    return this.#numbers[index] ?? 0
  }
}

/** The same numbers with room for `length`; what is new is `fill`. */
export function grown(numbers: Int32Array, length: number, fill = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(numbers)
  larger.fill(fill, numbers.length)
  return larger
}
