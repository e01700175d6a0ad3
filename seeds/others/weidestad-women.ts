/** What she said of herself: the three ladders in the order of the programme, and the OSSS-3 unless she left it open. */
export interface Said {
  readonly ladders: readonly [confidence: number, support: number, knowingTheWay: number]
  readonly osss?: readonly [number, number, number]
}

export interface Finished {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly languages: readonly string[]
  readonly beside: 'dineke' | 'gonnie' | 'hilde' | 'samira' | 'wilma'
  readonly first: Said
  readonly last?: Said
  /** She was not measured again: how it ended, so many days after it began. */
  readonly left?: {
    readonly days: number
    readonly reason: string
    readonly evaluation:
      | { readonly kind: 'not_possible'; readonly code: 'moved' | 'not_reached' }
      | { readonly kind: 'declined'; readonly code: 'rather_not' }
  }
}

const woman = (
  [given, family, born, ...languages]: readonly [string, string, string, ...string[]],
  beside: Finished['beside'],
  told: Pick<Finished, 'first' | 'last' | 'left'>,
): Finished => ({ given, family, born, languages, beside, ...told })

/**
 * Invented, and not to flatter: with most of them it went somewhat better, with some it stayed as it was or became less,
 * and four were not asked again. Who left began no higher than the others.
 */
export const finished: readonly Finished[] = [
  woman(['Anouk', 'Bos', '1996-02-11', 'nl'], 'dineke', {
    first: { ladders: [4, 5, 4], osss: [2, 4, 3] },
    last: { ladders: [7, 6, 6], osss: [2, 4, 4] },
  }),
  woman(['Roos', 'Dijkstra', '1999-07-30', 'nl'], 'hilde', {
    first: { ladders: [5, 4, 6], osss: [2, 3, 2] },
    last: { ladders: [6, 5, 6], osss: [2, 4, 3] },
  }),
  woman(['Layla', 'Haddad', '1994-05-03', 'ar', 'nl'], 'samira', {
    first: { ladders: [3, 2, 2], osss: [1, 2, 2] },
    last: { ladders: [6, 4, 6], osss: [2, 4, 2] },
  }),
  woman(['Merel', 'Jansen', '1997-12-19', 'nl'], 'wilma', {
    first: { ladders: [6, 6, 5], osss: [3, 4, 3] },
    last: { ladders: [6, 7, 7], osss: [3, 4, 3] },
  }),
  woman(['Grace', 'Owusu', '1993-09-08', 'en'], 'gonnie', {
    first: { ladders: [5, 3, 3], osss: [1, 4, 2] },
    last: { ladders: [8, 5, 6], osss: [2, 5, 3] },
  }),
  woman(['Femke', 'Wiersma', '1998-03-27', 'nl'], 'dineke', {
    first: { ladders: [7, 6, 7], osss: [3, 5, 4] },
    last: { ladders: [6, 5, 7], osss: [2, 4, 4] },
  }),
  woman(['Hanan', 'Saleh', '1995-10-14', 'ar'], 'samira', {
    first: { ladders: [5, 3, 3], osss: [1, 3, 2] },
    left: {
      days: 240,
      reason: 'moved',
      evaluation: { kind: 'not_possible', code: 'moved' },
    },
  }),
  woman(['Iris', 'Kooistra', '2000-01-22', 'nl'], 'wilma', {
    first: { ladders: [4, 5, 5], osss: [2, 4, 3] },
    last: { ladders: [4, 5, 6], osss: [2, 4, 3] },
  }),
  woman(['Amal', 'Rashid', '1992-06-16', 'ar', 'nl'], 'samira', {
    first: { ladders: [2, 3, 2] },
    last: { ladders: [5, 4, 4], osss: [1, 4, 3] },
  }),
  woman(['Tessa', 'Prins', '1996-11-05', 'nl'], 'gonnie', {
    first: { ladders: [3, 4, 4], osss: [2, 2, 3] },
    left: {
      days: 150,
      reason: 'unreachable',
      evaluation: { kind: 'not_possible', code: 'not_reached' },
    },
  }),
  woman(['Linde', 'de Jong', '1999-04-09', 'nl'], 'hilde', {
    first: { ladders: [6, 5, 6], osss: [2, 5, 3] },
    last: { ladders: [8, 7, 7], osss: [3, 5, 4] },
  }),
  woman(['Blessing', 'Eze', '1994-08-25', 'en'], 'wilma', {
    first: { ladders: [5, 4, 3], osss: [1, 4, 3] },
    last: { ladders: [4, 3, 5], osss: [1, 3, 2] },
  }),
  woman(['Sophie', 'Mulder', '1997-05-31', 'nl'], 'gonnie', {
    first: { ladders: [6, 5, 5], osss: [2, 4, 4] },
    left: {
      days: 300,
      reason: 'work_or_study',
      evaluation: { kind: 'declined', code: 'rather_not' },
    },
  }),
  woman(['Nadia', 'Karam', '1995-01-18', 'ar', 'nl'], 'samira', {
    first: { ladders: [3, 4, 3], osss: [2, 3, 2] },
    last: { ladders: [3, 5, 5], osss: [2, 4, 2] },
  }),
  woman(['Lieke', 'Smeets', '1998-10-02', 'nl'], 'hilde', {
    first: { ladders: [6, 6, 6], osss: [3, 4, 4] },
    last: { ladders: [7, 6, 7], osss: [3, 5, 4] },
  }),
  woman(['Mirjam', 'Vos', '1993-02-07', 'nl'], 'dineke', {
    first: { ladders: [4, 4, 5], osss: [2, 3, 3] },
    left: {
      days: 200,
      reason: 'unreachable',
      evaluation: { kind: 'not_possible', code: 'not_reached' },
    },
  }),
]
