/**
 * Who sees which plans. Whoever manages, leads or audits sees all of them; a member sees those they
 * have a part in (a launched task that is theirs by name, by office or as a backup), unless the
 * organisation opens all plans to everybody.
 *
 *     seesAllPlans('member', { isPlansOpen: false }) // false
 *     seesAllPlans('auditor', { isPlansOpen: false }) // true
 */
import type { PermissionRole } from '~/domain/shared/vocabulary'

export const seesAllPlans = (
  role: PermissionRole,
  { isPlansOpen }: { isPlansOpen: boolean },
): boolean => isPlansOpen || role !== 'member'
