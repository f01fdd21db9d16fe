export { createTestDatabase, type TestDatabase } from './database/test-database.ts'
export { totp } from './sessions/test-totp.ts'
