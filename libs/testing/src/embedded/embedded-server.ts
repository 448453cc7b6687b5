/** A server that runs as our private child, on a free port of the loopback interface, and ends when we do. */
export interface EmbeddedServer {
  /** With user and password: the server answers nobody else. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves with the exit status when the server has ended, whoever ended it. */
  readonly ended: Promise<number>;
  /** Graceful and sure: resolves when the process is gone. What it held stays in its folder, unless it is a throw-away. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Keeps the server's files, so that the next start finds its data again. One server at a time. */
  readonly folder: string;
  /** A free one if absent. */
  readonly port?: number;
  /** For tests: fast instead of durable, and the folder is removed at the stop. */
  readonly throwAway?: boolean;
}
