import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

test.each([
  'sonyericsson',
  'SonyEricsson',
  '1qaz2wsx3edc',
  '123456789qwe',
  'butterfly20242024',
  'charlie!!!!!!',
  'chelseaarsenal',
  'ｓｏｎｙｅｒｉｃｓｓｏｎ',
])('%s is in a thief’s list', async (password) => {
  expect(await isCommonPassword(password)).toBe(true)
})
test.each([
  'fietsbel op dinsdag',
  'paarse regen in juli',
  'groene thee met citroen',
  'Vlinderstruik achter 7 huizen',
  '',
])('%s is not', async (password) => {
  expect(await isCommonPassword(password)).toBe(false)
})
