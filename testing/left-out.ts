/**
 * What a test leaves out, to see that it notices: a hazard is only tried if the trial fails without what keeps it. The
 * switch is here and never in the product; a test puts `unlessLeftOut` around a part with `vi.mock`, and everything runs
 * as it is until that part is left out by name.
 */
const leftOut = new Set<string>()

/** Runs the trial with these parts left out, and puts them back. */
export async function without<Result>(
  parts: string | readonly string[],
  trial: () => Promise<Result>,
): Promise<Result> {
  const names = [parts].flat()
  for (const name of names) leftOut.add(name)
  try {
    return await trial()
  } finally {
    for (const name of names) leftOut.delete(name)
  }
}

/** The real part, or what is done instead while it is left out. */
export const unlessLeftOut =
  <Args extends readonly unknown[], Result>(
    name: string,
    real: (...args: Args) => Result,
    instead: (...args: Args) => Result,
  ): ((...args: Args) => Result) =>
  (...args) =>
    leftOut.has(name) ? instead(...args) : real(...args)
