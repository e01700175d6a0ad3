import { listAround } from '#db/person-around.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import type { PersonRequestRow } from '#db/person-request.ts'
import { findBesideWorker } from '#db/person-request-copy.ts'
import { findReferral } from '#db/referral.ts'
import { type CopyData, type CopyRow, copyData } from '#domain/person-request/copy.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { mustGo, without } from '#domain/redaction/gate.ts'
import { type KnownTraces, nothingKnown, type Trace } from '#domain/redaction/trace.ts'
import { openAround } from '#usecases/around/around-fields.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { type Gathered, gatherMother } from '#usecases/person-request/gather-mother.ts'
import { gatherReferrer, gatherWorker } from '#usecases/person-request/gather-others.ts'
import { knownTraces, tracesOfPeople } from '#usecases/redaction/known-traces.ts'
import { openReferralWords } from '#usecases/referral/referral-fields.ts'

/** Everything that is kept of whose file it is, as it may stand in a copy before a human looked at the words. */
export async function gatherCopy(work: Work, row: PersonRequestRow): Promise<Gathered> {
  if (row.member_id) return gatherReferrer(work, row.member_id)
  if (!row.person_id) throw new NotFound()
  await work.vault.load([row.person_id])
  return row.subject === 'worker' ? gatherWorker(work, row.person_id) : gatherMother(work, row.person_id)
}

/** The same, without anybody else: what a field tells of them is taken out, whatever field it is. */
export async function cleanCopy(work: Work, row: PersonRequestRow): Promise<CopyData> {
  const known = await knownOfOthers(work, row)
  const { sections } = await gatherCopy(work, row)
  const clean = (value: CopyRow[string]) => (typeof value === 'string' ? cleaned(value, known) : value)
  return copyData(
    work.today.toString(),
    sections.map(([section, rows]) => [
      section,
      section === 'about'
        ? rows
        : rows.map((one) =>
            Object.fromEntries(Object.entries(one).map(([key, value]) => [key, clean(value)])),
          ),
    ]),
  )
}

const cleaned = (text: string, known: KnownTraces): string =>
  without(text, findTraces(text, known).filter(mustGo))

/** What in this text tells of anybody but her whose copy it is. Days are her own. */
export const tracesInPersonCopy = async (
  work: Work,
  row: PersonRequestRow,
  text: string,
): Promise<readonly Trace[]> => findTraces(text, await knownOfOthers(work, row))

/** Asked again of what was written before, each time before it goes on: somebody may have come beside her since. */
export async function mustTellOfNobodyElse(work: Work, row: PersonRequestRow, text: string): Promise<void> {
  if ((await tracesInPersonCopy(work, row, text)).some(mustGo)) throw new Refused('text-tells-of-others')
}

/** Her mentor by surname, address and number; her children, her household, who is around her, and who referred her. */
async function knownOfOthers(work: Work, row: PersonRequestRow): Promise<KnownTraces> {
  const { tx, orgId, vault } = work
  const { person_id: personId } = row
  if (!personId) return nothingKnown
  if (row.subject === 'worker') {
    const beside = await findBesideWorker(tx, orgId, personId)
    await vault.load(beside)
    return tracesOfPeople(work, beside)
  }
  const known = await knownTraces(work, personId, { except: personId, givenOfWorkers: false })
  const around = (await listAround(tx, orgId, [personId])).flatMap((one) => openAround(work, one) ?? [])
  const inside = { kind: 'system', orgId, job: 'person-request' } as const
  const cases = await findCasesOfPeople(tx, inside, [personId])
  const referrals = await Promise.all(cases.referrals.map(({ id }) => findReferral(tx, inside, id)))
  const referrers = referrals.flatMap((one) => (one ? (openReferralWords(work, one).referrer ?? []) : []))
  return {
    ...known,
    names: [
      ...known.names,
      ...around.flatMap(({ names }) => names),
      ...referrers.flatMap(({ name }) => name ?? []),
    ],
    phones: [
      ...known.phones,
      ...around.flatMap(({ phone }) => phone ?? []),
      ...referrers.flatMap(({ phone }) => phone ?? []),
    ],
    emails: [...known.emails, ...referrers.flatMap(({ email }) => email ?? [])],
  }
}
