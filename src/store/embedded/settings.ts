import { statfsSync } from 'node:fs'

/**
 * How the embedded server runs: for one town on a small machine (two cores, a few gigabytes), with nothing of durability given up. Passed
 * on the command line at every start, so a new version of Zhenwu brings its settings without touching files in the cluster.
 */

const settings = {
  // Reached through a socket in a private directory and in no other way.
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  superuser_reserved_connections: '3',
  // An answer means the change is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Memory and log.
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Two cores, solid-state storage; compiled plans cost more than they save here.
  jit: 'off',
  random_page_cost: '1.1',
  max_worker_processes: '6',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_parallel_maintenance_workers: '1',
  autovacuum_naptime: '20s',
  // What the log says; terse, for the details of an error quote the row that caused it.
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_timezone: 'Asia/Shanghai',
  timezone: 'Asia/Shanghai',
  datestyle: 'ISO, YMD',
} as const

const roomForSharedMemory = 512 * 1024 * 1024

/** The arguments for `postgres`: every setting, and the directory of the socket. */
export function serverArguments(socketDirectory: string): string[] {
  const all = { ...settings, dynamic_shared_memory_type: sharedMemoryKind(), unix_socket_directories: socketDirectory }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Containers often give /dev/shm 64 MB, in which a parallel sort fails; files in the cluster serve instead. */
function sharedMemoryKind(): 'posix' | 'mmap' {
  if (process.platform !== 'linux') return 'posix'
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize >= roomForSharedMemory ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}
