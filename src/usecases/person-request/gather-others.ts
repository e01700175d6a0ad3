import { findMember } from '#db/member.ts'
import { findSentBy, findWorkerFile } from '#db/person-request-copy.ts'
import { findReferrerLinks } from '#db/referrer.ts'
import { wordsAs } from '#domain/person-request/copy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import type { Gathered } from '#usecases/person-request/gather-mother.ts'
import { personRows } from '#usecases/person-request/person-rows.ts'
import { applicationFields } from '#usecases/worker/application-fields.ts'
import { avoidanceFields } from '#usecases/worker/own-worker.ts'

/** A worker's own file: not whom she stood beside, which is theirs. Her key must be loaded. */
export async function gatherWorker(work: Work, personId: string): Promise<Gathered> {
  const { tx, orgId, vault } = work
  const file = await findWorkerFile(tx, orgId, personId)
  if (!file) throw new NotFound()
  const { worker, steps, gates, applications, avoidances } = file
  return {
    sections: [
      ['about', await personRows(work, personId)],
      [
        'worker',
        [
          {
            kind: worker.kind,
            state: worker.state,
            from: `${worker.from_day}`,
            until: worker.until_day && `${worker.until_day}`,
            programmes: worker.programmes.join(', '),
            backgrounds: worker.backgrounds.join(', '),
            interests: worker.interests.join(', '),
            availability: worker.availability.join(', '),
            childSituations: worker.child_situations.join(', '),
            capacity: worker.capacity,
          },
        ],
      ],
      ['steps', steps.map((row) => ({ what: row.step, on: `${row.on_day}`, reason: row.reason_code }))],
      [
        'seen',
        gates.map((row) => ({
          what: row.kind,
          on: `${row.seen_on}`,
          until: row.valid_until && `${row.valid_until}`,
        })),
      ],
    ],
    words: [
      ...wordsAs(
        'application',
        applications.map((row) =>
          applicationFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed),
        ),
      ),
      ...wordsAs(
        'avoidance',
        avoidances.map((row) =>
          avoidanceFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed),
        ),
      ),
    ],
  }
}

/** A referrer's account: what she sent is a day and a state; about whom is not hers. */
export async function gatherReferrer(work: Work, memberId: string): Promise<Gathered> {
  const { tx, orgId, vault } = work
  const row = await findMember(tx, orgId, memberId)
  if (!row) throw new NotFound()
  await vault.load([memberId])
  work.about({ person: memberId })
  const open = (column: 'name_sealed' | 'email_sealed') =>
    memberFields.open(vault, memberId, memberId, column, row[column])
  const name = open('name_sealed')
  if (name === null) throw new NotFound()
  const links = await findReferrerLinks(tx, orgId, [memberId])
  return {
    sections: [
      ['about', [{ name, email: open('email_sealed'), languages: row.language }]],
      [
        'account',
        [
          {
            roles: row.roles.join(', '),
            from: `${row.active_from}`,
            until: row.active_until && `${row.active_until}`,
            organisation: links.map(({ organisation }) => organisation).join(', '),
          },
        ],
      ],
      [
        'sent',
        (await findSentBy(tx, orgId, memberId)).map((sent) => ({ on: `${sent.on}`, state: sent.state })),
      ],
    ],
    words: [],
  }
}
