/**
 * The words and choices of the sign-in policy, apart from its schema, so that pages can show them
 * without carrying zod to the browser.
 *
 *     formatMinutes(480) // '8 hours'
 */
export const demandGroups = ['nobody', 'managers', 'everyone'] as const
export type DemandGroup = (typeof demandGroups)[number]
export const demandGroupLabel: Record<DemandGroup, string> = {
  nobody: 'Nobody',
  managers: 'Managers and administrators',
  everyone: 'Everyone',
}

const minutesIn = { hour: 60, day: 24 * 60 } as const

/** How long a session may lie unused before it ends, to choose from, in minutes. */
export const idleChoices = [15, 30, 60, 240, 480, 720, 1440, 4320, 10_080, 20_160] as const
/** How long a session may last however much it is used, in minutes. */
export const absoluteChoices = [480, 720, 1440, 4320, 10_080, 20_160, 43_200] as const

/** "15 minutes", "1 hour", "3 days". */
export function formatMinutes(minutes: number): string {
  const [count, unit] =
    minutes % minutesIn.day === 0
      ? [minutes / minutesIn.day, 'day']
      : minutes % minutesIn.hour === 0
        ? [minutes / minutesIn.hour, 'hour']
        : [minutes, 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
