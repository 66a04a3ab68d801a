import { defineConfig } from 'prisma/config'

/** For Prisma's own command line, such as `prisma migrate deploy` against a server; the product does not read it. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
