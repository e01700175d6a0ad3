import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#usecases/failure.ts'
import { chooseLanguage } from '#usecases/member/choose-language.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a member chooses for herself, and a visitor not at all', async () => {
  const [one, other] = [await world.member(['worker']), await world.member(['worker'])]
  await expect(chooseLanguage(world.context, world.visitor('self'), { language: 'en' })).rejects.toThrow(
    Forbidden,
  )
  await chooseLanguage(world.context, one, { language: 'en' })
  const { rows } = await world.owner.query('select id, language from member where id = any($1)', [
    [one.memberId, other.memberId],
  ])
  expect(new Map(rows.map(({ id, language }) => [id, language]))).toEqual(
    new Map([
      [one.memberId, 'en'],
      [other.memberId, 'nl'],
    ]),
  )
})
