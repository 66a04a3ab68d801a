import { sweepReminders } from '~/services/reminders/sweep-reminders.server'

export async function sweep(): Promise<void> {
  await sweepReminders()
}
