import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy } from './content-security-policy.ts';

describe('the content security policy', () => {
  it('allows nothing inline, nothing foreign, and no frame around us', () => {
    const policy = contentSecurityPolicy();
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('can be changed directive by directive', () => {
    const policy = contentSecurityPolicy({ 'form-action': '', 'worker-src': "'self'" });
    expect(policy).not.toContain('form-action');
    expect(policy).toContain("worker-src 'self'");
  });
});
