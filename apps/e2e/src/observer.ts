import type { BrowserContext, Page } from 'playwright-core';

/** Sees what a person does not: everything that a browser asks for, and everything that it complains about. */
export class Observer {
  readonly requests: string[] = [];
  readonly complaints: string[] = [];

  /** @param hosts whom the browser may talk to, as `host:port` */
  constructor(
    context: BrowserContext,
    private readonly hosts: readonly string[],
  ) {
    context.on('request', (request) => {
      this.requests.push(request.url());
      const { protocol, host } = new URL(request.url());
      const ours = protocol === 'data:' || this.hosts.includes(host);
      if (!ours) this.complaints.push(`asked somebody else: ${request.url()}`);
    });
    context.on('response', (response) => {
      const isPage = response.request().resourceType() === 'document';
      // The console asks who works in it; where that is nobody yet it leads to the login.
      const asksWhoItIs = response.status() === 401 && new URL(response.url()).pathname === '/blitz/console/session';
      if (response.status() >= 400 && !isPage && !asksWhoItIs) this.complaints.push(`${String(response.status())} for ${response.url()}`);
    });
    context.on('console', (message) => {
      // A page that says what went wrong has a status that says so too; the browser notes that, and it is right.
      const aboutStatus = message.text().startsWith('Failed to load resource: the server responded');
      if (!aboutStatus && ['error', 'warning'].includes(message.type())) this.complaints.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => {
      this.complaints.push(`script: ${error.error().message}`);
    });
    context.on('page', (page) => {
      this.#listenForViolations(page);
    });
  }

  /** Also those that a policy only reports. */
  #listenForViolations(page: Page): void {
    void page
      .addInitScript("document.addEventListener('securitypolicyviolation', (e) => console.error('violated ' + e.violatedDirective + ' ' + e.blockedURI))")
      .catch(() => undefined);
  }
}
