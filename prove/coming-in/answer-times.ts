/** How long two kinds of question took, asked in turn in one run. */
export interface Compared {
  readonly what: string
  /** Of what must tell nothing. */
  readonly judged: boolean
  readonly asked: number
  /** Of the medians: 1 is alike. */
  readonly ratio: number
  /** How often one of the first took longer than one of the second: a half is what nobody can tell apart. */
  readonly slower: number
  /** Further from a half than chance has it: five times its own width. */
  readonly tells: boolean
  /** Answers of the two that are not the same but for what was typed. */
  readonly different: number
}

const median = (of: readonly number[]): number =>
  [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

/** The share of pairs in which the first took longer (Mann and Whitney's U): what is far out weighs no more than the rest. */
export function shareSlower(first: readonly number[], second: readonly number[]): number {
  const sorted = [...second].sort((a, b) => a - b)
  let below = 0
  for (const one of first) {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) < one) low = middle + 1
      else high = middle
    }
    below += low
  }
  return below / Math.max(1, first.length * second.length)
}

/** How far from a half that share lies by chance alone, as one standard deviation. */
export const chanceWidth = (first: number, second: number): number =>
  Math.sqrt((first + second + 1) / (12 * first * second))

interface Asked {
  readonly ms: number
  readonly said: string
}

/** Asks the two in turn, in either order, and compares what came. */
export async function compare(
  { what, judged = true }: { what: string; judged?: boolean },
  times: number,
  flip: () => boolean,
  first: (at: number) => Promise<Asked>,
  second: (at: number) => Promise<Asked>,
): Promise<Compared> {
  const took: [number[], number[]] = [[], []]
  let different = 0
  // The first few warm up what is read once.
  for (let at = -5; at < times; at += 1) {
    const turned = flip()
    const one = turned ? null : await first(Math.max(at, 0))
    const two = await second(Math.max(at, 0))
    const three = one ?? (await first(Math.max(at, 0)))
    if (at < 0) continue
    took[0].push(three.ms)
    took[1].push(two.ms)
    if (three.said !== two.said) different += 1
  }
  const slower = shareSlower(...took)
  return {
    what,
    judged,
    asked: 2 * times,
    ratio: median(took[0]) / median(took[1]),
    slower,
    tells: Math.abs(slower - 0.5) > 5 * chanceWidth(times, times),
    different,
  }
}
