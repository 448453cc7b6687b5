/** An answer with its version, which is sent as `ETag`. */
export class Tagged<Body> {
  constructor(
    readonly version: number,
    readonly body: Body,
  ) {}
}

export function tagged<Body>(version: number, body: Body): Tagged<Body> {
  return new Tagged(version, body);
}

/** RFC 9110, 8.8.3: strong, for two versions never read the same. */
export const etag = (version: number): string => `"${String(version)}"`;
