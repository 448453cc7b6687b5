/**
 * The hosts of the operator's list in the form of the URL standard.
 * @throws when one of them is not a host with or without a port
 */
export function httpHosts(allowed: readonly string[]): readonly string[] {
  return allowed.map((text) => {
    const url = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined;
    if (url === undefined || url.href !== `http://${url.host}/` || text === '') {
      throw new Error(`allowHttp: "${text}" is not a host such as 127.0.0.1:8080`);
    }
    return url.host;
  });
}
