import { dropTestDatabases, prepareTestDatabases } from './test-database'

/** Runs once before and after all test files of a run. */
export default async function setup(): Promise<() => Promise<void>> {
  await prepareTestDatabases()
  return dropTestDatabases
}
