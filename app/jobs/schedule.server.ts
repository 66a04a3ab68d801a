import type { Schedule } from '~/infra/queue.server'

/**
 * Everything that happens by the clock, in UTC. Whether somebody's hour has come by their own clock
 * is the sweep's to find out; five minutes is how late a digest may be.
 */
export const schedules: readonly Schedule[] = [
  { kind: 'sweep-reminders', cron: '*/5 * * * *' },
  { kind: 'purge-expired', cron: '17 2 * * *' },
  { kind: 'purge-audit', cron: '47 2 * * *' },
]
