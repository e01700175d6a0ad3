import { z } from 'zod'
import { json } from '#db/connection.ts'
import { saveOwnVersion } from '#db/programme-version.ts'
import { saysTheSame } from '#domain/programme/canonical-json.ts'
import { changeSource, type KeptChange } from '#domain/programme/draft-change.ts'
import { type DraftEdit, draftEdit, editDefinition } from '#domain/programme/edit-definition.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { draftDefinition, holdDraft, withChange } from '#usecases/programme/held-draft.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Changes one part of a draft, and keeps who did it, when, and on whose word. A part has to be whole before it is
 * kept; whether the parts fit together is looked at when the draft is submitted, and shown all the while.
 */
export const changeProgrammeDraft = command({
  name: 'change-programme-draft',
  action: 'update',
  may: programmePolicy.manage,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    edit: draftEdit,
    source: changeSource,
  }),
  async run(work, { id, version, edit, source }) {
    const { row, memberId } = await holdDraft(work, { id, version }, 'change')
    const before = draftDefinition(row)
    if (!before) throw new Refused('programme-outgrown')
    if (source.ref !== null && !Object.hasOwn(before.sources, source.ref))
      throw new Invalid({ 'source.ref': 'choose-one' })
    const edited = editDefinition(before, row.base, edit, {
      prov: source.prov,
      ...(source.ref === null ? {} : { ref: source.ref }),
    })
    if ('fields' in edited) throw new Invalid(edited.fields)
    if (saysTheSame(before, edited.definition)) return { version: row.lock_version }
    await saveOwnVersion(work.tx, row, {
      definition: json(edited.definition),
      changes: withChange(row, {
        at: placeOfEdit(edit),
        what: whatOf[edit.do],
        by: memberId,
        when: work.now.toString(),
        ...(edit.do === 'set'
          ? { prov: source.prov, ...(source.ref === null ? {} : { ref: source.ref }) }
          : {}),
        ...(source.why === null ? {} : { why: source.why }),
      }),
    })
    return { version: row.lock_version + 1 }
  },
})

const whatOf = {
  set: 'set',
  remove: 'removed',
  move: 'moved',
  take: 'taken',
} as const satisfies Record<DraftEdit['do'], KeptChange['what']>

const placeOfEdit = (edit: DraftEdit): string =>
  edit.do === 'set' ? edit.parts.map(({ at }) => at).join(', ') : edit.at
