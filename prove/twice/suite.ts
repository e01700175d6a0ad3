import { chanceOf } from '#simulation/chance.ts'
import { oneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite } from '#testing/whole-site.ts'
import { openWorldOn, type World } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { atOnce, proveCalls, type Twice } from './calls.ts'
import { proveForms } from './forms.ts'
import { byJobs, openStandings } from './standing.ts'

const number = (of: number) => of.toLocaleString('en-GB')

/** What the proof must notice: keys of which no two are the same. Only in this database; the product has no such switch. */
export async function forgetKeys({ owner }: Pick<World, 'owner'>): Promise<void> {
  await owner.query(`
    create function forget_key() returns trigger language plpgsql as
      $$ begin new.id := gen_random_uuid(); return new; end $$;
    create trigger forget_key before insert on idempotency for each row execute function forget_key()`)
}

/** A share of the forms or of the calls, in two houses that nothing was done in yet. */
async function proveShare(
  what: 'forms' | 'calls',
  world: World,
  share: number,
  seed: number,
): Promise<Twice> {
  const houses = [await oneOfEach(world), await oneOfEach(world, world.otherOrgId)] as const
  const chance = chanceOf(seed)
  const some = (): boolean => share >= 1 || chance.chance(share)
  if (what === 'calls') return proveCalls(world, houses, await openStandings(world), some)
  const site = await openWholeSite(world)
  return proveForms(site, houses, await openStandings(world, byJobs), some).finally(() => site.close())
}

export const twice: Suite = {
  name: 'twice',
  title: 'What is sent again does nothing again (T18)',
  // Houses: in each everything is done once, as far as it can be; what can't be done any more in one may be in another.
  count: 1,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const both = async (share: number, of: number, first = async (_: World) => {}) => {
        const one = async (what: 'forms' | 'calls') => {
          const world = await openWorldOn(cluster)
          await first(world)
          return proveShare(what, world, share, of).finally(() => world.close())
        }
        return { forms: await one('forms'), calls: await one('calls') }
      }
      const all: { forms: Twice; calls: Twice }[] = []
      // The first house whole; then parts, drawn by chance, so that each is met in other states.
      for (let at = 0; at < count; at += 1) all.push(await both(at === 0 ? 1 : 0.5, seed + at))
      const careless = await both(0.1, seed, forgetKeys)
      const without = careless.forms.wrong.length + careless.calls.wrong.length
      const sum = (of: (one: Twice) => number) =>
        all.reduce((total, { forms, calls }) => total + of(forms) + of(calls), 0)
      const part = (which: 'forms' | 'calls', of: 'tried' | 'told') =>
        number(all.reduce((total, one) => total + one[which][of], 0))
      const wrong = all.flatMap(({ forms, calls }) => [...forms.wrong, ...calls.wrong])
      return {
        cases: sum(({ sent }) => sent),
        failures: wrong.length + (without > 0 ? 0 : 1),
        summary: `${part('forms', 'tried')} forms (${part('forms', 'told')} did something) and ${part('calls', 'tried')} calls of use cases (${part('calls', 'told')} were let in), each once, again, with another body (${number(sum(({ otherBodies }) => otherBodies))}) and ${atOnce} at one moment: ${wrong.length} did anything twice, otherwise or by halves; with keys that are forgotten ${without} in a tenth of them`,
        examples: wrong.slice(0, 20),
      }
    }),
}
