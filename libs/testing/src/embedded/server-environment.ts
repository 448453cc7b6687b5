/** A minimal environment: PGDATA, PGOPTIONS or a locale of the caller's shell must not change what the servers do. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' } as const;
