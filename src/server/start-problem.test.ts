import { describe, expect, test } from 'vitest'
import { startProblem } from './start-problem.ts'

const failed = (code: string, more: object = {}) => Object.assign(new Error(`raw ${code}`), { code, ...more })

describe('a start that fails says in a line', () => {
  test.each([
    ['EACCES', 'Naast may not use /srv/x: permission denied. Give Naast a folder'],
    ['ENOTDIR', '/srv/x is not a folder. Give Naast a folder'],
    ['ENOSPC', 'The disk is full: /srv/x can’t be written.'],
  ])('which folder it can’t use (%s)', (code, line) => {
    expect(startProblem(failed(code, { path: '/srv/x' }))).toContain(line)
  })
  test.each([
    ['ECONNREFUSED', 'does not answer'],
    ['28P01', 'this password'],
    ['3D000', 'does not exist'],
    ['42501', 'docs/deploy.md'],
  ])('what is wrong with the database it was given (%s)', (code, line) => {
    expect(startProblem(failed(code))).toContain(line)
  })
  test('the reason of the first of several tries', () => {
    expect(startProblem(new AggregateError([failed('ECONNREFUSED')]))).toContain('does not answer')
  })
  test('else its own words', () => {
    expect(startProblem(new Error('Port 3000 is in use.'))).toBe('Port 3000 is in use.')
    expect(startProblem('odd')).toBe('odd')
  })
})
