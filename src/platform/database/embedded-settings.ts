import { totalmem } from 'node:os'

const mebibyte = 1024 * 1024

/** An eighth of the memory this process may use, between 128 and 256 MB: Opstap also has to fit on a small server. */
const sharedBuffers = (): string => {
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return `${Math.min(256, Math.max(128, Math.floor(memory / 8 / mebibyte)))}MB`
}

/** Given on the command line, so that an upgrade of Opstap brings its settings to existing data. */
export const postgresSettings = (durable: boolean): Readonly<Record<string, string>> => ({
  fsync: durable ? 'on' : 'off',
  full_page_writes: durable ? 'on' : 'off',
  synchronous_commit: durable ? 'on' : 'off',
  // No replicas here, so the log needs only what recovery after a crash needs.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  shared_buffers: sharedBuffers(),
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  max_connections: '60',
  // Compiling and spreading short queries over processes costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // The default (posix) needs /dev/shm, which is 64 MB in a container.
  dynamic_shared_memory_type: 'mmap',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  idle_in_transaction_session_timeout: '5min',
  // Statements and DETAIL lines carry personal data, which does not belong in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
})
