import type { BetterAuthOptions } from 'better-auth'
import { emailOTP, twoFactor } from 'better-auth/plugins'

/** Columns are snake_case; better-auth speaks camelCase. */
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

export const userColumns = {
  fields: { emailVerified: 'email_verified', ...stamps },
  additionalFields: { language: { type: 'string', required: false, input: false, defaultValue: 'nl' } },
} as const satisfies BetterAuthOptions['user']

export const sessionColumns = {
  fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
  additionalFields: {
    activeMembershipId: { type: 'string', required: false, input: false, fieldName: 'active_membership_id' },
    secondFactorDue: { type: 'boolean', required: false, input: false, fieldName: 'second_factor_due' },
  },
} as const satisfies BetterAuthOptions['session']

export const accountColumns = {
  fields: {
    accountId: 'account_id',
    providerId: 'provider_id',
    userId: 'user_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...stamps,
  },
} as const satisfies BetterAuthOptions['account']

export const verificationColumns = {
  fields: { expiresAt: 'expires_at', ...stamps },
  storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } },
} as const satisfies BetterAuthOptions['verification']

const CODE_SECONDS = 600

export const codePlugin = (parts: {
  readonly hash: (code: string) => string
  readonly send: (email: string, code: string) => Promise<void>
}) =>
  emailOTP({
    otpLength: 6,
    expiresIn: CODE_SECONDS,
    allowedAttempts: 5,
    disableSignUp: true,
    storeOTP: { hash: code => Promise.resolve(parts.hash(code)) },
    sendVerificationOTP: ({ email, otp }) => parts.send(email, otp),
  })

export const secondFactorPlugin = () =>
  twoFactor({
    issuer: 'Opstap',
    totpOptions: { digits: 6, period: 30 },
    backupCodeOptions: { amount: 8, length: 10, storeBackupCodes: 'encrypted' },
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factor',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
