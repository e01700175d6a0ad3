import type { Chance } from '#simulation/chance.ts'

/** The same sound in other letters: Dutch, French, English, Turkish and Polish ways to write it. */
const otherLetters: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ou/i, ['oe', 'u', 'w']],
  [/ch/i, ['sh', 'kh', 'sj']],
  [/kh/i, ['ch', 'h']],
  [/ş/i, ['s', 'sh', 'sj']],
  [/ç/i, ['c', 'tsj', 'ch']],
  [/ł/i, ['l']],
  [/[áàâäãåā]/i, ['a']],
  [/[ïîíı]/i, ['i']],
  [/[öøó]/i, ['o', 'eu']],
  [/[üûú]/i, ['u']],
  [/[éèëê]/i, ['e']],
  [/y/i, ['j', 'i', 'ij']],
  [/ij/i, ['y', 'ei']],
  [/k/i, ['c', 'q']],
  [/w/i, ['v']],
  [/z/i, ['s']],
  [/ee/i, ['e', 'i']],
  [/aa/i, ['a']],
]

/** A name as somebody on the phone writes it down: one sound in other letters, or one slip of the finger. */
export function misspelt(chance: Chance, name: string): string {
  const fitting = otherLetters.filter(([letters]) => letters.test(name))
  if (fitting.length > 0 && chance.chance(0.6)) {
    const [letters, others] = chance.pick(fitting)
    return name.replace(letters, chance.pick(others))
  }
  const at = chance.between(1, Math.max(1, name.length - 2))
  const [before, here, there, after] = [name.slice(0, at), name[at], name[at + 1] ?? '', name.slice(at + 2)]
  return chance.pick([
    `${before}${there}${here}${after}`,
    `${before}${there}${after}`,
    `${before}${here}${here}${there}${after}`,
  ])
}
