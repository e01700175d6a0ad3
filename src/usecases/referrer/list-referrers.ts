import { z } from 'zod'
import { findMembers } from '#db/member.ts'
import { findReferrerLinks, findTrainings } from '#db/referrer.ts'
import { isBefore } from '#domain/day.ts'
import { referrerPolicy } from '#domain/referral/referrer-policy.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { question } from '#usecases/use-case.ts'

/** Referrers with an account: to which organisation each belongs and which trainings she has. */
export const listReferrers = question({
  name: 'list-referrers',
  may: referrerPolicy.manage,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, vault, today } = work
    const rows = (await findMembers(tx, orgId)).filter(
      ({ roles, active_until }) =>
        roles.includes('referrer') && (active_until === null || !isBefore(active_until, today)),
    )
    const ids = rows.map(({ id }) => id)
    await vault.load(ids)
    const links = new Map((await findReferrerLinks(tx, orgId, ids)).map((link) => [link.member_id, link]))
    const trainings = await findTrainings(tx, orgId, ids)
    work.about({ person: ids })
    return {
      referrers: rows.map((row) => {
        const link = links.get(row.id)
        return {
          memberId: row.id,
          name: memberFields.open(vault, row.id, row.id, 'name_sealed', row.name_sealed) ?? '—',
          organisation: link ? { id: link.network_organisation_id, name: link.organisation } : null,
          trainings: trainings
            .filter(({ member_id }) => member_id === row.id)
            .map(({ training, trained_on }) => ({ code: training, on: trained_on })),
        }
      }),
      /** Trainings that a programme on offer asks of who refers, with its own words for it. */
      asked: work.programmes.offered.flatMap(({ referral }) =>
        referral.precondition
          ? [{ code: referral.precondition.value, label: referral.preconditionLabel ?? null }]
          : [],
      ),
    }
  },
})
