import { describe, expect, it } from '@jest/globals';
import { constantIn, secretsIn } from './secrets-in.ts';

describe('a source that is typed', () => {
  it('names its secrets, each once, and not those in comments', () => {
    const source = "// secrets.get('old')\n/* secrets.get('older') */\nconst url = 'https://a.example'; f(secrets.get('token'), secrets . get(\"api-key\"), secrets.get('token'));\nsecrets.get(name); secrets.get('Bad')";
    expect(secretsIn(source)).toEqual(['token', 'api-key']);
    expect(secretsIn('')).toEqual([]);
  });

  it('tells the line of a constant to look at', () => {
    expect(constantIn("/** x */\nconst base = 'a';\nconst pool: readonly string[] = [];\n", 'pool')).toBe(3);
    expect(constantIn("  const base = 'a';", 'base')).toBeUndefined();
  });
});
