import { type ComparedPerson, type ComparedReferrer, findComparedPeople } from '#db/collision-side.ts'
import type { MemberRow } from '#db/member.ts'
import type { AroundRow } from '#db/person-around.ts'
import type { PersonAround } from '#domain/around/person-around.ts'
import { comparedName } from '#domain/collision/compare-names.ts'
import { type Known, nothingKnown } from '#domain/collision/known.ts'
import type { OtherKind } from '#domain/collision/ruling.ts'
import { readDay } from '#domain/day.ts'
import { fullName, type Name } from '#domain/person/person.ts'
import type { ReferralSubmission } from '#domain/referral/referral-submission.ts'
import { knownOfAround, openAround } from '#usecases/around/around-fields.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'

/**
 * Opened to be held against each other and for nothing else: nobody sees them by it, so that it isn't in the trail, as
 * names are read for searching (`load-names.ts`). What the safeguarding lead then reads of them is.
 */
export interface AroundSide {
  readonly row: AroundRow
  readonly told: PersonAround
  readonly known: Known
}
export interface OtherSide {
  /** What he is called, as it is written. */
  readonly name: string
  readonly kind: OtherKind
  readonly id: string
  readonly version: number
  readonly known: Known
}

/** Who was erased is nobody any more, on either side. */
export async function openArounds(work: Work, rows: readonly AroundRow[]): Promise<AroundSide[]> {
  await work.vault.load([...new Set(rows.map(({ person_id }) => person_id))])
  return rows.flatMap((row) => {
    const told = openAround(work, row)
    return told ? [{ row, told, known: knownOfAround(told) }] : []
  })
}

const kindOfPerson = { mother: 'participant', child: 'child', worker: 'worker' } as const

export async function openPeopleToCompare(work: Work, rows: readonly ComparedPerson[]): Promise<OtherSide[]> {
  const { vault } = work
  await vault.take(rows.map(({ id, wrapped }) => ({ owner: id, wrapped })))
  return rows.flatMap((row) => {
    const open = (column: 'name_sealed' | 'phone_sealed' | 'birth_day_sealed') =>
      personFields.open(vault, row.id, row.id, column, row[column])
    const name = open('name_sealed')
    if (name === null || row.kind === 'contact') return []
    const birthDay = open('birth_day_sealed')
    // Our own writing, validated on the way in.
    const called = fullName(JSON.parse(name) as Name)
    const known = {
      ...nothingKnown,
      names: [comparedName(called)],
      birthDay: birthDay === null ? null : readDay(birthDay),
      phone: open('phone_sealed'),
    }
    return [{ kind: kindOfPerson[row.kind], id: row.id, version: row.version, name: called, known }]
  })
}

export const findPeopleToCompare = async (work: Work, ids: readonly string[]): Promise<OtherSide[]> =>
  openPeopleToCompare(work, await findComparedPeople(work.tx, work.orgId, ids))

/** Members who are no workers: those have a file of their own, which says more. */
export async function openMembers(work: Work, rows: readonly MemberRow[]): Promise<OtherSide[]> {
  const some = rows.filter(({ worker_id }) => worker_id === null)
  await work.vault.load(some.map(({ id }) => id))
  return some.flatMap(({ id, version, name_sealed }) => {
    const name = memberFields.open(work.vault, id, id, 'name_sealed', name_sealed)
    return name === null
      ? []
      : [{ kind: 'member', id, version, name, known: { ...nothingKnown, names: [comparedName(name)] } }]
  })
}

export async function openReferrers(work: Work, rows: readonly ComparedReferrer[]): Promise<OtherSide[]> {
  await work.vault.load([...new Set(rows.map(({ person_id }) => person_id))])
  return rows.flatMap(({ id, version, person_id, referrer_sealed }) => {
    const text = referralFields.open(work.vault, person_id, id, 'referrer_sealed', referrer_sealed)
    const sent = text === null ? null : (JSON.parse(text) as ReferralSubmission['referrer'])
    // A woman who comes by herself is not somebody who referred her.
    if (!sent?.name || sent.kind === 'self') return []
    const { name, phone, organisation } = sent
    const known = { ...nothingKnown, names: [comparedName(name)], phone, organisation }
    return [{ kind: 'referrer', id, version, name, known }]
  })
}

export const openNetwork = (
  rows: readonly { readonly id: string; readonly name: string; readonly version: number }[],
): OtherSide[] =>
  rows.map(({ id, name, version }) => ({
    kind: 'organisation',
    id,
    version,
    name,
    known: nothingKnown,
  }))
