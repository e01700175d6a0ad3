import { pauseMatch } from '#usecases/match/pause-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { taperMatch } from '#usecases/match/taper-match.ts'
import { beginWith, stillHolds } from './begin.ts'
import { askHowItGoes } from './check-ins.ts'
import { forgetsToSignOut } from './going-alone.ts'
import type { Stage } from './stage.ts'
import { measure, visit } from './visits.ts'

/** They try it out since three weeks: today somebody asks each of the two how it goes. */
async function onTrial(stage: Stage): Promise<string> {
  const story = await beginWith(
    stage,
    { name: 'salma', child: 'Ayoub', referred: 45, childDays: 40 },
    'khadija',
    42,
  )
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: stage.today.subtract({ days: 1 }),
    childBornOn: story.bornOn,
  })
  return story.trajectoryId
}

/** She is with her mother in Poland for five weeks, and visits rest until she is back. */
async function resting(stage: Stage): Promise<void> {
  const story = await beginWith(
    stage,
    { name: 'zofia', child: 'Maja', referred: 170, childDays: 55 },
    'agnieszka',
  )
  const leaves = stage.today.subtract({ days: 16 })
  await visit(stage, story.trajectoryId, story.volunteer, { until: leaves, childBornOn: story.bornOn })
  await askHowItGoes(stage, story.trajectoryId, story.volunteer, { until: leaves })
  await stillHolds(stage, story.trajectoryId)
  const { version } = await readMatch(stage.on(leaves), stage.coordinator, { id: story.matchId })
  await pauseMatch(stage.on(leaves), stage.coordinator, {
    id: story.matchId,
    version,
    reason: 'mother_away',
    until: stage.today.add({ days: 19 }),
  })
}

/** It goes well, so they work towards a last visit that both know. */
async function tapering(stage: Stage): Promise<void> {
  const story = await beginWith(
    stage,
    { name: 'lotte', child: 'Guus', referred: 270, childDays: 190 },
    'nelleke',
  )
  const planned = stage.today.subtract({ days: 24 })
  await visit(stage, story.trajectoryId, story.volunteer, {
    until: planned,
    childBornOn: story.bornOn,
    notes: { 6: 'Ze ging alleen naar de babyzwemles en belde daarna trots op.' },
  })
  await measure(stage, story.bornOn.add({ months: 9 }), story.trajectoryId, 'T1', 7)
  await askHowItGoes(stage, story.trajectoryId, story.volunteer, { until: stage.today.subtract({ days: 1 }) })
  await stillHolds(stage, story.trajectoryId)
  const { version } = await readMatch(stage.on(planned), stage.coordinator, { id: story.matchId })
  await taperMatch(stage.on(planned), stage.coordinator, {
    id: story.matchId,
    version,
    lastVisitOn: stage.today.add({ days: 45 }),
  })
  await forgetsToSignOut(stage, story.trajectoryId, story.volunteer)
}

/** Matches in the parts of a life that need somebody's care. Gives the trajectory of the one on trial. */
export async function tellMatchLives(stage: Stage): Promise<string> {
  const trial = await onTrial(stage)
  await resting(stage)
  await tapering(stage)
  return trial
}
